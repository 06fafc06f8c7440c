// What an order's own row tells of its fee counts where its trades are not to be had: one asset or none, never added up over
// several, and never nothing where it is not known.

import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../../../electron/adapters/ccxt/orders/order-readers.ts'
import type { Venue } from '../../../../../electron/exchanges/common/library.ts'
import { toVenueOrder } from '../../../../../electron/exchanges/common/library-orders.ts'
import { FAKES, type Fake } from '../../../../exchanges/all.ts'
import { listAlso } from '../../../../exchanges/list-rows.ts'
import { RESTING, submitted } from '../../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../../faults/venue-desk.ts'

type Row = Record<string, unknown>

const TRADES = /myTrades$|TradesHistory$|historical\/fills$|execution\/list$|fills-history$/

/** What each exchange writes on a row of an order of which 20 are filled: the words, and what was paid. */
const TOLD: [string, Row, { asset: string; amount: string }[]][] = [
  ['bybit', { cumFeeDetail: { PEAQ: '0.02' } }, [{ asset: 'PEAQ', amount: '0.02' }]],
  ['bybit', { cumFeeDetail: { MNT: '-0.5' } }, [{ asset: 'MNT', amount: '-0.5' }]],
  ['bybit', { cumFeeDetail: { MNT: '0.5', USDT: '0.03' } }, []],
  ['bybit', { cumFeeDetail: {}, cumExecFee: '0' }, []],
  ['bybit', { cumFeeDetail: null, cumExecFee: '0.04' }, []],
  ['bybit', { cumFeeDetail: { USDT: 'a lot' } }, []],
  ['coinbase', { total_fees: '0.12' }, [{ asset: 'USDT', amount: '0.12' }]],
  ['coinbase', { total_fees: '' }, []],
  ['coinbase', { total_fees: null }, []],
  ['okx', { fee: '-0.02', feeCcy: 'PEAQ', rebate: '', rebateCcy: '' }, [{ asset: 'PEAQ', amount: '0.02' }]],
  ['okx', { fee: '0.01', feeCcy: 'USDT', rebate: '0' }, [{ asset: 'USDT', amount: '-0.01' }]],
  ['okx', { fee: '-0.02', feeCcy: 'PEAQ', rebate: '0.00' }, [{ asset: 'PEAQ', amount: '0.02' }]],
  ['okx', { fee: '-0.02', feeCcy: 'PEAQ', rebate: '1e-400' }, []],
  ['okx', { fee: '-0.02', feeCcy: 'PEAQ', rebate: '0.01', rebateCcy: 'USDT' }, []],
  ['okx', { fee: '', feeCcy: '' }, []],
  ['kraken', { fee: '0.04', oflags: 'fciq' }, [{ asset: 'USDT', amount: '0.04' }]],
  ['kraken', { fee: '0.04', oflags: 'post,fcib' }, []],
  ['kraken', { fee: null }, []],
]

describe.each(TOLD)('%s %j', (venue, words, fees) => {
  test('is what was paid while no trade is told', async () => {
    const fake = FAKES.find((each) => each.venue === venue) as Fake
    const desk = await startVenueDesk(fake)
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, venue, [], (row) => ({ ...row, ...words }))
    const rows = desk.venue.rewrite
    desk.venue.rewrite = (request, reply) =>
      TRADES.test(request.path) ? { status: 503, body: {} } : (rows?.(request, reply) ?? reply)
    desk.engine.fill(desk.engine.orders[0] as never, 20)
    await desk.ok('orders.reconcile')
    const after = await desk.ok('orders.get', { intentId: order.intentId })
    expect(after).toMatchObject({ filled: '20', fees, fee: fees[0] ?? null })
  })
})

