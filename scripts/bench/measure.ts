// One line of the benchmark's table, and what a part of the benchmark hands back.

import { quantile, ratio, type Summary, summarise } from './statistics.ts'

export interface Measure {
  name: string
  unit: 'ms' | 'µs' | 'MB'
  measured: Summary
  baseline: Summary | null
  /** Of the medians, or of the 99th percentiles where the name says so. */
  ratio: number | null
  /** What was aimed at, in words; null where the line is for information. */
  goal: string | null
  met: boolean | null
}

export interface Part {
  measures: Measure[]
  /** What the two sides hold, and what else was counted. */
  notes: string[]
}

interface Compared {
  name: string
  unit?: Measure['unit']
  measured: readonly number[]
  baseline: readonly number[]
  /** The largest ratio of the medians that meets the goal; null for a line without a goal. */
  atMost: number | null
}

/** Two sides measured in the same rounds. */
export function compared({ name, unit = 'ms', measured, baseline, atMost }: Compared): Measure {
  const [ours, theirs] = [summarise(measured), summarise(baseline)]
  const times = ratio(ours.median, theirs.median)
  return {
    name,
    unit,
    measured: ours,
    baseline: theirs,
    ratio: times,
    goal: atMost === null ? null : `<= ${atMost} x`,
    met: atMost === null || times === null ? null : times <= atMost,
  }
}

/** A side by itself. With a limit, its largest value is held against it. */
export function alone(name: string, values: readonly number[], limit: number | null = null): Measure {
  const measured = summarise(values)
  return {
    name,
    unit: 'ms',
    measured,
    baseline: null,
    ratio: null,
    goal: limit === null ? null : `none > ${limit} ms`,
    met: limit === null ? null : measured.max <= limit,
  }
}

/** The slow end of a side beyond that of the other: what 95 of 100 values stay below, in milliseconds. */
export function beyond(
  name: string,
  measured: readonly number[],
  baseline: readonly number[],
  atMostMs: number,
): Measure {
  const more = quantile(measured, 0.95) - quantile(baseline, 0.95)
  return {
    name: `${name}, 95th percentile ${more < 0 ? '' : '+'}${more.toFixed(1)} ms`,
    unit: 'ms',
    measured: summarise(measured),
    baseline: summarise(baseline),
    ratio: null,
    goal: `<= +${atMostMs} ms`,
    met: more <= atMostMs,
  }
}
