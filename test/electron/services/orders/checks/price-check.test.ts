// A price far from the market is asked about, the exchange's own bounds are those of the side, and the figures are the book's.

import { describe, expect, it } from 'vitest'
import { checkOrder, type OrderCheck } from '../../../../../electron/services/orders/checks/order-check.ts'
import { bandProblems, farProblems } from '../../../../../electron/services/orders/checks/price-check.ts'
import { sayReason } from '../../../../../renderer/messages/reasons/en.ts'
import type { Depth, Market, MarketRules, PriceBands, PriceLimits, Quote, Side } from '../../../../../shared/order.ts'
import { DEFAULT_RULES } from '../../../../../shared/portfolio.ts'
import { reason } from '../../../../../shared/reasons/reason.ts'
import { NO_GROUPS } from '../../../../support/ledger/no-groups.ts'

const NOW = Date.UTC(2026, 10, 29, 12)
const AT = new Date(NOW).toISOString()
const QUOTE: Quote = { bid: '1.9', ask: '2', last: '1.95', at: AT, receivedAt: AT, asOfMs: NOW }
const RULES: MarketRules = {
  tick: '0.01',
  step: '0.1',
  minAmount: '0.1',
  maxAmount: '100000',
  minNotional: '5',
  takerFee: '0.001',
  makerFee: '0',
}
const MARKET: Market = {
  ...{ market: 'PEAQ/EUR', coinId: 'peaq', base: 'PEAQ', quote: 'EUR', stage: 'trading', opensAt: null },
  closesAt: null,
  rules: RULES,
  price: QUOTE,
}

const far = (side: Side, price: string | null, changes: Partial<Parameters<typeof farProblems>[0]> = {}) =>
  farProblems({ market: MARKET, side, price, stopPrice: null, farPrice: '0.05', farAccepted: false, ...changes }).map(
    ({ code, reason }) => {
      expect(code).toBe('PRICE_FAR')
      return sayReason(reason).replace(' Place it only if you mean that price.', '')
    },
  )

describe('a far price', () => {
  it.each<[string, Side, string, string[]]>([
    ['a buy at the edge', 'buy', '2.1', []],
    ['a buy above it', 'buy', '2.11', ['Your limit price, 2.11, is 5.5% above the ask, 2.']],
    ['a buy 9.5 times above', 'buy', '19', ['Your limit price, 19, is 850% above the ask, 2.']],
    ['a sale at the edge', 'sell', '1.805', []],
    ['a sale below it', 'sell', '1.8', ['Your limit price, 1.8, is 5.2% below the bid, 1.9.']],
    ['a sale for next to nothing', 'sell', '0.01', ['Your limit price, 0.01, is 99.4% below the bid, 1.9.']],
    ['a patient buy', 'buy', '0.4', []],
    ['a buy with a slipped point', 'buy', '0.39', ['Your limit price, 0.39, is over 5 times away from the ask, 2.']],
    ['a patient sale', 'sell', '9.5', []],
    ['a sale with a slipped point', 'sell', '19', ['Your limit price, 19, is over 5 times away from the bid, 1.9.']],
  ])('%s', (_name, side, price, words) => {
    expect(far(side, price)).toEqual(words)
  })

  it('is none once the trader has said that he means it, by another bound, or where no price is known', () => {
    expect(far('buy', '19', { farAccepted: true })).toEqual([])
    expect(far('buy', '2.2', { farPrice: '0.1' })).toEqual([])
    expect(far('buy', '2.03', { farPrice: '0.01' })).toHaveLength(1)
    expect(far('buy', '19', { market: { ...MARKET, price: null } })).toEqual([])
    expect(far('buy', null)).toEqual([])
  })

  it.each<[string, Side, string, string, string[]]>([
    ['a limit near its stop', 'buy', '2.52', '2.4', []],
    ['one far beyond it', 'buy', '2.53', '2.4', ['Your limit price, 2.53, is 5.4% above the stop price, 2.4.']],
    ['one near the ask, which lies above the stop', 'buy', '2.1', '1.96', []],
    ['one far above both', 'buy', '2.11', '1.96', ['Your limit price, 2.11, is 5.5% above the ask, 2.']],
    ['a sale near its stop', 'sell', '1.71', '1.8', []],
    ['one far below it', 'sell', '1.7', '1.8', ['Your limit price, 1.7, is 5.5% below the stop price, 1.8.']],
    ['one near the bid', 'sell', '1.81', '1.94', []],
    [
      'a stop with a slipped point',
      'buy',
      '25',
      '24',
      ['Your stop price, 24 EUR, is over 5 times away from the last price, 1.95.'],
    ],
    ['a low one', 'sell', '0.38', '0.39', []],
    [
      'a lower one',
      'sell',
      '0.37',
      '0.38',
      ['Your stop price, 0.38 EUR, is over 5 times away from the last price, 1.95.'],
    ],
  ])('of a stop-limit order: %s', (_name, side, price, stopPrice, words) => {
    expect(far(side, price, { stopPrice })).toEqual(words)
  })

  it('of a stop is told by the stop alone where no price is known', () => {
    expect(far('buy', '3', { stopPrice: '2.4', market: { ...MARKET, price: null } })).toHaveLength(1)
    expect(far('buy', '2.5', { stopPrice: '2.4', market: { ...MARKET, price: null } })).toEqual([])
  })
})

