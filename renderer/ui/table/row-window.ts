// Which rows of a long table are drawn: those in sight with some around them, and those that must not be lost. Pure.

/** Rows `first` to `last`, without `last`. */
export interface Slice {
  first: number
  last: number
}

/** A row that takes more than the common height, because something is unfolded below it. */
export interface TallRow {
  index: number
  /** Pixels beyond the common height. */
  extra: number
}

export interface RowSizes {
  /** Pixels of a common row. */
  rowHeight: number
  /** In the order of their rows. */
  tall: readonly TallRow[]
}

/** Rows drawn above and below what is in sight: a press of an arrow key and a turn of the wheel find them there. */
const AROUND = 8
/** The edges move by so many rows at once, so that not each pixel of scrolling draws anew. */
const STEP = 4

/** Pixels above row `index`. */
export function offsetOf(index: number, { rowHeight, tall }: RowSizes): number {
  const extra = tall.filter((row) => row.index < index).reduce((sum, row) => sum + row.extra, 0)
  return index * rowHeight + extra
}

function rowAt(offset: number, { rowHeight, tall }: RowSizes): number {
  let above = 0
  for (const { index, extra } of tall) {
    const start = index * rowHeight + above
    if (offset < start) break
    if (offset < start + rowHeight + extra) return index
    above += extra
  }
  return Math.floor((offset - above) / rowHeight)
}

/** The rows to draw for what is in sight between `top` and `bottom`, in pixels below the first row's upper edge. */
export function sliceBetween(top: number, bottom: number, count: number, sizes: RowSizes): Slice {
  const within = (row: number) => Math.min(count, Math.max(0, row))
  const first = Math.floor((rowAt(top, sizes) - AROUND) / STEP) * STEP
  const last = Math.ceil((rowAt(bottom, sizes) + 1 + AROUND) / STEP) * STEP
  return { first: within(first), last: within(last) }
}

/**
 * The way from what is drawn to what is to be drawn, at most `most` new rows at a time: drawn all at once, a leap through
 * the list would hold up a frame. Where nothing is left of what was drawn, it begins with the first rows in sight.
 */
export function stepTowards(before: Slice, target: Slice, most: number): Slice {
  const [first, last] = [Math.max(before.first, target.first), Math.min(before.last, target.last)]
  if (first >= last) {
    const start = Math.min(target.first === 0 ? 0 : target.first + AROUND, Math.max(target.first, target.last - most))
    return { first: start, last: Math.min(target.last, start + most) }
  }
  const below = Math.min(target.last - last, most)
  const above = Math.min(first - target.first, most - below)
  return { first: first - above, last: last + below }
}

/**
 * What is drawn, as slices in order that do not touch: what is in sight, and each kept row with its two neighbours, so
 * that arrow keys and Tab find the next row wherever the list was scrolled to meanwhile.
 */
export function slicesOf(inSight: Slice, kept: readonly number[], count: number): Slice[] {
  const around = kept.map((row) => ({ first: Math.max(0, row - 1), last: Math.min(count, row + 2) }))
  const slices: Slice[] = []
  const seen = { first: Math.min(inSight.first, count), last: Math.min(inSight.last, count) }
  for (const { first, last } of [seen, ...around].toSorted((a, b) => a.first - b.first)) {
    const before = slices.at(-1)
    if (last <= first) continue
    if (before !== undefined && first <= before.last) before.last = Math.max(before.last, last)
    else slices.push({ first, last })
  }
  return slices
}
