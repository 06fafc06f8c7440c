// Which lines of a long table are drawn: those in sight with some around them, and those that must not be lost. Pure.

/** Lines `first` to `last`, without `last`. */
export interface Slice {
  first: number
  last: number
}

/** Lines drawn above and below what is in sight: a press of an arrow key and a turn of the wheel find them there. */
const AROUND = 8
/** The edges move by so many lines at once, so that not each pixel of scrolling draws anew. */
const STEP = 4

/** The lines to draw where those from `first` to `last` are in sight. */
export function around({ first, last }: Slice, count: number): Slice {
  const within = (line: number) => Math.min(count, Math.max(0, line))
  return {
    first: within(Math.floor((first - AROUND) / STEP) * STEP),
    last: within(Math.ceil((last + AROUND) / STEP) * STEP),
  }
}

/**
 * The way from what is drawn to what is to be drawn, at most `most` new lines at a time: drawn all at once, a leap through
 * the list would hold up a frame. Where nothing is left of what was drawn, it begins with the first lines in sight.
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
 * The lines that are drawn, in order: the slice, and each kept line with its two neighbours, so that arrow keys and Tab find
 * the next row wherever the list was scrolled to meanwhile.
 */
export function drawnLines(slice: Slice, kept: readonly number[], count: number): number[] {
  const lines = new Set<number>()
  for (let line = slice.first; line < Math.min(slice.last, count); line += 1) lines.add(line)
  for (const line of kept.flatMap((one) => [one - 1, one, one + 1])) if (line >= 0 && line < count) lines.add(line)
  return [...lines].toSorted((a, b) => a - b)
}
