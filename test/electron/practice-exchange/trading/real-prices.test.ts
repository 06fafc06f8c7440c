// Markets that follow the prices of a real exchange: orders fill at its best bid and ask, wait while its price is old, and go back
// to made prices only when they are told to.

import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { SCHEMA } from '../../../../electron/practice-exchange/schema.ts'
import type { FollowedPrice } from '../../../../electron/practice-exchange/trading/real-prices.ts'
import { add, multiply, subtract } from '../../../../shared/decimal.ts'
import { marketsOf } from '../client.ts'
import { type Fixture, limitBuy, makeFolder, marketBuy, START, startFixture } from '../fixture.ts'

const SECOND = 1_000
/** Far from the made prices of PEAQ, some 0.146, and finer than its tick. */
const REAL = { source: 'Binance', bid: '0.0611234', ask: '0.0611239', last: '0.0611236' }

/** A price of PEAQ as it came just now. */
function follow({ exchange, clock }: Fixture, price: Partial<FollowedPrice> = {}): void {
  exchange.follow([{ coinId: 'peaq', ...REAL, receivedAt: clock.now(), ...price }])
}

const stageOf = async ({ exchange }: Fixture) =>
  (await marketsOf(exchange.url)).find(({ market }) => market === 'PEAQ/USDT')?.stage

it('buys at the real ask and sells at the real bid, to the last digit, and says whose they are', async () => {
  const desk = await startFixture()
  const made = await desk.client.price('PEAQ/USDT')
  follow(desk)
  const bought = await desk.client.accepted(marketBuy())
  const fee = multiply(multiply(REAL.ask, '100'), '0.001')
  expect(bought).toMatchObject({ status: 'filled', averagePrice: REAL.ask, fee: { amount: fee } })
  expect(bought.fills).toMatchObject([{ price: REAL.ask, amount: '100', source: 'Binance' }])
  expect(bought.reason).toBe('play money at the price of Binance')
  const cash = subtract('10000', add(multiply(REAL.ask, '100'), fee))
  expect((await desk.client.balance('USDT')).total).toBe(cash)
  const sold = await desk.client.accepted(marketBuy({ side: 'sell', amount: '90' }))
  expect(sold.fills).toMatchObject([{ price: REAL.bid, source: 'Binance' }])
  expect(await desk.client.price('PEAQ/USDT')).toMatchObject({ ...REAL, at: new Date(START).toISOString() })
  // No other market is touched.
  const other = await desk.client.accepted(marketBuy({ market: 'MOVE/USDT' }))
  expect([other.reason, other.fills[0]?.source]).toEqual([null, undefined])
  expect(made.ask).not.toBe(REAL.ask)
})

it('fills a large market order in the same parts, each at the real price of its moment', async () => {
  const desk = await startFixture()
  follow(desk)
  const large = await desk.client.accepted(marketBuy({ amount: '40000' }), 'large')
  expect(large.fills.map(({ price }) => price)).toEqual([REAL.ask])
  desk.clock.advance(2 * SECOND)
  follow(desk, { ask: '0.0612' })
  desk.clock.advance(2 * SECOND)
  const { status, fills } = await desk.client.order('large')
  expect(fills.map(({ price }) => price)).toEqual([REAL.ask, REAL.ask, '0.0612'])
  expect(status).toBe('filled')
})

