// How value is spread: every grouping adds up to what there is, to the last digit, and pictures draw what they tell apart.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concentrationOf,
  drawnParts,
  type Known,
  NONE,
  OTHERS,
  SPREADS,
  splitValue,
  spreadOf,
  stageOf,
  TOLD_APART,
} from '../../../../renderer/features/portfolio/spread/spread.ts'
import { treemapRects } from '../../../../renderer/ui/pictures/treemap-rects.ts'
import type { Coin } from '../../../../shared/coin.ts'
import { add, compare, sum } from '../../../../shared/decimal.ts'
import type { Holding, Portfolio } from '../../../../shared/portfolio.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { catalogueDetails } from '../../fakes/fake-coins.ts'
import { anAccount } from '../../fakes/fake-vault.ts'

const seed = announcedSeed('spreads')

const COINS: readonly Coin[] = catalogueDetails()
const KNOWN: Known = {
  coins: COINS,
  accounts: [
    anAccount({ accountId: 'main', venue: 'binance', environment: 'live', label: 'Main' }),
    anAccount({ accountId: 'second', venue: 'binance', environment: 'live', label: 'Second' }),
    anAccount({ accountId: 'other', venue: 'kraken', environment: 'live', label: 'Other' }),
  ],
}

function held(coinId: string, value: string | null, patch: Partial<Holding> = {}): Holding {
  return {
    ...{ coinId, name: coinId, amount: '3', price: null, priceAt: null, priceAsOfMs: null, priceFrom: null, value },
    ...{ valuedAt: null, share: null, limit: '0.05', kind: 'project', match: 'certain', early: false },
    parts: [{ source: 'venue', accountId: 'main', amount: '3', value }],
    ...patch,
  }
}

function portfolio(holdings: Holding[], cash = '100', other: string | null = null): Portfolio {
  const asset = { asset: 'BTC', kind: null, amount: '1', price: other, priceAt: null, priceAsOfMs: null, value: other }
  return {
    ...{ environment: 'live', asOf: null, asOfMs: null, unpriced: [], limitTotal: null, breaches: [] },
    ...{ limits: [], kinds: [], holdings },
    accounts: [{ accountId: 'main', asOf: null, asOfMs: null, cash }],
    total: add(add(cash, sum(holdings.flatMap(({ value }) => value ?? []))), other ?? '0'),
    cash: [{ asset: 'USDT', amount: cash }],
    assets: other === null ? [] : [asset],
  }
}

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id)

test('by project: the largest first, then other assets and cash; what has no value is in none', () => {
  const lines = spreadOf(
    portfolio([held('ola', '10'), held('peaq', '90'), held('ten', null)], '100', '50'),
    'project',
    KNOWN,
  )
  expect(lines).toEqual([
    { id: 'peaq', value: '90', share: '0.36', coins: 1 },
    { id: 'ola', value: '10', share: '0.04', coins: 1 },
    { id: 'other', value: '50', share: '0.2', coins: 0 },
    { id: 'cash', value: '100', share: '0.4', coins: 0 },
  ])
})

test('by place and exchange each part counts where it lies, and cash with it', () => {
  const parts = [
    { source: 'venue' as const, accountId: 'main', amount: '1', value: '60' },
    { source: 'venue' as const, accountId: 'second', amount: '1', value: '20' },
    { source: 'manual' as const, accountId: null, amount: '1', value: '10' },
  ]
  const given = portfolio([held('peaq', '90', { parts })])
  expect(spreadOf(given, 'place', KNOWN).map(({ id, value }) => [id, value])).toEqual([
    ['main', '160'],
    ['second', '20'],
    [NONE, '10'],
  ])
  expect(spreadOf(given, 'exchange', KNOWN).map(({ id, value }) => [id, value])).toEqual([
    ['binance', '180'],
    [NONE, '10'],
  ])
})

test('a value at cost is spread by the amounts of its parts', () => {
  const parts = [
    { source: 'venue' as const, accountId: 'main', amount: '1', value: null },
    { source: 'venue' as const, accountId: 'other', amount: '3', value: null },
  ]
  const lines = spreadOf(portfolio([held('peaq', '40', { parts })], '0'), 'exchange', KNOWN)
  expect(lines.map(({ id, value }) => [id, value])).toEqual([
    ['kraken', '30'],
    ['binance', '10'],
  ])
})

test('a coin of several narratives counts in equal parts, one of none by itself', () => {
  const coins = [{ ...COINS[0], id: 'a', narratives: ['AI', 'DeFi', 'RWA'] } as Coin]
  const lines = spreadOf(portfolio([held('a', '10'), held('b', '5')], '0'), 'narrative', { ...KNOWN, coins })
  expect(lines.map(({ id, value }) => [id, value])).toEqual([
    [NONE, '5'],
    ['RWA', '3.333333333333333334'],
    ['AI', '3.333333333333333333'],
    ['DeFi', '3.333333333333333333'],
  ])
})

