// The benchmark's table as text.

import type { Measure } from './measure.ts'
import type { Summary } from './statistics.ts'

const HEAD = ['measure', 'Prelist', 'baseline', 'ratio', 'goal', 'met']

const figure = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

/** Median with the middle half of all values, the slow end, and how many there were. */
function side(summary: Summary | null, unit: string): string {
  if (summary === null) return '-'
  const { median, p25, p75, p99, max, count } = summary
  const end = count < 50 ? `max ${figure(max)}` : `p99 ${figure(p99)}, max ${figure(max)}`
  return `${figure(median)} ${unit} (${figure(p25)}-${figure(p75)}, ${end}, n ${count})`
}

function met({ goal, met: reached }: Measure): string {
  if (goal === null) return ''
  return reached === null ? 'unknown' : reached ? 'met' : 'missed'
}

/** The lines of a Markdown table, its columns as wide as their longest cell. */
export function tableLines(measures: readonly Measure[]): string[] {
  const rows = measures.map((measure) => [
    measure.name,
    side(measure.measured, measure.unit),
    side(measure.baseline, measure.unit),
    measure.ratio === null ? '-' : measure.ratio.toFixed(2),
    measure.goal ?? '-',
    met(measure),
  ])
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}
