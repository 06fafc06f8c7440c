// The stage of a market at each exchange, from its own words to what the ticket offers and the desk refuses.

import { describe, expect, test } from 'vitest'
import { FAKES } from '../../exchanges/all.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

const PEAQ = 'PEAQ/USDT'
const at = (venue: string) => {
  const fake = FAKES.find((each) => each.venue === venue)
  if (fake === undefined) throw new Error(venue)
  return fake
}

const LIMIT = { type: 'limit', price: '2', size: { unit: 'base', value: '25' } } as const

/** [exchange, its words, the stage, types offered, times in force offered] */
const ROWS: [string, object, string, string[], string[]][] = [
  ['binance', { isSpotTradingAllowed: false }, 'halted', [], []],
  ['binance', { status: 'BREAK' }, 'halted', [], []],
  ['binance', { orderTypes: ['LIMIT', 'LIMIT_MAKER'] }, 'trading', ['limit'], ['gtc', 'ioc', 'post-only']],
  ['binance', { orderTypes: ['LIMIT', 'MARKET'] }, 'trading', ['market', 'limit'], ['gtc', 'ioc']],
  ['kraken', { status: 'post_only' }, 'post-only', ['limit'], ['post-only']],
  ['kraken', { status: 'limit_only' }, 'limit-only', ['limit'], ['gtc', 'ioc', 'post-only']],
  ['kraken', { status: 'cancel_only' }, 'cancel-only', [], []],
  ['kraken', { status: 'reduce_only' }, 'delisting', [], []],
  ['coinbase', { limit_only: true }, 'limit-only', ['limit'], ['gtc', 'ioc', 'post-only']],
  ['coinbase', { post_only: true }, 'post-only', ['limit'], ['post-only']],
  ['coinbase', { auction_mode: true }, 'auction', ['limit'], ['gtc']],
  ['coinbase', { cancel_only: true }, 'cancel-only', [], []],
  ['coinbase', { view_only: true }, 'halted', [], []],
  ['coinbase', { status: 'delisted' }, 'delisted', [], []],
  ['bybit', { status: 'PreLaunch' }, 'pre-launch', [], []],
  ['bybit', { status: 'Closed' }, 'delisted', [], []],
  ['okx', { state: 'suspend' }, 'halted', [], []],
  ['okx', { state: 'preopen' }, 'pre-launch', [], []],
  ['okx', { state: 'asleep' }, 'unknown', [], []],
  ['binance', { permissionSets: [['TRD_GRP_014', 'TRD_GRP_015']] }, 'trading', [], []],
  ['binance', { permissionSets: [['SPOT', 'MARGIN'], ['TRD_GRP_014']] }, 'trading', [], []],
  ['binance', { permissionSets: [], permissions: ['LEVERAGED'] }, 'trading', [], []],
  [
    'binance',
    { permissionSets: [['SPOT', 'MARGIN'], []] },
    'trading',
    ['market', 'limit', 'stop-limit'],
    ['gtc', 'ioc', 'post-only'],
  ],
  ['mexc', { status: '2' }, 'halted', [], []],
  ['mexc', { status: '3' }, 'delisted', [], []],
  ['mexc', { tradeSideType: 3 }, 'trading', [], []],
  ['mexc', { isSpotTradingAllowed: false }, 'trading', [], []],
]

describe.each(ROWS)('%s %j', (venue, words, stage, orderTypes, timesInForce) => {
  test(`is ${stage}, and the ticket offers what it takes`, async () => {
    const desk = await startVenueDesk(at(venue), { words: { [PEAQ]: words } })
    const { accountId } = desk
    const ticket = { accountId, coinId: 'peaq', side: 'buy' }
    await desk.ok('orders.draft', ticket)
    // What the account may do is told with its balances, which a first look does not wait for.
    await desk.ok('portfolio.preview', { ...ticket, size: { unit: 'quote', value: '50' } })
    await desk.pass(3_000)
    const draft = await desk.ok('orders.draft', ticket)
    expect({ ...draft }).toMatchObject({ stage, orderTypes, timesInForce })

    const market = { intentId: draft.intentId, type: 'market', size: { unit: 'quote', value: '50' } }
    if (!orderTypes.includes('market')) expect(await desk.code('orders.submit', market)).toBe('MARKET_CLOSED')
    for (const timeInForce of ['gtc', 'ioc', 'post-only'] as const) {
      if (timesInForce.includes(timeInForce) || !desk.fake.record.timesInForce.includes(timeInForce)) continue
      expect(await desk.code('orders.submit', { intentId: draft.intentId, ...LIMIT, timeInForce })).toBe(
        'MARKET_CLOSED',
      )
    }
    expect(desk.venue.sent).toEqual([])
    const [offered] = timesInForce
    if (offered === undefined) return
    const order = await desk.ok('orders.submit', { intentId: draft.intentId, ...LIMIT, timeInForce: offered })
    expect(order.timeInForce).toBe(offered)
    expect(desk.venue.sent).toHaveLength(1)
  })
})

