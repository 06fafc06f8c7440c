// Each anomaly: seen when it is there, at its limit and not before, told as an entry and as a notice.

import { expect, it } from 'vitest'
import type { AuditEvent } from '../../../../electron/ports/operations.ts'
import { type Anomaly, createAnomalyRules, type Observed } from '../../../../electron/services/audit/audit-rules.ts'
import { makeKeyService, openAudit } from './audit-kit.ts'

const START = Date.UTC(2026, 10, 23, 12)

function rules({ unlocked = true, journaled = [] as string[] } = {}) {
  const world = { isUnlocked: () => unlocked, isJournaled: (intentId: string) => journaled.includes(intentId) }
  const { observe, recall } = createAnomalyRules(world)
  const entry = (event: AuditEvent, ms: number): Observed => ({
    subject: null,
    detail: {},
    ...event,
    at: new Date(START + ms).toISOString(),
  })
  return {
    see: (event: AuditEvent, ms = 0): Anomaly[] => observe(entry(event, ms)),
    recall: (event: AuditEvent, ms = 0) => recall(entry(event, ms)),
  }
}

const use = (subject: string, detail: AuditEvent['detail'] = { purpose: 'balances' }): AuditEvent => ({
  kind: 'secret',
  event: 'key-used',
  subject,
  detail,
})
const words = (anomalies: Anomaly[]) => anomalies.map(({ event }) => event)

it('tells more than 120 uses of one key within a minute, once', () => {
  const { see } = rules()
  const uses = (subject: string, from: number, count: number, everyMs: number) =>
    Array.from({ length: count }, (_, at) => see(use(subject), from + at * everyMs)).flat()
  expect(uses('a', 0, 120, 499)).toEqual([])
  expect(see(use('b'), 59_998)).toEqual([])
  expect(see(use('a'), 59_999)).toEqual([{ event: 'many-secret-uses', subject: 'a', detail: { uses: 121 } }])
  expect(uses('a', 60_000, 120, 1)).toEqual([])
  expect(uses('c', 60_200, 2_000, 500)).toEqual([])
})

it('tells a use outside an unlocked session', () => {
  expect(words(rules({ unlocked: false }).see(use('a')))).toEqual(['secret-used-while-locked'])
  expect(rules({ unlocked: true }).see(use('a'))).toEqual([])
  const stored = { kind: 'secret', event: 'key-stored', subject: 'a' } as const
  expect(rules({ unlocked: false }).see(stored)).toEqual([])
})

it('tells every fifth unlock that failed, and begins anew after one that did not', () => {
  const { see, recall } = rules()
  const failed: AuditEvent = { kind: 'vault', event: 'unlock-failed' }
  expect(Array.from({ length: 4 }, () => see(failed)).flat()).toEqual([])
  expect(see({ kind: 'vault', event: 'vault-unlocked' })).toEqual([])
  // Those of an earlier start count.
  for (const _ of Array(4)) recall(failed)
  expect(see(failed)).toEqual([{ event: 'unlock-failed-often', subject: null, detail: { failed: 5 } }])
  expect(Array.from({ length: 4 }, () => see(failed)).flat()).toEqual([])
  expect(words(see(failed))).toEqual(['unlock-failed-often'])
})

it('tells a call by something that is not our page, and a burst of malformed ones', () => {
  const { see } = rules()
  expect(words(see({ kind: 'refusal', event: 'sender-refused' }))).toEqual(['unknown-sender'])
  const burst = { kind: 'refusal', event: 'input-refused', detail: { refused: 100 } } as const
  expect(see(burst)).toEqual([{ event: 'input-refused-often', subject: null, detail: { refused: 100 } }])
  expect(see({ kind: 'refusal', event: 'operation-unknown' })).toEqual([])
})

