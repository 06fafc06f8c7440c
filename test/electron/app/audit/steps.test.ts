// What a day of trading leaves in the audit log of a whole backend: each step with the row that it belongs to.

import { expect, it } from 'vitest'
import { createOrderJournal } from '../../../../electron/adapters/sqlite/stores/order-journal.ts'
import type { AuditEntry } from '../../../../shared/audit.ts'
import { AT, newOrder, openTestDatabase } from '../../../support/profile/journal.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'
import { fill, openAudit } from './audit-kit.ts'

const TICKET = { accountId: 'practice', coinId: 'peaq', side: 'buy' }
const SIZE = { unit: 'quote', value: '50' }

const words = (entries: AuditEntry[]) => entries.map(({ event }) => event).reverse()

async function buy(desk: Desk, value = '50'): Promise<string> {
  const { intentId } = await desk.ok('orders.draft', TICKET)
  await desk.ok('orders.submit', { intentId, type: 'market', size: { ...SIZE, value } })
  return intentId
}

it('holds every step of an order, of a cancel and of a halt', async () => {
  const desk = await startDesk()
  const intentId = await buy(desk)
  expect(words(await desk.ok('audit.list', { subject: intentId }))).toEqual([
    'order-recorded',
    'order-attempted',
    'order-answered',
  ])
  const [answered, , recorded] = await desk.ok('audit.list', { subject: intentId })
  expect(recorded).toMatchObject({
    kind: 'order',
    detail: { account: 'practice', environment: 'practice', market: 'PEAQ/USDT', side: 'buy', type: 'market' },
  })
  expect(answered?.detail).toMatchObject({ attempt: 1, outcome: 'accepted', status: 'filled' })

  const resting = (await desk.ok('orders.draft', TICKET)).intentId
  const limit = { intentId: resting, type: 'limit', size: { unit: 'base', value: '200' }, price: '0.1' }
  await desk.ok('orders.submit', limit)
  await desk.ok('orders.cancel', { intentId: resting })
  await desk.code('orders.cancel', { intentId: resting })
  expect(words(await desk.ok('audit.list', { subject: resting }))).toEqual([
    'order-recorded',
    'order-attempted',
    'order-answered',
    'cancel-requested',
    'order-changed',
  ])
  await desk.ok('orders.halt', { accountId: 'practice' })
  await desk.ok('orders.resume')
  expect((await desk.ok('audit.list', { limit: 2 })).map(({ event, subject }) => [event, subject])).toEqual([
    ['sending-resumed', null],
    ['sending-halted', 'practice'],
  ])
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: true, anchored: null })
})

it('holds changed limits, an override with the words of the trader, and each refusal with its reason', async () => {
  const desk = await startDesk()
  let news = 0
  desk.backend.on('audit.changed', () => {
    news += 1
  })
  const rules = {
    project: { limit: '0.001', level: 'block' },
    earlyStage: { limit: '0.001', level: 'block', basis: 'each' },
  }
  await desk.ok('rules.save', rules)
  expect(news).toBe(1)
  const { intentId } = await desk.ok('orders.draft', TICKET)
  const submit = { intentId, type: 'market', size: SIZE }
  expect(await desk.code('orders.submit', submit)).toBe('RULE_BREACH')
  await desk.ok('rules.override', { intentId, reason: `I know what I do. ${'x '.repeat(200)}` })
  await desk.ok('orders.submit', submit)
  expect(await desk.code('orders.submit', { ...submit, size: { ...SIZE, value: '60' } })).toBe('KEY_REUSED')
  const entries = await desk.ok('audit.list', { subject: intentId })
  expect(words(entries)).toEqual([
    'order-refused',
    'rule-overridden',
    'order-recorded',
    'order-attempted',
    'order-answered',
    'order-refused',
  ])
  const refusals = entries.filter(({ kind }) => kind === 'refusal').map(({ detail }) => detail['code'])
  expect(refusals).toEqual(['KEY_REUSED', 'RULE_BREACH'])
  const [override] = await desk.ok('audit.list', { kind: 'rule', subject: intentId })
  expect(override?.detail['reason']).toMatch(/^I know what I do\. x x .{0,200}…$/)
  const [saved] = await desk.ok('audit.list', { search: 'rules-saved' })
  expect(saved?.detail).toEqual({
    project: '0.001',
    projectLevel: 'block',
    early: '0.001',
    earlyLevel: 'block',
    earlyBasis: 'each',
  })
})

