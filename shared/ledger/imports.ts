// What an import would do, and what it did.

import type { Environment } from '../order.ts'
import type { Reason } from '../reasons/reason.ts'
import type { LedgerKind, Movement } from './ledger.ts'

/** Why a row is left out: inside the exchange, not completed, a twin of another row, nothing in it, or told by another file. */
export type SkipReason = 'inside' | 'not-completed' | 'twin' | 'nothing' | 'other-file'

export interface ImportPreview {
  previewId: string
  format: string
  environment: Environment
  /** The exchange account or place that the movements will be at. */
  accountId: string
  timeZone: string
  /** `assumed`: neither the trader nor the file nor the form's documents say it, so he is asked. */
  zoneFrom: 'asked' | 'file' | 'form' | 'assumed'
  /** Minutes by which its trades are later than the same fills of own orders; `null` where none is the same. */
  minutesOff: number | null
  rows: number
  /** Movements that are new, and those that the ledger has: from the same rows before, or as own fills. */
  adds: number
  known: number
  from: string | null
  until: string | null
  /** At most 200 of each; the counts say how many there are. */
  skipped: { line: number; why: SkipReason }[]
  skippedCount: number
  bad: { line: number; why: Reason }[]
  badCount: number
  movements: { lines: number[]; movement: Movement; isKnown: boolean }[]
}

export interface ImportReport {
  importId: string
  at: string
  /** What it has in the ledger now, what another import has too among it, and what it added. */
  movements: number
  added: number
}

export const MAPPED_FIELDS = [
  'time',
  'kind',
  'asset',
  'amount',
  'price',
  'total',
  'currency',
  'fee',
  'feeAsset',
  'toAsset',
  'toAmount',
  'toAccount',
  'note',
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

/** What the columns of a file in nobody's form say. */
export interface ColumnMapping {
  /** The column of each field by its name in the file. Time, asset and amount are needed. */
  columns: { [Field in MappedField]?: string | undefined }
  /** What the words of the kind column mean; those of the ledger need no entry. */
  kinds?: { word: string; kind: LedgerKind }[] | undefined
  /** What every row is where no column says it. A deposit below zero is a withdrawal then, and a buy a sale. */
  kind?: LedgerKind | undefined
}

/** The names of a file's columns and its first rows. */
export interface FileColumns {
  columns: string[]
  rows: string[][]
}

/** How far a commit is. */
export interface ImportProgress {
  previewId: string
  done: number
  total: number
}
