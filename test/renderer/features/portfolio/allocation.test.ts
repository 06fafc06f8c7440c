// Holdings against their limits, and the geometry that shows them.

import { describe, expect, test } from 'vitest'
import {
  cashShare,
  limitShareOf,
  orderHoldings,
  otherShare,
  roomLeft,
  slicesOf,
  standingOf,
} from '../../../../renderer/features/portfolio/allocation.ts'
import { fromPercent, toPercent } from '../../../../renderer/percent.ts'
import { donutArcs, ringSegment } from '../../../../renderer/ui/pictures/donut-arcs.ts'
import { sparklinePoints } from '../../../../renderer/ui/pictures/sparkline-points.ts'
import { DEFAULT_RULES, type Holding, type Portfolio } from '../../../../shared/portfolio.ts'

function held(coinId: string, patch: Partial<Holding>): Holding {
  return {
    coinId,
    name: coinId,
    amount: '1',
    price: null,
    priceAt: null,
    priceAsOfMs: null,
    priceFrom: null,
    value: null,
    valuedAt: null,
    share: null,
    limit: '0.05',
    kind: 'project',
    match: 'certain',
    early: false,
    parts: [],
    ...patch,
  }
}

const PORTFOLIO: Portfolio = {
  environment: 'practice',
  asOf: null,
  asOfMs: null,
  accounts: [],
  total: '10000',
  limitTotal: '10000',
  unpriced: ['dark'],
  cash: [{ asset: 'USDT', amount: '9000' }],
  holdings: [
    held('dark', {}),
    held('small', { value: '100', share: '0.01', limit: '0.01', early: true }),
    held('big', { value: '900', share: '0.09' }),
  ],
  assets: [],
  ...{ breaches: [], limits: [], kinds: [] },
}

describe('limits', () => {
  test.each([
    ['0.050000000000000001', 'over'],
    ['0.05', 'near'],
    ['0.04', 'near'],
    ['0.0399', 'within'],
    [null, 'unknown'],
  ])('a share of %s of a 5%% limit is %s', (share, standing) => {
    expect(standingOf({ share, limit: '0.05' })).toBe(standing)
  })

  test('room is what fits below the limit, nothing above it, unknown without a value', () => {
    const [dark, small, big] = PORTFOLIO.holdings as [Holding, Holding, Holding]
    expect(roomLeft({ ...big, value: '120.5' }, PORTFOLIO, DEFAULT_RULES)).toBe('379.5')
    expect(roomLeft(big, PORTFOLIO, DEFAULT_RULES)).toBe('0')
    expect(roomLeft(small, PORTFOLIO, DEFAULT_RULES)).toBe('0')
    expect(roomLeft(dark, PORTFOLIO, DEFAULT_RULES)).toBeNull()
  })

  test('the trader’s own prices are no part of what limits go by', () => {
    const [dark, small, big] = PORTFOLIO.holdings as [Holding, Holding, Holding]
    const own = { ...dark, value: '10000', share: '0.5', valuedAt: 'own-price' as const }
    const portfolio = { ...PORTFOLIO, total: '20000', holdings: [own, { ...small, share: '0.005' }, big] }
    expect(limitShareOf(own, portfolio)).toBeNull()
    expect(limitShareOf({ ...small, share: '0.005' }, portfolio)).toBe('0.01')
    expect(limitShareOf(small, PORTFOLIO)).toBe('0.01')
    expect(roomLeft(own, portfolio, DEFAULT_RULES)).toBeNull()
    expect(slicesOf(portfolio).find(({ id }) => id === 'dark')).toMatchObject({ ratio: 0.5, limit: null })
    expect(slicesOf(portfolio).find(({ id }) => id === 'big')).toMatchObject({ limit: 0.05 })
    expect(roomLeft({ ...big, value: '120.5' }, portfolio, DEFAULT_RULES)).toBe('379.5')
  })

  test('early coins that share a limit share its room', () => {
    const early = (coinId: string, value: string) => held(coinId, { value, share: '0', limit: '0.01', early: true })
    const holdings = [early('a', '30'), early('b', '50')]
    const portfolio = { ...PORTFOLIO, holdings }
    const together = { ...DEFAULT_RULES, earlyStage: { ...DEFAULT_RULES.earlyStage, basis: 'together' as const } }
    expect(holdings.map((holding) => roomLeft(holding, portfolio, together))).toEqual(['20', '20'])
    expect(holdings.map((holding) => roomLeft(holding, portfolio, DEFAULT_RULES))).toEqual(['70', '50'])
  })
})

