// The operations on the ledger and on its results: shape of the input, and who answers.

import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { LedgerOperations } from '../../../shared/contract/ledger.ts'
import type { FileChoices } from '../../services/common/file-choice.ts'
import type { ImportService } from '../../services/ledger/ledger-import.ts'
import type { LedgerService } from '../../services/ledger/ledger-service.ts'
import type { ResultService } from '../../services/ledger/results.ts'
import type { TransferService } from '../../services/ledger/transfer-service.ts'
import * as common from '../schemas/common.ts'
import * as s from '../schemas/ledger.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface LedgerServices {
  ledger: LedgerService
  results: ResultService
  imports: ImportService
  transfers: TransferService
  exportLedger(input: Input<'ledger.export'>): Promise<Output<'ledger.export'>>
  files: FileChoices
  valueHistory(input: Input<'portfolio.history'>): Promise<Output<'portfolio.history'>>
}

/** Ties each of the operations to its service. */
export function ledgerHandlers({
  ledger,
  results,
  imports,
  transfers,
  exportLedger,
  valueHistory,
  files,
}: LedgerServices): HandlersOf<LedgerOperations> {
  return {
    'import.preview': {
      input: s.importFile,
      run: (input, { window }) =>
        input.path === undefined
          ? imports.preview(input)
          : files.reading(window, 'open:ledger', input.path, () => imports.preview(input)),
    },
    'import.columns': {
      input: s.columnsOfFile,
      run: (input, { window }) =>
        input.path === undefined
          ? imports.columns(input)
          : files.reading(window, 'open:ledger', input.path, () => imports.columns(input)),
    },
    'import.commit': { input: s.byPreview, run: (input) => imports.commit(input) },
    'import.cancel': { input: s.toCancel, run: ({ previewId }) => imports.cancel(previewId) },
    'import.list': { input: common.nothing, run: () => imports.list() },
    'import.undo': { input: s.byImport, run: ({ importId }) => imports.undo(importId) },
    'ledger.list': { input: s.filter, run: (filter) => ledger.page(filter).items },
    'ledger.page': { input: s.filter, run: (filter) => ledger.page(filter) },
    'ledger.save': { input: s.movement, run: (input) => ledger.save(input) },
    'ledger.remove': {
      input: s.byEntry,
      run: ({ entryId }) => {
        ledger.remove(entryId)
        return null
      },
    },
    'ledger.export': {
      input: s.exported,
      run: (input, { window }) => files.using(window, 'save:ledger', input.path, () => exportLedger(input)),
    },
    'transfers.list': { input: s.byEnvironment, run: ({ environment = 'live' }) => transfers.list(environment) },
    'transfers.confirm': { input: s.byTransfer, run: (key) => transfers.confirm(key) },
    'transfers.refuse': { input: s.byTransfer, run: (key) => transfers.refuse(key) },
    'transfers.undo': { input: s.byTransfer, run: (key) => transfers.undo(key) },
    'portfolio.history': { input: s.valueHistory, run: (input) => valueHistory(input) },
    'results.get': { input: s.results, run: (filter) => results.get(filter) },
    'results.page': { input: s.resultPage, run: (filter) => results.page(filter) },
  }
}