test('a fee of less than is filled by now is not kept as the fee of all', async () => {
  const fake = FAKES.find(({ venue }) => venue === 'coinbase') as Fake
  const desk = await startVenueDesk(fake)
  const order = await submitted(desk, RESTING)
  let words: Row = { total_fees: '0.1' }
  listAlso(desk.venue, 'coinbase', [], (row) => ({ ...row, ...words }))
  const rows = desk.venue.rewrite
  desk.venue.rewrite = (request, reply) =>
    TRADES.test(request.path) ? { status: 503, body: {} } : (rows?.(request, reply) ?? reply)
  const told = async () => (await desk.ok('orders.get', { intentId: order.intentId })).fees
  desk.engine.fill(desk.engine.orders[0] as never, 5)
  await desk.ok('orders.reconcile')
  expect(await told()).toEqual([{ asset: 'USDT', amount: '0.1' }])
  words = { total_fees: null }
  desk.engine.fill(desk.engine.orders[0] as never, 5)
  desk.clock.advance(5_000)
  await desk.ok('orders.reconcile')
  expect(await told()).toEqual([])
})

test('the trades count as soon as they are all told, and part of them does not hide the whole', async () => {
  const fake = FAKES.find(({ venue }) => venue === 'coinbase') as Fake
  const desk = await startVenueDesk(fake)
  const order = await submitted(desk, RESTING)
  listAlso(desk.venue, 'coinbase', [], (row) => ({ ...row, total_fees: '0.9' }))
  desk.engine.fill(desk.engine.orders[0] as never, 5)
  desk.engine.fill(desk.engine.orders[0] as never, 15)
  const rows = desk.venue.rewrite
  desk.venue.rewrite = (request, reply) => {
    if (!TRADES.test(request.path)) return rows?.(request, reply) ?? reply
    const { fills } = reply.body as { fills: Row[] }
    return { status: 200, body: { fills: fills.slice(0, 1), cursor: '' } }
  }
  const told = async () => (await desk.ok('orders.get', { intentId: order.intentId })).fees
  await desk.ok('orders.reconcile')
  expect(await told()).toEqual([{ asset: 'USDT', amount: '0.9' }])
})

test('a fee of Kraken that was taken in the coin is not known by its trades either', async () => {
  const fake = FAKES.find(({ venue }) => venue === 'kraken') as Fake
  for (const [oflags, fees] of [
    ['fciq', [{ asset: 'USDT', amount: '0.03' }]],
    ['fcib', []],
  ] as const) {
    const desk = await startVenueDesk(fake)
    const order = await submitted(desk, RESTING)
    listAlso(desk.venue, 'kraken', [], (row) => ({ ...row, oflags, fee: '7' }))
    desk.engine.manners.price = 1.5
    desk.engine.fill(desk.engine.orders[0] as never, 20)
    await desk.ok('orders.reconcile')
    expect((await desk.ok('orders.get', { intentId: order.intentId })).fees, oflags).toEqual(fees)
  }
})

describe('of an exchange without rows of its own', () => {
  const exchange = { id: 'kucoin', numberToString: String } as unknown as Venue
  const order = { id: '1', symbol: 'PEAQ/USDT', type: 'limit', side: 'buy', amount: '20', price: '2', status: 'closed' }
  const fee = (more: object, filled = '20') => toVenueOrder(exchange, { ...order, filled, average: '2', ...more })?.fee

  test('one fee with its asset counts; a zero, several, or none do not', () => {
    expect(fee({ fee: { currency: 'KCS', cost: 0.01 } })).toEqual({ asset: 'KCS', amount: '0.01' })
    expect(fee({ fees: [{ currency: 'GT', cost: '0.5' }] })).toEqual({ asset: 'GT', amount: '0.5' })
    for (const more of [
      { fee: { currency: 'USDT', cost: 0 } },
      { fee: { currency: 'USDT', cost: '0.0' } },
      { fee: { currency: undefined, cost: 1 } },
      { fee: { currency: 'USDT', cost: undefined } },
      {
        fees: [
          { currency: 'GT', cost: 1 },
          { currency: 'USDT', cost: 1 },
        ],
      },
      { fees: 'GT', fee: null },
      {},
    ]) {
      expect(fee(more), JSON.stringify(more)).toBeNull()
    }
    expect(fee({ fee: { currency: 'KCS', cost: 1 } }, '0')).toBeNull()
    expect(readerOf(exchange, null).hasOtherFee({})).toBe(false)
  })
})
