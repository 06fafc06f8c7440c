// The spread as areas. Decoration: the same content stands beside it as a table.

import { colorOf, isPlain } from './Donut.tsx'
import { treemapRects } from './treemap-rects.ts'

const WIDTH = 640
const HEIGHT = 260
/** A name that does not fit its rectangle is left to the table. */
const LETTER = 7.5
const LINE = 16
const ROOM = 8

export interface TreemapTile {
  id: string
  name: string
  /** Share of the whole, 0 to 1. */
  ratio: number
  words: string
}

const fits = (words: string, width: number): boolean => words.length * LETTER + 2 * ROOM <= width

/** The areas, each with its name and share where they fit. */
export function Treemap({ tiles, highlighted }: { tiles: readonly TreemapTile[]; highlighted: string | null }) {
  return (
    <svg className="treemap" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {treemapRects(tiles, WIDTH, HEIGHT).map(({ id, x, y, width, height }) => {
        const at = tiles.findIndex((tile) => tile.id === id)
        const tile = tiles[at]
        const fill = isPlain(id) ? id : colorOf(at)
        const lines = [tile?.name ?? '', tile?.words ?? ''].slice(0, Math.floor((height - ROOM) / LINE))
        // A share without its name would say nothing.
        const shown = fits(lines[0] ?? '', width) ? lines.filter((line) => fits(line, width)) : []
        return (
          <g key={id} className={highlighted === id ? 'slice highlighted' : 'slice'}>
            <rect className={`fill-${fill}`} x={x} y={y} width={width} height={height} />
            {shown.map((line, row) => (
              <text
                key={line}
                className={isPlain(id) ? 'tile-name plain' : 'tile-name'}
                x={x + ROOM}
                y={y + ROOM + 10 + row * LINE}
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}