describe('the bounds of an exchange', () => {
  const BANDS: PriceBands = { buy: { low: '0.2', high: '1.2' }, sell: { low: '0.8', high: '5' }, of: 'last' }
  const market: Market = {
    ...MARKET,
    price: { bid: '1.49', ask: '1.51', last: '1.5', at: AT, receivedAt: AT, asOfMs: NOW },
  }
  const judged = (
    side: Side,
    price: string | null,
    priceBands: PriceBands | undefined,
    at: Market = market,
    limits: PriceLimits | null = null,
    now = NOW,
  ) => bandProblems({ market: { ...at, rules: { ...RULES, priceBands } }, side, price, limits, now })

  it.each<[Side, string, string | null]>([
    ['buy', '0.3', null],
    ['buy', '1.8', null],
    ['buy', '0.29', 'The exchange takes prices from 0.3 to 1.8 EUR now.'],
    ['buy', '1.81', 'The exchange takes prices from 0.3 to 1.8 EUR now.'],
    ['sell', '1.2', null],
    ['sell', '7.5', null],
    ['sell', '1.19', 'The exchange takes prices from 1.2 to 7.5 EUR now.'],
    ['sell', '7.51', 'The exchange takes prices from 1.2 to 7.5 EUR now.'],
  ])('are those of the side: a %s at %s', (side, price, words) => {
    const { problems, warnings } = judged(side, price, BANDS)
    expect(problems.map(({ code, reason }) => `${code} ${sayReason(reason)}`)).toEqual(
      words === null ? [] : [`SIZE_LIMIT ${words}`],
    )
    expect(warnings).toEqual([])
  })

  it('refuse nothing on a guess where the exchange reckons by a price of its own', () => {
    for (const of of ['average', 'index'] as const) {
      const { problems, warnings } = judged('buy', '1.81', { ...BANDS, of })
      expect(problems).toEqual([])
      expect(warnings).toEqual([reason('PRICE_BOUNDS_RECKONED', { low: '0.3', high: '1.8', asset: 'EUR' })])
    }
  })

  it('may have one end only, or none', () => {
    const open: PriceBands = { buy: { low: null, high: '1.02' }, sell: { low: '0.98', high: null }, of: 'last' }
    expect(judged('buy', '0.01', open).problems).toEqual([])
    expect(judged('buy', '1.54', open).problems[0]?.reason).toEqual(
      reason('PRICE_BOUNDS', { low: null, high: '1.53', asset: 'EUR' }),
    )
    expect(judged('sell', '99', open).problems).toEqual([])
    expect(judged('sell', '1.46', open).problems[0]?.reason).toEqual(
      reason('PRICE_BOUNDS', { low: '1.47', high: null, asset: 'EUR' }),
    )
    expect(judged('buy', '99', undefined)).toEqual({ problems: [], warnings: [] })
    expect(judged('buy', null, BANDS)).toEqual({ problems: [], warnings: [] })
    expect(judged('buy', '99', BANDS, { ...market, price: null })).toEqual({ problems: [], warnings: [] })
  })
})

