// The whole story at each exchange: a key, what it may do, what is there, a buy that the limit cuts, an answer that is lost
// and found, a price that is gone, and the sale; after each step the portfolio is what the exchange's ledger says.

import { expect, test } from 'vitest'
import type { Portfolio } from '../../../../shared/portfolio.ts'
import { DOCUMENTED } from '../../../exchanges/all.ts'
import { RIGHTS, telling, withRights } from '../../../exchanges/key-rights.ts'
import { lost, pricedAtOnce } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const quote = (value: string) => ({ unit: 'quote', value }) as const
const OTHERS = [
  { asset: 'BTC', amount: '0.05', price: '60000', value: '3000' },
  { asset: 'USDC', amount: '2000', price: '0.5', value: '1000' },
]

async function portfolioOf(desk: VenueDesk): Promise<Portfolio> {
  desk.clock.advance(2_000)
  return desk.ok('portfolio.get', { environment: 'test' })
}

test.each(DOCUMENTED)('$venue: add a key, buy what the limit allows, lose the answer, find it, sell', async (fake) => {
  const prices: Record<string, number> = { 'BTC/USDT': 60_000, 'USDC/USDT': 0.5 }
  const desk = await startVenueDesk(telling(fake, false), { alsoListed: ['BTC/USDT', 'USDC/USDT'], prices })
  const { accountId, engine, venue } = desk
  engine.balances.set('BTC', 0.05).set('USDC', 2_000)

  // The key.
  const { key } = await desk.ok('accounts.check', { accountId })
  expect(key?.check).toMatchObject({
    state: 'accepted',
    permissions: withRights.includes(fake) ? RIGHTS[fake.venue]?.rights : null,
  })

  // What is there, at the first look already, with one question for all prices.
  venue.asked.length = 0
  const first = await desk.ok('portfolio.get', { environment: 'test' })
  expect(first).toMatchObject({ total: '14000', unpriced: [], holdings: [], assets: OTHERS })
  expect(first.cash).toEqual([{ asset: 'USDT', amount: '10000' }])
  venue.asked.length = 0
  await portfolioOf(desk)
  expect(venue.asked.filter((asked) => /ticker|best_bid_ask/i.test(asked))).toHaveLength(1)

  // The limit of 5% of 14,000.
  const ticket = { accountId, coinId: 'peaq', side: 'buy' }
  const preview = await desk.ok('portfolio.preview', { ...ticket, ...pricedAtOnce(desk), size: quote('1000') })
  expect(preview).toMatchObject({ shareBefore: '0', largestAllowed: '700', problems: [{ code: 'RULE_BREACH' }] })
  expect(await desk.submit({ size: quote('1000') })).toBe('RULE_BREACH')
  expect([venue.sent, engine.orders]).toEqual([[], []])

  // What it allows goes out, and nobody hears of it.
  venue.faults.push({ kind: 'hang', when: 'after' })
  const order = await lost(desk, { size: quote(preview.largestAllowed ?? '') })
  expect(order.status).toBe('unknown')
  expect(await desk.submit({ size: quote('10') })).toBe('KEY_REUSED')
  const doubt = await desk.ok('portfolio.preview', { ...ticket, ...pricedAtOnce(desk), size: quote('10') })
  expect(doubt.problems[0]).toMatchObject({ code: 'UNKNOWN_ORDER_FIRST' })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', amount: '350', filled: '350', averagePrice: '2' })
  expect(engine.orders).toHaveLength(1)
  const held = { coinId: 'peaq', amount: '350', value: '700', share: '0.05' }
  expect(await portfolioOf(desk)).toMatchObject({
    ...{ total: '14000', unpriced: [], breaches: [], cash: [{ asset: 'USDT', amount: '9300' }], assets: OTHERS },
    holdings: [{ ...held, price: '2', valuedAt: 'price' }],
  })
  const full = await desk.ok('portfolio.preview', { ...ticket, ...pricedAtOnce(desk), size: quote('10') })
  expect(full).toMatchObject({ largestAllowed: '0', problems: [{ code: 'RULE_BREACH' }] })

  // The price is gone: what was paid counts, and the limit holds on.
  prices['PEAQ/USDT'] = 0
  expect(await portfolioOf(desk)).toMatchObject({
    ...{ total: '14000', unpriced: [] },
    holdings: [{ ...held, price: null, valuedAt: 'cost' }],
  })
  const limit = { ...ticket, size: quote('10'), price: '2' }
  expect(await desk.ok('portfolio.preview', limit)).toMatchObject({
    atCost: ['peaq'],
    problems: [{ code: 'RULE_BREACH' }],
  })
  delete prices['PEAQ/USDT']

  // Sold.
  desk.clock.advance(2_000)
  const { intentId } = await desk.ok('orders.draft', { ...ticket, side: 'sell' })
  const size = { unit: 'base', value: '350' } as const
  const sale = await desk.ok('orders.submit', { intentId, ...desk.atOnce(), size })
  expect(await desk.settle(sale)).toMatchObject({ status: 'filled', filled: '350' })
  // All of it as at first, but for when it was read.
  const read = { asOf: expect.any(String), asOfMs: expect.any(Number) }
  const accounts = first.accounts.map((account) => ({ ...account, ...read }))
  expect(await portfolioOf(desk)).toMatchObject({ ...first, ...read, accounts, assets: OTHERS })
  expect(engine.orders.map(({ side, status }) => [side, status])).toEqual([
    ['buy', 'filled'],
    ['sell', 'filled'],
  ])
})
