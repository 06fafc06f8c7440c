// What a trader does to the columns of a table, as changes of plain data.

import type { ColumnLayout } from './columns.ts'

type Columns = readonly { id: string }[]

/** The columns that are shown, in a new order; those that are not shown stay where they were among them. */
function ordered(layout: ColumnLayout, shown: Columns, next: readonly string[]): ColumnLayout {
  const ids = shown.map(({ id }) => id)
  const rest = layout.order.filter((id) => !ids.includes(id))
  return { ...layout, order: [...next, ...rest] }
}

/** One place to the left (-1) or right (1); null at the end. */
export function movedBy(layout: ColumnLayout, shown: Columns, id: string, step: number): ColumnLayout | null {
  const ids = shown.map((each) => each.id)
  const at = ids.indexOf(id)
  const other = ids[at + step]
  if (at < 0 || other === undefined) return null
  return ordered(layout, shown, ids.with(at, other).with(at + step, id))
}

/** To the place before or behind another column. */
export function movedTo(layout: ColumnLayout, shown: Columns, id: string, target: string, after: boolean) {
  const others = shown.map((each) => each.id).filter((each) => each !== id)
  const at = others.indexOf(target) + (after ? 1 : 0)
  return ordered(layout, shown, others.toSpliced(at, 0, id))
}

/** As wide as that; null for as wide as it is defined. */
export function sized(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const { [id]: _, ...widths } = layout.widths
  return { ...layout, widths: width === null ? widths : { ...widths, [id]: width } }
}

/** Shown or hidden. */
export function shownOrNot(layout: ColumnLayout, id: string, isShown: boolean): ColumnLayout {
  return { ...layout, visibility: { ...layout.visibility, [id]: isShown } }
}
