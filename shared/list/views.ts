// How the list of coins is looked at: what is asked of its rows, and how its columns stand. Plain data, so that it can be kept.

/** What one column must hold. Which columns there are is the page's matter: one that it does not know any more counts nothing. */
export type FilterValue =
  /** One of these; the empty text is for rows that have none. */
  | { kind: 'any'; values: string[] }
  /** Both ends count; `of` is which of several kinds of number, such as a tech score. */
  | { kind: 'range'; of: string | null; from: number | null; to: number | null }
  | { kind: 'is'; is: boolean }
  /** From today on; what has passed is not within. */
  | { kind: 'days'; days: number }

export type Filters = Readonly<Record<string, FilterValue>>

export interface ListColumns {
  /** By which columns the rows are sorted, the first one first. */
  sorting: { id: string; desc: boolean }[]
  layout: {
    /** False hides a column, true shows one that is hidden at first. */
    visibility: Record<string, boolean>
    /** Ids; a column that is missing comes after those. */
    order: string[]
    /** Pixels. */
    widths: Record<string, number>
  }
}

export interface ListView extends ListColumns {
  search: string
  /** The least tech score of the screen; `null` while it is off. */
  screen: number | null
  filters: Filters
}

export interface SavedView {
  viewId: string
  name: string
  view: ListView
}

export interface Views {
  /** How the list was sorted and its columns stood last; `null` before anything was changed. */
  last: ListColumns | null
  /** In the order of their names. */
  saved: SavedView[]
}

export const MAX_VIEWS = 50
/** Coins that are changed with one act: their ids fit into one message. */
export const MOST_AT_ONCE = 1_000
/** Pixels. Narrower nothing can be read or taken hold of. */
export const COLUMN_WIDTH = { min: 40, max: 800 } as const

export const AS_DEFINED: ListColumns = {
  sorting: [{ id: 'rank', desc: false }],
  layout: { visibility: {}, order: [], widths: {} },
}
