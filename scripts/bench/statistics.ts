// What the benchmark says of many measurements: middle, spread and the slow end. Pure.

export interface Summary {
  count: number
  min: number
  p25: number
  median: number
  p75: number
  p99: number
  max: number
}

/**
 * The value below which the given part of the values lies, interpolated between neighbours.
 * @throws RangeError without values, or for a part outside 0 to 1
 */
export function quantile(values: readonly number[], part: number): number {
  if (!(part >= 0 && part <= 1)) throw new RangeError('a part lies between 0 and 1')
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]]
  if (low === undefined || high === undefined) throw new RangeError('no values to summarise')
  return low + (high - low) * (position - Math.floor(position))
}

/** The figures that stand for `values`. Throws RangeError when there are none. */
export function summarise(values: readonly number[]): Summary {
  return {
    count: values.length,
    min: quantile(values, 0),
    p25: quantile(values, 0.25),
    median: quantile(values, 0.5),
    p75: quantile(values, 0.75),
    p99: quantile(values, 0.99),
    max: quantile(values, 1),
  }
}

/** `measured / baseline`, or null where there is nothing to divide by: an unknown ratio is not a ratio of 0. */
export function ratio(measured: number, baseline: number): number | null {
  return baseline > 0 ? measured / baseline : null
}

/**
 * Runs `rounds` rounds of both sides after `warmUp` rounds that do not count. Who goes first changes each round, so that
 * whatever else the machine is doing, and whatever one side leaves behind for the other, falls on both alike.
 */
export async function interleave<Side>(
  plan: { warmUp: number; rounds: number },
  measured: (round: number) => Promise<Side>,
  baseline: (round: number) => Promise<Side>,
): Promise<{ measured: Side[]; baseline: Side[] }> {
  const results: { measured: Side[]; baseline: Side[] } = { measured: [], baseline: [] }
  for (let round = 0; round < plan.warmUp + plan.rounds; round += 1) {
    const first = round % 2 === 0
    const early = first ? await measured(round) : await baseline(round)
    const late = first ? await baseline(round) : await measured(round)
    if (round < plan.warmUp) continue
    results.measured.push(first ? early : late)
    results.baseline.push(first ? late : early)
  }
  return results
}