it('a price that is older than two minutes halts the market: nothing fills, nothing is taken, nothing is made up', async () => {
  const desk = await startFixture()
  follow(desk)
  await desk.client.accepted(marketBuy({ amount: '160000' }), 'parts')
  await desk.client.accepted(limitBuy('0.05'), 'resting')
  desk.clock.advance(120 * SECOND)
  expect(await stageOf(desk)).toBe('trading')
  const before = (await desk.client.order('parts')).fills.length
  expect(before).toBe(10)
  desk.clock.advance(1)
  expect(await stageOf(desk)).toBe('halted')
  for (const terms of [marketBuy(), limitBuy('0.05'), limitBuy('0.07', { timeInForce: 'ioc' })]) {
    expect(await desk.client.refused(terms)).toMatchObject({ status: 422, code: 'MARKET_NOT_TRADING' })
  }
  // What was known stays on show, with its time.
  expect(await desk.client.price('PEAQ/USDT')).toMatchObject({ ...REAL, at: new Date(START).toISOString() })
  expect((await desk.client.post('/v1/orders/resting/cancel')).status).toBe(200)

  // One that is old when it comes opens nothing, nor does one from the future.
  follow(desk, { receivedAt: START - 1 })
  expect(await stageOf(desk)).toBe('halted')
  follow(desk, { receivedAt: desk.clock.now() + 5_001 })
  expect(await stageOf(desk)).toBe('halted')
  follow(desk)
  expect(await stageOf(desk)).toBe('trading')
})

it('pieces of a market order wait out a halt', async () => {
  const desk = await startFixture()
  follow(desk, { receivedAt: START - 110 * SECOND })
  expect((await desk.client.accepted(marketBuy({ amount: '160000' }), 'parts')).fills.length).toBe(1)
  // Nobody looks for an hour: of it only the ten seconds count in which the price was still good.
  desk.clock.advance(3_600 * SECOND)
  const waits = await desk.client.order('parts')
  expect([waits.status, waits.fills.length]).toEqual(['partially-filled', 6])
  expect(waits.fills.at(-1)?.at).toBe(new Date(START + 10 * SECOND).toISOString())
  follow(desk, { ask: '0.062' })
  desk.clock.advance(2 * SECOND)
  expect((await desk.client.order('parts')).fills.map(({ price }) => price).slice(5)).toEqual([REAL.ask, '0.062'])
})

it('a resting order fills at its own price when the real one reaches it, and at the best one after a jump', async () => {
  const desk = await startFixture()
  follow(desk)
  await desk.client.accepted(limitBuy('0.0605'), 'own')
  desk.clock.advance(30 * SECOND)
  follow(desk, { bid: '0.0603', ask: '0.0604' })
  const own = await desk.client.order('own')
  expect(own).toMatchObject({ status: 'filled', averagePrice: '0.0605' })
  expect(own.fee?.amount).toBe(multiply(multiply('0.0605', '100'), '0.0008'))

  await desk.client.accepted(limitBuy('0.0602'), 'after-halt')
  desk.clock.advance(600 * SECOND)
  follow(desk, { bid: '0.0500', ask: '0.0501' })
  expect(await desk.client.order('after-halt')).toMatchObject({ status: 'filled', averagePrice: '0.0501' })

  // Another exchange is another price: nobody has traded down to it.
  await desk.client.accepted(limitBuy('0.0499', { amount: '200' }), 'other')
  follow(desk, { source: 'OKX', bid: '0.0400', ask: '0.0401' })
  expect(await desk.client.order('other')).toMatchObject({
    averagePrice: '0.0401',
    reason: expect.stringContaining('OKX'),
  })
})

it('switched on and off in between: what was before is settled before, and no order fills at a price that was never there', async () => {
  const desk = await startFixture()
  const made = await desk.client.price('PEAQ/USDT')
  await desk.client.accepted(limitBuy('0.1'), 'waits')
  follow(desk)
  // It was made at 0.146, and is 0.061 now: it gets what it would get at an opening.
  expect(await desk.client.order('waits')).toMatchObject({ status: 'filled', averagePrice: REAL.ask })
  await desk.client.accepted(marketBuy({ side: 'sell', type: 'limit', price: '0.1' }), 'sale')
  desk.exchange.follow([])
  const sale = await desk.client.order('sale')
  expect(sale).toMatchObject({ status: 'filled', averagePrice: made.bid, reason: null })
  expect(sale.fills[0]?.source).toBeUndefined()
  expect(await desk.client.price('PEAQ/USDT')).toEqual(made)
})

