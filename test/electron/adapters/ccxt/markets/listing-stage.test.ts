// The stages of markets by the fields that each exchange documents.

import { describe, expect, test } from 'vitest'
import { stageOf } from '../../../../../electron/adapters/ccxt/markets/listing-stage.ts'

const NOW = Date.UTC(2026, 10, 29, 12)
const at = (minutes: number) => NOW + minutes * 60_000
const iso = (minutes: number) => new Date(at(minutes)).toISOString()
/** KuCoin's fields of a market that opens in an hour, its call auction begun and over at these minutes. */
const auction = (begins: number, closes: number) => ({
  ...{ enableTrading: true, callauctionIsEnabled: true, callauctionFirstStageStartTime: at(begins) },
  ...{ callauctionThirdStageStartTime: at(closes), tradingStartTime: at(60) },
})
const okx = (info: object) => stageOf('okx', { info }, NOW)

describe.each<[string, [object, string][]]>([
  [
    'binance',
    [
      [{ status: 'TRADING' }, 'trading'],
      [{ status: 'TRADING', isSpotTradingAllowed: false }, 'halted'],
      [{ status: 'CANCEL_ONLY' }, 'cancel-only'],
      [{ status: 'HALT' }, 'halted'],
      [{ status: 'BREAK' }, 'halted'],
      [{ status: 'END_OF_DAY' }, 'halted'],
      [{ status: 'PRE_TRADING' }, 'pre-launch'],
      [{ status: 'AUCTION_MATCH' }, 'auction'],
      [{ status: 'SOMETHING_NEW' }, 'unknown'],
      [{}, 'unknown'],
    ],
  ],
  [
    'kraken',
    [
      [{ status: 'online' }, 'trading'],
      [{ status: 'cancel_only' }, 'cancel-only'],
      [{ status: 'post_only' }, 'post-only'],
      [{ status: 'limit_only' }, 'limit-only'],
      [{ status: 'reduce_only' }, 'delisting'],
      [{ status: 'maintenance' }, 'halted'],
      [{ status: 'work_in_progress' }, 'pre-launch'],
      [{ status: 'delisted' }, 'delisted'],
      [{ status: 'elsewhere' }, 'unknown'],
    ],
  ],
  [
    'coinbase',
    [
      [{ status: 'online', trading_disabled: false }, 'trading'],
      [{ status: 'online', limit_only: true }, 'limit-only'],
      [{ status: 'online', post_only: true }, 'post-only'],
      [{ status: 'online', auction_mode: true, limit_only: true }, 'auction'],
      [{ status: 'online', cancel_only: true, post_only: true }, 'cancel-only'],
      [{ status: 'online', trading_disabled: true }, 'halted'],
      [{ status: 'online', is_disabled: true }, 'halted'],
      [{ status: 'online', view_only: true }, 'halted'],
      [{ status: 'offline' }, 'halted'],
      [{ status: 'delisted' }, 'delisted'],
      [{}, 'unknown'],
    ],
  ],
  [
    'bybit',
    [
      [{ status: 'Trading' }, 'trading'],
      [{ status: 'PreLaunch' }, 'pre-launch'],
      [{ status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'CallAuction' } }, 'auction'],
      [{ status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'CrossMatching' } }, 'pre-launch'],
      [{ status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'ContinuousTrading' } }, 'trading'],
      [{ status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'NotStarted' } }, 'pre-launch'],
      [{ status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'Finished' } }, 'delisted'],
      [{ status: 'Delivering' }, 'halted'],
      [{ status: 'Closed' }, 'delisted'],
      [{ status: 'Sleeping' }, 'unknown'],
    ],
  ],
  [
    'gate',
    [
      [{ trade_status: 'tradable', delisting_time: 0 }, 'trading'],
      [{ trade_status: 'tradable', delisting_time: at(60) / 1_000 }, 'delisting'],
      [{ trade_status: 'sellable' }, 'delisting'],
      [{ trade_status: 'buyable' }, 'trading'],
      [{ trade_status: 'untradable', buy_start: at(60) / 1_000 }, 'announced'],
      [{ trade_status: 'untradable', buy_start: 0 }, 'halted'],
      [{ trade_status: 'untradable', delisting_time: at(-1) / 1_000 }, 'delisted'],
      [{ trade_status: 'frozen' }, 'unknown'],
      [{}, 'unknown'],
    ],
  ],
  [
    'kucoin',
    [
      [{ enableTrading: true, tradingStartTime: null }, 'trading'],
      [{ enableTrading: false }, 'halted'],
      [{ enableTrading: 'true' }, 'unknown'],
      [{}, 'unknown'],
      [{ enableTrading: true, tradingStartTime: at(-60) }, 'trading'],
      [{ enableTrading: true, tradingStartTime: at(60) }, 'announced'],
      [{ enableTrading: false, tradingStartTime: String(at(60)) }, 'announced'],
      [auction(-5, 25), 'auction'],
      [auction(5, 25), 'announced'],
      [auction(-30, -1), 'announced'],
      [{ ...auction(-5, 25), callauctionIsEnabled: false }, 'announced'],
    ],
  ],
  [
    'bitget',
    [
      [{ status: 'online' }, 'trading'],
      [{ status: 'gray' }, 'pre-launch'],
      [{ status: 'halt' }, 'halted'],
      [{ status: 'offline' }, 'halted'],
      [{ status: 'restrictedAPI' }, 'unknown'],
      [{ status: 'online', offTime: '' }, 'trading'],
      [{ status: 'online', offTime: '-1' }, 'trading'],
      [{ status: 'online', offTime: String(at(60)) }, 'delisting'],
      [{ status: 'online', offTime: String(at(-1)) }, 'delisted'],
      [{ status: 'halt', offTime: at(60) }, 'halted'],
      [{ status: 'offline', offTime: String(at(-60)) }, 'delisted'],
      [{ status: 'new-word', offTime: String(at(60)) }, 'unknown'],
      [{}, 'unknown'],
    ],
  ],
  [
    'mexc',
    [
      [{ status: '1', tradeSideType: 1 }, 'trading'],
      [{ status: 1 }, 'trading'],
      [{ status: 'ENABLED' }, 'trading'],
      [{ status: '2' }, 'halted'],
      [{ status: '3' }, 'delisted'],
      [{ status: '4' }, 'unknown'],
      [{}, 'unknown'],
    ],
  ],
])('%s', (venue, rows) => {
  test.each(rows)('%j is %s', (info, stage) => {
    expect(stageOf(venue, { active: true, info }, NOW).stage).toBe(stage)
  })
})

