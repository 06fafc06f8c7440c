// Limits of groups on the page: each with its sum, what is typed becomes what is stored, and overrides with their end.

import { beforeEach, expect, test } from 'vitest'
import { rulesOf, typedOwn, typedRule } from '../../../../renderer/features/portfolio/limits/group-rules.ts'
import { LimitsCard } from '../../../../renderer/features/portfolio/limits/LimitsCard.tsx'
import { OverridesCard } from '../../../../renderer/features/portfolio/limits/OverridesCard.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadCoins } from '../../../../renderer/state/coins/coins-actions.ts'
import {
  endOverride,
  loadOlderOverrides,
  loadOverrides,
  overrideFor,
} from '../../../../renderer/state/portfolio/overrides-actions.ts'
import { useOverrides } from '../../../../renderer/state/portfolio/overrides-store.ts'
import { DEFAULT_RULES, type LimitState, type OwnRule, type RuleOverride } from '../../../../shared/portfolio.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.limits
let desktop: FakeDesktop
const STATE: LimitState = {
  ...{ rule: 'narrative', subject: 'AI', name: 'AI', limit: '0.1', level: 'block', partCount: 2 },
  parts: [
    { coinId: 'peaq', asset: null, value: '900' },
    { coinId: null, asset: null, value: '300' },
  ],
  ...{ value: '1200', total: '10000', share: '0.12', allowed: '1000', broken: true },
}
const OVERRIDE: RuleOverride = {
  ...{ overrideId: 'o1', environment: 'practice', at: '2026-11-30T12:00:00.000Z', until: '2026-11-30T13:00:00.000Z' },
  ...{
    reason: 'the listing',
    intentId: null,
    rule: 'narrative',
    subject: 'AI',
    endedAt: null,
    state: 'open',
    orders: [],
  },
}
const asked = (name: string) => desktop.calls.filter((one) => one.name === name).map(({ input }) => input)

beforeEach(async () => {
  desktop = setUpPage()
  await loadCoins()
})

test('without a limit of a group the card says what one is for', () => {
  expect(drawn(<LimitsCard portfolio={{ limits: [], kinds: [] }} />)).toContain(words.none)
})

test('each limit shows where it stands, and the sum behind it', () => {
  const reserve: LimitState = { ...STATE, rule: 'reserve', subject: null, name: null, share: '0.05', limit: '0.1' }
  const unknown: LimitState = { ...STATE, subject: 'L', name: 'L', value: null, share: null, broken: false }
  const kinds = [{ kind: 'major' as const, value: '500', share: '0.05' }]
  const page = drawn(<LimitsCard portfolio={{ limits: [STATE, reserve, unknown], kinds }} />)
  const name = 'Narrative limit: AI'
  for (const seen of [name, '12.00%', words.broken, words.short, words.unknown, words.arithmetic(name)]) {
    expect(page).toContain(seen)
  }
  expect(page).toContain(words.sum('1,200.00', '10,000.00', '12.00%'))
  expect(page).toContain(words.openBuys)
  expect(page).toContain(words.kinds.major)
})

const OFF = typedRule(null)
const NONE = { reserve: OFF, place: OFF, narrative: OFF }
const OWN: OwnRule = { ruleId: 'r', name: 'Robots', scope: { coinIds: ['peaq'] }, limit: '0.2', level: 'warn' }

test('what is stored is typed as a percentage and comes back as it was', () => {
  const rules = {
    ...DEFAULT_RULES,
    own: [
      OWN,
      { ...OWN, ruleId: 's', scope: { tag: 'a' } },
      { ...OWN, ruleId: 't', scope: { kind: 'major' as const } },
    ],
  }
  expect(rulesOf(rules, NONE, rules.own.map(typedOwn))).toEqual({
    ...rules,
    reserve: null,
    place: null,
    narrative: null,
  })
  const typed = { ...NONE, reserve: { level: 'block' as const, percent: '12.5' } }
  expect(rulesOf(DEFAULT_RULES, typed, [])).toMatchObject({ reserve: { limit: '0.125', level: 'block' }, own: [] })
})

test.each([
  ['a share that is none', { ...NONE, place: { level: 'warn' as const, percent: 'x' } }, []],
  ['a share over everything', { ...NONE, place: { level: 'warn' as const, percent: '101' } }, []],
  ['a rule without a name', NONE, [{ ...typedOwn(OWN), name: ' ' }]],
  ['a rule without a coin', NONE, [{ ...typedOwn(OWN), coinIds: [] }]],
  ['a rule without a tag', NONE, [{ ...typedOwn(OWN), by: 'tag' as const, tag: ' ' }]],
])('%s is not sent', (_, groups, own) => {
  expect(rulesOf(DEFAULT_RULES, groups, own)).toBeNull()
})

test('overrides are listed with their end, page by page, and one that is active can be ended', async () => {
  desktop.answer('rules.overrides', ({ before }) =>
    before === undefined
      ? { items: [OVERRIDE], next: 1 }
      : {
          items: [{ ...OVERRIDE, overrideId: 'o0', rule: null, subject: null, intentId: 'i', state: 'used' }],
          next: null,
        },
  )
  await loadOverrides()
  const card = () => drawn(<OverridesCard environment="practice" limits={[STATE]} />)
  for (const seen of ['Narrative limit: AI', 'the listing', words.states.open, words.endOf('Narrative limit: AI')]) {
    expect(card()).toContain(seen)
  }
  expect(card()).toContain(words.moreOverrides)
  await loadOlderOverrides()
  expect(card()).toContain(words.oneOrder)
  expect(card()).not.toContain(words.moreOverrides)
  desktop.answer('rules.endOverride', () => ({ ...OVERRIDE, state: 'ended' }))
  expect(await endOverride('o1')).toBe(true)
  expect(asked('rules.endOverride')).toEqual([{ overrideId: 'o1' }])
})

test('a limit is set aside with what was chosen; what was refused is said', async () => {
  const input = { environment: 'practice', rule: 'project', reason: 'why', until: '2026-12-01T00:00:00.000Z' } as const
  expect(await overrideFor(input)).toBe(true)
  expect(asked('rules.overrideFor')).toEqual([input])
  expect(useOverrides.getState().page.value?.items).toMatchObject([{ rule: 'project', reason: 'why', state: 'open' }])
  desktop.answer('rules.overrideFor', () => refuse('BAD_INPUT', 'until'))
  expect(await overrideFor(input)).toBe(false)
})
