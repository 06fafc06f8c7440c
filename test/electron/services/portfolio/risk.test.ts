// The trader's limits: exact at equality, broken by the last digit, each or together, and the largest buy is the largest.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  afterTrade,
  breachesOf,
  type Exposure,
  type ExposureSnapshot,
  isComputable,
  largestBuy,
  limitFor,
  type Money,
  projectsIn,
  ruleFacts,
  shareOf,
} from '../../../../electron/services/portfolio/risk.ts'
import { add, compare, isZero, multiply } from '../../../../shared/decimal.ts'
import { DEFAULT_RULES, type Rules } from '../../../../shared/portfolio.ts'
import { decimalArb } from '../../../support/hostile/decimals.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const seed = announcedSeed('largest buys')

const coin = (coinId: string, value: string, early = false): Exposure => ({ coinId, early, value })
/** Both rules stop an order. */
const STRICT: Rules = { ...DEFAULT_RULES, earlyStage: { limit: '0.01', level: 'block', basis: 'each' } }
const TOGETHER: Rules = { ...STRICT, earlyStage: { limit: '0.01', level: 'block', basis: 'together' } }
const FEE = '0.001'
const PURSE = { free: '10000', rate: '1' }

function book(changes: Partial<ExposureSnapshot> = {}): ExposureSnapshot {
  return { total: '10000', unpriced: [], atCost: [], earlyUnpriced: false, exempt: [], exposures: [], ...changes }
}

it('counts a share that equals its limit as within it, and one above by the last digit as a breach', () => {
  expect(breachesOf('10000', [coin('peaq', '500')], STRICT)).toEqual([])
  expect(breachesOf('10000', [coin('peaq', '500.000000000000000001')], STRICT)).toEqual([
    { rule: 'project', limit: '0.05', share: '0.05', level: 'block', coinId: 'peaq' },
  ])
  expect(breachesOf('10000', [coin('ola', '100', true)], STRICT)).toEqual([])
  expect(breachesOf('10000', [coin('ola', '100.000000000000000001', true)], STRICT)).toMatchObject([
    { rule: 'early-stage', coinId: 'ola' },
  ])
})

it('holds an early coin to both limits, and only an early one to the early limit', () => {
  expect(breachesOf('10000', [coin('ola', '501', true)], STRICT).map(({ rule }) => rule)).toEqual([
    'project',
    'early-stage',
  ])
  expect(breachesOf('10000', [coin('peaq', '101')], STRICT)).toEqual([])
})

it('counts early coins each by itself or together, as the rule says', () => {
  const early = [coin('ola', '60', true), coin('lurk', '40', true), coin('peaq', '400')]
  expect(breachesOf('10000', early, STRICT)).toEqual([])
  expect(breachesOf('10000', early, TOGETHER)).toEqual([])
  const more = [...early, coin('nimble', '0.01', true)]
  expect(breachesOf('10000', more, STRICT)).toEqual([])
  expect(breachesOf('10000', more, TOGETHER)).toEqual([
    { rule: 'early-stage', limit: '0.01', share: '0.010001', level: 'block', coinId: null },
  ])
})

it('knows no share of nothing', () => {
  expect([shareOf('1', null), shareOf('1', '0'), shareOf('1', '0.0'), shareOf('1', '4')]).toEqual([
    null,
    null,
    null,
    '0.25',
  ])
  expect([breachesOf(null, [coin('a', '9')], STRICT), breachesOf('0', [coin('a', '9')], STRICT)]).toEqual([[], []])
})

it('moves value between cash and coin, never the total, and never below nothing', () => {
  const before = book({ exposures: [coin('peaq', '100'), coin('ten', '7')] })
  const after = (side: 'buy' | 'sell', value: string) =>
    afterTrade(before, { coinId: 'peaq', early: false }, side, value).exposures.find(({ coinId }) => coinId === 'peaq')
      ?.value
  expect([after('buy', '50'), after('sell', '30'), after('sell', '100'), after('sell', '101')]).toEqual([
    '150',
    '70',
    '0',
    '0',
  ])
  expect(afterTrade(before, { coinId: 'peaq', early: false }, 'buy', '1').total).toBe('10000')
})

it.each<[string, Partial<ExposureSnapshot & Money>, Rules, string | null]>([
  ['the project limit', {}, STRICT, '500'],
  ['what is left of it', { exposures: [coin('peaq', '499.9')] }, STRICT, '0.1'],
  ['nothing when it is used up', { exposures: [coin('peaq', '600')] }, STRICT, '0'],
  ['the cash with its fee', { free: '100.1' }, STRICT, '100'],
  ['the cash alone where rules only warn', {}, { ...STRICT, project: { limit: '0.05', level: 'warn' } }, '9990.0099'],
  ['no answer without a total', { total: null }, STRICT, null],
  ['no answer for an empty account', { total: '0' }, STRICT, null],
  ['no answer without balances', { free: null }, STRICT, null],
  ['no answer where the currency has no price in USDT', { rate: null }, STRICT, null],
  ['the limit in the currency that it is paid with', { rate: '1.25' }, STRICT, '400'],
  ['what is free of that currency', { rate: '0.5', free: '900.9' }, STRICT, '900'],
  ['no answer while the coin has no price', { unpriced: ['peaq'] }, STRICT, null],
  ['an answer while another has none', { unpriced: ['ola'], earlyUnpriced: true }, TOGETHER, '500'],
])('the largest buy is %s', (_name, { free = '10000', rate = '1', ...changes }, rules, largest) => {
  expect(largestBuy(book(changes), { coinId: 'peaq', early: false }, rules, FEE, { free, rate })).toBe(largest)
})