test('where only sales are taken, a sale is', async () => {
  const desk = await startVenueDesk(at('kraken'), { words: { [PEAQ]: { status: 'reduce_only' } } })
  desk.engine.balances.set('PEAQ', 100)
  const { intentId, orderTypes } = await desk.ok('orders.draft', {
    accountId: desk.accountId,
    coinId: 'peaq',
    side: 'sell',
  })
  expect(orderTypes).toEqual(['market', 'limit', 'stop-limit'])
  const order = await desk.ok('orders.submit', { intentId, type: 'market', size: { unit: 'base', value: '25' } })
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', side: 'sell' })
})

test('the ticket is told which sides are taken, and since when a stage was seen', async () => {
  const desk = await startVenueDesk(at('kraken'))
  const ticket = { accountId: desk.accountId, coinId: 'peaq', side: 'buy' }
  expect(await desk.ok('orders.draft', ticket)).toMatchObject({ sides: ['buy', 'sell'], stageSince: null })
  desk.engine.manners.words = { [PEAQ]: { status: 'reduce_only' } }
  await desk.pass(61_000)
  const seen = new Date(desk.clock.now()).toISOString()
  expect(await desk.ok('orders.draft', ticket)).toMatchObject({ sides: ['sell'], stageSince: seen })
  desk.engine.manners.words = { [PEAQ]: { status: 'cancel_only' } }
  await desk.pass(61_000)
  const again = new Date(desk.clock.now()).toISOString()
  expect(await desk.ok('orders.draft', ticket)).toMatchObject({ sides: [], orderTypes: [], stageSince: again })
  await desk.pass(61_000)
  expect(await desk.ok('orders.draft', ticket)).toMatchObject({ stage: 'cancel-only', stageSince: again })
})

describe('OKX', () => {
  const open = async (words: (now: number) => object) => {
    const now = Date.UTC(2026, 10, 23, 12)
    const desk = await startVenueDesk(at('okx'), { words: { [PEAQ]: words(now) } })
    return { desk, now, ticket: { accountId: desk.accountId, coinId: 'peaq', side: 'buy' } }
  }
  const iso = (ms: number) => new Date(ms).toISOString()

  test('tells when trading opens, and the refusal says it', async () => {
    const { desk, now, ticket } = await open((at) => ({ state: 'preopen', listTime: String(at + 93_600_000) }))
    const draft = await desk.ok('orders.draft', ticket)
    expect(draft).toMatchObject({ stage: 'pre-launch', opensAt: iso(now + 93_600_000) })
    const preview = await desk.ok('portfolio.preview', { ...ticket, size: { unit: 'quote', value: '50' } })
    expect(preview.problems[0]).toEqual({
      code: 'MARKET_CLOSED',
      reason: { code: 'MARKET_NOT_OPEN', params: { market: 'PEAQ/USDT', opensAt: iso(now + 93_600_000) } },
    })
  })

  test('collects orders in its call auction, which are not at once or not at all', async () => {
    const times = (at: number) => ({ listTime: String(at - 60_000), contTdSwTime: String(at + 60_000) })
    const { desk, now, ticket } = await open((at) => ({ state: 'preopen', openType: 'call_auction', ...times(at) }))
    const draft = await desk.ok('orders.draft', ticket)
    expect(draft).toMatchObject({ stage: 'auction', opensAt: iso(now + 60_000), timesInForce: ['gtc'] })
    const { intentId } = draft
    expect(await desk.code('orders.submit', { intentId, ...LIMIT, timeInForce: 'ioc' })).toBe('MARKET_CLOSED')
  })

  test('tells when a market ends; until then it trades', async () => {
    const { desk, now, ticket } = await open((at) => ({ expTime: String(at + 300_000) }))
    const draft = await desk.ok('orders.draft', ticket)
    expect(draft).toMatchObject({ stage: 'delisting', closesAt: iso(now + 300_000), orderTypes: ['market', 'limit'] })
    await desk.pass(300_000)
    expect(await desk.ok('orders.draft', ticket)).toMatchObject({ stage: 'delisted', orderTypes: [] })
  })
})
