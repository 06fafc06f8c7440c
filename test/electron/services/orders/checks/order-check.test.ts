// What speaks against an order before it is written down: one table row a reason, and the figures of the ticket.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkOrder, type OrderCheck } from '../../../../../electron/services/orders/checks/order-check.ts'
import type { ExposureSnapshot } from '../../../../../electron/services/portfolio/risk.ts'
import { sayReason } from '../../../../../renderer/messages/reasons/en.ts'
import { compare, isMultipleOf, multiply } from '../../../../../shared/decimal.ts'
import type { Depth, Market, Quote } from '../../../../../shared/order.ts'
import { DEFAULT_RULES, type Rules } from '../../../../../shared/portfolio.ts'
import { reason } from '../../../../../shared/reasons/reason.ts'
import { decimalArb } from '../../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../../support/hostile/seed.ts'
import { NO_GROUPS } from '../../../../support/ledger/no-groups.ts'

const seed = announcedSeed('sizes of orders')

const NOW = Date.UTC(2026, 10, 23, 12)
const at = (ageMs: number) => new Date(NOW - ageMs).toISOString()

const QUOTE: Quote = { bid: '1.9', ask: '2', last: '1.95', at: at(0), receivedAt: at(0), asOfMs: NOW }
const MARKET: Market = {
  market: 'PEAQ/USDT',
  coinId: 'peaq',
  base: 'PEAQ',
  quote: 'USDT',
  stage: 'trading',
  opensAt: null,
  closesAt: null,
  rules: {
    tick: '0.01',
    step: '0.1',
    minAmount: '1',
    maxAmount: '1000',
    minNotional: '5',
    takerFee: '0.001',
    makerFee: '0',
  },
  price: QUOTE,
}
const BOOK: ExposureSnapshot = {
  total: '10000',
  unpriced: [],
  atCost: [],
  earlyUnpriced: false,
  exempt: [],
  exposures: [],
}
const WARN: Rules = {
  project: { limit: '0.05', level: 'warn' },
  earlyStage: { limit: '0.01', level: 'warn', basis: 'each' },
}

function check(changes: Partial<OrderCheck> = {}): OrderCheck {
  return {
    market: MARKET,
    coin: { coinId: 'peaq', early: false },
    side: 'buy',
    size: { unit: 'quote', value: '50' },
    price: null,
    stopPrice: null,
    timeInForce: 'gtc',
    venue: 'binance',
    book: BOOK,
    rules: { ...DEFAULT_RULES, earlyStage: { ...DEFAULT_RULES.earlyStage, level: 'block' } },
    balances: [
      { asset: 'USDT', total: '10000', free: '10000' },
      { asset: 'PEAQ', total: '30', free: '20' },
    ],
    rate: '1',
    overridden: false,
    seen: null,
    farPrice: '0.05',
    farAccepted: false,
    depth: null,
    limits: null,
    now: NOW,
    ...NO_GROUPS,
    ...changes,
  }
}

/** The same bounds for both sides, of the last price. */
const bands = (low: string, high: string) => ({ buy: { low, high }, sell: { low, high }, of: 'last' as const })
const base = (value: string) => ({ unit: 'base' as const, value })
const market = (changes: Partial<Market>): Market => ({ ...MARKET, ...changes })

