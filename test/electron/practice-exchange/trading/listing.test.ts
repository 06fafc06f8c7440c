// Markets, their rules and the way from announced to trading.

import { expect, it } from 'vitest'
import { isMultipleOf } from '../../../../shared/decimal.ts'
import { jsonOf, marketsOf } from '../client.ts'
import { limitBuy, marketBuy, START, startFixture } from '../fixture.ts'
import { send } from '../http.ts'
import { prices } from '../shapes.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

async function stageOf(url: string, name: string): Promise<string | undefined> {
  return (await marketsOf(url)).find(({ market }) => market === name)?.stage
}

it('trades nine coins from the first day and announces five', async () => {
  const { exchange } = await startFixture()
  const all = await marketsOf(exchange.url)
  const named = (stage: string) => all.filter((entry) => entry.stage === stage).map(({ base }) => base)
  expect(named('trading')).toEqual(['GRVT', 'NIL', 'KARRAT', 'PRCL', 'NIBI', 'DOLO', 'MOVE', 'TEN', 'PEAQ'])
  expect(named('announced')).toEqual(['RDYX', 'OLA', 'LURK', 'NIMBLE', 'DOJIMA'])
  expect(all.every(({ market, base }) => market === `${base}/USDT`)).toBe(true)
  const days = all.flatMap(({ opensAt }) => (opensAt === null ? [] : [(Date.parse(opensAt) - START) / DAY_MS]))
  expect(days).toEqual([1, 2, 4, 7, 14])
})

it('quotes only opened markets, on their ticks', async () => {
  const { exchange, clock } = await startFixture()
  const quoted = async () =>
    prices.parse(jsonOf(await send({ method: 'GET', url: `${exchange.url}/v1/prices`, headers: {}, body: '' }))).prices
  expect((await quoted()).length).toBe(9)
  clock.advance(30 * DAY_MS)
  expect((await quoted()).length).toBe(14)
  const ticks = new Map((await marketsOf(exchange.url)).map(({ market, tick }) => [market, tick]))
  for (const { market, bid, ask, last } of await quoted()) {
    const tick = ticks.get(market) ?? ''
    expect([bid, ask, last].map((price) => isMultipleOf(price, tick))).toEqual([true, true, true])
    expect([bid, ask]).toContain(last)
  }
})

it('opens a market through call auction and limit-only', async () => {
  const { exchange, clock } = await startFixture()
  const stages: (string | undefined)[] = []
  for (const wait of [DAY_MS - 10 * MINUTE_MS - 1, 1, 10 * MINUTE_MS - 1, 1, 5 * MINUTE_MS - 1, 1]) {
    clock.advance(wait)
    stages.push(await stageOf(exchange.url, 'RDYX/USDT'))
  }
  expect(stages).toEqual(['announced', 'call-auction', 'call-auction', 'limit-only', 'limit-only', 'trading'])
})

it('counts the schedule from the making of the folder, also after a restart', async () => {
  const fixture = await startFixture()
  fixture.clock.advance(DAY_MS)
  await fixture.restart()
  expect(await stageOf(fixture.exchange.url, 'RDYX/USDT')).toBe('limit-only')
})

it('collects limit orders in the call auction and fills them at the opening price', async () => {
  const { client, clock } = await startFixture()
  const buy = limitBuy('40', { market: 'RDYX/USDT', amount: '1' })
  clock.advance(DAY_MS - 5 * MINUTE_MS)
  expect((await client.refused({ ...buy, timeInForce: 'ioc' })).code).toBe('LIMIT_ONLY')
  expect((await client.refused(marketBuy({ market: 'RDYX/USDT', amount: '1' }))).code).toBe('LIMIT_ONLY')
  expect((await client.accepted(buy, 'early')).status).toBe('open')
  expect((await client.accepted({ ...buy, timeInForce: 'post-only' })).status).toBe('open')
  clock.advance(5 * MINUTE_MS - 1)
  expect((await client.order('early')).status).toBe('open')
  clock.advance(1)
  const { ask } = await client.price('RDYX/USDT')
  const opened = new Date(START + DAY_MS).toISOString()
  expect(await client.order('early')).toMatchObject({ status: 'filled', averagePrice: ask, updatedAt: opened })
  expect((await client.refused(marketBuy({ market: 'RDYX/USDT', amount: '1' }))).code).toBe('LIMIT_ONLY')
  expect((await client.accepted(buy)).status).toBe('filled')
  clock.advance(5 * MINUTE_MS)
  expect((await client.accepted(marketBuy({ market: 'RDYX/USDT', amount: '1' }))).status).toBe('filled')
})