describe('the donut', () => {
  test('shows other assets as one part without a limit, and not what has no price', () => {
    const asset = {
      asset: 'BTC',
      kind: 'major' as const,
      amount: '1',
      price: '200',
      priceAt: null,
      priceAsOfMs: null,
      value: '200',
    }
    const unknown = { ...asset, asset: 'XYZ', price: null, value: null }
    const more = { ...PORTFOLIO, assets: [asset, { ...asset, asset: 'ETH', value: '300' }, unknown] }
    expect([otherShare(more), otherShare(PORTFOLIO), otherShare({ ...more, total: null })]).toEqual([
      '0.05',
      null,
      null,
    ])
    expect(slicesOf(more).slice(-2)).toMatchObject([
      { id: 'other', ratio: 0.05, limit: null },
      { id: 'cash', limit: null },
    ])
  })

  test('runs from the largest holding to cash and leaves out what has no price', () => {
    expect(orderHoldings(PORTFOLIO.holdings).map(({ coinId }) => coinId)).toEqual(['big', 'small', 'dark'])
    expect(slicesOf(PORTFOLIO).map(({ id }) => id)).toEqual(['big', 'small', 'cash'])
    expect(cashShare(PORTFOLIO)).toBe('0.9')
    expect(cashShare({ ...PORTFOLIO, total: null })).toBeNull()
  })

  test('marks each limit on its own slice and what lies beyond it', () => {
    const [big, small, cash] = donutArcs(slicesOf(PORTFOLIO))
    expect(big).toMatchObject({ from: 0, to: 0.09, limitAt: 0.05, overFrom: 0.05 })
    expect(small?.overFrom).toBeNull()
    expect(cash).toMatchObject({ limitAt: null, overFrom: null })
  })

  test('draws a quarter from twelve to three, and a full ring although an arc cannot end where it starts', () => {
    expect(ringSegment(0, 0.25, 50, 80)).toBe('M0,-80A80,80,0,0,1,80,0L50,0A50,50,0,0,0,0,-50Z')
    const half = (radius: number, sweep: 0 | 1) => `A${radius},${radius},0,1,${sweep},0,`
    const whole = ringSegment(0, 1, 50, 80)
    for (const part of [`${half(80, 1)}80`, `${half(80, 1)}-80`, `${half(50, 0)}50`, `${half(50, 0)}-50`]) {
      expect(whole).toContain(part)
    }
  })
})

describe('percentages', () => {
  test('go both ways exactly', () => {
    expect(toPercent('0.05')).toBe('5')
    expect(fromPercent('0.1')).toBe('0.001')
    expect(fromPercent(' 2.5 % ')).toBe('0.025')
    // Another notation than the one that is shown is not read: 2,500 would be 2.5 or 2500.
    expect(fromPercent('2,5')).toBeNull()
  })

  test.each(['', '0', '-1', '101', 'five', '1e1'])('refuse %j', (typed) => {
    expect(fromPercent(typed)).toBeNull()
  })
})

describe('the sparkline', () => {
  test('needs two values, puts the highest on top, and draws equal ones in the middle', () => {
    expect(sparklinePoints(['1'], 100, 20)).toBeNull()
    expect(sparklinePoints(['1', '3', '2'], 100, 20)?.map(([, y]) => y)).toEqual([18, 2, 10])
    expect(sparklinePoints(['1', '1'], 100, 20)?.map(([, y]) => y)).toEqual([10, 10])
  })
})
