// A small line of the prices seen since the window opened. Decoration: its range stands beside it as text.

import { sparklinePoints } from './sparkline-points.ts'

const WIDTH = 160
const HEIGHT = 32

/** A line through the values, oldest first. Nothing is drawn for fewer than two. */
export function Sparkline({ values }: { values: readonly string[] }) {
  const points = sparklinePoints(values, WIDTH, HEIGHT)
  if (points === null) return null
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
    </svg>
  )
}