it('reckons early coins together only where the rule does, and not where one has no price', () => {
  const early = { coinId: 'ola', early: true }
  const held = book({ exposures: [coin('lurk', '70', true)] })
  expect([STRICT, TOGETHER].map((rules) => largestBuy(held, early, rules, FEE, PURSE))).toEqual(['100', '30'])
  const unknown = book({ unpriced: ['lurk'], earlyUnpriced: true })
  expect([isComputable(unknown, early, STRICT), isComputable(unknown, early, TOGETHER)]).toEqual([true, false])
  const warning: Rules = { ...TOGETHER, earlyStage: { ...TOGETHER.earlyStage, level: 'warn' } }
  expect(isComputable(unknown, early, warning)).toBe(true)
  expect(largestBuy(unknown, early, TOGETHER, FEE, PURSE)).toBeNull()
})

it('counts what the limits do not hold for in no limit, and buys it for all that is free', () => {
  const exempt = book({ exempt: ['usdc'], exposures: [coin('usdc', '9000'), coin('peaq', '400')] })
  expect(projectsIn(exempt)).toEqual([coin('peaq', '400')])
  const purse = { free: '1001', rate: '1' }
  expect(largestBuy(exempt, { coinId: 'usdc', early: false }, STRICT, FEE, purse)).toBe('1000')
  expect(largestBuy({ ...exempt, total: null }, { coinId: 'usdc', early: false }, STRICT, FEE, purse)).toBe('1000')
  expect(largestBuy(exempt, { coinId: 'peaq', early: false }, STRICT, FEE, purse)).toBe('100')
  expect(largestBuy(exempt, { coinId: 'usdc', early: false }, STRICT, FEE, { ...purse, free: '-5' })).toBe('0')
})

it('shows the tightest limit of a coin', () => {
  expect([limitFor(false, STRICT), limitFor(true, STRICT)]).toEqual(['0.05', '0.01'])
  const loose: Rules = { ...STRICT, earlyStage: { limit: '0.2', level: 'block', basis: 'each' } }
  expect(limitFor(true, loose)).toBe('0.05')
})

it('tells the rules as facts of an entry in the log', () => {
  const rules: Rules = {
    project: { limit: '0.05', level: 'warn' },
    earlyStage: { limit: '0.01', level: 'block', basis: 'together' },
  }
  const early = { early: '0.01', earlyLevel: 'block', earlyBasis: 'together' }
  expect(ruleFacts(rules)).toEqual({ project: '0.05', projectLevel: 'warn', ...early })
})

const money = decimalArb({ digits: 6, places: 8 })
const limit = fc.integer({ min: 1, max: 1_000 }).map((thousandths) => (thousandths / 1_000).toString())
const level = fc.constantFrom('block' as const, 'warn' as const)
const rulesArb: fc.Arbitrary<Rules> = fc.record({
  project: fc.record({ limit, level }),
  earlyStage: fc.record({ limit, level, basis: fc.constantFrom('each' as const, 'together' as const) }),
})
const exposuresArb = fc.uniqueArray(
  fc.record({ coinId: fc.constantFrom('a', 'b', 'c', 'd'), early: fc.boolean(), value: money }),
  {
    selector: ({ coinId }) => coinId,
  },
)

it('the largest buy breaks nothing that was whole, and a hundredth of a cent more breaks a limit or the purse', () => {
  const property = fc.property(
    exposuresArb,
    money,
    money,
    rulesArb,
    fc.boolean(),
    (exposures, cash, more, rules, early) => {
      const known = exposures.find(({ coinId }) => coinId === 'a')
      const target = { coinId: 'a', early: known?.early ?? early }
      const total = exposures.reduce((sum, { value }) => add(sum, value), add(cash, more))
      fc.pre(!isZero(total))
      const before = book({ total, exposures })
      const largest = largestBuy(before, target, rules, FEE, { free: cash, rate: '1' })
      if (largest === null) throw new Error('everything is known')
      const blocking = (state: ExposureSnapshot) =>
        breachesOf(state.total, state.exposures, rules)
          .filter(
            (breach) => breach.level === 'block' && (breach.coinId === 'a' || (breach.coinId === null && target.early)),
          )
          .map(({ rule }) => rule)
      const affordable = (value: string) => compare(add(value, multiply(value, FEE)), cash) <= 0
      const bought = (value: string) => afterTrade(before, target, 'buy', value)
      if (!isZero(largest)) expect(blocking(bought(largest))).toEqual([])
      expect(affordable(largest)).toBe(true)
      const beyond = add(largest, '0.0001')
      expect(blocking(bought(beyond)).length > 0 || !affordable(beyond)).toBe(true)
    },
  )
  fc.assert(property, { seed, numRuns: 500 })
})
