// The table: key press to paint and scrolling with thousands of coins, against the 14 of the catalogue and an empty page.

import type { Page } from 'playwright'
import type { Backend } from '../../electron/app/backend.ts'
import type { Coin } from '../../shared/coin.ts'
import { type HeadlessApp, openHeadlessApp } from '../driver/headless-app.ts'
import { openEmptyWindow } from './empty-page.ts'
import { alone, beyond, compared, type Measure, type Part } from './measure.ts'
import { LATENCY_SCRIPT } from './page-scripts.ts'
import { seedOwnCoins, succeed } from './profile.ts'
import { interleave } from './statistics.ts'

const TYPED = 'bench coin 12'
const ARROWS = 10
const SORTS = ['coin', 'score', 'rank']
/** Pixels of a row, and turns of the wheel in which the whole list goes by. */
const ROW = 36
const TURNS = 100
/** The list of 100,000 coins is 30 MB of JSON on its way from the backend. */
const LOAD_MS = 300_000
/** A frame of the display. */
const FRAME_MS = 16.7
const LONGEST_FRAME_MS = 50
/** A frame later than this has missed at least one of the display's 16.7 ms. */
const LATE_FRAME_MS = 25

declare const bench: { keys: number[]; frames: number[] }

/** Presses keys one after the other; the next one only when the frame after the last one was painted. */
async function press(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => void bench.keys.splice(0))
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await page.waitForFunction((painted) => bench.keys.length > painted, index)
  }
  return page.evaluate(() => bench.keys)
}

interface Presses {
  typing: number[]
  arrows: number[]
  sorting: number[]
}

async function pressAll(page: Page): Promise<Presses> {
  const search = page.getByRole('searchbox', { name: 'Filter coins' })
  await search.focus()
  const typing = await press(page, [...TYPED, ...Array<string>(TYPED.length).fill('Backspace')])
  await page.locator('[data-row-opener]').first().focus()
  const arrows = await press(page, Array<string>(ARROWS).fill('ArrowDown'))
  const sorting: number[] = []
  for (const head of SORTS) {
    await page.locator(`th.col-${head} .sort`).focus()
    sorting.push(...(await press(page, ['Enter', 'Enter'])))
  }
  return { typing, arrows, sorting }
}

/** Frames while the wheel goes through the list of so many coins; back up in one leap, which counts too. */
async function scroll(page: Page, coins: number): Promise<number[]> {
  const wheel = (coins * ROW) / TURNS
  await page.locator('[data-row-opener]').first().hover()
  await page.evaluate(() => void bench.frames.splice(0))
  for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, wheel)
  await page.mouse.wheel(0, -wheel * TURNS)
  return page.evaluate(() => bench.frames)
}

function open(dataDir: string, browser: string): Promise<HeadlessApp> {
  return openHeadlessApp({ dataDir, browser, pageScript: LATENCY_SCRIPT })
}

async function rawList(backend: Backend, rounds: number): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const coins = await succeed<Coin[]>(backend, 'coins.list', {})
    times.push(performance.now() - start)
    bytes = JSON.stringify(coins).length
  }
  return { times, bytes }
}

interface Sides {
  many: Presses[]
  few: Presses[]
  empty: number[]
}

function keyMeasures(coins: number, { many, few, empty }: Sides): Measure[] {
  const all = (side: Presses[], what: keyof Presses) => side.flatMap((presses) => presses[what])
  const line = (name: string, what: keyof Presses) => [
    compared({ name, measured: all(many, what), baseline: all(few, what), atMost: 2 }),
    beyond(`${name}, against an empty page`, all(many, what), empty, FRAME_MS),
  ]
  return [
    ...line(`table of ${coins}: key in the search to paint`, 'typing'),
    ...line(`table of ${coins}: arrow key to paint`, 'arrows'),
    ...line(`table of ${coins}: sorting to paint`, 'sorting'),
  ]
}

/** Measures on the two profiles, which are made here; all windows are open all the time. */
export async function measureTable(
  folders: { many: string; few: string },
  browser: string,
  coins: number,
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  seedOwnCoins(folders.many, coins)
  const [many, few] = [await open(folders.many, browser), await open(folders.few, browser)]
  const nothing = await openEmptyWindow(browser, LATENCY_SCRIPT)
  try {
    for (const { page } of [many, few]) await page.locator('tr[data-row]').nth(13).waitFor({ timeout: LOAD_MS })
    const empty: number[] = []
    const keys = await interleave(
      plan,
      () => pressAll(many.page),
      async () => {
        empty.push(...(await press(nothing.page, TYPED.split(''))))
        return pressAll(few.page)
      },
    )
    const frames = await interleave(
      { warmUp: 0, rounds: Math.ceil(plan.rounds / 2) },
      () => scroll(many.page, coins),
      () => scroll(few.page, coins),
    )
    const list = { many: await rawList(many.backend, 10), few: await rawList(few.backend, 10) }
    const [ours, theirs] = [frames.measured.flat(), frames.baseline.flat()]
    const late = (all: number[], than: number) => all.filter((frame) => frame > than).length
    const say = (name: string, all: number[]) =>
      `table, scrolling ${name}: ${all.length} frames, ${late(all, LATE_FRAME_MS)} over ${LATE_FRAME_MS} ms, ${late(all, LONGEST_FRAME_MS)} over ${LONGEST_FRAME_MS} ms, longest ${Math.max(...all).toFixed(1)} ms`
    return {
      measures: [
        ...keyMeasures(coins, { many: keys.measured, few: keys.baseline, empty }),
        alone(`table of ${coins}: frames while scrolling through`, ours, LONGEST_FRAME_MS),
        compared({
          name: `coins.list of ${coins} in the backend`,
          measured: list.many.times,
          baseline: list.few.times,
          atMost: null,
        }),
      ],
      notes: [
        `table, Prelist: the catalogue and ${coins} coins of the trader’s own. Baseline: the 14 coins of the catalogue.`,
        say(`${coins} coins`, ours),
        say('14 coins', theirs),
        `coins.list of ${coins}: ${(list.many.bytes / 1000).toFixed(0)} kB of JSON, baseline ${(list.few.bytes / 1000).toFixed(0)} kB`,
      ],
    }
  } finally {
    await many.close()
    await few.close()
    await nothing.close()
  }
}