it('a repeat gives the old fill, and a refusal stays one, whatever the price has become', async () => {
  const desk = await startFixture()
  follow(desk)
  const first = await desk.client.accepted(marketBuy(), 'once')
  desk.clock.advance(121 * SECOND)
  expect((await desk.client.refused(marketBuy(), 'refused')).replayed).toBe(false)
  desk.exchange.follow([])
  follow(desk, { ask: '0.0999' })
  const again = await desk.client.place(marketBuy(), 'once')
  expect([again.replayed, again.value]).toEqual([true, first])
  expect(await desk.client.refused(marketBuy(), 'refused')).toMatchObject({
    code: 'MARKET_NOT_TRADING',
    replayed: true,
  })
  expect(desk.query('SELECT * FROM orders').length).toBe(1)
})

it('after a restart it still follows: a fresh price counts, an old one halts', async () => {
  const desk = await startFixture()
  follow(desk)
  await desk.restart()
  expect((await desk.client.accepted(marketBuy())).averagePrice).toBe(REAL.ask)
  await desk.exchange.close()
  desk.clock.advance(3_600 * SECOND)
  await desk.restart()
  expect(await desk.client.refused(marketBuy())).toMatchObject({ code: 'MARKET_NOT_TRADING' })
})

it('a price counts from when the market took it up, one that was old then from when it came, and the same again is no younger', async () => {
  const desk = await startFixture()
  const at = async () => (await desk.client.price('PEAQ/USDT')).at
  follow(desk, { receivedAt: START - 60 * SECOND })
  expect(await at()).toBe(new Date(START).toISOString())
  desk.clock.advance(30 * SECOND)
  follow(desk, { receivedAt: START - 60 * SECOND })
  expect(await at()).toBe(new Date(START).toISOString())
  desk.clock.advance(30 * SECOND + 1)
  expect(await stageOf(desk)).toBe('halted')
  follow(desk, { receivedAt: START - 90 * SECOND })
  expect(await at()).toBe(new Date(START - 90 * SECOND).toISOString())
})

it('takes nothing that is no price, and all of it or none', async () => {
  const desk = await startFixture()
  const made = await desk.client.price('PEAQ/USDT')
  const good = { coinId: 'peaq', ...REAL, receivedAt: START }
  const bad = [
    ...[{ ask: '0' }, { bid: '0.07' }, { ask: '1e3' }, { ask: '-1' }, { ask: 0.07 }, { receivedAt: 1.5 }, { more: 1 }],
    ...[{ source: '' }, { coinId: '' }],
  ]
  for (const spoilt of bad) {
    expect(() => desk.exchange.follow([good, { ...good, ...spoilt }]), JSON.stringify(spoilt)).toThrow()
  }
  for (const none of [null, {}, 'peaq', undefined]) expect(() => desk.exchange.follow(none)).toThrow()
  expect(await desk.client.price('PEAQ/USDT')).toEqual(made)
  desk.exchange.follow([{ ...good, coinId: 'no-such-coin' }])
  expect(await desk.client.price('PEAQ/USDT')).toEqual(made)
})

it('opens the ledger of the version before, with its fills', async () => {
  const dataDir = makeFolder()
  const db = new DatabaseSync(`${dataDir}/practice-exchange.sqlite`)
  db.exec(SCHEMA)
  db.exec('PRAGMA user_version = 1')
  db.exec("INSERT INTO accounts VALUES ('trader', 0)")
  db.exec(
    "INSERT INTO orders VALUES (1, 'trader', 'old', 'PEAQ/USDT', 'buy', 'market', 'gtc', '1', NULL, 'filled', '0', NULL, 0, 0, 0)",
  )
  db.exec("INSERT INTO fills VALUES (1, 1, '0.15', '1', '0.001', 0)")
  db.close()
  const desk = await startFixture([], dataDir)
  const old = await desk.client.order('old')
  expect(old.fills).toMatchObject([{ price: '0.15', amount: '1' }])
  expect(old.fills[0]?.source).toBeUndefined()
})
