// What the fake desktop answers of the ledger: a list in memory, and results without any.

import type { ImportPreview, ImportReport } from '../../../shared/ledger/imports.ts'
import type { Booking, LedgerFilter, Movement } from '../../../shared/ledger/ledger.ts'
import { DOLLARS, type Results } from '../../../shared/ledger/results.ts'
import type { TransferKey, TransferPair, Transfers } from '../../../shared/ledger/transfers.ts'
import { PAGE_SIZE, type Page } from '../../../shared/page.ts'
import { type FakeOperations, refuse } from './fake-contract.ts'

export interface FakeLedger {
  /** Newest first. */
  movements: Movement[]
  results: Partial<Results>
  /** What every coin's numbers are made of. */
  bookings: Booking[]
  preview: Partial<ImportPreview>
  imports: ImportReport[]
  transfers: Partial<Transfers>
}

type Operation = Extract<
  keyof FakeOperations,
  'portfolio.history' | `${'ledger' | 'results' | 'import' | 'transfers'}.${string}`
>

/** The answers over the memory of the fake. */
export function ledgerOperations({ ledger: memory }: { ledger: FakeLedger }): Pick<FakeOperations, Operation> {
  const pageOf = ({ coinId, accountId, kind, before = 0, limit = PAGE_SIZE }: LedgerFilter): Page<Movement> => {
    const all = memory.movements
      .filter((row) => coinId === undefined || row.coinId === coinId)
      .filter((row) => accountId === undefined || row.accountId === accountId)
      .filter((row) => kind === undefined || row.kind === kind)
    return { items: all.slice(before, before + limit), next: all.length > before + limit ? before + limit : null }
  }
  return {
    'import.preview': ({ format = 'generic', timeZone = 'UTC', accountId = 'manual' }) => ({
      ...{
        previewId: 'preview',
        format,
        environment: 'live',
        accountId,
        timeZone,
        zoneFrom: 'assumed',
        minutesOff: null,
        rows: 0,
        adds: 0,
      },
      ...{ known: 0, from: null, until: null, skipped: [], skippedCount: 0, bad: [], badCount: 0, movements: [] },
      ...memory.preview,
    }),
    'import.commit': ({ previewId }) => {
      const added = memory.preview.adds ?? 0
      const report = { importId: previewId, at: new Date().toISOString(), movements: added, added }
      memory.imports = [report, ...memory.imports]
      return report
    },
    'import.columns': () => ({ columns: [], rows: [] }),
    'import.cancel': () => ({ canceled: false }),
    'import.list': () => memory.imports,
    'import.undo': ({ importId }) => {
      const removed = memory.imports.find((each) => each.importId === importId)?.movements ?? 0
      memory.imports = memory.imports.filter((each) => each.importId !== importId)
      return { removed }
    },
    'transfers.list': ({ environment = 'live' }) => ({
      ...{ environment, offered: [], offeredCount: 0, confirmed: [], confirmedCount: 0, refused: [], refusedCount: 0 },
      ...{ unmatched: [], unmatchedCount: 0 },
      ...memory.transfers,
    }),
    'transfers.confirm': (key) => answeredTransfer(memory, key, 'confirmed'),
    'transfers.refuse': (key) => answeredTransfer(memory, key, 'refused'),
    'transfers.undo': () => null,
    'ledger.list': (filter) => pageOf(filter).items,
    'ledger.page': pageOf,
    'ledger.save': (input) => {
      const { at, accountId, kind, amount, coinId = null, asset = coinId ?? '', currency = 'USDT', note = '' } = input
      const entryId = input.entryId ?? `entry-${memory.movements.length + 1}`
      const saved: Movement = {
        ...{ entryId, groupId: entryId, sequence: 0, environment: input.environment ?? 'live', at, accountId, kind },
        ...{
          coinId,
          asset,
          amount,
          price: input.price ?? null,
          currency,
          currencyCoinId: null,
          total: input.total ?? null,
        },
        fee: input.fee == null ? null : { ...input.fee, coinId: input.fee.coinId ?? null },
        to: input.to == null ? null : { accountId, coinId, asset, amount, ...withoutHoles(input.to) },
        ...{ source: 'manual', note },
      }
      memory.movements = [saved, ...memory.movements.filter((row) => row.entryId !== entryId)]
      return saved
    },
    'ledger.remove': ({ entryId }) => {
      if (!memory.movements.some((row) => row.entryId === entryId))
        throw refuse('NOT_FOUND', 'This entry no longer exists.')
      memory.movements = memory.movements.filter((row) => row.entryId !== entryId)
      return null
    },
    'ledger.export': ({ path }) => ({ path, movements: memory.movements.length }),
    'portfolio.history': ({ environment, range }) => ({ environment, range, currency: 'USDT', days: [], gap: null }),
    'results.get': ({ environment, method, year }) => ({
      ...{ environment, method, basis: 'zero', year: year ?? null, currency: 'USDT', dollars: DOLLARS },
      ...{ asOf: new Date().toISOString(), proceeds: '0', cost: '0', realised: '0', income: '0', fees: '0', net: '0' },
      ...{
        heldCost: '0',
        value: '0',
        unrealised: '0',
        leftOut: [],
        coins: [],
        places: [],
        years: [],
        missing: [],
        missingCount: 0,
      },
      ...memory.results,
    }),
    'results.page': ({ before = 0, limit = PAGE_SIZE }) => ({
      items: memory.bookings.slice(before, before + limit),
      next: memory.bookings.length > before + limit ? before + limit : null,
    }),
  }
}

/** Puts an offered pair among those that were answered. */
function answeredTransfer(
  memory: FakeLedger,
  { withdrawalId }: TransferKey,
  as: 'confirmed' | 'refused',
): TransferPair {
  const { offered = [] } = memory.transfers
  const pair = offered.find(({ withdrawal }) => withdrawal.entryId === withdrawalId)
  if (pair === undefined) return refuse('NOT_FOUND', 'This entry no longer exists.')
  const rest = offered.filter((one) => one !== pair)
  memory.transfers = { ...memory.transfers, offered: rest, offeredCount: rest.length, [as]: [pair], [`${as}Count`]: 1 }
  return pair
}

const withoutHoles = (given: object): Partial<NonNullable<Movement['to']>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
