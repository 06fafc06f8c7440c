// Markets that are paid with USDC, USD or EUR: which one is meant, what they are worth in USDT, and what they may take.

import { expect, test } from 'vitest'
import { reason } from '../../../shared/reasons/reason.ts'
import { DOCUMENTED } from '../../exchanges/all.ts'
import { pricedAtOnce } from '../../faults/fault-kit.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

const kraken = DOCUMENTED.find(({ venue }) => venue === 'kraken') ?? DOCUMENTED[0]
if (kraken === undefined) throw new Error('no fake exchange')
const quote = (value: string) => ({ unit: 'quote', value }) as const

test.each(DOCUMENTED)('$venue: a coin with two markets needs one to be named', async (fake) => {
  const desk = await startVenueDesk(fake, {
    alsoListed: ['PEAQ/USDC', 'USDC/USDT'],
    prices: { 'USDC/USDT': 0.5, 'PEAQ/USDC': 4 },
  })
  const { accountId, engine } = desk
  engine.balances.set('USDC', 2_000)
  const ticket = { accountId, coinId: 'peaq', side: 'buy' }
  const unnamed = await desk.backend.call('orders.draft', ticket)
  const several = reason('SEVERAL_MARKETS', { markets: ['PEAQ/USDT', 'PEAQ/USDC'] })
  expect(unnamed).toMatchObject({ ok: false, error: { code: 'MARKET_NEEDED', reason: several } })
  expect(await desk.code('portfolio.preview', { ...ticket, size: quote('10') })).toBe('MARKET_NEEDED')

  // 5% of 11,000 USDT are 1,100 USDC.
  const market = 'PEAQ/USDC'
  const preview = await desk.ok('portfolio.preview', {
    ...ticket,
    market,
    ...pricedAtOnce(desk, market),
    size: quote('1200'),
  })
  expect(preview).toMatchObject({ value: '1200', largestAllowed: '1100', problems: [{ code: 'RULE_BREACH' }] })
  const { intentId } = await desk.ok('orders.draft', { ...ticket, market })
  const order = await desk.ok('orders.submit', { intentId, ...desk.atOnce(market), size: quote('1100') })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', market, amount: '275', averagePrice: '4' })
  desk.clock.advance(2_000)
  expect(await desk.ok('portfolio.get', { environment: 'test' })).toMatchObject({
    ...{ total: '11000', cash: [{ asset: 'USDT', amount: '10000' }] },
    assets: [{ asset: 'USDC', amount: '900', value: '450' }],
    holdings: [{ coinId: 'peaq', amount: '275', price: '2', share: '0.05' }],
  })
})

test('what is paid with must be there in its own currency', async () => {
  const desk = await startVenueDesk(kraken, {
    alsoListed: ['PEAQ/EUR', 'EUR/USDT'],
    prices: { 'EUR/USDT': 1.1, 'PEAQ/EUR': 2 },
  })
  desk.engine.balances.set('EUR', 20.02)
  const ticket = { accountId: desk.accountId, coinId: 'peaq', side: 'buy', market: 'PEAQ/EUR' }
  expect(await desk.ok('portfolio.preview', { ...ticket, size: quote('22') })).toMatchObject({
    largestAllowed: '20',
    problems: [{ code: 'INSUFFICIENT_FUNDS', reason: { params: { free: '20.02', asset: 'EUR' } } }],
  })
  expect(await desk.ok('portfolio.preview', { ...ticket, size: quote('20') })).toMatchObject({ problems: [] })
})

test('a currency is worth what its own market says, the other way round where only that exists', async () => {
  const desk = await startVenueDesk(kraken, {
    alsoListed: ['PEAQ/USD', 'USDT/USD'],
    prices: { 'USDT/USD': 1.25, 'PEAQ/USD': 2.5 },
  })
  desk.engine.balances.set('USD', 5_000)
  const ticket = { accountId: desk.accountId, coinId: 'peaq', side: 'buy', market: 'PEAQ/USD' }
  // 5% of 14,000 USDT are 875 USD.
  expect(await desk.ok('portfolio.preview', { ...ticket, size: quote('100') })).toMatchObject({
    ...{ largestAllowed: '875', problems: [] },
    shareAfter: expect.stringMatching(/^0\.005714/),
  })
})

test('no currency is taken for a dollar: without its price the share is unknown, until the trader overrides it', async () => {
  const desk = await startVenueDesk(kraken, { alsoListed: ['PEAQ/USD'] })
  desk.engine.balances.set('USD', 5_000)
  const ticket = { accountId: desk.accountId, coinId: 'peaq', side: 'buy', market: 'PEAQ/USD' }
  expect(await desk.ok('portfolio.preview', { ...ticket, size: quote('20') })).toMatchObject({
    ...{ shareAfter: null, largestAllowed: null, problems: [{ code: 'SHARE_UNKNOWN' }] },
  })
  const { intentId } = await desk.ok('orders.draft', ticket)
  const order = { intentId, type: 'market', size: quote('20') }
  expect(await desk.code('orders.submit', order)).toBe('SHARE_UNKNOWN')
  expect(desk.venue.sent).toEqual([])
  await desk.ok('rules.override', { intentId, reason: 'I know what this is worth.' })
  expect(await desk.settle(await desk.ok('orders.submit', order))).toMatchObject({ status: 'filled' })
  // In the portfolio it has a price by its other market, while the dollars count nothing.
  desk.clock.advance(2_000)
  expect(await desk.ok('portfolio.get', { environment: 'test' })).toMatchObject({
    ...{ total: '10020', assets: [{ asset: 'USD', amount: '4980', value: null }] },
    holdings: [{ coinId: 'peaq', amount: '10', value: '20' }],
  })
})

test('one click is bounded in USDT, whatever is paid with', async () => {
  const desk = await startVenueDesk(kraken, {
    alsoListed: ['PEAQ/EUR', 'EUR/USDT'],
    prices: { 'EUR/USDT': 1.25, 'PEAQ/EUR': 2 },
  })
  const { accountId } = desk
  desk.engine.balances.set('EUR', 1_000)
  await desk.ok('accounts.allowOneClick', { accountId, maxValue: '100', deviation: '0.01' })
  const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy', market: 'PEAQ/EUR' })
  expect(await desk.code('orders.oneClick', { intentId, size: quote('80.01'), seen: '2' })).toBe('SIZE_LIMIT')
  expect(await desk.ok('orders.oneClick', { intentId, size: quote('80'), seen: '2' })).toMatchObject({ price: '2.02' })
})
