// A listing day through the door: the plan, the check before the opening, what is told of it, and that each is told once.

import { expect, it, vi } from 'vitest'
import type { ShowNotification } from '../../../electron/ports/outside.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { pass, settled } from '../../support/listings/listing-desk.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

const MINUTE = 60_000
const later = (desk: Desk, minutes: number) => new Date(desk.clock.now() + minutes * MINUTE).toISOString()
const plan = { coinId: 'ola', venue: 'binance', market: 'OLA/USDT' }

const TAKEN = { permissions: null, ipBound: null, expiresAt: null, at: '2026-11-23T12:00:00.000Z' }
const detail = reason('KEY_TAKEN')
/** An exchange that takes every key. */
const keyProbe = { check: async () => ({ ...TAKEN, state: 'accepted' as const, detail }) }

/** The state of each check of the first target. */
async function checksOf(desk: Desk, coinId = 'ola') {
  const { targets } = await desk.ok('listings.preflight', { coinId })
  return Object.fromEntries((targets[0]?.items ?? []).map(({ check, state, action }) => [check, action ?? state]))
}

it('keeps a plan over a restart, shows it as a listing that only the trader tells of, and takes it away', async () => {
  const desk = await startDesk()
  const opensAt = later(desk, 90)
  expect(await desk.ok('listings.plan', { ...plan, opensAt })).toMatchObject({
    ...{ ...plan, opensAt, setBy: 'trader', plannedOpensAt: opensAt, exchangeOpensAt: null },
    ...{ match: 'ticker', stage: null, clockOffsetMs: null },
  })
  await desk.restart()
  expect(await desk.ok('listings.list', { coinId: 'ola' })).toContainEqual(
    expect.objectContaining({ ...plan, stage: 'announced', source: 'plan', match: 'ticker', opensAt, seenAt: null }),
  )
  // Said for the whole exchange, without an account there.
  expect(await desk.ok('listings.confirm', { ...plan, same: true })).toMatchObject({ ...plan, match: 'confirmed' })
  expect(await desk.ok('listings.plans', {})).toMatchObject([{ ...plan, match: 'confirmed' }])
  expect(await desk.ok('listings.plan', { ...plan, opensAt: null })).toBeNull()
  expect(await desk.ok('listings.plans', {})).toEqual([])
  expect(await desk.code('listings.plan', { ...plan, opensAt: later(desk, -1) })).toBe('BAD_INPUT')
  expect(await desk.code('listings.plan', { ...plan, venue: 'nowhere', opensAt })).toBe('NOT_FOUND')
  expect(await desk.code('listings.plan', { ...plan, coinId: 'no-such', opensAt })).toBe('NOT_FOUND')
  expect(await desk.code('listings.preflight', { coinId: 'no-such' })).toBe('NOT_FOUND')
})

it('says before an opening what is missing: no account, a locked vault, a market that is not his for certain', async () => {
  const desk = await startDesk([], { secretStore: memoryStore(), keyProbe })
  await desk.ok('listings.plan', { ...plan, opensAt: later(desk, 90) })
  expect(await checksOf(desk)).toEqual({ account: 'add-account' })
  await desk.ok('vault.create', {})
  const label = 'Main'
  const key = { apiKey: 'api-key-0123456789', apiSecret: 'api-secret-0123456789' }
  await desk.ok('accounts.add', { venue: 'binance', environment: 'test', label, ...key })
  expect(await checksOf(desk)).toEqual({
    ...{ account: 'ok', vault: 'ok', key: 'ok', balance: 'open-account', market: 'wait', limits: 'open-account' },
    ...{ sending: 'ok', clock: 'open-account', connection: 'open-account' },
  })
  await desk.ok('vault.lock', {})
  await desk.ok('orders.halt', {})
  expect(await checksOf(desk)).toMatchObject({ vault: 'unlock-vault', sending: 'resume-sending' })
})

