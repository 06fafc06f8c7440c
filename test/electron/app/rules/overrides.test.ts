// Limits set aside on purpose: with a reason and an end, for one order or for a time, on record, and with what became of it.

import { expect, it } from 'vitest'
import { buy, draftOf, marketFor } from '../../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

const HOUR = 60 * 60_000
const later = (desk: Desk, ms: number) => new Date(desk.clock.now() + ms).toISOString()
const codeOf = async (desk: Desk, value: string, coinId = 'peaq') =>
  desk.code('orders.submit', marketFor((await draftOf(desk, coinId)).intentId, value))
const journal = async (desk: Desk) => (await desk.ok('rules.overrides', {})).items
const events = async (desk: Desk) =>
  (await desk.ok('audit.list', {})).filter(({ kind }) => kind === 'rule').map(({ event, subject }) => [event, subject])

it('one for an order ends after an hour, or when it is said', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  const { until } = await desk.ok('rules.override', { intentId, reason: 'I know' })
  expect(until).toBe(later(desk, HOUR))
  await desk.clock.advance(HOUR)
  expect(await desk.code('orders.submit', marketFor(intentId, '501'))).toBe('RULE_BREACH')
  expect(await journal(desk)).toMatchObject([{ intentId, state: 'expired', reason: 'I know', orders: [] }])
  const end = later(desk, 2 * HOUR)
  expect(await desk.ok('rules.override', { intentId, reason: 'still', until: end })).toMatchObject({ until: end })
  expect((await journal(desk)).map(({ state }) => state)).toEqual(['open'])
  await desk.clock.advance(HOUR)
  expect((await desk.ok('orders.submit', marketFor(intentId, '501'))).status).toBe('filled')
  expect(await journal(desk)).toMatchObject([
    {
      ...{ overrideId: `order:${intentId}`, state: 'used', environment: 'practice', rule: null },
      orders: [{ intentId, market: 'PEAQ/USDT', status: 'filled', breaches: [{ rule: 'project', coinId: 'peaq' }] }],
    },
  ])
  const [recorded] = (await desk.ok('audit.list', { subject: intentId })).filter(
    ({ event }) => event === 'order-recorded',
  )
  expect(recorded?.detail).toMatchObject({
    overrides: `order:${intentId}`,
    limits: expect.stringMatching(/^project 0\.05/),
  })
})

it('one for a time lifts its own limit of its own subject alone, until it ends', async () => {
  const desk = await startDesk()
  const of = { environment: 'practice', rule: 'project', subject: 'peaq', reason: 'the listing of the year' } as const
  const { overrideId, state } = await desk.ok('rules.overrideFor', { ...of, until: later(desk, HOUR) })
  expect(state).toBe('open')
  const { intentId } = await buy(desk, 'peaq', '600')
  expect(await codeOf(desk, '600', 'nillion')).toBe('RULE_BREACH')
  expect(await journal(desk)).toMatchObject([{ overrideId, state: 'open', orders: [{ intentId, status: 'filled' }] }])
  await desk.restart()
  await buy(desk, 'peaq', '50')
  // It ends by itself.
  await desk.clock.advance(HOUR)
  expect(await codeOf(desk, '50')).toBe('RULE_BREACH')
  const [over] = await journal(desk)
  expect([over?.state, over?.orders.length]).toEqual(['used', 2])
  expect(await desk.code('rules.endOverride', { overrideId: 'none' })).toBe('NOT_FOUND')
})

it('ends when the trader says so, and that is on record', async () => {
  const desk = await startDesk()
  const of = { environment: 'practice', rule: 'project', reason: 'why' } as const
  const { overrideId } = await desk.ok('rules.overrideFor', { ...of, until: later(desk, HOUR) })
  expect(await desk.ok('rules.endOverride', { overrideId })).toMatchObject({ overrideId, state: 'ended' })
  expect(await codeOf(desk, '501')).toBe('RULE_BREACH')
  expect(await desk.code('rules.endOverride', { overrideId })).toBe('NOT_FOUND')
  expect(await events(desk)).toEqual([
    ['override-ended', overrideId],
    ['rule-overridden', overrideId],
  ])
  // Of another mode it lifts nothing.
  await desk.ok('rules.overrideFor', { ...of, environment: 'live', until: later(desk, HOUR) })
  expect(await codeOf(desk, '501')).toBe('RULE_BREACH')
})

it('takes no end that is past or too far away, and a clock turned back opens none', async () => {
  const desk = await startDesk()
  const of = { environment: 'practice', rule: 'project', reason: 'why' } as const
  for (const ms of [0, -HOUR, 31 * 24 * HOUR]) {
    expect(await desk.code('rules.overrideFor', { ...of, until: later(desk, ms) })).toBe('BAD_INPUT')
  }
  expect(await journal(desk)).toEqual([])
})

it('pages through all of them, newest first', async () => {
  const desk = await startDesk()
  const of = { environment: 'practice', rule: 'narrative', reason: 'why' } as const
  for (const subject of ['a', 'b', 'c']) {
    await desk.ok('rules.overrideFor', { ...of, subject, until: later(desk, HOUR) })
    await desk.clock.advance(1_000)
  }
  const first = await desk.ok('rules.overrides', { limit: 2 })
  expect(first.items.map(({ subject }) => subject)).toEqual(['c', 'b'])
  const second = await desk.ok('rules.overrides', { limit: 2, before: first.next ?? 0 })
  expect([second.items.map(({ subject }) => subject), second.next]).toEqual([['a'], null])
})