test('the best of the latest stages is that of a coin; one that nothing lists is early', () => {
  const at = (venue: string, stage: Coin['stages'][number]['stage'], asOf: string) => {
    return { venue, stage, asOf, instrument: null, source: '' }
  }
  const coin = {
    ...COINS[0],
    early: false,
    stages: [at('a', 'listed', '2024'), at('a', 'delisted', '2025-01')],
  } as Coin
  expect(stageOf(coin)).toBe('delisted')
  expect(stageOf({ ...coin, stages: [...coin.stages, at('b', 'limit-only', '2025')] })).toBe('limit-only')
  expect(stageOf({ ...coin, early: true })).toBe('early')
  expect(stageOf({ ...coin, stages: [] })).toBe('unknown')
  expect(stageOf(undefined)).toBe('unknown')
})

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((value) => (value / 100).toString())
const partArb = fc.record({
  source: fc.constantFrom('venue' as const, 'manual' as const),
  accountId: fc.constantFrom('main', 'second', 'other', 'gone', null),
  amount: cents,
  value: fc.option(cents),
})
const portfolioArb = fc
  .record({
    holdings: fc.array(
      fc.record({
        at: fc.nat({ max: COINS.length - 1 }),
        value: fc.option(cents),
        parts: fc.array(partArb, { maxLength: 4 }),
      }),
      { maxLength: 20 },
    ),
    cash: cents,
    other: fc.option(cents),
  })
  .map(({ holdings, cash, other }) =>
    portfolio(
      holdings.map(({ at, value, parts }) => held(COINS[at]?.id ?? '', value, { parts })),
      cash,
      other,
    ),
  )

describe('over random portfolios', () => {
  test.each(SPREADS)('by %s everything adds up to the total, drawn or listed', (by) => {
    fc.assert(
      fc.property(portfolioArb, (given) => {
        const lines = spreadOf(given, by, KNOWN)
        expect(sum(lines.map(({ value }) => value))).toBe(given.total)
        const drawn = drawnParts(lines)
        expect(sum(drawn.map(({ value }) => value))).toBe(given.total)
        expect(drawn.length).toBeLessThanOrEqual(TOLD_APART + 3)
        expect(new Set(ids(lines)).size).toBe(lines.length)
      }),
      { seed, numRuns: 200 },
    )
  })

  test('a value that is split is whole again', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 6 }), (value, weights) => {
        expect(compare(sum(splitValue(value, weights)), value)).toBe(0)
      }),
      { seed },
    )
  })

  test('the areas of a treemap are the shares, within its space and none over another', () => {
    const ratios = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(ratios, (given) => {
        const sorted = given.toSorted((a, b) => b - a)
        const whole = sorted.reduce((all, one) => all + one, 0)
        const rects = treemapRects(
          sorted.map((ratio, at) => ({ id: String(at), ratio })),
          640,
          260,
        )
        for (const { id, x, y, width, height } of rects) {
          expect(width * height).toBeCloseTo(((sorted[Number(id)] ?? 0) / whole) * 640 * 260, 4)
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(640.000_001)
          expect(y + height).toBeLessThanOrEqual(260.000_001)
        }
        const areas = rects.reduce((all, { width, height }) => all + width * height, 0)
        expect(areas).toBeCloseTo(rects.length === 0 ? 0 : 640 * 260, 3)
      }),
      { seed },
    )
  })
})

test('twelve parts have a colour each, and what is beyond them is one', () => {
  const many = Array.from({ length: 30 }, (_, at) => held(`coin-${at}`, String(100 - at)))
  const drawn = drawnParts(spreadOf(portfolio(many, '10', '5'), 'project', KNOWN))
  expect(drawn).toHaveLength(15)
  expect(ids(drawn).slice(-3)).toEqual([OTHERS, 'other', 'cash'])
  expect(drawn[12]?.coins).toBe(18)
  const thirteen = drawnParts(spreadOf(portfolio(many.slice(0, 13), '0'), 'project', KNOWN))
  expect(ids(thirteen)).not.toContain(OTHERS)
})

test('concentration by hand: four equal projects are like four, and cash is none', () => {
  const equal = ['a', 'b', 'c', 'd'].map((id) => held(id, '25'))
  const { largest, like } = concentrationOf(spreadOf(portfolio(equal, '100'), 'project', KNOWN))
  expect(like).toBeCloseTo(4)
  expect(largest).toEqual([
    { of: 1, share: '0.125' },
    { of: 3, share: '0.375' },
  ])
  expect(concentrationOf(spreadOf(portfolio([], '100'), 'project', KNOWN)).like).toBeNull()
})
