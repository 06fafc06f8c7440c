// The counts of a run of messages, one line an operation.

import type { Tally } from './message-run.ts'

/** A table for the console, with a line for all together. */
export function messageTable(tallies: readonly (readonly [string, Tally])[]): string {
  const rows = tallies.map(([name, tally]) => lineOf(name, tally))
  return [
    'messages            sent  to schema  to service  answers',
    ...rows,
    lineOf('all', total(tallies.map(([, tally]) => tally))),
  ].join('\n')
}

function lineOf(name: string, { sent, schema, service, codes }: Tally): string {
  const answers = Object.entries(codes).sort(([, a], [, b]) => b - a)
  const columns = [String(sent).padStart(9), String(schema).padStart(11), String(service).padStart(12)]
  return `${name.padEnd(18)}${columns.join('')}  ${answers.map(([code, count]) => `${code} ${count}`).join(', ')}`
}

/** Several counts as one. */
export function total(tallies: readonly Tally[]): Tally {
  const all: Tally = { sent: 0, schema: 0, service: 0, codes: {} }
  for (const { sent, schema, service, codes } of tallies) {
    all.sent += sent
    all.schema += schema
    all.service += service
    for (const [code, count] of Object.entries(codes)) all.codes[code] = (all.codes[code] ?? 0) + count
  }
  return all
}
