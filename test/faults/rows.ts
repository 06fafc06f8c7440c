// A row of the list of faults as tests, one at each exchange: what it is about, then what must hold after every one of them.
// A title begins with the numbers of its rows; what a file shows is held against the list in fault-rows.ts.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, inject, test } from 'vitest'
import { FAKES, type Fake } from '../exchanges/all.ts'
import { claimsOf, classOf, FAULT_CLASSES, type FaultClass } from './fault-rows.ts'
import { brokenInvariants } from './invariants.ts'
import { desks } from './venue-desk.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What this file declares, by row. */
const declared = new Map<number, Set<FaultClass>>()
/** How often what has run to its end, by row and class. */
const shown = new Map<string, number>()

/** The numbers with which a title begins: `30 and 31 the same key`. */
function rowsOf(title: string): number[] {
  const [numbers] = /^\d+(?:(?:, | and )\d+)*(?= )/.exec(title) ?? []
  return numbers === undefined ? [] : numbers.split(/, | and /).map(Number)
}

/** The title of a row's test at one exchange: numbers of requirements stay at the end, as everywhere. */
export function titleAt(title: string, { venue }: Fake): string {
  const tags = title.match(/ \[R\d+\]/g) ?? []
  return `${tags.reduce((rest, tag) => rest.replace(tag, ''), title)}: ${venue}${tags.join('')}`
}

/** Says that this file shows these rows at this exchange. The answer counts a run of them. */
export function declareRows(title: string, fake: Fake): () => void {
  const at = classOf(fake)
  for (const row of rowsOf(title)) declared.set(row, (declared.get(row) ?? new Set()).add(at))
  return () => {
    for (const row of rowsOf(title)) shown.set(`${row} ${at}`, (shown.get(`${row} ${at}`) ?? 0) + 1)
  }
}

/** One test at each of these exchanges; afterwards I1 to I8 hold for every desk that it has started. */
export function atEach(title: string, row: (fake: Fake) => Promise<void>, fakes: readonly Fake[] = FAKES): void {
  for (const fake of fakes) {
    const done = declareRows(title, fake)
    test(titleAt(title, fake), async () => {
      desks.splice(0)
      await row(fake)
      for (const desk of desks) expect(await brokenInvariants(desk)).toEqual([])
      done()
    })
  }
}

/** Fails unless the list of faults names what this file declares, and nothing else; hands in what has run. */
export function holdToTheList(): void {
  test('the list of faults names what this file shows', () => {
    const file = path.relative(ROOT, expect.getState().testPath ?? '')
    const found = [...declared]
      .map(([row, classes]): [number, string] => [row, FAULT_CLASSES.filter((one) => classes.has(one)).join(' ')])
      .sort(([a], [b]) => a - b)
    expect(Object.fromEntries(found)).toEqual(claimsOf(file))
  })
  afterAll(() => {
    const name = `${crypto.randomUUID()}.json`
    writeFileSync(path.join(inject('faultCounts'), name), JSON.stringify(Object.fromEntries(shown)))
    // The next file of this process declares its own.
    declared.clear()
    shown.clear()
  })
}
