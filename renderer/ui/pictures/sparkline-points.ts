// Where a sparkline's points lie. Numbers are for pixels only; the prices stay decimal strings everywhere else.

const MARGIN = 2

/** Points from left to right with the highest value on top, or null when there is no line to draw. */
export function sparklinePoints(values: readonly string[], width: number, height: number): [number, number][] | null {
  if (values.length < 2) return null
  const numbers = values.map(Number)
  const low = Math.min(...numbers)
  const range = Math.max(...numbers) - low
  const stepX = (width - 2 * MARGIN) / (numbers.length - 1)
  return numbers.map((value, index) => {
    const level = range === 0 ? 0.5 : (value - low) / range
    return [MARGIN + index * stepX, height - MARGIN - level * (height - 2 * MARGIN)]
  })
}
