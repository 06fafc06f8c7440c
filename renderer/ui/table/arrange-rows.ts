// Which rows a table shows and in which order, by what its columns say. Each step costs one pass over all rows at most.

import type { Filters } from '../../../shared/list/views.ts'
import type { Column, Sorting } from './columns.ts'
import { meets } from './filters.ts'
import { orderOf, prepareOrder } from './row-order.ts'

/** What is asked of the rows. */
export interface Wanted {
  /** Words; each must be found in what some column is searched by. */
  search: string
  /** What columns must hold, by their ids; one that there is not counts nothing. */
  filters: Filters
  /** Milliseconds since 1970: days count from here. */
  now: number
}

interface Words {
  rows: readonly unknown[]
  texts: (string | undefined)[]
}

/** Put together once a row: each key in the search asks for the words of all. */
const WORDS = new WeakMap<object, Words>()

/** The words of the same rows; those that are the same object are as they were. */
function wordsOf(columns: object, rows: readonly unknown[]): Words {
  const before = WORDS.get(columns)
  if (before?.rows === rows) return before
  const texts = rows.map((row, at) => (before?.rows[at] === row ? before?.texts[at] : undefined))
  const words = { rows, texts }
  WORDS.set(columns, words)
  return words
}

type Columns<Row, Given, Live> = readonly Column<Row, Given, Live>[]

function textOf<Row, Given, Live>(columns: Columns<Row, Given, Live>, row: Row): string {
  const texts = columns.flatMap(({ search }) => search?.(row) ?? [])
  return texts.join(' ').toLowerCase()
}

/** Tells of the row at a place whether it is wanted; null where all are. */
function testOf<Row, Given, Live>(
  columns: Columns<Row, Given, Live>,
  rows: readonly Row[],
  live: Live,
  wanted: Wanted,
): ((at: number) => boolean) | null {
  const found = wanted.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const needed = columns.flatMap(({ id, filter }) => {
    const asked = wanted.filters[id]
    return asked === undefined || filter === undefined ? [] : (meets(filter, asked, wanted.now) ?? [])
  })
  if (found.length === 0 && needed.length === 0) return null
  const { texts } = wordsOf(columns, rows)
  return (at) => {
    const row = rows[at] as Row
    if (!needed.every((test) => test(row, live))) return false
    if (found.length === 0) return true
    texts[at] ??= textOf(columns, row)
    const text = texts[at] ?? ''
    return found.every((word) => text.includes(word))
  }
}

/** The places of the rows in the order that is asked for; null where that is the one in which they came. */
function placesOf<Row, Given, Live>(
  columns: Columns<Row, Given, Live>,
  rows: readonly Row[],
  live: Live,
  sorting: Sorting,
): Uint32Array | null {
  const [first] = sorting
  const column = columns.find(({ id }) => id === first?.id)
  const order = column === undefined ? null : orderOf(column, rows, live)
  return (first?.desc === true ? order?.descending : order?.ascending) ?? null
}

/**
 * The rows that are wanted, sorted. Unknown values stand last whichever way the order runs, and equal ones as they came.
 * `live` is what values are read from beside the row; it is another object when they may have changed.
 */
export function arrangeRows<Row, Given, Live>(
  columns: Columns<Row, Given, Live>,
  rows: readonly Row[],
  live: Live,
  { sorting, wanted }: { sorting: Sorting; wanted: Wanted },
): readonly Row[] {
  const places = placesOf(columns, rows, live, sorting)
  const isWanted = testOf(columns, rows, live, wanted)
  if (places === null) return isWanted === null ? rows : rows.filter((_, at) => isWanted(at))
  const arranged: Row[] = []
  for (const at of places) if (isWanted === null || isWanted(at)) arranged.push(rows[at] as Row)
  return arranged
}

/**
 * Makes ready what the first press of a head and the first key of a search need of all rows. Stops wherever `hasTime` says
 * so, and answers whether all is done.
 */
export function prepareRows<Row, Given, Live>(
  columns: Columns<Row, Given, Live>,
  rows: readonly Row[],
  live: Live,
  hasTime: () => boolean,
): boolean {
  const { texts } = wordsOf(columns, rows)
  let made = 0
  for (const [at, row] of rows.entries()) {
    if (texts[at] !== undefined) continue
    texts[at] = textOf(columns, row)
    made += 1
    if (made % WORDS_A_LOOK === 0 && !hasTime()) return false
  }
  for (const column of columns) {
    while (!prepareOrder(column, rows, live)) if (!hasTime()) return false
  }
  return true
}

/** A row's words take a microsecond or two. */
const WORDS_A_LOOK = 256
