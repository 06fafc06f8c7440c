// The benchmark itself: measures each part on profiles that are thrown away, and prints one table.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installedBrowser } from '../driver/headless-app.ts'
import { measureClick } from './click/click.ts'
import { measureExchange } from './exchange.ts'
import { measureGrowth } from './growth/growth.ts'
import { measureLarge } from './growth/large.ts'
import { measureLedger } from './growth/ledger.ts'
import { machineFacts } from './machine.ts'
import type { Part } from './measure.ts'
import { measureMemory } from './memory.ts'
import { bareSource, measureOrders } from './order.ts'
import { tableLines } from './report.ts'
import { measureSources } from './sources.ts'
import { measureTable } from './table.ts'
import { measureVault } from './vault.ts'
import { measureWindow } from './window.ts'
import { measureWire } from './wire.ts'

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    source: { type: 'boolean', default: true },
    real: { type: 'boolean', default: false },
  },
  allowPositionals: true,
  allowNegative: true,
})

const folder = mkdtempSync(join(tmpdir(), 'prelist-bench-'))
const browser = installedBrowser()
const at = (name: string) => join(folder, name)

/** Told on stderr, so that --json leaves stdout to the figures. */
const tell = (line: string) => console.error(line)

async function ofSizes(sizes: readonly number[], measure: (count: number) => Promise<Part>): Promise<Part> {
  const parts: Part[] = []
  for (const count of sizes) {
    tell(`${count} ...`)
    parts.push(await measure(count))
  }
  return { measures: parts.flatMap(({ measures }) => measures), notes: parts.flatMap(({ notes }) => notes) }
}

const PARTS: Readonly<Record<string, () => Promise<Part | null>>> = {
  window: () => measureWindow(at('window'), browser, { warmUp: 2, rounds: 15 }),
  order: () => measureOrders(at('order'), { warmUp: 40, rounds: 200 }),
  click: () => measureClick(at('click'), { rounds: 7, realMs: values.real ? 65_000 : 0 }),
  exchange: () => measureExchange(at('exchange'), { warmUp: 5, rounds: 60 }),
  memory: () => measureMemory(at('memory'), browser, { warmUp: 1, rounds: 5 }),
  sources: () => measureSources({ warmUp: 1, rounds: 5 }),
  wire: () => measureWire({ warmUp: 5, rounds: 30 }),
  vault: () => measureVault({ warmUp: 5, rounds: 50, unlocks: 7 }),
  growth: () =>
    measureGrowth(
      { coins: at('coins'), holdings: at('holdings'), tenth: at('tenth'), orders: at('orders'), few: at('few-coins') },
      { warmUp: 5, rounds: 40 },
    ),
  ledger: () => measureLedger({ many: at('movements'), few: at('few-movements') }, { warmUp: 5, rounds: 40 }),
  large: () =>
    ofSizes([100_000, 1_000_000], (count) => {
      const folders = { many: at(`large-${count}`), few: at(`small-${count}`), out: folder }
      return measureLarge(folders, count, { warmUp: 5, rounds: 40 })
    }),
  table: () => measureTable({ many: at('many'), few: at('few') }, browser, 10_000, { warmUp: 1, rounds: 6 }),
  longtable: () => measureTable({ many: at('long'), few: at('short') }, browser, 100_000, { warmUp: 1, rounds: 6 }),
}

async function run(): Promise<void> {
  const unknown = positionals.filter((name) => PARTS[name] === undefined)
  if (unknown.length > 0) {
    tell(`There is no part ${unknown.join(', ')}. The parts: ${Object.keys(PARTS).join(', ')}.`)
    process.exitCode = 1
    return
  }
  const machine = machineFacts(browser, folder)
  const parts: Part[] = []
  for (const [name, measure] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    tell(`Measuring ${name} ...`)
    try {
      const part = await measure()
      if (part === null) tell(`This system does not let ${name} be measured.`)
      else parts.push(part)
    } catch (error) {
      // What was measured before stays worth printing.
      tell(`${name} could not be measured. ${error instanceof Error ? error.stack : error}`)
      process.exitCode = 1
    }
  }
  const measures = parts.flatMap((part) => part.measures)
  const notes = parts.flatMap((part) => part.notes)
  if (values.json) return console.log(JSON.stringify({ at: new Date().toISOString(), machine, notes, measures }))
  if (values.source) console.log(`The bare program of the order measure:\n\n${bareSource()}`)
  const note = 'Medians (middle half of the values, slow end, number of values); both sides in turn in the same run.'
  console.log([...machine, '', ...tableLines(measures), '', note, ...notes].join('\n'))
  const missed = measures.filter((measure) => measure.met === false)
  console.log(
    missed.length === 0 ? 'All goals were met.' : `Goals missed: ${missed.map(({ name }) => name).join('; ')}.`,
  )
}

try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
