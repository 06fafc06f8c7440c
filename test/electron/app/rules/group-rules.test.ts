// Limits of several things together, at the practice exchange: what stops an order, what only warns, and the arithmetic beside it.

import { expect, it } from 'vitest'
import { divide, multiply, sum } from '../../../../shared/decimal.ts'
import type { Rules, ShareRule } from '../../../../shared/portfolio.ts'
import { DEFAULT_RULES } from '../../../../shared/portfolio.ts'
import { buy, draftOf, limitFor, marketFor } from '../../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

const WIDE: Rules = {
  project: { limit: '1', level: 'warn' },
  earlyStage: { limit: '1', level: 'warn', basis: 'each' },
}
const block = (limit: string): ShareRule => ({ limit, level: 'block' })
const AT = { accountId: 'practice', side: 'buy' } as const

async function deskWith(rules: Partial<Rules>): Promise<Desk> {
  const desk = await startDesk()
  await desk.ok('rules.save', { ...WIDE, ...rules })
  return desk
}
const preview = (desk: Desk, value: string, coinId = 'peaq') =>
  desk.ok('portfolio.preview', { ...AT, coinId, size: { unit: 'quote', value } })
async function codeOf(desk: Desk, value: string, coinId = 'peaq') {
  const { intentId } = await draftOf(desk, coinId)
  return desk.code('orders.submit', marketFor(intentId, value))
}

it('keeps a reserve of money: a buy that would go below it is refused, a sale never', async () => {
  const desk = await deskWith({ reserve: block('0.96') })
  expect(await codeOf(desk, '401')).toBe('RULE_BREACH')
  // The fee comes out of the reserve too.
  expect(await codeOf(desk, '400')).toBe('RULE_BREACH')
  const { largestAllowed, problems, breaches } = await preview(desk, '500')
  expect(breaches).toMatchObject([{ rule: 'reserve', limit: '0.96', level: 'block', coinId: null }])
  expect(problems.map(({ reason }) => reason.code)).toContain('RESERVE_SHORT')
  const order = await buy(desk, 'peaq', largestAllowed ?? '0')
  expect(order.status).toBe('filled')
  expect(await codeOf(desk, '50')).toBe('RULE_BREACH')
  const [state] = (await desk.ok('portfolio.get', { environment: 'practice' })).limits
  expect(state).toMatchObject({ rule: 'reserve', broken: false, level: 'block', limit: '0.96' })
  expect(state?.parts.map(({ asset }) => asset)).toEqual(['USDT'])
  const { intentId } = await draftOf(desk, 'peaq', 'sell')
  const sale = { intentId, type: 'market', size: { unit: 'base', value: order.amount } }
  expect((await desk.ok('orders.submit', sale)).status).toBe('filled')
})

it('counts an open buy against the reserve before it fills, and gives it back when it is canceled', async () => {
  const desk = await deskWith({ reserve: block('0.9') })
  const { intentId } = await draftOf(desk)
  expect((await desk.ok('orders.submit', limitFor(intentId, '9000', '0.1'))).status).toBe('open')
  expect(await codeOf(desk, '110')).toBe('RULE_BREACH')
  await desk.ok('orders.cancel', { intentId })
  expect((await buy(desk, 'peaq', '110')).status).toBe('filled')
})

it('holds the projects of one narrative together, each in all of its narratives', async () => {
  const desk = await startDesk()
  const own = await desk.ok('coins.get', { coinId: 'peaq' })
  const [narrative = ''] = own.narratives
  await desk.ok('rules.save', { ...WIDE, narrative: block('0.03') })
  expect(await codeOf(desk, '301')).toBe('RULE_BREACH')
  expect((await preview(desk, '301')).breaches).toMatchObject(
    own.narratives.toSorted().map((name) => ({ rule: 'narrative', subject: name, name, limit: '0.03' })),
  )
  expect((await buy(desk, 'peaq', '290')).status).toBe('filled')
  const { limits, total } = await desk.ok('portfolio.get', { environment: 'practice' })
  const state = limits.find(({ subject }) => subject === narrative)
  expect(state).toMatchObject({ rule: 'narrative', name: narrative, broken: false, partCount: 1, total })
  // The arithmetic is all there: the parts come to the value, and the value over the total is the share.
  expect(sum(state?.parts.flatMap(({ value }) => value ?? []) ?? [])).toBe(state?.value)
  expect(divide(state?.value ?? '0', total ?? '1')).toBe(state?.share)
  expect(multiply('0.03', total ?? '0')).toBe(state?.allowed)
})

