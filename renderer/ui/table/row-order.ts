// The order of rows by one column, made once from keys that are read once: a press of a head then costs no comparison.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { Column } from './columns.ts'

/** Places of the rows in both orders. Unknown values come last in both, equal ones as they came. */
export interface RowOrder {
  ascending: Uint32Array
  descending: Uint32Array
}

type Key = number | string | boolean | null

/** Comparisons between two looks at the clock; the slowest of them take a few hundred microseconds. */
const STEP = 512

/** Made once: a comparison that looks the locale's rules up each time costs many times as much. */
const COLLATOR = new Intl.Collator()

type CompareRows = (a: number, b: number) => number

/** How two known rows compare by their keys. */
function comparisonOf(sort: 'number' | 'text' | 'decimal', keys: readonly Key[]): CompareRows {
  if (sort === 'text') return (a, b) => COLLATOR.compare(keys[a] as string, keys[b] as string)
  const numbers = new Float64Array(keys.length)
  for (const [row, key] of keys.entries()) numbers[row] = Number(key)
  const byNumber: CompareRows = (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0)
  // Rounding never turns two decimals around, so that only those which round to the same number are compared digit by digit.
  return sort === 'number' ? byNumber : (a, b) => byNumber(a, b) || compare(keys[a] as Decimal, keys[b] as Decimal)
}

/** A stable merge sort that can be left between two comparisons. */
function* mergeSorted(rows: Uint32Array, compareRows: CompareRows): Generator<undefined, Uint32Array> {
  const count = rows.length
  let [from, to]: [Uint32Array, Uint32Array] = [rows, new Uint32Array(count)]
  let steps = 0
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count)
      const end = Math.min(start + 2 * width, count)
      let [left, right] = [start, middle]
      for (let at = start; at < end; at += 1) {
        const takesLeft =
          left < middle && (right >= end || compareRows(from[left] as number, from[right] as number) <= 0)
        to[at] = from[takesLeft ? left++ : right++] as number
        steps += 1
        if (steps % STEP === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** The same backwards, but with equal ones still as they came. */
function turnedAround(ascending: Uint32Array, known: number, compareRows: CompareRows): Uint32Array {
  const turned = ascending.slice()
  let at = 0
  for (let end = known; end > 0; ) {
    let start = end - 1
    while (start > 0 && compareRows(ascending[start - 1] as number, ascending[end - 1] as number) === 0) start -= 1
    turned.set(ascending.subarray(start, end), at)
    at += end - start
    end = start
  }
  return turned
}

function* ordered(sort: 'number' | 'text' | 'decimal', keys: readonly Key[]): Generator<undefined, RowOrder> {
  const compareRows = comparisonOf(sort, keys)
  const ascending = new Uint32Array(keys.length)
  let known = 0
  let unknown = keys.length
  for (const [row, key] of keys.entries()) if (key !== null) ascending[known++] = row
  for (let row = keys.length - 1; row >= 0; row -= 1) if (keys[row] === null) ascending[--unknown] = row
  ascending.set(yield* mergeSorted(ascending.slice(0, known), compareRows))
  return { ascending, descending: turnedAround(ascending, known, compareRows) }
}

interface Known {
  rows: readonly unknown[]
  live: unknown
  keys: readonly Key[]
  order: RowOrder | null
  work: Generator<undefined, RowOrder>
}

/** The last order of each column: a screen that is left and opened again finds it there. */
const KNOWN = new WeakMap<object, Known>()

/** What the order needs of a column. */
type Sorted<Row, Live> = Pick<Column<Row, never, Live>, 'sort' | 'value'>

function keysOf<Row, Live>({ value }: Sorted<Row, Live>, rows: readonly Row[], live: Live): Key[] {
  return rows.map((row) => {
    const key = value?.(row, live) ?? null
    return Number.isNaN(key) ? null : key
  })
}

const isSame = (a: readonly Key[], b: readonly Key[]) => a.length === b.length && a.every((key, at) => key === b[at])

/** What is known of a column for these rows; begun anew where a key is another. */
function knownOf<Row, Live>(
  column: Sorted<Row, Live>,
  rows: readonly Row[],
  live: Live,
  sort: 'number' | 'text' | 'decimal',
): Known {
  const before = KNOWN.get(column)
  if (before?.rows === rows && before.live === live) return before
  const keys = keysOf(column, rows, live)
  // Most news of a row (a star, a note) leave what it is sorted by as it was.
  const known: Known =
    before !== undefined && isSame(before.keys, keys)
      ? { ...before, rows, live }
      : { rows, live, keys, order: null, work: ordered(sort, keys) }
  KNOWN.set(column, known)
  return known
}

function worked(known: Known): RowOrder | null {
  const step = known.work.next()
  if (step.done === true) known.order = step.value
  return known.order
}

/** The order of the rows by a column, null where it does not sort. `live` is another one when values may have changed. */
export function orderOf<Row, Live>(column: Sorted<Row, Live>, rows: readonly Row[], live: Live): RowOrder | null {
  if (column.sort === undefined) return null
  const known = knownOf(column, rows, live, column.sort)
  let { order } = known
  while (order === null) order = worked(known)
  return order
}

/** Does a part of the work for the order of a column; true when there is none left. */
export function prepareOrder<Row, Live>(column: Sorted<Row, Live>, rows: readonly Row[], live: Live): boolean {
  if (column.sort === undefined) return true
  const known = knownOf(column, rows, live, column.sort)
  return (known.order ?? worked(known)) !== null
}