describe('OKX', () => {
  test('tells when a market opens, and ends', () => {
    expect(okx({ state: 'preopen', listTime: String(at(90)) })).toMatchObject({ stage: 'pre-launch', opensAt: iso(90) })
    expect(okx({ state: 'live', listTime: String(at(-90)), expTime: '' })).toMatchObject({
      stage: 'trading',
      opensAt: null,
      closesAt: null,
    })
    expect(okx({ state: 'live', listTime: '1', expTime: String(at(5)) })).toMatchObject({
      stage: 'delisting',
      closesAt: iso(5),
    })
    expect(okx({ state: 'live', listTime: '1', expTime: String(at(-5)) })).toMatchObject({
      stage: 'delisted',
      closesAt: iso(-5),
    })
  })

  test('collects orders between the two times of a call auction', () => {
    const times = { listTime: String(at(-5)), contTdSwTime: String(at(5)), openType: 'call_auction' }
    expect(okx({ state: 'preopen', ...times })).toMatchObject({ stage: 'auction', opensAt: iso(5) })
    expect(okx({ state: 'live', ...times })).toMatchObject({ stage: 'auction', opensAt: iso(5) })
    expect(okx({ state: 'live', ...times, listTime: String(at(1)) }).stage).toBe('pre-launch')
    expect(okx({ state: 'live', ...times, openType: 'pre_quote' }).stage).toBe('pre-launch')
    expect(okx({ state: 'live', ...times, contTdSwTime: String(at(-1)) }).stage).toBe('trading')
  })

  test.each([
    ['suspend', 'halted'],
    ['rebase', 'halted'],
    ['test', 'halted'],
    ['expired', 'delisted'],
    ['', 'unknown'],
  ])('%s is %s', (state, stage) => {
    expect(okx({ state }).stage).toBe(stage)
  })
})

