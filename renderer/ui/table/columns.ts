// What a table is told: its columns, its groups of rows, and by which column they are sorted.

import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that their decimals line up. */
  align?: 'end'
  sortable?: boolean
  /** The cell that names the row. Exactly one column has it. */
  rowHeader?: boolean
  /** In which order columns leave a table that is too narrow for them; one without it stays. */
  givesWay?: 1 | 2 | 3 | 4 | 5
  /** The head is for screen readers only, where the cells speak for themselves. */
  quietHead?: boolean
}

export interface RowGroup<Row> {
  id: string
  title?: string
  help?: string
  rows: readonly Row[]
}

export interface Sort {
  column: string
  direction: 'ascending' | 'descending'
}
