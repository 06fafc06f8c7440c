// Imports: what a file would add is shown first, then all of it is written in one transaction or nothing is, and it can be taken
// back whole.

import type { ImportInput } from '../../../shared/contract/ledger.ts'
import type { ImportPreview, ImportReport } from '../../../shared/ledger/imports.ts'
import type { Environment } from '../../../shared/order.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { LedgerStore } from '../../ports/ledger.ts'
import type { CoinService } from '../research/coin-service.ts'
import { isZone } from './csv/cells.ts'
import { type ReadImport, readImport } from './csv/read-import.ts'
import { minutesOff } from './csv/zone-check.ts'

export interface ImportService {
  /** @throws AppError `BAD_INPUT`, `TOO_LARGE`, `FILE_NOT_USABLE` */
  preview(input: ImportInput): Promise<ImportPreview>
  /** @throws AppError `NOT_FOUND` for a preview that is gone, `NOT_ALLOWED` while bad rows are not left out on purpose */
  commit(input: { previewId: string; withoutBadRows?: boolean | undefined }): ImportReport
  list(): ImportReport[]
  /** Takes back what an import has added. @throws AppError `NOT_FOUND` */
  undo(importId: string): { removed: number }
}

/** Previews that are kept; each holds the movements of a file. */
const KEPT = 3
const SHOWN = 200
const SOURCE = 'import:'

/** Builds it; `read` gives the text of a file that the trader has chosen. */
export function createImports(
  store: LedgerStore,
  coins: Pick<CoinService, 'byTicker'>,
  environmentOf: (accountId: string) => Environment | null,
  read: (path: string) => Promise<string>,
  newId: () => string,
  now: () => string,
): ImportService {
  let kept: { previewId: string; read: ReadImport; source: string }[] = []
  const coinsOf = (tickers: readonly string[]) =>
    new Map([...coins.byTicker(tickers)].map(([ticker, found]) => [ticker, found.map(({ id }) => id)]))
  const textOf = async ({ path, text }: ImportInput) => {
    if (path !== undefined) return read(path)
    return text ?? ''
  }
  const fillsAt = (accountId: string) =>
    store.page({ accountId, limit: MAX_PAGE_SIZE }).items.filter((each) => each.source === 'fill')
  return {
    preview: async (input) => {
      const { format, timeZone, accountId } = input
      if (timeZone !== undefined && !isZone(timeZone)) throw new AppError('BAD_INPUT', reason('IMPORT_ZONE_UNKNOWN'))
      const environment = (accountId === undefined ? null : environmentOf(accountId)) ?? 'live'
      const previewId = newId()
      const source = `${SOURCE}${now()}:${previewId}`
      const file = readImport(await textOf(input), { format, timeZone, accountId, environment, source, coinsOf })
      const isKnown = file.movements.map(({ movement }) => store.find(movement.entryId) !== null)
      const { movements, ...rest } = file
      const all = movements.map(({ movement }) => movement)
      kept = [{ previewId, read: file, source }, ...kept].slice(0, KEPT)
      return {
        ...{ previewId, ...rest, environment, minutesOff: minutesOff(all, fillsAt(file.accountId)) },
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
    commit: ({ previewId, withoutBadRows = false }) => {
      const preview = kept.find((each) => each.previewId === previewId)
      if (preview === undefined) throw new AppError('NOT_FOUND', reason('IMPORT_PREVIEW_GONE'))
      const { movements, bad } = preview.read
      if (bad.length > 0 && !withoutBadRows) {
        throw new AppError('NOT_ALLOWED', reason('IMPORT_BAD_ROWS', { rows: bad.length }))
      }
      const added = store.atomically(() => movements.filter(({ movement }) => store.add(movement)).length)
      const importId = preview.source.slice(SOURCE.length)
      return { importId, at: importId.slice(0, 24), movements: store.counted(preview.source), added }
    },
    list: () =>
      store.sources(SOURCE).map((source) => {
        const importId = source.slice(SOURCE.length)
        const movements = store.counted(source)
        return { importId, at: importId.slice(0, 24), movements, added: movements }
      }),
    undo: (importId) => {
      const removed = store.removeSource(`${SOURCE}${importId}`)
      if (removed === 0) throw new AppError('NOT_FOUND', reason('IMPORT_GONE'))
      return { removed }
    },
  }
}