it.each<[string, Partial<OrderCheck>, string[]]>([
  ['nothing', {}, []],
  ['an announced market', { market: market({ stage: 'announced' }) }, ['MARKET_CLOSED']],
  ['a market order without a price', { market: market({ price: null }) }, ['PRICE_UNKNOWN']],
  ['a market order on a price of more than a minute', { now: NOW + 60_001 }, ['PRICE_UNKNOWN']],
  ['not one of exactly a minute', { now: NOW + 60_000 }, []],
  ['not a limit order on an old price', { now: NOW + 999_999, price: '2' }, []],
  ['not a limit order without a price', { market: market({ price: null }), price: '2' }, []],
  ['an amount beside the step', { size: base('10.05') }, ['STEP']],
  ['a limit beside the tick', { price: '2.005' }, ['STEP']],
  ['both', { size: base('10.05'), price: '2.005' }, ['STEP', 'STEP']],
  ['too little', { size: base('0.9') }, ['SIZE_LIMIT']],
  ['too much', { size: base('1000.1'), rules: WARN }, ['SIZE_LIMIT']],
  ['not exactly the most', { size: base('1000'), rules: WARN }, []],
  ['too little worth', { size: base('2.4') }, ['SIZE_LIMIT']],
  ['not exactly the least worth', { size: base('2.5') }, []],
  ['nothing left after the cut', { size: { unit: 'quote', value: '0.1' } }, ['SIZE_LIMIT']],
  ['a broken limit', { size: { unit: 'quote', value: '500.2' } }, ['RULE_BREACH']],
  ['not a limit that is met exactly', { size: { unit: 'quote', value: '500' } }, []],
  ['not a broken limit that only warns', { size: { unit: 'quote', value: '800' }, rules: WARN }, []],
  ['not one that was overridden', { size: { unit: 'quote', value: '800' }, overridden: true }, []],
  [
    'not a sale above the limit',
    { side: 'sell', size: base('20'), book: { ...BOOK, exposures: [{ coinId: 'peaq', early: false, value: '900' }] } },
    [],
  ],
  ['an early coin beyond its own limit', { coin: { coinId: 'peaq', early: true }, size: base('51') }, ['RULE_BREACH']],
  ['a broken limit in another currency', { rate: '1.25', size: { unit: 'quote', value: '400.2' } }, ['RULE_BREACH']],
  ['not a limit that is met exactly there', { rate: '1.25', size: { unit: 'quote', value: '400' } }, []],
  ['a currency without a price in USDT', { rate: null }, ['SHARE_UNKNOWN']],
  ['not when that was overridden', { rate: null, overridden: true }, []],
  ['not a sale for such a currency', { rate: null, side: 'sell', size: base('20') }, []],
  ['a total that is not known', { book: { ...BOOK, total: null } }, ['SHARE_UNKNOWN']],
  ['a coin held without a price', { book: { ...BOOK, unpriced: ['peaq'] } }, ['SHARE_UNKNOWN']],
  ['not another coin without a price', { book: { ...BOOK, unpriced: ['ola'], earlyUnpriced: true } }, []],
  ['not an unknown share that was overridden', { book: { ...BOOK, total: null }, overridden: true }, []],
  ['not an unknown share of a sale', { side: 'sell', size: base('20'), book: { ...BOOK, total: null } }, []],
  [
    'more than the free cash',
    {
      rules: WARN,
      size: { unit: 'quote', value: '1000' },
      balances: [{ asset: 'USDT', total: '5000', free: '1000.999' }],
    },
    ['INSUFFICIENT_FUNDS'],
  ],
  [
    'not exactly the free cash with its fee',
    { rules: WARN, size: { unit: 'quote', value: '1000' }, balances: [{ asset: 'USDT', total: '5000', free: '1001' }] },
    [],
  ],
  ['more than the free coins', { side: 'sell', size: base('20.1') }, ['INSUFFICIENT_FUNDS']],
  ['an asset that the account never had', { side: 'sell', size: base('10'), balances: [] }, ['INSUFFICIENT_FUNDS']],
  ['not balances that are unknown', { side: 'sell', size: base('10'), balances: null }, []],
])('against it speaks %s', (_name, changes, codes) => {
  expect(checkOrder(check(changes)).problems.map(({ code }) => code)).toEqual(codes)
})

const ruled = (changes: Partial<Market['rules']>) => market({ rules: { ...MARKET.rules, ...changes } })
const quoted = (value: string) => ({ unit: 'quote' as const, value })