it('holds who was turned away at the door, each minute once, and tells the trader [R9]', async () => {
  const desk = await startDesk()
  const { backend } = desk
  for (const _ of Array(5)) {
    await backend.dispatch(null, 'coins.list', {})
    await backend.call('no.such', {})
  }
  for (const _ of Array(99)) await backend.call('coins.get', { coinId: 7 })
  expect(words(await desk.ok('audit.list', { kind: 'refusal' }))).toEqual(['sender-refused', 'operation-unknown'])
  await backend.call('coins.get', 'x'.repeat(70_000))
  const [burst] = await desk.ok('audit.list', { kind: 'refusal' })
  expect(burst).toMatchObject({ event: 'input-refused', detail: { refused: 100 } })
  for (const _ of Array(150)) await backend.call('orders.get', { coinId: 7 })
  expect(words(await desk.ok('audit.list', { kind: 'alert' }))).toEqual(['unknown-sender', 'input-refused-often'])
  const codes = (await desk.ok('app.status')).notices.map(({ code }) => code)
  expect(codes).toEqual(['ALERT_UNKNOWN_SENDER', 'ALERT_INPUT_REFUSED_OFTEN'])
})

it('goes on after a restart, where the chain ended', async () => {
  const desk = await startDesk()
  await buy(desk)
  const before = await desk.ok('audit.list', { limit: 1000 })
  await desk.restart()
  const after = await desk.ok('audit.list', { limit: 1000 })
  expect(after.slice(2)).toEqual(before)
  expect(after[1]).toMatchObject({ seq: before.length + 1, event: 'app-closed' })
  expect(after[0]).toMatchObject({ seq: before.length + 2, event: 'app-opened' })
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: true, entries: after.length })
})

it('keeps a step and its entry together: neither is there without the other', async () => {
  const db = openTestDatabase()
  const failing = createOrderJournal(
    db,
    () => {},
    () => {
      throw new Error('no entry')
    },
  )
  const journal = createOrderJournal(
    db,
    () => {},
    () => {},
  )
  const order = newOrder()
  expect(() => failing.recordIntent(order)).toThrow('no entry')
  expect(journal.get(order.intentId)).toBeNull()
  journal.recordIntent(order)
  expect(() => failing.startAttempt(order.intentId, AT, null)).toThrow('no entry')
  journal.startAttempt(order.intentId, AT, null)
  expect(() =>
    failing.finishAttempt(order.intentId, 1, { outcome: 'unknown', sent: 'whole', detail: null, words: null }, AT, {
      status: 'unknown',
    }),
  ).toThrow('no entry')
  expect(() => failing.change(order.intentId, AT, { status: 'unknown' })).toThrow('no entry')
  expect(() => failing.requestCancel(order.intentId, AT)).toThrow('no entry')
  expect(journal.get(order.intentId)).toMatchObject({ status: 'submitting', cancelRequested: false })
  expect(() => failing.setHalt(null, true)).toThrow('no entry')
  expect(journal.halts().all).toBe(false)
  expect(() => failing.saveOverride(order.intentId, 'why', AT, AT)).toThrow('no entry')
  expect(journal.findOverride(order.intentId)).toBeNull()
})

it('walks a hundred thousand entries', { timeout: 60_000 }, async () => {
  const stage = openAudit()
  stage.db.transaction(() => fill(stage, 100_000))
  const start = performance.now()
  const report = await stage.log.verify()
  console.log(`audit log: 100,000 entries verified in ${Math.round(performance.now() - start)} ms`)
  expect(report).toMatchObject({ ok: true, entries: 100_000 })
})
