// What the stage of a market says against an order, and in which words.

import { describe, expect, test } from 'vitest'
import { type StagedOrder, stageProblems } from '../../../../../electron/services/orders/checks/stage-check.ts'

const OPENS = '2026-11-30T14:13:18.877Z'
const MARKET = { market: 'PEAQ/USDT', stage: 'trading', opensAt: null, closesAt: null } as const
type Changes = Partial<Omit<StagedOrder, 'market'>> & { market?: Partial<StagedOrder['market']> }

/** A limit order that rests, unless it is said otherwise. */
const said = ({ market, ...changes }: Changes): string[] =>
  stageProblems({
    venue: 'kraken',
    side: 'buy',
    price: '2',
    stopPrice: null,
    timeInForce: 'gtc',
    ...changes,
    market: { ...MARKET, ...market },
  }).map(({ code, message }) => (code === 'MARKET_CLOSED' ? message : code))

const AT_MARKET = { price: null } as const

describe('nothing is said against', () => {
  test.each<[string, Changes]>([
    ['a market order while it trades', AT_MARKET],
    ['a market order before the end', { ...AT_MARKET, market: { stage: 'delisting', closesAt: OPENS } }],
    ['a limit order in a limit-only market', { market: { stage: 'limit-only' } }],
    ['one that trades at once there', { market: { stage: 'limit-only' }, timeInForce: 'ioc' }],
    ['a post-only order in a post-only market', { market: { stage: 'post-only' }, timeInForce: 'post-only' }],
    ['an order that can wait for the opening', { market: { stage: 'auction' } }],
    ['a sale where only sales are taken', { market: { stage: 'delisting', takes: { sides: ['sell'] } }, side: 'sell' }],
    ['a time in force on a market order, which has none', { ...AT_MARKET, timeInForce: 'ioc' }],
  ])('%s', (_name, changes) => {
    expect(said(changes)).toEqual([])
  })
})

test.each<[string, Changes, string]>([
  ['announced', { market: { stage: 'announced', opensAt: OPENS } }, 'Trading opens Nov 30, 14:13 UTC.'],
  ['announced without a date', { market: { stage: 'announced' } }, 'PEAQ/USDT is not trading yet.'],
  ['pre-launch', { market: { stage: 'pre-launch', opensAt: OPENS } }, 'Trading opens Nov 30, 14:13 UTC.'],
  [
    'a market order in an auction',
    { ...AT_MARKET, market: { stage: 'auction', opensAt: OPENS } },
    'The opening auction takes limit orders only. Trading opens Nov 30, 14:13 UTC.',
  ],
  [
    'one that cannot wait',
    { market: { stage: 'auction' }, timeInForce: 'ioc' },
    'The opening auction takes orders that can wait.',
  ],
  [
    'an auction of which nothing is documented',
    { market: { stage: 'auction' }, venue: 'binance' },
    'PEAQ/USDT is in an auction that takes no orders here.',
  ],
  [
    'a market order in a limit-only market',
    { ...AT_MARKET, market: { stage: 'limit-only' } },
    'This market takes limit orders only at present.',
  ],
  [
    'a stop-limit order there',
    { stopPrice: '1.9', market: { stage: 'limit-only' } },
    'This market takes limit orders only at present.',
  ],
  [
    'an order that takes, in a post-only market',
    { market: { stage: 'post-only' } },
    'This market takes post-only orders only at present.',
  ],
  [
    'a market order there',
    { ...AT_MARKET, market: { stage: 'post-only' } },
    'This market takes post-only orders only at present.',
  ],
  [
    'cancel-only',
    { market: { stage: 'cancel-only' } },
    'PEAQ/USDT takes no new orders at present; open ones can be canceled.',
  ],
  ['halted', { market: { stage: 'halted' } }, 'Trading in PEAQ/USDT is halted.'],
  ['delisted', { market: { stage: 'delisted' } }, 'PEAQ/USDT was taken off the exchange.'],
  [
    'unknown',
    { market: { stage: 'unknown' } },
    'The exchange does not say whether PEAQ/USDT is trading. Nothing was sent.',
  ],
  [
    'a buy where only sales are taken',
    { market: { stage: 'delisting', takes: { sides: ['sell'] } } },
    'PEAQ/USDT takes sales only at present.',
  ],
  [
    'a buy before the end is told',
    { market: { stage: 'delisting', closesAt: OPENS, takes: { sides: ['sell'] } } },
    'PEAQ/USDT takes sales only at present. PEAQ/USDT is being delisted: trading ends Nov 30, 14:13 UTC.',
  ],
  [
    'a type that the market does not list',
    { ...AT_MARKET, market: { takes: { orderTypes: ['limit', 'stop-limit'] } } },
    'This market does not take this type of order.',
  ],
  [
    'a time in force that it does not list',
    { market: { takes: { timesInForce: ['post-only'] } } },
    'This market takes post-only orders only at present.',
  ],
  [
    'a market that takes nothing of anybody',
    { market: { takes: { orderTypes: [] } } },
    'PEAQ/USDT is not open to orders of this account.',
  ],
])('%s: it says so', (_name, changes, words) => {
  expect(said(changes)).toEqual([words])
})