it.each<[string, Partial<OrderCheck>, string[]]>([
  [
    'no price',
    { market: market({ price: null }) },
    ['No price for this market. Wait for a new price, or enter a limit price.'],
  ],
  [
    'an old price',
    { now: NOW + 60_001 },
    [`The last price is from Nov 23, 12:00 UTC. Wait for a new price, or enter a limit price.`],
  ],
  ['a price that moved', { seen: '1.9' }, ['The price moved from 1.9 to 2. Check it, then place the order again.']],
  [
    'a sale at a price that moved',
    { side: 'sell', size: base('20'), seen: '2.1' },
    ['The price moved from 2.1 to 1.9. Check it, then place the order again.'],
  ],
  [
    'a market order that is too large',
    { market: ruled({ marketMaxAmount: '24' }) },
    ['Market orders here can be at most 24 PEAQ. Enter less, or use a limit order.'],
  ],
  [
    'too much worth',
    { market: ruled({ maxNotional: '49' }), size: base('25'), price: '2' },
    ['Max order value is 49 USDT.'],
  ],
  [
    'a price outside the band',
    { market: ruled({ priceBands: bands('0.8', '1.2') }), size: base('25'), price: '1.55' },
    ['The exchange takes prices from 1.56 to 2.34 USDT now.'],
  ],
  ['an amount beside the step', { size: base('10.05') }, ['Amount step is 0.1 PEAQ.']],
  ['a limit beside the tick', { price: '2.005' }, ['Price step is 0.01 USDT. Try 2.']],
  ['an amount that was given', { size: base('0.9') }, ['Enter an amount from 1 to 1000 PEAQ.']],
  ['an amount that was reckoned', { size: quoted('1.9') }, ['Enter an amount from 1 to 1000 PEAQ; this is 0.9.']],
  ['too little worth', { size: base('2.4') }, ['Min order value is 5 USDT.']],
  [
    'a share that is not known',
    { book: { ...BOOK, total: null } },
    ['The portfolio share after this order is unknown, so your limits can’t be checked.'],
  ],
  [
    'a broken limit of a project',
    { size: quoted('500.2') },
    ['This order breaks your project limit: 5.002% of your portfolio, limit 5%.'],
  ],
  [
    'a share just above the limit, cut at its fourth place',
    { size: base('250.1'), book: { ...BOOK, total: '10003.75' } },
    ['This order breaks your project limit: 5.0001% of your portfolio, limit 5%.'],
  ],
  [
    'a broken limit of early ones',
    { coin: { coinId: 'peaq', early: true }, size: base('51') },
    ['This order breaks your early-stage limit: 1.02% of your portfolio, limit 1%.'],
  ],
  [
    'too little cash',
    { balances: [{ asset: 'USDT', total: '90', free: '50' }] },
    ['This order needs 50.05 USDT. Available: 50 USDT.'],
  ],
  ['too few coins', { side: 'sell', size: base('20.1') }, ['You don’t have enough PEAQ to sell. Available: 20 PEAQ.']],
])('says it in words and figures: %s', (_name, changes, messages) => {
  expect(checkOrder(check(changes)).problems.map(({ reason }) => sayReason(reason))).toEqual(messages)
})

it.each<[string, Partial<OrderCheck>]>([
  ['a buy that has risen by exactly a hundredth', { market: market({ price: { ...QUOTE, ask: '2.02' } }), seen: '2' }],
  [
    'a sale that has fallen by exactly a hundredth',
    { market: market({ price: { ...QUOTE, bid: '1.98' } }), side: 'sell', size: base('20'), seen: '2' },
  ],
  [
    'a price at the lower edge of the band',
    { market: ruled({ priceBands: bands('0.8', '1.2') }), size: base('25'), price: '1.56' },
  ],
  [
    'a limit where the band of prices is a share of a price that is not known',
    { market: { ...ruled({ priceBands: bands('0.8', '1.2') }), price: null }, size: base('25'), price: '9' },
  ],
  ['a size in USDT that is no multiple of the step', { size: quoted('50.05') }],
  ['exactly the smallest amount', { size: base('1'), price: '6', farAccepted: true }],
])('nothing speaks against %s', (_name, changes) => {
  expect(checkOrder(check(changes)).problems).toEqual([])
})

it('tells the shares of this coin before and after, among others, and none where it is held without a price', () => {
  const exposures = [
    { coinId: 'ola', early: false, value: '300' },
    { coinId: 'peaq', early: false, value: '200' },
  ]
  expect(checkOrder(check({ book: { ...BOOK, exposures } }))).toMatchObject({
    shareBefore: '0.02',
    shareAfter: '0.025',
  })
  const unpriced = { ...BOOK, exposures, unpriced: ['peaq'] }
  expect(checkOrder(check({ book: unpriced }))).toMatchObject({ shareBefore: null, shareAfter: null })
})

