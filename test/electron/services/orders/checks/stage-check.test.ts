// What the stage of a market says against an order.

import { describe, expect, test } from 'vitest'
import { type StagedOrder, stageProblems } from '../../../../../electron/services/orders/checks/stage-check.ts'
import { type Reason, reason } from '../../../../../shared/reasons/reason.ts'

const OPENS = '2026-11-30T14:13:18.877Z'
const MARKET = { market: 'PEAQ/USDT', stage: 'trading', opensAt: null, closesAt: null } as const
type Changes = Partial<Omit<StagedOrder, 'market'>> & { market?: Partial<StagedOrder['market']> }

/** A limit order that rests, unless it is said otherwise. */
const said = ({ market, ...changes }: Changes): Reason[] =>
  stageProblems({
    venue: 'kraken',
    side: 'buy',
    price: '2',
    stopPrice: null,
    timeInForce: 'gtc',
    ...changes,
    market: { ...MARKET, ...market },
  }).map(({ code, reason }) => {
    expect(code).toBe('MARKET_CLOSED')
    return reason
  })

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

test.each<[string, Changes, Reason]>([
  [
    'announced',
    { market: { stage: 'announced', opensAt: OPENS } },
    reason('MARKET_NOT_OPEN', { market: 'PEAQ/USDT', opensAt: OPENS }),
  ],
  [
    'announced without a date',
    { market: { stage: 'announced' } },
    reason('MARKET_NOT_OPEN', { market: 'PEAQ/USDT', opensAt: null }),
  ],
  [
    'pre-launch',
    { market: { stage: 'pre-launch', opensAt: OPENS } },
    reason('MARKET_NOT_OPEN', { market: 'PEAQ/USDT', opensAt: OPENS }),
  ],
  [
    'a market order in an auction',
    { ...AT_MARKET, market: { stage: 'auction', opensAt: OPENS } },
    reason('AUCTION_LIMIT_ONLY', { opensAt: OPENS }),
  ],
  [
    'one that cannot wait',
    { market: { stage: 'auction' }, timeInForce: 'ioc' },
    reason('AUCTION_RESTING_ONLY', { opensAt: null }),
  ],
  [
    'an auction of which nothing is documented',
    { market: { stage: 'auction' }, venue: 'binance' },
    reason('MARKET_IN_AUCTION', { market: 'PEAQ/USDT', opensAt: null }),
  ],
  [
    'a market order in a limit-only market',
    { ...AT_MARKET, market: { stage: 'limit-only' } },
    reason('MARKET_LIMIT_ONLY'),
  ],
  ['a stop-limit order there', { stopPrice: '1.9', market: { stage: 'limit-only' } }, reason('MARKET_LIMIT_ONLY')],
  ['an order that takes, in a post-only market', { market: { stage: 'post-only' } }, reason('MARKET_POST_ONLY')],
  ['a market order there', { ...AT_MARKET, market: { stage: 'post-only' } }, reason('MARKET_POST_ONLY')],
  ['cancel-only', { market: { stage: 'cancel-only' } }, reason('MARKET_CANCEL_ONLY', { market: 'PEAQ/USDT' })],
  ['halted', { market: { stage: 'halted' } }, reason('MARKET_HALTED', { market: 'PEAQ/USDT' })],
  ['delisted', { market: { stage: 'delisted' } }, reason('MARKET_DELISTED', { market: 'PEAQ/USDT' })],
  ['unknown', { market: { stage: 'unknown' } }, reason('MARKET_STAGE_UNTOLD', { market: 'PEAQ/USDT' })],
  [
    'a buy where only sales are taken',
    { market: { stage: 'delisting', takes: { sides: ['sell'] } } },
    reason('MARKET_ONE_SIDE', { market: 'PEAQ/USDT', takes: 'sell', closesAt: null }),
  ],
  [
    'a buy before the end is told',
    { market: { stage: 'delisting', closesAt: OPENS, takes: { sides: ['sell'] } } },
    reason('MARKET_ONE_SIDE', { market: 'PEAQ/USDT', takes: 'sell', closesAt: OPENS }),
  ],
  [
    'a type that the market does not list',
    { ...AT_MARKET, market: { takes: { orderTypes: ['limit', 'stop-limit'] } } },
    reason('MARKET_TYPE_NOT_TAKEN'),
  ],
  [
    'a time in force that it does not list',
    { market: { takes: { timesInForce: ['post-only'] } } },
    reason('MARKET_POST_ONLY'),
  ],
  [
    'a market that takes nothing of anybody',
    { market: { takes: { orderTypes: [] } } },
    reason('MARKET_NOT_FOR_ACCOUNT', { market: 'PEAQ/USDT' }),
  ],
])('%s: it says so', (_name, changes, why) => {
  expect(said(changes)).toEqual([why])
})

const taking = (takes: StagedOrder['market']['takes']): Partial<StagedOrder['market']> => ({ takes })

test.each<[string, Changes, Reason]>([
  [
    'a sale where only buys are taken',
    { market: taking({ sides: ['buy'] }), side: 'sell' },
    reason('MARKET_ONE_SIDE', { market: 'PEAQ/USDT', takes: 'buy', closesAt: null }),
  ],
  [
    'a market order where limit orders rest',
    { ...AT_MARKET, market: taking({ orderTypes: ['limit'], timesInForce: ['gtc'] }) },
    reason('MARKET_LIMIT_ONLY'),
  ],
  [
    'a market order where they may also make the market',
    { ...AT_MARKET, market: taking({ orderTypes: ['limit'], timesInForce: ['post-only', 'gtc'] }) },
    reason('MARKET_LIMIT_ONLY'),
  ],
  [
    'a market order where they only make the market',
    { ...AT_MARKET, market: taking({ orderTypes: ['limit'], timesInForce: ['post-only'] }) },
    reason('MARKET_POST_ONLY'),
  ],
  [
    'an order that rests where orders trade at once',
    { market: taking({ timesInForce: ['ioc'] }) },
    reason('MARKET_TAKES_TIMES', { timesInForce: ['ioc'] }),
  ],
  [
    'an order that rests where two others are taken',
    { market: taking({ timesInForce: ['post-only', 'ioc'] }) },
    reason('MARKET_TAKES_TIMES', { timesInForce: ['ioc', 'post-only'] }),
  ],
  [
    'an order that trades at once where orders rest',
    { market: taking({ timesInForce: ['gtc', 'post-only'] }), timeInForce: 'ioc' },
    reason('MARKET_TAKES_TIMES', { timesInForce: [] }),
  ],
])('what one market takes is said: %s', (_name, changes, why) => {
  expect(said(changes)).toEqual([why])
})