it('checks by itself from an hour before, and again at five minutes, and tells each once, over restarts', async () => {
  const notify = vi.fn<ShowNotification>()
  const desk = await startDesk([], { notify })
  const heard = vi.fn()
  desk.backend.on('notifications.changed', heard)
  await desk.ok('listings.plan', { ...plan, opensAt: later(desk, 70) })
  await pass(desk.clock, 9 * MINUTE, 15_000)
  expect(notify).not.toHaveBeenCalled()
  await pass(desk.clock, 2 * MINUTE, 15_000)
  expect(notify).toHaveBeenCalledOnce()
  expect(notify.mock.lastCall?.[0]).toMatchObject({ silent: false })
  expect(notify.mock.lastCall?.[0].text).toMatch(
    /^Ola.* opens Nov 23, .* OLA\/USDT on Binance\. You have no account on Binance\.$/,
  )
  // The system has shown it, so the page does not.
  expect(heard).toHaveBeenCalledWith({ notification: expect.objectContaining({ kind: 'preflight' }), tell: false })
  await desk.restart()
  await pass(desk.clock, 50 * MINUTE, 15_000)
  expect(notify).toHaveBeenCalledOnce()
  await pass(desk.clock, 5 * MINUTE, 15_000)
  expect(notify).toHaveBeenCalledTimes(2)
  await desk.restart()
  await pass(desk.clock, 60 * MINUTE, 15_000)
  expect(notify).toHaveBeenCalledTimes(2)
  expect((await desk.ok('notifications.list', {})).map(({ kind }) => kind)).toEqual(['preflight', 'preflight'])
})

it('without a way of the system the page is told to say it', async () => {
  const desk = await startDesk()
  const heard: unknown[] = []
  desk.backend.on('notifications.changed', (payload) => void heard.push(payload))
  await desk.ok('listings.plan', { ...plan, opensAt: later(desk, 30) })
  await pass(desk.clock, MINUTE, 15_000)
  expect(heard).toMatchObject([{ tell: true, notification: { state: 'new', sound: true } }])
  const [{ notificationId } = { notificationId: 0 }] = await desk.ok('notifications.list', {})
  await desk.ok('notifications.snooze', { notificationId, until: null })
  expect(heard.at(-1)).toMatchObject({ tell: false, notification: { state: 'dismissed' } })
})

it('keeps alerts over a restart, and takes none with fields of another kind', async () => {
  const desk = await startDesk()
  const above = await desk.ok('alerts.save', { kind: 'price-above', coinId: 'ten', price: '0.08', note: 'back there' })
  await desk.ok('alerts.save', { kind: 'listing-stage' })
  await desk.ok('alerts.save', { kind: 'source-silent', minutes: 15 })
  await desk.ok('alerts.save', { kind: 'price-change', coinId: 'ten', change: '0.2', spanMinutes: 60 })
  await desk.restart()
  expect(await desk.ok('alerts.list', {})).toMatchObject([
    { kind: 'price-above', coinId: 'ten', price: '0.08', note: 'back there', isOn: true, repeat: false },
    { kind: 'listing-stage', coinId: null, venue: null, stages: null, repeat: true },
    { kind: 'source-silent', source: null, minutes: 15 },
    { kind: 'price-change', direction: 'either' },
  ])
  for (const bad of [
    { kind: 'price-above', coinId: 'ten' },
    { kind: 'price-above', coinId: null, price: '1' },
    { kind: 'price-above', coinId: 'ten', price: '1', minutes: 5 },
    { kind: 'price-change', coinId: 'ten', change: '1.5', spanMinutes: 60 },
    { kind: 'price-change', coinId: 'ten', change: '0.1', spanMinutes: 10_081 },
    { kind: 'listing-stage', stages: [] },
    { kind: 'source-silent', minutes: 15, coinId: 'ten' },
  ]) {
    expect(await desk.code('alerts.save', bad), JSON.stringify(bad)).toBe('BAD_INPUT')
  }
  await desk.ok('alerts.remove', { alertId: above.alertId })
  expect(await desk.code('alerts.remove', { alertId: above.alertId })).toBe('NOT_FOUND')
  await settled()
})

it('names the six meanings of a coin that does not trade yet', async () => {
  const desk = await startDesk([], { secretStore: memoryStore(), keyProbe })
  const meanings = async () =>
    (await desk.ok('listings.notTradingYet', { coinId: 'ola' })).map(({ meaning, venue }) =>
      `${meaning} ${venue ?? ''}`.trim(),
    )
  expect(await meanings()).toEqual(['on-chain-otc', 'staged'])
  await desk.ok('vault.create', {})
  const key = { apiKey: 'api-key-0123456789', apiSecret: 'api-secret-0123456789' }
  await desk.ok('accounts.add', { venue: 'bybit', environment: 'test', label: 'Bybit', ...key })
  expect(await meanings()).toEqual(['otc-pre-market bybit', 'pre-market-perpetual bybit', 'on-chain-otc', 'staged'])
})
