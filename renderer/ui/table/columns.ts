// A column is defined once, here by its type: what it is called, shows, sorts and is found by, and how wide it is.

import type { ReactNode } from 'react'
import type { Decimal } from '../../../shared/decimal.ts'

/** How a cell looks and how its column shares the table's width. */
interface Look<Row, Given> {
  head: string
  cell: (row: Row, given: Given) => ReactNode
  /** Numbers stand at the end, so that their decimals line up. */
  align?: 'end'
  /** A mark beside the head, for what holds of all rows and would only be repeated in each. */
  headMark?: (given: Given) => ReactNode
  /** The cell that names the row. Exactly one column has it. */
  rowHeader?: boolean
  /** The head is for screen readers only, where the cells speak for themselves. */
  quietHead?: boolean
  /**
   * Pixels where not all rows are drawn, so that columns stay as wide as they were whichever rows those are; or as little as
   * the content needs, or what the others leave. That is also what a column has which does not say.
   */
  width?: number | 'content' | 'rest'
  /** Takes no more than its content needs where all rows are drawn. */
  tight?: boolean
  /** The same in a narrow table. */
  narrowWidth?: number
  /** In which order columns leave a table that is too narrow for them; one without it stays. */
  givesWay?: 1 | 2 | 3 | 4 | 5
  /** Not shown until the trader asks for it. */
  hidden?: boolean
  /** Words by which the search finds the row. */
  search?: (row: Row) => string
}

/** How rows can be asked for by a column. Whether a row has what is asked says `meets` in `filters.ts`. */
export type ColumnFilter<Row, Live> =
  /** One or more of the values that rows have; `say` is for those that are no words. A row may have none. */
  | {
      kind: 'any'
      values: (row: Row, live: Live) => readonly string[]
      say?: (value: string) => string
      /** Where one of the values is not enough: the test of a row. */
      test?: (asked: readonly string[]) => (row: Row) => boolean
      /** What they are chosen by, in place of a box for each value. */
      editor?: (chosen: readonly string[]) => ReactNode
    }
  /** Numbers of one kind, or of several of which one is meant. */
  | { kind: 'range'; value: (row: Row, live: Live) => number | null; of?: (row: Row) => string | null }
  | { kind: 'is'; value: (row: Row, live: Live) => boolean }
  /** Times, at most so many days ahead. */
  | { kind: 'days'; value: (row: Row, live: Live) => string | null }

/** The value behind the cell, null where it is not known; a column that says how to sort it has a head to press. */
type Value<Row, Live> =
  | { sort: 'number'; value: (row: Row, live: Live) => number | null }
  | { sort: 'text'; value: (row: Row, live: Live) => string | null }
  | { sort: 'decimal'; value: (row: Row, live: Live) => Decimal | null }
  | { sort?: never; value?: (row: Row, live: Live) => boolean | number | string | null }

export type ColumnSpec<Row, Given, Live = undefined> = Look<Row, Given> &
  Value<Row, Live> & {
    filter?: ColumnFilter<Row, Live>
    /** Value and filter read what comes as news, too: rows are then arranged anew with it. */
    live?: boolean
  }

/**
 * `Given` is what cells take beside the row; when it is another, every row is drawn anew. `Live` is what values take beside
 * the row, such as prices; when it is another, rows are only sorted anew.
 */
export type Column<Row, Given, Live = undefined> = ColumnSpec<Row, Given, Live> & {
  id: string
  /** The trader has said how wide it is. */
  sized?: boolean
}

/** By which columns the rows are sorted, the first one first; the form in which TanStack Table keeps it. */
export type Sorting = readonly { id: string; desc: boolean }[]

/** What a trader changes of a table's columns; plain data, so that it can be kept. */
export interface ColumnLayout {
  /** False hides a column, true shows one that is hidden at first. */
  visibility: Readonly<Record<string, boolean>>
  /** Ids; a column that is missing comes after those. */
  order: readonly string[]
  /** Pixels. */
  widths: Readonly<Record<string, number>>
}

/** The columns as they are defined. */
export const DEFAULT_LAYOUT: ColumnLayout = { visibility: {}, order: [], widths: {} }

export interface RowGroup<Row> {
  id: string
  title?: string
  help?: string
  rows: readonly Row[]
}

/** Gives each column its id; they stand in the order of the record. */
export function columnsOf<Row, Given, Live = undefined>(
  specs: Readonly<Record<string, ColumnSpec<Row, Given, Live>>>,
): readonly Column<Row, Given, Live>[] {
  return Object.entries(specs).map(([id, spec]) => ({ id, ...spec }))
}