describe('the limits that an exchange tells', () => {
  const market = { ...MARKET, price: { ...QUOTE, last: '1.5' } }
  const limits: PriceLimits = { buy: { low: null, high: '1.6' }, sell: { low: '1.4', high: null }, asOfMs: NOW }
  const bands: PriceBands = { buy: { low: '0.2', high: '2' }, sell: { low: '0.5', high: '5' }, of: 'average' }
  const judged = (
    price: string,
    now: number,
    more: { limits?: PriceLimits; bands?: PriceBands } = {},
    side: Side = 'buy',
  ) =>
    bandProblems({
      market: { ...market, rules: { ...RULES, priceBands: more.bands } },
      ...{ side, price, now, limits: more.limits ?? limits },
    })
  const words = ({ problems, warnings }: ReturnType<typeof judged>) => ({
    problems: problems.map(({ reason }) => sayReason(reason)),
    warnings: warnings.map(sayReason),
  })

  it('refuse for ten seconds, instead of what the last price would say', () => {
    for (const more of [{}, { bands }]) {
      expect(words(judged('1.61', NOW + 10_000, more))).toEqual({
        problems: ['The exchange takes prices up to 1.6 EUR now.'],
        warnings: [],
      })
      expect(words(judged('1.6', NOW, more))).toEqual({ problems: [], warnings: [] })
    }
    expect(words(judged('1.39', NOW, {}, 'sell')).problems).toEqual(['The exchange takes prices from 1.4 EUR up now.'])
  })

  it('warn after that, and where nobody can say of when they are', () => {
    const warnings = ['The exchange took prices up to 1.6 EUR a while ago. It may reject yours.']
    expect(words(judged('1.61', NOW + 10_001))).toEqual({ problems: [], warnings })
    expect(words(judged('1.61', NOW, { limits: { ...limits, asOfMs: null } }))).toEqual({ problems: [], warnings })
    // Its multiples are the better guess, where there are any.
    expect(words(judged('1.61', NOW + 10_001, { bands }))).toEqual({ problems: [], warnings: [] })
    expect(words(judged('3.01', NOW + 10_001, { bands })).warnings).toHaveLength(1)
  })

  it('of no bound are none', () => {
    const open = { low: null, high: null }
    const none = { problems: [], warnings: [] }
    expect(judged('99', NOW, { limits: { buy: open, sell: open, asOfMs: NOW } })).toEqual(none)
    expect(judged('99', NOW, { limits: { buy: open, sell: open, asOfMs: NOW }, bands })).toEqual(none)
  })

  it('a last price that is no more of now refuses nothing either', () => {
    const ofLast = { ...bands, of: 'last' } as const
    const old = { ...limits, asOfMs: null }
    expect(judged('3.01', NOW + 10_000, { limits: old, bands: ofLast }).problems).toHaveLength(1)
    expect(judged('3.01', NOW + 10_001, { limits: old, bands: ofLast })).toMatchObject({
      problems: [],
      warnings: [{ code: 'PRICE_BOUNDS_RECKONED' }],
    })
  })
})

const DEPTH: Depth = {
  at: AT,
  bids: [
    ['1.9', '10'],
    ['1.8', '10'],
  ],
  asks: [
    ['2', '10'],
    ['2.2', '10'],
  ],
}

function check(changes: Partial<OrderCheck>): OrderCheck {
  return {
    ...{ market: MARKET, coin: { coinId: 'peaq', early: false }, side: 'buy', size: { unit: 'base', value: '10' } },
    ...{ price: null, stopPrice: null, seen: null, depth: DEPTH, rate: '1', overridden: false, now: NOW },
    ...{ farPrice: '0.05', farAccepted: true, timeInForce: 'gtc', venue: 'kraken', limits: null },
    book: { total: '100000', unpriced: [], atCost: [], earlyUnpriced: false, exempt: [], exposures: [] },
    rules: DEFAULT_RULES,
    ...NO_GROUPS,
    balances: [
      { asset: 'EUR', total: '500', free: '300' },
      { asset: 'PEAQ', total: '30', free: '20' },
    ],
    ...changes,
  }
}

const base = (value: string) => ({ unit: 'base', value }) as const
const quoted = (value: string) => ({ unit: 'quote', value }) as const
const seller = { side: 'sell' } as const
const euro = (amount: string) => ({ asset: 'EUR', amount })

