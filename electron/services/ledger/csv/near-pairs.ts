// Rows of two sides that no id ties together: each that left with one that came at about the same moment.

import { subtract } from '../../../../shared/decimal.ts'
import { type CsvRow, isBelow, isNothing, legOf } from './csv-format.ts'

export interface PairTerms {
  /** Milliseconds, as the row's time. */
  timeOf(row: CsvRow): number
  /** Signed. */
  changeOf(row: CsvRow): string
  /** Two rows that are further apart than this are two events, in milliseconds. */
  apart: number
}

/**
 * Every row in one group: a pair of the row that left and the one that came, or a row alone whose other side is missing. Of
 * several that are near enough the one of the same amount is taken, then the nearest.
 */
export function nearPairs(rows: readonly CsvRow[], { timeOf, changeOf, apart }: PairTerms): CsvRow[][] {
  const inTime = rows.toSorted((a, b) => timeOf(a) - timeOf(b))
  const left = inTime.filter((row) => isBelow(changeOf(row)))
  const free = new Set(inTime.filter((row) => !isBelow(changeOf(row))))
  const isEqual = (a: CsvRow, b: CsvRow) => isNothing(subtract(legOf('', changeOf(a)).amount, changeOf(b)))
  const distance = (a: CsvRow, b: CsvRow) => Math.abs(timeOf(a) - timeOf(b))
  const take = (row: CsvRow, isFit: (other: CsvRow) => boolean): CsvRow | null => {
    let best: CsvRow | null = null
    for (const other of free) {
      // They stand in the order of time.
      if (timeOf(other) - timeOf(row) > apart) break
      if (distance(row, other) > apart || !isFit(other)) continue
      if (best === null || distance(row, other) < distance(row, best)) best = other
    }
    if (best !== null) free.delete(best)
    return best
  }
  const found = new Map<CsvRow, CsvRow | null>(left.map((row) => [row, take(row, (other) => isEqual(row, other))]))
  const groups = left.map((row) => {
    const other = found.get(row) ?? take(row, () => true)
    return other === null ? [row] : [row, other]
  })
  return [...groups, ...[...free].map((row) => [row])]
}
