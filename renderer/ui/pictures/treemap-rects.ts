// The geometry of a treemap: rectangles as near to squares as their order allows (Bruls, Huizing and van Wijk, 2000).

export interface TreemapPart {
  id: string
  /** Share of the whole; those that are nothing or less are not drawn. */
  ratio: number
}

export interface TreemapRect {
  id: string
  x: number
  y: number
  width: number
  height: number
}

interface Space {
  x: number
  y: number
  width: number
  height: number
}

/** The worst of the proportions in a row of such areas along a side: 1 is a square. */
function worst(areas: readonly number[], side: number): number {
  const whole = areas.reduce((all, area) => all + area, 0)
  const [least, most] = [Math.min(...areas), Math.max(...areas)]
  return Math.max((side * side * most) / (whole * whole), (whole * whole) / (side * side * least))
}

/** The rectangles in a space of this size, in the order of the parts: the largest ones come first. */
export function treemapRects(parts: readonly TreemapPart[], width: number, height: number): TreemapRect[] {
  const shown = parts.filter(({ ratio }) => ratio > 0)
  const whole = shown.reduce((all, { ratio }) => all + ratio, 0)
  const areas = shown.map(({ id, ratio }) => ({ id, area: (ratio / whole) * width * height }))
  const rects: TreemapRect[] = []
  let space: Space = { x: 0, y: 0, width, height }
  let from = 0
  while (from < areas.length) {
    const side = Math.min(space.width, space.height)
    let until = from + 1
    const rowOf = (end: number) => areas.slice(from, end).map(({ area }) => area)
    while (until < areas.length && worst(rowOf(until + 1), side) <= worst(rowOf(until), side)) until += 1
    const row = areas.slice(from, until)
    const depth = row.reduce((all, { area }) => all + area, 0) / side
    let along = 0
    for (const { id, area } of row) {
      const length = area / depth
      rects.push(
        space.width >= space.height
          ? { id, x: space.x, y: space.y + along, width: depth, height: length }
          : { id, x: space.x + along, y: space.y, width: length, height: depth },
      )
      along += length
    }
    space =
      space.width >= space.height
        ? { ...space, x: space.x + depth, width: space.width - depth }
        : { ...space, y: space.y + depth, height: space.height - depth }
    from = until
  }
  return rects
}
