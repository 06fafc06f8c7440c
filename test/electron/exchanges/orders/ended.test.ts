// An order that was accepted and ends later without a fill: the right end, and why, in the exchange's own words.

import { expect, test } from 'vitest'
import { BINANCE_ROWS } from '../../../../electron/exchanges/binance/order-rows.ts'
import { BYBIT_ROWS } from '../../../../electron/exchanges/bybit/order-rows.ts'
import { COINBASE_ROWS } from '../../../../electron/exchanges/coinbase/order-rows.ts'
import { orderOfRow } from '../../../../electron/exchanges/common/order-rows.ts'
import { KRAKEN_ROWS } from '../../../../electron/exchanges/kraken/order-rows.ts'
import { OKX_ROWS } from '../../../../electron/exchanges/okx/order-rows.ts'
import type { Ending } from '../../../../shared/reasons/exchanges.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { FAKES } from '../../../exchanges/all.ts'
import { listAlso } from '../../../exchanges/list-rows.ts'
import { RESTING, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

const said = (code: string | null, words: string | null) => reason('EXCHANGE_ENDED', { code, words })
const as = (code: string, ending: Ending) => reason('EXCHANGE_ENDED_AS', { code, as: ending })

type Row = Record<string, unknown>
type Ends = readonly [changes: Row, status: string, reason: Reason | null][]

const ENDS: Readonly<Record<string, Ends>> = {
  coinbase: [
    [{ status: 'FAILED', reject_reason: 'REJECT_REASON_UNSPECIFIED' }, 'rejected', null],
    [
      { status: 'FAILED', reject_reason: 'HOLD_FAILURE', reject_message: 'Could not place the hold.' },
      'rejected',
      said('HOLD_FAILURE', 'Could not place the hold'),
    ],
    [{ status: 'EXPIRED' }, 'expired', null],
    [{ status: 'CANCELLED', cancel_message: 'Market is closing' }, 'canceled', said(null, 'Market is closing')],
    [{ status: 'CANCEL_QUEUED' }, 'open', null],
    [{ status: 'QUEUED' }, 'open', null],
  ],
  bybit: [
    [
      { orderStatus: 'Rejected', rejectReason: 'EC_PostOnlyWillTakeLiquidity', cancelType: 'UNKNOWN' },
      'rejected',
      as('EC_PostOnlyWillTakeLiquidity', 'post-only-would-trade'),
    ],
    [
      { orderStatus: 'Cancelled', rejectReason: 'EC_NoError', cancelType: 'CancelBySmp' },
      'canceled',
      as('CancelBySmp', 'self-trade'),
    ],
    [{ orderStatus: 'Cancelled', rejectReason: 'EC_Tomorrow' }, 'canceled', said('EC_Tomorrow', null)],
    [{ orderStatus: 'Deactivated' }, 'canceled', null],
  ],
  kraken: [
    [{ status: 'canceled', reason: 'Post only order' }, 'canceled', said(null, 'Post only order')],
    [{ status: 'expired', reason: null }, 'expired', null],
    [{ status: 'closed', reason: 'Insufficient margin' }, 'canceled', said(null, 'Insufficient margin')],
    [{ status: 'pending' }, 'open', null],
  ],
  okx: [
    [
      { state: 'canceled', cancelSource: '31', cancelSourceReason: 'The post-only order will take liquidity' },
      'canceled',
      said('31', 'The post-only order will take liquidity'),
    ],
    [{ state: 'mmp_canceled', cancelSource: '32', cancelSourceReason: '' }, 'canceled', as('32', 'self-trade')],
    [{ state: 'canceled', cancelSource: '99' }, 'canceled', said('99', null)],
  ],
  binance: [
    [{ status: 'EXPIRED_IN_MATCH' }, 'expired', as('EXPIRED_IN_MATCH', 'self-trade')],
    [{ status: 'EXPIRED' }, 'expired', null],
    [{ status: 'REJECTED' }, 'rejected', null],
    [{ status: 'PENDING_CANCEL' }, 'open', null],
  ],
}

const CASES = FAKES.flatMap((fake) =>
  (ENDS[fake.venue] ?? []).map(([changes, status, why]) => ({ fake, venue: fake.venue, changes, status, why })),
)

test.each(CASES)('$venue $changes: $status', async ({ fake, changes, status, why }) => {
  const desk = await startVenueDesk(fake)
  const order = await submitted(desk, RESTING)
  // Each exchange lists under one place or the other; what the row says is what counts.
  listAlso(desk.venue, fake.venue, [], (row) => ({ ...row, ...changes }))
  await desk.ok('orders.reconcile')
  const after = await desk.ok('orders.get', { intentId: order.intentId })
  expect([after.status, after.reason]).toEqual([status, why])
})

/** Every status that the documents name, and what it is here. */
const DOCUMENTED = {
  binance: {
    ...{ NEW: 'open', PENDING_NEW: 'open', PARTIALLY_FILLED: 'open', FILLED: 'filled', CANCELED: 'canceled' },
    ...{ PENDING_CANCEL: 'open', REJECTED: 'rejected', EXPIRED: 'expired', EXPIRED_IN_MATCH: 'expired' },
  },
  kraken: { pending: 'open', open: 'open', closed: 'ended', canceled: 'canceled', expired: 'expired' },
  coinbase: {
    ...{
      PENDING: 'open',
      OPEN: 'open',
      FILLED: 'filled',
      CANCELLED: 'canceled',
      EXPIRED: 'expired',
      FAILED: 'rejected',
    },
    ...{ UNKNOWN_ORDER_STATUS: null, QUEUED: 'open', CANCEL_QUEUED: 'open', EDIT_QUEUED: 'open' },
  },
  bybit: {
    ...{ New: 'open', PartiallyFilled: 'open', Untriggered: 'open', Rejected: 'rejected', Filled: 'filled' },
    ...{ PartiallyFilledCanceled: 'canceled', Cancelled: 'canceled', Triggered: 'open', Deactivated: 'canceled' },
  },
  okx: { live: 'open', partially_filled: 'open', filled: 'filled', canceled: 'canceled', mmp_canceled: 'canceled' },
} as const

test('every documented status is mapped, and no other', () => {
  const read = {
    binance: (status: string) => BINANCE_ROWS.row({ status }).status,
    kraken: (status: string) => KRAKEN_ROWS.row({ id: 'O', row: { status } }).status,
    coinbase: (status: string) => COINBASE_ROWS.row({ status }).status,
    bybit: (orderStatus: string) => BYBIT_ROWS.row({ orderStatus }).status,
    okx: (state: string) => OKX_ROWS.row({ state }).status,
  }
  for (const [venue, statuses] of Object.entries(DOCUMENTED)) {
    const of = read[venue as keyof typeof read]
    expect(Object.fromEntries(Object.keys(statuses).map((status) => [status, of(status)]))).toEqual(statuses)
    for (const other of ['', 'TOMORROW', 'constructor', 'new']) expect(of(other), `${venue} ${other}`).toBeNull()
  }
})

test('a row is read whole or not at all', () => {
  const whole = {
    ...{ symbol: 'X', orderId: 7, clientOrderId: 'k', price: '2', origQty: '20', executedQty: '5' },
    ...{ cummulativeQuoteQty: '10', status: 'CANCELED', type: 'LIMIT', side: 'BUY' },
  }
  const exchange = { markets: {} } as never
  const read = (changes: Row) => orderOfRow(exchange, BINANCE_ROWS.row({ ...whole, ...changes }), null)
  expect(read({})).toMatchObject({ orderId: '7', filled: '5', averagePrice: '2', status: 'canceled', price: '2' })
  for (const name of Object.keys(whole).filter((one) => !['clientOrderId', 'cummulativeQuoteQty'].includes(one))) {
    for (const value of [null, '', {}, [], 'x', Number.NaN]) {
      if (name === 'symbol' && value === 'x') continue
      if (name === 'orderId' && value === 'x') continue
      expect(read({ [name]: value }), `${name} ${JSON.stringify(value)}`).toBeNull()
    }
  }
})
