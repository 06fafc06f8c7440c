// The operations on the ledger and on what it made: name, input and output of each.

import type { Decimal } from '../decimal.ts'
import type { ColumnMapping, FileColumns, ImportPreview, ImportReport } from '../ledger/imports.ts'
import type { CostMethod, LedgerFilter, LedgerKind, Movement } from '../ledger/ledger.ts'
import type { BookingPage, ResultFilter, Results } from '../ledger/results.ts'
import type { TransferKey, TransferPair, Transfers } from '../ledger/transfers.ts'
import type { ValueHistory, ValueRange } from '../ledger/value-history.ts'
import type { Environment } from '../order.ts'
import type { Page } from '../page.ts'
import type { Nothing } from './nothing.ts'

/** A movement as the trader enters it. What is left out follows from the rest. */
export interface MovementInput {
  /** The entry that is changed; a new one without it. */
  entryId?: string | undefined
  /** By the account, where that is one of an exchange; else `live`. */
  environment?: Environment | undefined
  at: string
  accountId: string
  kind: LedgerKind
  coinId?: string | null | undefined
  asset?: string | undefined
  amount: Decimal
  price?: Decimal | null | undefined
  currency?: string | undefined
  total?: Decimal | null | undefined
  fee?: { asset: string; coinId?: string | undefined; amount: Decimal } | null | undefined
  /** Of a transfer or migration; what is left out is as it was where it came from. */
  to?:
    | {
        accountId?: string | undefined
        coinId?: string | undefined
        asset?: string | undefined
        amount?: Decimal | undefined
      }
    | null
    | undefined
  note?: string | undefined
}

export interface ImportInput {
  /** A file that the trader has chosen, or its text. */
  path?: string | undefined
  text?: string | undefined
  format?: string | undefined
  /** With the generic form: which of the file's columns says what. */
  mapping?: ColumnMapping | undefined
  timeZone?: string | undefined
  accountId?: string | undefined
}

export interface LedgerOperations {
  'import.preview': { input: ImportInput; output: ImportPreview }
  'import.columns': { input: { path?: string | undefined; text?: string | undefined }; output: FileColumns }
  'import.commit': { input: { previewId: string; withoutBadRows?: boolean | undefined }; output: ImportReport }
  'import.cancel': { input: { previewId: string }; output: { canceled: boolean } }
  'import.list': { input: Nothing; output: ImportReport[] }
  'import.undo': { input: { importId: string }; output: { removed: number } }

  'ledger.list': { input: LedgerFilter; output: Movement[] }
  'ledger.page': { input: LedgerFilter; output: Page<Movement> }
  'ledger.save': { input: MovementInput; output: Movement }
  'ledger.remove': { input: { entryId: string }; output: null }
  'ledger.export': {
    input: {
      path: string
      year?: number | undefined
      environment?: Environment | undefined
      method?: CostMethod | undefined
    }
    output: { path: string; movements: number }
  }
  'transfers.list': { input: { environment?: Environment | undefined }; output: Transfers }
  'transfers.confirm': { input: TransferKey; output: TransferPair }
  'transfers.refuse': { input: TransferKey; output: TransferPair }
  'transfers.undo': { input: TransferKey; output: null }
  /** What the portfolio was worth, day by day. */
  'portfolio.history': { input: { environment: Environment; range: ValueRange }; output: ValueHistory }
  'results.get': {
    input: { environment: Environment; method: CostMethod; year?: number | undefined }
    output: Results
  }
  'results.page': { input: ResultFilter; output: BookingPage }
}

/** A record, so that a name that is missing here does not compile. */
export const LEDGER_OPERATIONS: Record<keyof LedgerOperations, true> = {
  'import.preview': true,
  'import.columns': true,
  'import.commit': true,
  'import.cancel': true,
  'import.list': true,
  'import.undo': true,
  'ledger.list': true,
  'ledger.page': true,
  'ledger.save': true,
  'ledger.remove': true,
  'ledger.export': true,
  'transfers.list': true,
  'transfers.confirm': true,
  'transfers.refuse': true,
  'transfers.undo': true,
  'portfolio.history': true,
  'results.get': true,
  'results.page': true,
}
