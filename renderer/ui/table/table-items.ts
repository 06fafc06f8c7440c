// The lines of a table's body in order, counted and never listed: the titles of groups, the rows, and what is unfolded.

import type { RowGroup } from './columns.ts'

/** One line of the body. */
export type Item<Row> =
  | { kind: 'title'; group: RowGroup<Row> }
  | { kind: 'row'; group: RowGroup<Row>; row: Row; at: number }
  | { kind: 'unfolded'; group: RowGroup<Row>; row: Row }

interface Section<Row> {
  group: RowGroup<Row>
  /** The place of its first line in the whole body. */
  start: number
  titles: 0 | 1
  /** The row that is unfolded, by its place in the group; its panel is a line of its own. */
  unfolded: number | null
  count: number
}

export interface TableItems<Row> {
  sections: readonly Section<Row>[]
  count: number
}

/** Where a row stands among the rows of its group, in which group; null where there is none of that key. */
export function findRow<Row>(
  groups: readonly RowGroup<Row>[],
  rowKey: (row: Row) => string,
  key: string | null,
): { group: number; at: number } | null {
  if (key === null) return null
  for (const [group, { rows }] of groups.entries()) {
    const at = rows.findIndex((row) => rowKey(row) === key)
    if (at >= 0) return { group, at }
  }
  return null
}

/** Counts the lines of the groups. */
export function itemsOf<Row>(
  groups: readonly RowGroup<Row>[],
  unfolded: { group: number; at: number } | null,
): TableItems<Row> {
  let start = 0
  const sections = groups.map((group, index): Section<Row> => {
    const titles = group.title === undefined ? 0 : 1
    const open = unfolded?.group === index ? unfolded.at : null
    const count = titles + group.rows.length + (open === null ? 0 : 1)
    const section = { group, start, titles, unfolded: open, count } as const
    start += count
    return section
  })
  return { sections, count: start }
}

/** The line of a row. */
export function itemOfRow<Row>({ sections }: TableItems<Row>, { group, at }: { group: number; at: number }): number {
  const section = sections[group]
  if (section === undefined) return 0
  return section.start + section.titles + at + (section.unfolded !== null && at > section.unfolded ? 1 : 0)
}

/** What stands in a line; undefined beyond the last one. */
export function itemAt<Row>({ sections }: TableItems<Row>, index: number): Item<Row> | undefined {
  const section = sections.find(({ start, count }) => index >= start && index < start + count)
  if (section === undefined) return undefined
  const { group, start, titles, unfolded } = section
  const line = index - start - titles
  if (line < 0) return { kind: 'title', group }
  const isBelow = unfolded !== null && line > unfolded
  const at = isBelow ? line - 1 : line
  const row = group.rows[at] as Row
  return isBelow && at === unfolded ? { kind: 'unfolded', group, row } : { kind: 'row', group, row, at }
}

/** The place of a row among all, for screen readers; the table's head is the first, and titles count. */
export function rowIndexOf<Row>({ sections }: TableItems<Row>, index: number): number {
  const panels = sections.filter(
    ({ start, titles, unfolded }) => unfolded !== null && index > start + titles + unfolded,
  )
  return index + 2 - panels.length
}
