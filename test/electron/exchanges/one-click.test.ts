// One-click orders at exchanges: off until they are allowed, bounded in value and in price, one order a key.

import { expect, test } from 'vitest'
import type { Order } from '../../../shared/order.ts'
import { FAKES } from '../../exchanges/all.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'
import { draftOf } from '../../support/order-inputs.ts'
import { startDesk } from '../../support/start-backend.ts'

/** Where it is known that an order can trade at once or not at all. */
const AT_ONCE = FAKES.filter(({ record }) => record.timesInForce.includes('ioc'))
const FIFTY = { unit: 'quote', value: '50' } as const

async function aDraft(desk: VenueDesk, side: 'buy' | 'sell' = 'buy'): Promise<string> {
  return (await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side })).intentId
}

async function allowed(fake: (typeof FAKES)[number], maxValue = '100'): Promise<VenueDesk> {
  const desk = await startVenueDesk(fake)
  await desk.ok('accounts.allowOneClick', { accountId: desk.accountId, maxValue, deviation: '0.005' })
  return desk
}

const binance = FAKES.find(({ venue }) => venue === 'binance') ?? FAKES[0]
if (binance === undefined) throw new Error('no fake exchange')

test.each(AT_ONCE)(
  'one click is a limit that trades at once or not at all, up to the deviation: $venue',
  async (fake) => {
    const desk = await allowed(fake)
    const order = await desk.ok('orders.oneClick', { intentId: await aDraft(desk), size: FIFTY, seen: '2' })
    expect(order).toMatchObject({ type: 'limit', timeInForce: 'ioc', price: '2.01', amount: '24.8' })
    expect(await desk.settle(order)).toMatchObject({ status: 'filled', averagePrice: '2' })
    expect(desk.engine.orders).toMatchObject([{ type: 'limit', timeInForce: 'ioc', price: 2.01 }])
    // The use of the key names its order, so that nobody is alarmed.
    expect(await desk.ok('audit.list', { kind: 'alert' })).toEqual([])
    const [use] = await desk.ok('audit.list', { kind: 'secret', search: 'order' })
    expect(use?.detail).toMatchObject({ purpose: 'order', order: order.intentId })
  },
)

test('a sale is priced up to the next tick, never below what was seen less the deviation', async () => {
  const desk = await allowed(binance)
  await desk.settle(await desk.ok('orders.oneClick', { intentId: await aDraft(desk), size: FIFTY, seen: '2' }))
  const sale = { intentId: await aDraft(desk, 'sell'), size: { unit: 'base', value: '24.8' }, seen: '2.00001' } as const
  // 2.00001 less half a percent is 1.99000995.
  expect(await desk.ok('orders.oneClick', sale)).toMatchObject({ side: 'sell', price: '1.9901' })
})

test.each(FAKES.filter((fake) => !AT_ONCE.includes(fake)))(
  'is not to be had where no such order is known: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const mode = { accountId: desk.accountId, maxValue: '100', deviation: '0.01' }
    expect(await desk.code('accounts.allowOneClick', mode)).toBe('NOT_ALLOWED')
  },
)

test('is off until it is allowed, and never for a larger order', async () => {
  const desk = await startVenueDesk(binance)
  const { accountId } = desk
  const intentId = await aDraft(desk)
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toBe('ONE_CLICK_OFF')
  const account = await desk.ok('accounts.allowOneClick', { accountId, maxValue: '49.99', deviation: '0.01' })
  expect(account.oneClick).toEqual({ maxValue: '49.99', deviation: '0.01' })
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toBe('SIZE_LIMIT')
  const coins = { unit: 'base', value: '24.8' } as const
  // 24.8 at up to 2.02 are 50.096.
  expect(await desk.code('orders.oneClick', { intentId, size: coins, seen: '2' })).toBe('SIZE_LIMIT')
  expect(await desk.code('orders.oneClick', { intentId: crypto.randomUUID(), size: FIFTY, seen: '2' })).toBe(
    'DRAFT_NOT_FOUND',
  )
  expect((await desk.ok('accounts.endOneClick', { accountId })).oneClick).toBeNull()
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toBe('ONE_CLICK_OFF')
  expect(desk.venue.sent).toEqual([])
})

test.each([
  ['risen', 2.0101],
  ['fallen', 1.9899],
])('asks again when the price has %s past the deviation', async (_name, price) => {
  const desk = await allowed(binance)
  const intentId = await aDraft(desk)
  desk.engine.manners.price = price
  desk.clock.advance(2_100)
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toBe('PRICE_MOVED')
  expect(desk.venue.sent).toEqual([])
  desk.engine.manners.price = 2
  desk.clock.advance(2_100)
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toMatch(/^ok/)
})