describe('the figures', () => {
  it.each<[string, Partial<OrderCheck>, { value: string; fee: string; total: string; reserved: object }]>([
    [
      'of a limit far above the ask: bought at the book, set aside at the limit',
      { size: base('10'), price: '19' },
      { value: '20', fee: '0.02', total: '20.02', reserved: euro('190.19') },
    ],
    [
      'of one that takes two levels',
      { size: base('20'), price: '2.5' },
      { value: '42', fee: '0.042', total: '42.042', reserved: euro('50.05') },
    ],
    [
      'of one that the book does not hold: the rest at the limit',
      { size: base('30'), price: '2.5' },
      { value: '67', fee: '0.067', total: '67.067', reserved: euro('75.075') },
    ],
    [
      'of one that trades up to its limit',
      { size: base('20'), price: '2.1' },
      { value: '41', fee: '0.041', total: '41.041', reserved: euro('42.042') },
    ],
    [
      'of one that waits',
      { size: base('20'), price: '1.5' },
      { value: '30', fee: '0.03', total: '30.03', reserved: euro('30.03') },
    ],
    [
      'of a market order over two levels',
      { size: base('20') },
      { value: '42', fee: '0.042', total: '42.042', reserved: euro('42.042') },
    ],
    [
      'of a market order that the book does not hold: the rest at its average',
      { size: base('30') },
      { value: '63', fee: '0.063', total: '63.063', reserved: euro('63.063') },
    ],
    [
      'of a sale far below the bid',
      { ...seller, size: base('10'), price: '0.5' },
      { value: '19', fee: '0.019', total: '18.981', reserved: { asset: 'PEAQ', amount: '10' } },
    ],
    [
      'of a limit at the ask without a book',
      { size: base('10'), price: '19', depth: null },
      { value: '20', fee: '0.02', total: '20.02', reserved: euro('190.19') },
    ],
    [
      'of a sale at the bid without a book',
      { ...seller, size: base('10'), price: '1.9', depth: null },
      { value: '19', fee: '0.019', total: '18.981', reserved: { asset: 'PEAQ', amount: '10' } },
    ],
    [
      'of a sale above the bid without a book',
      { ...seller, size: base('10'), price: '1.91', depth: null },
      { value: '19.1', fee: '0.0191', total: '19.0809', reserved: { asset: 'PEAQ', amount: '10' } },
    ],
    [
      'by the limit where the price is too old to say',
      { size: base('10'), price: '19', depth: null, now: NOW + 60_001 },
      { value: '190', fee: '0.19', total: '190.19', reserved: euro('190.19') },
    ],
    [
      'of a stop-limit order, which trades nothing yet',
      { size: base('10'), price: '2.5', stopPrice: '2.4' },
      { value: '25', fee: '0.025', total: '25.025', reserved: euro('25.025') },
    ],
  ])('%s', (_name, changes, figures) => {
    expect(checkOrder(check(changes))).toMatchObject({ ...figures, problems: [] })
  })

  it('cut a size in the quote currency by the limit: it is the most that may leave', () => {
    expect(checkOrder(check({ size: quoted('50'), price: '19' }))).toMatchObject({ amount: '2.6', value: '5.2' })
  })

  it('hold what an exchange sets aside against what is free, and tell what is free', () => {
    const short = checkOrder(check({ size: base('20'), price: '19' }))
    expect(short.problems).toEqual([
      {
        code: 'INSUFFICIENT_FUNDS',
        reason: reason('FUNDS_SHORT', { side: 'buy', needed: '380.38', free: '300', asset: 'EUR' }),
      },
    ])
    expect(short.free).toEqual({ base: '20', quote: '300' })
    expect(checkOrder(check({ balances: null })).free).toEqual({ base: null, quote: null })
    const thin = { balances: [{ asset: 'EUR', total: '41', free: '41' }], size: base('20') }
    // At the best price it would be 40.04.
    expect(checkOrder(check(thin)).problems.map(({ code }) => code)).toEqual(['INSUFFICIENT_FUNDS'])
  })

  it('say nothing of an amount that is not known', () => {
    const market = { ...MARKET, price: null }
    expect(checkOrder(check({ market, depth: null, size: quoted('50') }))).toMatchObject({
      reserved: null,
      value: null,
    })
    expect(checkOrder(check({ ...seller, market, depth: null, size: quoted('50') })).reserved).toBeNull()
    expect(checkOrder(check({ market, depth: null }))).toMatchObject({ amount: '10', value: null, reserved: null })
  })
})

describe('the bounds of worth', () => {
  const codes = (changes: Partial<MarketRules>, order: Partial<OrderCheck>) =>
    checkOrder(check({ market: { ...MARKET, rules: { ...RULES, ...changes } }, ...order })).problems.map(
      ({ code }) => code,
    )
  const little = { size: base('1') }
  const much = { size: base('20'), depth: null }

  it.each<[string, Partial<MarketRules>, Partial<OrderCheck>, string[]]>([
    ['the least holds for a market order', {}, little, ['SIZE_LIMIT']],
    ['where the exchange says so', { applyMinToMarket: true }, little, ['SIZE_LIMIT']],
    ['and not where it says it does not', { applyMinToMarket: false }, little, []],
    ['for a limit order it holds then too', { applyMinToMarket: false }, { ...little, price: '2' }, ['SIZE_LIMIT']],
    ['the most holds for no market order', { maxNotional: '39' }, much, []],
    ['unless the exchange says so', { maxNotional: '39', applyMaxToMarket: true }, much, ['SIZE_LIMIT']],
    ['one of exactly that passes', { maxNotional: '40', applyMaxToMarket: true }, much, []],
    ['for a limit order it holds in any case', { maxNotional: '39' }, { ...much, price: '2' }, ['SIZE_LIMIT']],
    [
      'with its largest market order both are said',
      { maxNotional: '39', applyMaxToMarket: true, marketMaxAmount: '19' },
      much,
      ['SIZE_LIMIT', 'SIZE_LIMIT'],
    ],
  ])('%s', (_name, rules, order, expected) => {
    expect(codes(rules, order)).toEqual(expected)
  })
})