test('Bybit tells the opening by its phases', () => {
  const phases = [
    { phase: 'CallAuction', startTime: String(at(1)) },
    { phase: 'ContinuousTrading', startTime: String(at(31)) },
  ]
  const told = stageOf(
    'bybit',
    { info: { status: 'PreLaunch', launchTime: String(at(2)), preListingInfo: { phases } } },
    NOW,
  )
  expect(told).toMatchObject({ stage: 'pre-launch', opensAt: iso(31) })
})

test('Binance takes the types of order that it names, and no others', () => {
  const takes = (orderTypes: string[]) => stageOf('binance', { info: { status: 'TRADING', orderTypes } }, NOW).takes
  expect(takes(['LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT'])).toEqual({
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  })
  expect(takes(['LIMIT_MAKER'])).toEqual({ orderTypes: ['limit'], timesInForce: ['post-only'] })
  expect(takes(['LIMIT', 'MARKET'])).toEqual({ orderTypes: ['market', 'limit'], timesInForce: ['gtc', 'ioc'] })
})

test('of a pair of Kraken that may only be reduced, nothing but a sale is taken', () => {
  expect(stageOf('kraken', { info: { status: 'reduce_only' } }, NOW).takes).toEqual({ sides: ['sell'] })
})

test('an exchange without words of its own is as active as ccxt says, and unknown where that says nothing', () => {
  expect(stageOf('grvt', { active: true }, NOW).stage).toBe('trading')
  expect(stageOf('grvt', { active: false }, NOW).stage).toBe('halted')
  expect(stageOf('grvt', {}, NOW).stage).toBe('unknown')
})

test('KuCoin tells when trading begins, also while it collects orders', () => {
  for (const info of [auction(-5, 25), auction(5, 25), { enableTrading: false, tradingStartTime: at(60) }]) {
    expect(stageOf('kucoin', { info }, NOW).opensAt).toBe(iso(60))
  }
  expect(stageOf('kucoin', { info: { enableTrading: true, tradingStartTime: at(-1) } }, NOW).opensAt).toBeNull()
})

test('MEXC says which sides it takes, and where it takes none by API', () => {
  const takes = (info: object) => stageOf('mexc', { info: { status: '1', ...info } }, NOW).takes
  expect(takes({ tradeSideType: 1 })).toBeUndefined()
  expect(takes({ tradeSideType: '2' })).toEqual({ sides: ['buy'] })
  expect(takes({ tradeSideType: 3 })).toEqual({ sides: ['sell'] })
  expect(takes({ tradeSideType: 4 })).toEqual({ sides: [] })
  expect(takes({ tradeSideType: 1, isSpotTradingAllowed: false })).toEqual({ sides: [] })
  expect(takes({ tradeSideType: { a: 1 }, isSpotTradingAllowed: null })).toBeUndefined()
})

test.each(['binance', 'kraken', 'coinbase', 'okx', 'bybit', 'gate', 'kucoin', 'bitget', 'mexc'])(
  '%s: a word that every object has is no stage',
  (venue) => {
    for (const told of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const info = { status: told, state: told, trade_status: told, enableTrading: told, tradeSideType: told }
      expect(stageOf(venue, { info }, NOW), told).toMatchObject({ stage: 'unknown' })
    }
  },
)

test('Bitget: the end of a market is told in milliseconds, and an empty text is none', () => {
  const closesAt = (info: object) => stageOf('bitget', { info }, NOW).closesAt
  expect(closesAt({ status: 'online', offTime: String(at(60)) })).toBe(iso(60))
  expect(closesAt({ status: 'halt', offTime: at(60) })).toBe(iso(60))
  expect(closesAt({ status: 'online', offTime: '' })).toBeNull()
})

test('Bybit: nor is it a phase of an auction', () => {
  const info = { status: 'PreLaunch', preListingInfo: { curAuctionPhase: 'constructor' } }
  expect(stageOf('bybit', { info }, NOW)).toMatchObject({ stage: 'pre-launch' })
})