test('asks again when nobody tells a price of these seconds', async () => {
  const desk = await allowed(binance)
  const intentId = await aDraft(desk)
  await desk.venue.close()
  desk.clock.advance(5_100)
  expect(await desk.code('orders.oneClick', { intentId, size: FIFTY, seen: '2' })).toBe('PRICE_UNKNOWN')
})

test('a limit of the portfolio holds for one click as well', async () => {
  const desk = await allowed(binance, '5000')
  const size = { unit: 'quote', value: '600' } as const
  expect(await desk.code('orders.oneClick', { intentId: await aDraft(desk), size, seen: '2' })).toBe('RULE_BREACH')
  expect(desk.venue.sent).toEqual([])
})

test('fifty clicks at once make one order, a repeat after the end of the mode tells of it, another size is refused', async () => {
  const desk = await allowed(binance)
  const input = { intentId: await aDraft(desk), size: FIFTY, seen: '2' }
  const seen = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? '2' : '2.001'))
  const answers = await Promise.all(
    seen.map((price) => desk.backend.call('orders.oneClick', { ...input, seen: price })),
  )
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
  await desk.ok('accounts.endOneClick', { accountId: desk.accountId })
  expect(await desk.ok('orders.oneClick', input)).toMatchObject({ intentId: input.intentId })
  const other = { ...input, size: { unit: 'quote', value: '60' } }
  expect(await desk.code('orders.oneClick', other)).toBe('KEY_REUSED')
  expect(desk.venue.sent).toHaveLength(1)
})

test('a lost answer is looked up as of any order', async () => {
  const desk = await allowed(binance)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  const order = await desk.ok('orders.oneClick', { intentId: await aDraft(desk), size: FIFTY, seen: '2' })
  expect(order.status).toBe('unknown')
  expect((await desk.settle(order as Order)).status).toBe('filled')
  expect(desk.engine.orders).toHaveLength(1)
})

test('ends with the vault’s lock and with the run, and practice needs no leave', async () => {
  const desk = await allowed(binance)
  const mode = async () =>
    (await desk.ok('accounts.list')).find(({ accountId }) => accountId === desk.accountId)?.oneClick
  expect(await mode()).not.toBeNull()
  await desk.ok('vault.lock')
  await desk.ok('vault.unlock')
  expect(await mode()).toBeNull()
  await desk.ok('accounts.allowOneClick', { accountId: desk.accountId, maxValue: '100', deviation: '0.005' })
  await desk.restart()
  expect(await mode()).toBeNull()
  const practice = { accountId: 'practice', maxValue: '1', deviation: '0.1' }
  expect(await desk.code('accounts.allowOneClick', practice)).toBe('NOT_ALLOWED')
  const events = (await desk.ok('audit.list', { kind: 'rule' })).map(({ event }) => event)
  expect(events).toEqual(['one-click-allowed', 'one-click-ended', 'one-click-allowed'])
})

test('the ticket’s preview reads the book: the price that this size would meet, and when the book is too thin', async () => {
  const desk = await startVenueDesk(binance)
  const preview = (value: string) =>
    desk.ok('portfolio.preview', {
      accountId: desk.accountId,
      coinId: 'peaq',
      side: 'buy',
      size: { unit: 'quote', value },
    })
  expect((await preview('50')).estimate).toMatchObject({ price: '2', slippage: '0', isWhole: true })
  // The book of this stand-in holds a hundred.
  expect((await preview('300')).estimate).toMatchObject({ isWhole: false })
})

test('a market order is asked for once more when the price left what was seen', async () => {
  const desk = await startVenueDesk(binance)
  expect(await desk.submit({ seen: '1.98' })).toBe('PRICE_MOVED')
  expect(desk.venue.sent).toEqual([])
  expect(await desk.submit({ seen: '1.99' })).toMatchObject({ type: 'market' })
  expect(desk.engine.orders).toHaveLength(1)
})

test('is always on for the practice account, without a bound of its own, and holds the price seen there too', async () => {
  const desk = await startDesk()
  const { intentId, quote } = await draftOf(desk)
  const ask = quote?.ask ?? '0'
  const far = { intentId, size: { unit: 'quote', value: '400' }, seen: '0.000001' } as const
  expect(await desk.code('orders.oneClick', far)).toBe('PRICE_MOVED')
  const order = await desk.ok('orders.oneClick', { ...far, seen: ask })
  expect(order).toMatchObject({ accountId: 'practice', type: 'limit', timeInForce: 'ioc', status: 'filled' })
  expect(Number(order.price)).toBeLessThanOrEqual(Number(ask) * 1.005)
  expect(await desk.ok('orders.oneClick', { ...far, seen: ask })).toEqual(order)
  expect(desk.placed()).toBe(1)
})
