// Between an order's rows in SQLite and the order that the app speaks of. The schema guarantees the text types.

import { add, compare } from '../../../../shared/decimal.ts'
import type { Attempt, Fee, Order, OrderSearch } from '../../../../shared/order.ts'
import type { Reason } from '../../../../shared/reasons/reason.ts'
import type { Row } from '../database.ts'

const text = (row: Row, column: string): string => String(row[column])
const maybe = (row: Row, column: string): string | null => {
  const value = row[column]
  return value === null || value === undefined ? null : String(value)
}

/** What is written down of a reason. */
export const reasonColumn = (reason: Reason | null): string | null => (reason === null ? null : JSON.stringify(reason))

/** A row that does not hold one was not read: its shape is looked at before. */
const storedReason = (row: Row, column: string): Reason | null => {
  const value = maybe(row, column)
  return value === null ? null : (JSON.parse(value) as Reason)
}

/** One row of `orders` with its attempts and the state of the search for it. */
export function toOrder(row: Row, attempts: Attempt[], search: OrderSearch | null, fills: Row[]): Order {
  const fees = feesOf(row, fills)
  return {
    ...tradedPart(row),
    ...(fees.length > 1 && { fee: null }),
    fees,
    intentId: text(row, 'intent_id'),
    environment: text(row, 'environment') as Order['environment'],
    coinId: text(row, 'coin_id'),
    type: text(row, 'type') as Order['type'],
    timeInForce: text(row, 'time_in_force') as Order['timeInForce'],
    size: { unit: text(row, 'size_unit') as Order['size']['unit'], value: text(row, 'size_value') },
    amount: text(row, 'amount'),
    price: maybe(row, 'price'),
    stopPrice: maybe(row, 'stop_price'),
    status: text(row, 'status') as Order['status'],
    reason: storedReason(row, 'reason'),
    venueClientId: text(row, 'venue_client_id'),
    venueOrderId: maybe(row, 'venue_order_id'),
    cancelRequested: row.cancel_requested_at !== null,
    decidedAt: maybe(row, 'decided_at'),
    payloadHash: text(row, 'payload_hash'),
    attempts,
    search,
    createdAt: text(row, 'created_at'),
    updatedAt: text(row, 'updated_at'),
  }
}

/** What a row of `orders` tells of its trades. */
export function tradedPart(row: Row): Pick<Order, 'accountId' | 'market' | 'side' | 'filled' | 'averagePrice' | 'fee'> {
  const feeAsset = maybe(row, 'fee_asset')
  return {
    accountId: text(row, 'account_id'),
    market: text(row, 'market'),
    side: text(row, 'side') as Order['side'],
    filled: text(row, 'filled'),
    averagePrice: maybe(row, 'average_price'),
    fee: feeAsset === null ? null : { asset: feeAsset, amount: text(row, 'fee_amount') },
  }
}

/** What was paid in each asset: by the trades where all of them are there and tell it, else as the order itself was told. */
export function feesOf(row: Row, fills: Row[]): Fee[] {
  const byAsset = new Map<string, string>()
  for (const fill of fills) {
    const asset = text(fill, 'fee_asset')
    // Without an asset nobody has told what was paid.
    if (asset !== '') byAsset.set(asset, add(byAsset.get(asset) ?? '0', text(fill, 'fee_amount')))
  }
  const { fee, filled } = tradedPart(row)
  const traded = fills.reduce((sum, fill) => add(sum, text(fill, 'amount')), '0')
  const isWhole = compare(traded, filled) >= 0 && fills.every((fill) => text(fill, 'fee_asset') !== '')
  return (byAsset.size === 0 || !isWhole) && fee !== null
    ? [fee]
    : [...byAsset].map(([asset, amount]) => ({ asset, amount }))
}

/** One row of `attempts`. */
export function toAttempt(row: Row): Attempt {
  return {
    number: Number(row.number),
    startedAt: text(row, 'started_at'),
    outcome: maybe(row, 'outcome') as Attempt['outcome'],
    sent: maybe(row, 'sent') as Attempt['sent'],
    detail: storedReason(row, 'detail'),
    words: maybe(row, 'words'),
    validUntil: row.valid_until === null ? null : Number(row.valid_until),
  }
}

/** One row of `searches`. */
export function toSearch(row: Row): OrderSearch {
  return {
    rounds: Number(row.rounds),
    silent: Number(row.silent),
    lookedAt: text(row, 'looked_at'),
    detail: storedReason(row, 'detail'),
  }
}
