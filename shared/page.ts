// A part of a list that can grow: the newest entries, and where to go on.

export interface Page<T> {
  /** Newest first. */
  items: T[]
  /** What is asked for as `before` to go on; `null` at the end of the list. */
  next: number | null
}

/** So many entries are answered where nothing else was asked for. */
export const PAGE_SIZE = 100
/** More are never answered at once. */
export const MAX_PAGE_SIZE = 500