it('tells what the order would meet in the book, where there is one and the amount is known', () => {
  const depth: Depth = { at: at(0), asOfMs: NOW, bids: [['1.9', '100']], asks: [['2', '100']] }
  expect(checkOrder(check({ depth })).estimate).toEqual({
    price: '2',
    slippage: '0',
    isWhole: true,
    at: at(0),
    asOfMs: NOW,
  })
  expect(checkOrder(check()).estimate).toBeNull()
  expect(checkOrder(check({ depth, market: market({ price: null }) })).estimate).toBeNull()
  expect(checkOrder(check({ depth, size: quoted('0.1') }))).toMatchObject({ amount: '0', estimate: null })
})

it('knows no largest sale without a price or balances', () => {
  const sale = { side: 'sell', size: base('20') } as const
  expect(checkOrder(check({ ...sale, market: market({ price: null }) })).largestAllowed).toBeNull()
  expect(checkOrder(check({ ...sale, balances: null })).largestAllowed).toBeNull()
})

it('does not let the breach of another coin stop this one', () => {
  const exposures = [{ coinId: 'other', early: false, value: '9000' }]
  for (const early of [false, true]) {
    const coin = { coinId: 'peaq', early }
    expect(checkOrder(check({ coin, book: { ...BOOK, exposures } }))).toMatchObject({ problems: [], breaches: [] })
  }
})

it('counts early coins together where the rule does, for early coins only', () => {
  const rules: Rules = { ...DEFAULT_RULES, earlyStage: { limit: '0.01', level: 'block', basis: 'together' } }
  const book = { ...BOOK, exposures: [{ coinId: 'ola', early: true, value: '90' }] }
  const early = { coinId: 'peaq', early: true }
  expect(checkOrder(check({ rules, book, coin: early })).problems.map(({ code }) => code)).toEqual(['RULE_BREACH'])
  expect(checkOrder(check({ rules, book })).problems).toEqual([])
  const broken = { ...BOOK, exposures: [{ coinId: 'ola', early: true, value: '150' }] }
  expect(checkOrder(check({ rules, book: broken }))).toMatchObject({ problems: [], breaches: [] })
})

it('reckons a buy at the ask and a sale at the bid, with the fee on the side that it is paid on', () => {
  expect(checkOrder(check())).toMatchObject({
    amount: '25',
    value: '50',
    fee: '0.05',
    total: '50.05',
    shareBefore: '0',
    shareAfter: '0.005',
    largestAllowed: '500',
  })
  expect(checkOrder(check({ side: 'sell', size: base('20') }))).toMatchObject({
    amount: '20',
    value: '38',
    fee: '0.038',
    total: '37.962',
    largestAllowed: '38',
  })
  expect(checkOrder(check({ price: '1.5' }))).toMatchObject({ amount: '33.3', value: '49.95' })
})

it('reckons a limit that trades at once at the best price, and one that rests at its own', () => {
  const valueAt = (side: 'buy' | 'sell', price: string) => checkOrder(check({ side, price, size: base('10') })).value
  expect([valueAt('buy', '1.99'), valueAt('buy', '2'), valueAt('buy', '2.05')]).toEqual(['19.9', '20', '20'])
  expect([valueAt('sell', '1.91'), valueAt('sell', '1.9'), valueAt('sell', '1.85')]).toEqual(['19.1', '19', '19'])
})

it('knows nothing of what depends on a price that is not known', () => {
  expect(checkOrder(check({ market: market({ price: null }) }))).toMatchObject({
    amount: null,
    value: null,
    fee: null,
    total: null,
    shareAfter: null,
    breaches: [],
  })
  expect(checkOrder(check({ market: market({ price: null }), size: base('10') })).amount).toBe('10')
})

it('never sends more than the size in USDT, and always whole steps', () => {
  const size = decimalArb({ digits: 5, places: 6 })
  fc.assert(
    fc.property(size, (value) => {
      fc.pre(compare(value, '0') > 0)
      const { amount } = checkOrder(check({ size: { unit: 'quote', value } }))
      if (amount === null) throw new Error('the price is known')
      expect(compare(multiply(amount, '2'), value)).toBeLessThanOrEqual(0)
      expect(isMultipleOf(amount, '0.1')).toBe(true)
    }),
    { seed },
  )
})

const rules = (changes: Partial<Market['rules']>) => market({ rules: { ...MARKET.rules, ...changes } })
const SALE = { side: 'sell', size: base('20') } as const
const codes = (changes: Partial<OrderCheck>) => checkOrder(check(changes)).problems.map(({ code }) => code)