it('tells a clock that was turned back by more than five seconds, over a restart too', () => {
  const app: AuditEvent = { kind: 'app', event: 'app-opened' }
  const { see, recall } = rules()
  expect(see(app, 60_000)).toEqual([])
  expect(see(app, 55_000)).toEqual([])
  expect(see(app, 49_999)).toEqual([{ event: 'clock-turned-back', subject: null, detail: { seconds: 5 } }])
  expect(see(app, 50_000)).toEqual([])
  recall(app, 3_600_000)
  expect(words(see(app, 0))).toEqual(['clock-turned-back'])
})

it('tells a key of 85 days and more', () => {
  const aged = (days: number): AuditEvent => ({ kind: 'key', event: 'key-age-reached', subject: 'a', detail: { days } })
  const { see } = rules()
  expect(see(aged(80))).toEqual([])
  expect(see(aged(85))).toEqual([{ event: 'key-too-old', subject: 'a', detail: { days: 85 } }])
  expect(words(see(aged(90)))).toEqual(['key-too-old'])
})

it('tells a keychain that holds another key or none, but not one that is locked', () => {
  const { see } = rules()
  const changed = (state: string): AuditEvent => ({ kind: 'vault', event: 'keychain-changed', detail: { state } })
  expect(words(see({ kind: 'vault', event: 'keychain-mismatch' }))).toEqual(['keychain-not-ours'])
  expect(words(see(changed('absent')))).toEqual(['keychain-not-ours'])
  for (const state of ['locked', 'unreachable', 'ok']) expect(see(changed(state))).toEqual([])
})

it('tells a key that was used for an order which the journal does not hold', () => {
  const { see } = rules({ journaled: ['known'] })
  expect(see(use('a', { purpose: 'order', order: 'known' }))).toEqual([])
  expect(see(use('a', { purpose: 'order', order: 'stranger' }))).toEqual([
    { event: 'order-not-journaled', subject: 'a', detail: { order: 'stranger' } },
  ])
  expect(words(see(use('a', { purpose: 'order' })))).toEqual(['order-not-journaled'])
})

it('writes an anomaly into the log, raises a notice, and takes it back when it is over', async () => {
  const { log, notices, clock, reopen } = openAudit()
  const codes = () => notices.list().map(({ code }) => code)
  for (const _ of Array(4)) log.append({ kind: 'vault', event: 'unlock-failed' })
  const next = reopen()
  next.append({ kind: 'vault', event: 'unlock-failed' })
  expect((await next.list({ limit: 2 })).map(({ event }) => event)).toEqual(['unlock-failed-often', 'unlock-failed'])
  expect(codes()).toEqual(['ALERT_UNLOCK_FAILED_OFTEN'])
  next.append({ kind: 'vault', event: 'vault-unlocked' })
  expect(codes()).toEqual([])
  next.append({ kind: 'secret', event: 'key-used', subject: 'a' })
  expect(codes()).toEqual(['ALERT_SECRET_USED_WHILE_LOCKED'])
  const keyService = makeKeyService()
  await next.onUnlocked(keyService.opened(), keyService)
  next.append({ kind: 'order', event: 'order-attempted', subject: 'intent' })
  next.append({ kind: 'secret', event: 'key-used', subject: 'a', detail: { purpose: 'order', order: 'intent' } })
  expect(await next.list({ kind: 'alert' })).toHaveLength(2)
  clock.advance(-6_000)
  next.append({ kind: 'app', event: 'app-opened' })
  expect((await next.list({ limit: 1 }))[0]).toMatchObject({ event: 'clock-turned-back', kind: 'alert' })
  next.append({ kind: 'key', event: 'key-age-reached', subject: 'a', detail: { days: 86 } })
  expect(codes()).toContain('ALERT_KEY_TOO_OLD')
  next.append({ kind: 'key', event: 'rotation-finished', subject: 'a' })
  expect(codes()).not.toContain('ALERT_KEY_TOO_OLD')
  expect(await next.verify()).toMatchObject({ ok: true })
})