it.each([
  ['coins by name', { coinIds: ['peaq', 'nillion'] }, ['peaq', 'nillion']],
  ['coins with a tag', { tag: 'robots' }, ['peaq', 'nillion']],
  ['coins of a kind', { kind: 'project' as const }, ['peaq', 'nillion']],
])('a rule of the trader’s own holds for %s', async (_, scope, [first = '', second = '']) => {
  const desk = await startDesk()
  for (const coinId of [first, second]) await desk.ok('tags.set', { coinId, tags: ['robots'] })
  const saved = await desk.ok('rules.save', {
    ...WIDE,
    own: [{ name: 'Robots', scope, limit: '0.05', level: 'block' }],
  })
  const [rule] = saved.own ?? []
  expect(rule).toMatchObject({ name: 'Robots', limit: '0.05', level: 'block', scope })
  expect((await buy(desk, first, '400')).status).toBe('filled')
  expect(await codeOf(desk, '150', second)).toBe('RULE_BREACH')
  expect((await preview(desk, '150', second)).breaches).toMatchObject([
    { rule: 'own', name: 'Robots', subject: rule?.ruleId, limit: '0.05' },
  ])
  expect((await buy(desk, second, '60')).status).toBe('filled')
  // A warning shows, and stops nothing.
  await desk.ok('rules.save', { ...WIDE, own: saved.own?.map((each) => ({ ...each, level: 'warn' as const })) })
  const { breaches, problems } = await preview(desk, '150', second)
  expect([breaches.length, problems]).toEqual([1, []])
})

it('a rule of the trader’s own can hold for what has no project limit', async () => {
  const desk = await startDesk()
  await desk.ok('coins.save', { coinId: 'peaq', kind: 'major' })
  await desk.ok('rules.save', {
    ...DEFAULT_RULES,
    own: [{ name: 'Majors', scope: { kind: 'major' }, ...block('0.1') }],
  })
  // Majors stand apart from the limit of projects.
  expect((await buy(desk, 'peaq', '900')).status).toBe('filled')
  expect(await codeOf(desk, '200')).toBe('RULE_BREACH')
  const { kinds, total, cash } = await desk.ok('portfolio.get', { environment: 'practice' })
  expect(kinds.map(({ kind }) => kind)).toEqual(['project', 'major', 'stablecoin', 'money', 'other'])
  expect(sum(kinds.map(({ value }) => value))).toBe(total)
  expect(kinds[2]?.value).toBe(cash[0]?.amount)
})

it('an account over its share takes no buy, and lets everything be sold', async () => {
  const desk = await deskWith({ place: { limit: '0.5', level: 'warn' } })
  const { breaches, problems } = await preview(desk, '100')
  expect([breaches, problems]).toMatchObject([[{ rule: 'place', subject: 'practice', share: '1' }], []])
  const { amount } = await buy(desk, 'peaq', '100')
  await desk.ok('rules.save', { ...WIDE, place: block('0.5') })
  expect(await codeOf(desk, '50')).toBe('RULE_BREACH')
  const { intentId } = await draftOf(desk, 'peaq', 'sell')
  expect(
    (await desk.ok('orders.submit', { intentId, type: 'market', size: { unit: 'base', value: amount } })).status,
  ).toBe('filled')
  // What lies elsewhere makes its share smaller.
  await desk.ok('rules.save', { ...WIDE, place: block('1') })
  expect((await buy(desk)).status).toBe('filled')
})

it('says that it cannot tell, where a rule that stops orders counts what has no price', async () => {
  const desk = await deskWith({
    own: [{ ruleId: 'r', name: 'R', scope: { coinIds: ['peaq', 'lurk'] }, ...block('0.5') }],
  })
  await desk.ok('holdings.save', { environment: 'practice', coinId: 'lurk', amount: '5' })
  expect(await codeOf(desk, '50')).toBe('SHARE_UNKNOWN')
  const { largestAllowed } = await preview(desk, '50')
  expect(largestAllowed).toBeNull()
  const { limits } = await desk.ok('portfolio.get', { environment: 'practice' })
  expect(limits).toMatchObject([{ rule: 'own', name: 'R', value: null, share: null, broken: false }])
})

it('keeps what a save leaves out, and takes away what it says is gone', async () => {
  const desk = await startDesk()
  const own = [{ name: 'Robots', scope: { tag: 'robots' }, ...block('0.2') }]
  await desk.ok('rules.save', {
    ...DEFAULT_RULES,
    reserve: block('0.1'),
    place: block('0.5'),
    narrative: block('0.3'),
    own,
  })
  // What knows of two rules alone changes these.
  const after = await desk.ok('rules.save', { ...WIDE })
  expect(after).toMatchObject({ ...WIDE, reserve: block('0.1'), place: block('0.5'), narrative: block('0.3'), own })
  await desk.restart()
  expect(await desk.ok('rules.get')).toEqual(after)
  const less = await desk.ok('rules.save', { ...WIDE, reserve: null, own: [] })
  expect([less.reserve ?? null, less.own ?? [], less.place]).toEqual([null, [], block('0.5')])
  const twice = { ruleId: 'one', name: 'a', scope: { tag: 'a' }, ...block('0.1') }
  expect(await desk.code('rules.save', { ...WIDE, own: [twice, twice] })).toBe('BAD_INPUT')
})
