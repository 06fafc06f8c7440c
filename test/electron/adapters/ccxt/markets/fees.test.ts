// What an account pays: the exchange's own word for it, cached, and marked as a guess where it says nothing.

import { expect, test } from 'vitest'
import { createBudget } from '../../../../../electron/adapters/ccxt/budget.ts'
import { openClient } from '../../../../../electron/adapters/ccxt/client.ts'
import { readFees } from '../../../../../electron/adapters/ccxt/markets/fees.ts'
import type { Venue } from '../../../../../electron/exchanges/common/library.ts'
import type { Draft, Preview } from '../../../../../shared/order.ts'
import { recordOf } from '../../../../../shared/venues/records.ts'
import { FAKES } from '../../../../exchanges/all.ts'
import { startVenueDesk } from '../../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../../support/app-clock.ts'

const PATHS: Readonly<Record<string, string>> = {
  binance: 'GET /api/v3/account/commission',
  kraken: 'POST /0/private/TradeVolume',
  coinbase: 'GET /api/v3/brokerage/transaction_summary',
  bybit: 'GET /v5/account/fee-rate',
  okx: 'GET /api/v5/account/trade-fee',
}
const TOLD = FAKES.filter(({ venue }) => venue in PATHS)

test.each(TOLD)('$venue: the account’s own rate is what the ticket reckons with [E8]', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.engine.fees = { taker: 0.004, maker: 0.0025 }
  const order = { accountId: desk.accountId, coinId: 'peaq', side: 'buy' }
  const { rules }: Draft = await desk.ok('orders.draft', order)
  expect(rules).toMatchObject({ takerFee: '0.004', makerFee: '0.0025', feeSource: 'account' })
  const { fee, total }: Preview = await desk.ok('portfolio.preview', { ...order, size: { unit: 'quote', value: '50' } })
  expect([fee, total]).toEqual(['0.2', '50.2'])
  const asked = () => desk.venue.asked.filter((each) => each === PATHS[fake.venue]).length
  const before = asked()
  // In steps, so that the vault stays open.
  const later = async (minutes: number): Promise<Draft> => {
    for (let at = 0; at < minutes; at += 1) {
      desk.clock.advance(60_000)
      await desk.ok('orders.draft', order)
    }
    return desk.ok('orders.draft', order)
  }
  await later(30)
  // The library asks Coinbase's summary with every list of markets.
  if (fake.venue !== 'coinbase') expect(asked()).toBe(before)
  desk.engine.fees = { taker: 0.003, maker: 0.002 }
  expect((await later(35)).rules).toMatchObject({ takerFee: '0.003', feeSource: 'account' })
})

test.each(TOLD)('$venue: where the key may not ask it is a guess, and said to be one', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.engine.fees = null
  const { rules }: Draft = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  expect(rules.feeSource).toBe('guess')
  expect(Number(rules.takerFee)).toBeGreaterThan(0)
  desk.engine.fees = { taker: 0.004, maker: 0.0025 }
  desk.clock.advance(61_000)
  const again: Draft = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  expect(again.rules).toMatchObject({ takerFee: '0.004', feeSource: 'account' })
})

/** The rates that come of this answer to the one question. */
async function told(venue: string, method: string, answer: unknown, markets: object = {}) {
  const clock = makeAppClock()
  const place = { venue, environment: 'live', host: null } as const
  const { exchange, transport } = await openClient(place, null, clock, createBudget(clock, recordOf(venue)))
  const all = { 'A/USDT': { id: 'AUSDT', quote: 'USDT' }, 'A/USDC': { id: 'AUSDC', quote: 'USDC' }, ...markets }
  Object.assign(exchange, { markets: all, [method]: async () => answer } satisfies Partial<
    Record<keyof Venue, unknown>
  >)
  return Object.fromEntries(await readFees(exchange, transport, { deadlineMs: 1_000 }, clock, Object.keys(all)))
}

