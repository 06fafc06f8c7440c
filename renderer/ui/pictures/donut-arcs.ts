// The geometry of the donut: each slice, the mark of its limit, and the part beyond the limit. Ratios of a turn only.

import { arc, pointRadial } from 'd3-shape'

const TURN = 2 * Math.PI
const drawn = arc().digits(3)

export interface DonutSlice {
  id: string
  /** Share of the whole, 0 to 1. */
  ratio: number
  /** The limit of this slice, 0 to 1; null for what has none, such as cash. */
  limit: number | null
}

export interface DonutArc {
  id: string
  from: number
  to: number
  /** Where the limit falls on the ring; null where there is none or it lies beyond a full turn. */
  limitAt: number | null
  /** From where on the slice is over its limit; null while it is within. */
  overFrom: number | null
}

/** The arcs in order, starting at twelve o'clock. */
export function donutArcs(slices: readonly DonutSlice[]): DonutArc[] {
  let from = 0
  return slices.map(({ id, ratio, limit }) => {
    const start = from
    const to = Math.min(1, start + ratio)
    from = to
    const limitAt = limit === null || start + limit > 1 ? null : start + limit
    const over = limitAt !== null && limitAt < to
    return { id, from: start, to, limitAt, overFrom: over ? limitAt : null }
  })
}

/** A point at `turn` on a circle around the origin, twelve o'clock being 0. */
export function onCircle(turn: number, radius: number): [number, number] {
  return pointRadial(turn * TURN, radius)
}

/** The path of a ring segment. */
export function ringSegment(from: number, to: number, inner: number, outer: number): string {
  const shape = { innerRadius: inner, outerRadius: outer, startAngle: from * TURN, endAngle: to * TURN }
  return drawn(shape) ?? ''
}
