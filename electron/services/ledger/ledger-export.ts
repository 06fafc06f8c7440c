// The ledger as a CSV file for whoever does the taxes: movements, what came of each by one method, and the lots that are left. It
// says by which method it was reckoned, and gives no advice.

import type { Booking, CostMethod, IncomeBasis, Movement } from '../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { LedgerPosition, LedgerStore } from '../../ports/ledger.ts'
import { csvLine, plainCell, textCell } from '../common/csv/csv-cells.ts'
import type { Turn } from '../common/turns.ts'
import { createReckoner, type Reckoner } from './reckoner.ts'
import { yearOf } from './tally.ts'
import { isMoney, rateOf } from './worths.ts'

export interface ExportTerms {
  environment: Environment
  method: CostMethod
  basis: IncomeBasis
  /** Movements and results of this year alone, and the lots at its end; all where it is `null`. */
  year: number | null
}

/** Every row has all of them; what a row does not have is empty. `record` is `movement`, `result` or `lot`. */
const EXPORT_COLUMNS = [
  ...[
    'record',
    'entryId',
    'groupId',
    'sequence',
    'environment',
    'at',
    'accountId',
    'kind',
    'coinId',
    'asset',
    'amount',
  ],
  ...[
    'price',
    'currency',
    'currencyCoinId',
    'total',
    'feeAsset',
    'feeCoinId',
    'feeAmount',
    'toAccountId',
    'toCoinId',
    'toAsset',
  ],
  ...['toAmount', 'source', 'note', 'outcome', 'lotId', 'acquiredAt', 'proceeds', 'cost', 'result', 'missing'],
  ...['method', 'incomeBasis'],
] as const
type Column = (typeof EXPORT_COLUMNS)[number]

/** Movements that are read at once. */
const SLICE = 50
const MOST_ATTEMPTS = 5
const encoder = new TextEncoder()

/**
 * Has `write` write the file, which is given its parts, and answers how many movements are in it. Where something in the past
 * changes meanwhile it is written anew: half of it would be of the ledger before.
 * @throws AppError `TRY_LATER` where that goes on, and whatever `write` throws, which leaves no file then
 */
export async function exportLedger(
  store: LedgerStore,
  terms: ExportTerms,
  turn: Turn,
  write: (parts: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    let movements = 0
    const count = () => {
      movements += 1
    }
    try {
      await write(exportedLedger(store, terms, count, turn))
      return movements
    } catch (error) {
      const isOld = error instanceof AppError && error.reason.code === 'LEDGER_CHANGING'
      if (!isOld || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** The parts of the file; `counted` is told of each movement in it. @throws AppError `TRY_LATER` once they are of two ledgers */
export async function* exportedLedger(
  store: LedgerStore,
  terms: ExportTerms,
  counted: () => void,
  turn: Turn,
): AsyncGenerator<Uint8Array> {
  const { environment, year, method, basis } = terms
  const reckoner = createReckoner({ method, basis, rateOf, isMoney })
  const isIn = (at: string) => year === null || yearOf(at) === year
  const began = store.rewritten()
  const assertSame = () => {
    if (store.rewritten() !== began) throw new AppError('TRY_LATER', reason('LEDGER_CHANGING'))
  }
  yield encoder.encode(csvLine([...EXPORT_COLUMNS]))
  let position: LedgerPosition | null = null
  for (;;) {
    assertSame()
    const rows = store.after(environment, position, SLICE)
    let text = ''
    for (const { movement, at, place } of rows) {
      if (year !== null && yearOf(at) > year) continue
      const booked = reckoner.apply(movement)
      position = { at, place }
      if (!isIn(at)) continue
      counted()
      text += line(movementCells(movement))
      for (const booking of booked) text += resultLines(booking, terms)
      await turn()
    }
    if (text !== '') yield encoder.encode(text)
    const last = rows.at(-1)
    if (last === undefined || (year !== null && yearOf(last.at) > year)) break
    position = { at: last.at, place: last.place }
  }
  yield encoder.encode(lotLines(reckoner, terms))
  assertSame()
}

const line = (cells: Partial<Record<Column, string>>): string =>
  csvLine(EXPORT_COLUMNS.map((name) => cells[name] ?? ''))
const maybeText = (text: string | null) => (text === null ? '' : textCell(text))

function movementCells(movement: Movement): Partial<Record<Column, string>> {
  const { fee, to } = movement
  return {
    record: 'movement',
    entryId: textCell(movement.entryId),
    groupId: textCell(movement.groupId),
    sequence: plainCell(movement.sequence),
    environment: movement.environment,
    at: movement.at,
    accountId: textCell(movement.accountId),
    kind: movement.kind,
    coinId: maybeText(movement.coinId),
    asset: textCell(movement.asset),
    amount: plainCell(movement.amount),
    price: plainCell(movement.price),
    currency: textCell(movement.currency),
    currencyCoinId: maybeText(movement.currencyCoinId),
    total: plainCell(movement.total),
    ...(fee !== null && {
      feeAsset: textCell(fee.asset),
      feeCoinId: maybeText(fee.coinId),
      feeAmount: plainCell(fee.amount),
    }),
    ...(to !== null && {
      toAccountId: textCell(to.accountId),
      toCoinId: maybeText(to.coinId),
      toAsset: textCell(to.asset),
      toAmount: plainCell(to.amount),
    }),
    source: textCell(movement.source),
    note: textCell(movement.note),
  }
}

const reckoned = ({ method, basis, environment }: ExportTerms) => ({ method, incomeBasis: basis, environment })

/** A row for each part, so that every sum can be made again. */
function resultLines({ parts, ...booking }: Booking, terms: ExportTerms): string {
  return parts
    .map((part) =>
      line({
        ...{ record: 'result', ...reckoned(terms), at: booking.at, outcome: booking.outcome, currency: 'USDT' },
        entryId: textCell(booking.entryId),
        accountId: textCell(booking.accountId),
        coinId: maybeText(booking.coinId),
        asset: textCell(booking.asset),
        amount: plainCell(part.amount),
        lotId: maybeText(part.lotId),
        acquiredAt: plainCell(part.acquiredAt),
        proceeds: plainCell(part.proceeds),
        cost: plainCell(part.cost),
        result: plainCell(part.result),
        missing: part.missing ? 'yes' : '',
      }),
    )
    .join('')
}

function lotLines(reckoner: Reckoner, terms: ExportTerms): string {
  return reckoner
    .assets()
    .flatMap((asset) =>
      (terms.method === 'average' ? [''] : [...asset.held.keys()]).flatMap((accountId) =>
        asset.lots(accountId).map((lot) =>
          line({
            ...{ record: 'lot', ...reckoned(terms), currency: 'USDT', accountId: textCell(accountId) },
            coinId: maybeText(asset.coinId),
            asset: textCell(asset.asset),
            amount: plainCell(lot.amount),
            lotId: maybeText(lot.lotId),
            acquiredAt: plainCell(lot.missing ? null : lot.acquiredAt),
            cost: plainCell(lot.cost),
            missing: lot.missing ? 'yes' : '',
          }),
        ),
      ),
    )
    .join('')
}