test('Binance: commission, special commission and tax, with the dearer of both sides, and without the discount', async () => {
  const rates = (maker: string, taker: string, buyer: string, seller: string) => ({ maker, taker, buyer, seller })
  const answer = {
    standardCommission: rates('0.001', '0.001', '0', '0.0005'),
    specialCommission: rates('0.0001', '0.0002', '0', '0'),
    taxCommission: rates('0.00001', '0.00002', '0.001', '0'),
    discount: { discount: '0.75' },
  }
  expect(await told('binance', 'privateGetAccountCommission', answer)).toMatchObject({
    'A/USDT': { taker: '0.00272', maker: '0.00261' },
  })
})

test('one market that is not told keeps what it cost, and is asked about again in a minute, not in an hour', async () => {
  const clock = makeAppClock()
  const place = { venue: 'binance', environment: 'live', host: null } as const
  const { exchange, transport } = await openClient(place, null, clock, createBudget(clock, recordOf('binance')))
  const markets = { 'A/USDT': { id: 'AUSDT' }, 'B/USDT': { id: 'BUSDT' } }
  const silent = new Set<unknown>(['BUSDT'])
  let fee = '0.001'
  const method = async ({ symbol }: { symbol: string }) => {
    if (silent.has(symbol)) throw new Error('no answer')
    return { standardCommission: { maker: fee, taker: fee, buyer: '0', seller: '0' } }
  }
  Object.assign(exchange, { markets, privateGetAccountCommission: method })
  const takers = async () => {
    const fees = await readFees(exchange, transport, { deadlineMs: 1_000 }, clock, Object.keys(markets))
    return Object.keys(markets).map((market) => fees.get(market)?.taker ?? null)
  }
  expect(await takers()).toEqual(['0.001', null])
  silent.clear()
  clock.advance(61_000)
  expect(await takers()).toEqual(['0.001', '0.001'])
  fee = '0.002'
  silent.add('AUSDT')
  clock.advance(3_600_000)
  expect(await takers()).toEqual(['0.001', '0.002'])
  silent.clear()
  clock.advance(61_000)
  expect(await takers()).toEqual(['0.002', '0.002'])
})

test('OKX: below nothing is charged, a rebate is none that is reckoned with, and USDC and groups have rates of their own', async () => {
  const row = { taker: '-0.001', maker: '0.0002', takerUSDC: '-0.0005', makerUSDC: '-0.0001', feeGroup: [] }
  const grouped = { 'B/USDT': { id: 'B-USDT', quote: 'USDT', info: { groupId: '4' } } }
  const feeGroup = [{ groupId: '4', taker: '-0.003', maker: '-0.002' }]
  expect(await told('okx', 'privateGetAccountTradeFee', { data: [{ ...row, feeGroup }] }, grouped)).toEqual({
    'A/USDT': { taker: '0.001', maker: '0' },
    'A/USDC': { taker: '0.0005', maker: '0.0001' },
    'B/USDT': { taker: '0.003', maker: '0.002' },
  })
})

test('Kraken: a market without maker rates charges the same of both, and one without any stays a guess', async () => {
  const result = { fees: { AUSDT: { fee: '0.4000' } }, fees_maker: {} }
  expect(await told('kraken', 'privatePostTradeVolume', { result })).toEqual({
    'A/USDT': { taker: '0.004', maker: '0.004' },
  })
})

test('Coinbase: a tax that is not part of the rate comes on top', async () => {
  const answer = {
    fee_tier: { taker_fee_rate: '0.012', maker_fee_rate: '0.006' },
    goods_and_services_tax: { rate: '0.1', type: 'EXCLUSIVE' },
  }
  expect(await told('coinbase', 'v3PrivateGetBrokerageTransactionSummary', answer)).toMatchObject({
    'A/USDT': { taker: '0.0132', maker: '0.0066' },
  })
})
