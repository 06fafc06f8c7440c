// Imports: what a file would add is shown first, then all of it is written in one transaction or nothing is, and it can be taken
// back whole.

import type { ImportInput } from '../../../shared/contract/ledger.ts'
import type { FileColumns, ImportPreview, ImportProgress, ImportReport } from '../../../shared/ledger/imports.ts'
import type { Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { createSerialQueue } from '../../../shared/serial-queue.ts'
import type { LedgerStore } from '../../ports/ledger.ts'
import type { Turns } from '../common/turns.ts'
import type { CoinService } from '../research/coin-service.ts'
import { isZone } from './csv/cells.ts'
import { type ReadImport, readImport } from './csv/read-import.ts'
import { columnsOf } from './csv/recognise.ts'
import { minutesOff } from './csv/zone-check.ts'
import { createImportWriter } from './import-writer.ts'
import { ownFillsOf } from './own-fills.ts'

export interface ImportService {
  /** @throws AppError `BAD_INPUT`, `TOO_LARGE`, `FILE_NOT_USABLE` */
  preview(input: ImportInput): Promise<ImportPreview>
  /** The columns of a file in nobody's form, so that the trader can name them. @throws as `preview` */
  columns(input: Pick<ImportInput, 'path' | 'text'>): Promise<FileColumns>
  /** @throws AppError `NOT_FOUND` for a preview that is gone, `NOT_ALLOWED` while bad rows are not left out on purpose */
  commit(input: { previewId: string; withoutBadRows?: boolean | undefined }): Promise<ImportReport>
  /** Ends a commit that is under way: nothing of it is there then. Answers whether there was one. */
  cancel(previewId: string): { canceled: boolean }
  list(): ImportReport[]
  /** Takes back what an import has, but for what another one has too. @throws AppError `NOT_FOUND` */
  undo(importId: string): Promise<{ removed: number }>
}

export interface ImportAccounts {
  /** `null` for a place of the trader's own. */
  environmentOf(accountId: string): Environment | null
  /** The accounts with real money there. */
  liveAt(venue: string): readonly string[]
}

/** Previews that are kept; each holds the movements of a file. */
const KEPT = 3
const SHOWN = 200
const SOURCE = 'import:'

/** Builds it; `read` gives the text of a file that the trader has chosen. */
export function createImports(
  store: LedgerStore,
  coins: Pick<CoinService, 'byTicker'>,
  accounts: ImportAccounts,
  read: (path: string) => Promise<string>,
  newId: () => string,
  now: () => string,
  turns: Turns,
  told: (progress: ImportProgress) => void,
): ImportService {
  const writer = createImportWriter(store, turns, now)
  const queue = createSerialQueue()
  const canceled = new Set<string>()
  const committing = new Set<string>()
  let kept: { previewId: string; read: ReadImport; source: string }[] = []
  const coinsOf = (tickers: readonly string[]) =>
    new Map([...coins.byTicker(tickers)].map(([ticker, found]) => [ticker, found.map(({ id }) => id)]))
  const textOf = async ({ path, text }: Pick<ImportInput, 'path' | 'text'>) => {
    if (path !== undefined) return read(path)
    return text ?? ''
  }
  // Rows under an exchange's name are of one of the accounts there.
  const fillsAmong = (movements: readonly Movement[]) => {
    const accountId = movements[0]?.accountId ?? ''
    return ownFillsOf(store, [accountId, ...accounts.liveAt(accountId)], movements)
  }
  const accountOf = (venue: string) => {
    const [only = null, ...more] = accounts.liveAt(venue)
    return more.length > 0 ? null : only
  }
  return {
    preview: async (input) => {
      const { format, timeZone, accountId, mapping } = input
      if (mapping !== undefined && (format ?? 'generic') !== 'generic') {
        throw new AppError('BAD_INPUT', reason('IMPORT_MAPPING'))
      }
      if (timeZone !== undefined && !isZone(timeZone)) throw new AppError('BAD_INPUT', reason('IMPORT_ZONE_UNKNOWN'))
      const environment = (accountId === undefined ? null : accounts.environmentOf(accountId)) ?? 'live'
      const previewId = newId()
      const source = `${SOURCE}${now()}:${previewId}`
      const terms = { format, mapping, timeZone, accountId, accountOf, environment, source, coinsOf }
      const { movements, ...rest } = readImport(await textOf(input), terms)
      const file: ReadImport = { movements, ...rest }
      const all = movements.map(({ movement }) => movement)
      const { fills, groups: ofFills } = fillsAmong(all)
      const isKnown: boolean[] = []
      for (const { entryId, groupId } of all) {
        isKnown.push(ofFills.has(groupId) || store.find(entryId) !== null)
        await turns.turn()
      }
      kept = [{ previewId, read: file, source }, ...kept].slice(0, KEPT)
      return {
        ...{
          previewId,
          ...rest,
          environment,
          minutesOff: minutesOff(
            all,
            fills.map(({ movement }) => movement),
          ),
        },
        adds: isKnown.filter((known) => !known).length,
        known: isKnown.filter(Boolean).length,
        from: movements[0]?.movement.at ?? null,
        until: movements.at(-1)?.movement.at ?? null,
        skipped: rest.skipped.slice(0, SHOWN),
        skippedCount: rest.skipped.length,
        bad: rest.bad.slice(0, SHOWN),
        badCount: rest.bad.length,
        movements: movements.slice(0, SHOWN).map((each, at) => ({ ...each, isKnown: isKnown[at] === true })),
      }
    },
    columns: async (input) => columnsOf(await textOf(input)),
    commit: async ({ previewId, withoutBadRows = false }) => {
      const preview = kept.find((each) => each.previewId === previewId)
      if (preview === undefined) throw new AppError('NOT_FOUND', reason('IMPORT_PREVIEW_GONE'))
      const { read, source } = preview
      if (read.bad.length > 0 && !withoutBadRows) {
        throw new AppError('NOT_ALLOWED', reason('IMPORT_BAD_ROWS', { rows: read.bad.length }))
      }
      return queue.run('', async () => {
        committing.add(previewId)
        try {
          const all = read.movements.map(({ movement }) => movement)
          // Asked again: an order can have traded since.
          const added = await writer.write(source, all, {
            ownFills: () => fillsAmong(all),
            isCanceled: () => canceled.has(previewId),
            told: (done, total) => told({ previewId, done, total }),
          })
          const importId = source.slice(SOURCE.length)
          return { importId, at: importId.slice(0, 24), movements: store.counted(source), added }
        } finally {
          committing.delete(previewId)
          canceled.delete(previewId)
        }
      })
    },
    cancel: (previewId) => {
      const isUnderWay = committing.has(previewId)
      if (isUnderWay) canceled.add(previewId)
      return { canceled: isUnderWay }
    },
    list: () =>
      store.sources(SOURCE).map((source) => {
        const importId = source.slice(SOURCE.length)
        const movements = store.counted(source)
        return { importId, at: importId.slice(0, 24), movements, added: movements }
      }),
    undo: (importId) =>
      queue.run('', async () => {
        const source = `${SOURCE}${importId}`
        if (store.counted(source) === 0) throw new AppError('NOT_FOUND', reason('IMPORT_GONE'))
        return { removed: await writer.remove(source) }
      }),
  }
}