it.each([
  ['a market order above its own largest amount', { market: rules({ marketMaxAmount: '24' }) }, ['SIZE_LIMIT']],
  ['one of exactly that', { market: rules({ marketMaxAmount: '25' }) }, []],
  [
    'a limit order of more than the largest worth',
    { market: rules({ maxNotional: '49' }), size: base('25'), price: '2' },
    ['SIZE_LIMIT'],
  ],
  ['one of exactly that worth', { market: rules({ maxNotional: '50' }), size: base('25'), price: '2' }, []],
  ['a market order of that worth, which has no such rule', { market: rules({ maxNotional: '49' }) }, []],
  ['a limit above it', { market: rules({ marketMaxAmount: '24' }), size: base('25'), price: '2' }, []],
  ['a buy that has risen by more than a hundredth', { seen: '1.98' }, ['PRICE_MOVED']],
  ['one that has risen by less', { seen: '1.99' }, []],
  ['one that has become cheaper', { seen: '2.5' }, []],
  ['a sale that has fallen by more', { side: 'sell', size: base('20'), seen: '1.92' }, ['PRICE_MOVED']],
  ['one that has fallen by less', { side: 'sell', size: base('20'), seen: '1.91' }, []],
  ['a stop-limit buy whose stop lies above the last price', { price: '2.1', stopPrice: '1.96' }, []],
  ['one whose stop is the last price', { price: '2.1', stopPrice: '1.95' }, ['STOP_PRICE']],
  ['one whose limit is its stop', { price: '2.1', stopPrice: '2.1' }, []],
  ['one whose limit lies below its stop', { price: '2.09', stopPrice: '2.1' }, ['STOP_PRICE']],
  ['one with both faults', { price: '1.8', stopPrice: '1.9' }, ['STOP_PRICE', 'STOP_PRICE']],
  ['a stop-limit sale whose stop lies below', { ...SALE, price: '1.9', stopPrice: '1.94' }, []],
  ['one whose stop is the last price too', { ...SALE, price: '1.9', stopPrice: '1.95' }, ['STOP_PRICE']],
  ['one whose limit lies above its stop', { ...SALE, price: '1.91', stopPrice: '1.9' }, ['STOP_PRICE']],
  ['a stop beside the tick', { price: '2.2', stopPrice: '2.105' }, ['STEP']],
  ['a stop on an old price', { now: NOW + 60_001, price: '2.2', stopPrice: '2.1' }, ['PRICE_UNKNOWN']],
  ['a stop without a price', { market: market({ price: null }), price: '2.2', stopPrice: '2.1' }, ['PRICE_UNKNOWN']],
  [
    'a stop in a market of limit orders only',
    { market: market({ stage: 'limit-only' }), price: '2.2', stopPrice: '2.1' },
    ['MARKET_CLOSED'],
  ],
  ['a limit order, whatever was seen', { size: base('25'), price: '2', seen: '1' }, []],
] as [string, Partial<OrderCheck>, string[]][])('%s', (_name, changes, expected) => {
  expect(codes(changes)).toEqual(expected)
})

it('reckons a stop-limit order at its limit price, and no price that it would meet now', () => {
  const depth = { at: at(0), bids: [], asks: [['2', '100'] as [string, string]] }
  const stop = { price: '2.5', stopPrice: '2.4', size: base('20'), depth }
  expect(checkOrder(check(stop))).toMatchObject({ value: '50', shareAfter: '0.005', estimate: null })
  expect(checkOrder(check({ ...stop, stopPrice: null })).estimate).not.toBeNull()
  expect(codes({ ...stop, size: base('201') })).toEqual(['RULE_BREACH'])
})

it('names the nearest price that is no worse when one is too fine', () => {
  const said = (changes: Partial<OrderCheck>) => checkOrder(check(changes)).problems[0]?.reason
  const off = (field: 'price' | 'stop-price', nearest: string) =>
    reason('PRICE_STEP', { field, step: '0.01', asset: 'USDT', nearest })
  expect(said({ price: '2.009' })).toEqual(off('price', '2'))
  expect(said({ ...SALE, price: '2.001' })).toEqual(off('price', '2.01'))
  expect(said({ price: '2.2', stopPrice: '2.109' })).toEqual(off('stop-price', '2.1'))
})
