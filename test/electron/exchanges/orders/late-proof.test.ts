// Look-ups that lag: what is filled is never called not placed while they do, no second order is taken meanwhile, and what
// shows up after the proof is taken in with an alarm. A stream shortens the silence only where it stood all the while.

import { expect, test } from 'vitest'
import { createStreamCover } from '../../../../electron/services/orders/stream-cover.ts'
import type { Order } from '../../../../shared/order.ts'
import { FAKES } from '../../../exchanges/all.ts'
import { RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { until } from '../../../support/until.ts'
import { heardOf, listeningDesk, STREAMING } from '../streams/stream-kit.ts'

const MINUTE_MS = 60_000
/** Where silence becomes a proof at some time. */
const PROVABLE = FAKES.filter(({ record }) => record.validity !== null)
const lagging = (ms: number) => ({ lag: { id: ms, open: ms, history: ms, trades: ms } })
const TICKET = { size: { unit: 'quote', value: '10' } } as const

/** Each status that it has had, looked at every few seconds and then by the minute, until it is final. */
async function statuses(desk: VenueDesk, order: Order, rounds: number): Promise<string[]> {
  const seen = [order.status]
  await desk.ok('settings.save', { autoLockMinutes: null })
  for (let round = 0; round < rounds; round += 1) {
    await desk.ok('orders.reconcile')
    const { status } = await stored(desk, order)
    if (status !== seen.at(-1)) seen.push(status)
    if (!['unknown', 'stuck', 'submitting'].includes(status)) break
    desk.clock.advance(round < 10 ? 2_900 : MINUTE_MS)
  }
  return seen
}

test.each(FAKES)('$venue: all look-ups lag half a minute or ten, the answer lost, no stream [H4]', async (fake) => {
  for (const ms of [30_000, 10 * MINUTE_MS]) {
    const desk = await startVenueDesk(fake, lagging(ms))
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    expect(desk.engine.orders).toMatchObject([{ status: 'filled' }])
    expect(await desk.submit(TICKET)).toMatch(/UNKNOWN_ORDER_FIRST|KEY_REUSED/)
    const seen = await statuses(desk, order, 45)
    expect([ms, seen.filter((status) => !['unknown', 'stuck', 'filled'].includes(status))]).toEqual([ms, []])
    // The last fake tells of no closed orders.
    if (fake.venue !== 'mexc') expect([ms, seen.at(-1)]).toEqual([ms, 'filled'])
    expect(desk.engine.orders).toHaveLength(1)
  }
})

test.each(PROVABLE)('$venue: no second ticket at any moment before the proof [H4]', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'before' })
  const order = await submitted(desk)
  await desk.ok('settings.save', { autoLockMinutes: null })
  for (let round = 0; round < 40 && (await stored(desk, order)).status === 'unknown'; round += 1) {
    expect([round, await desk.submit(TICKET)]).toEqual([round, expect.stringMatching(/UNKNOWN_ORDER_FIRST|KEY_REUSED/)])
    await desk.ok('orders.reconcile')
    desk.clock.advance(MINUTE_MS)
  }
  expect((await stored(desk, order)).status).toBe('not-placed')
  expect(desk.venue.sent).toHaveLength(1)
})

test.each(PROVABLE)(
  '$venue: look-ups lag for hours, and the order is taken in after its proof, loudly [H4]',
  async (fake) => {
    for (const place of ['open', 'history', 'all'] as const) {
      const never = Number.POSITIVE_INFINITY
      const desk = await startVenueDesk(fake, lagging(never))
      desk.venue.faults.push({ kind: 'drop', when: 'after' })
      const order = await submitted(desk, place === 'open' ? RESTING : {})
      expect((await statuses(desk, order, 45)).at(-1)).toBe('not-placed')
      desk.clock.advance(5 * 60 * MINUTE_MS)
      await desk.ok('vault.unlock')
      // It shows up in one place first, whichever that is.
      Object.assign(desk.engine.manners.lag, lagging(0).lag, place === 'open' ? { history: never, trades: never } : {})
      if (place === 'history') Object.assign(desk.engine.manners.lag, { id: never, open: never, trades: never })
      const shown = Promise.withResolvers<void>()
      desk.backend.on('orders.changed', (changed) => {
        if ((changed as Order).status !== 'not-placed') shown.resolve()
      })
      // One jump, so that the look which it wakes meets no deadline; to the vault it is sleep.
      desk.clock.advance(31 * MINUTE_MS)
      await desk.ok('vault.lock')
      await desk.ok('vault.unlock')
      await shown.promise
      expect([place, (await stored(desk, order)).status]).toEqual([place, place === 'open' ? 'open' : 'filled'])
      const codes = (await desk.ok('app.status')).notices.map(({ code }) => code)
      expect(codes).toContain('LATE_ORDER')
      expect(desk.engine.orders).toHaveLength(1)
    }
  },
)

test.each(STREAMING)(
  '$venue: a stream that stood all the while shortens the silence, one with a gap does not [H4]',
  async (fake) => {
    if (fake.record.validity === null) return
    const minutes: number[] = []
    for (const breaks of [false, true]) {
      const desk = await listeningDesk(fake)
      // That it stands is known here as well.
      await heardOf(desk)
      desk.venue.faults.push({ kind: 'drop', when: 'before' })
      const order = await submitted(desk)
      if (breaks) {
        desk.venue.streams.isOn = false
        for (const peer of desk.venue.streams.peers) peer.drop()
        await until(() => desk.venue.streams.peers.size === 0)
        // Its end is known here by then.
        for (let turn = 0; turn < 20; turn += 1) await until(() => true)
      }
      const before = desk.clock.monotonic()
      await desk.ok('settings.save', { autoLockMinutes: null })
      for (let round = 0; round < 120 && (await stored(desk, order)).status === 'unknown'; round += 1) {
        await desk.ok('orders.reconcile')
        // Less than any deadline, for what is under way; by the minute where it takes many.
        desk.clock.advance(breaks && round > 8 ? MINUTE_MS : 2_900)
      }
      expect((await stored(desk, order)).status).toBe('not-placed')
      minutes.push((desk.clock.monotonic() - before) / MINUTE_MS)
    }
    const [covered = 0, bare = 0] = minutes
    expect([covered > 1.5, covered < 4, bare > 11]).toEqual([true, true, true])
  },
)

test('a stream covers an order from before its first byte on, until its first gap, and not over a sleep [H4]', () => {
  const clock = makeAppClock()
  const cover = createStreamCover(clock)
  expect(cover.now('a')).toBeNull()
  expect(cover.holds('a', null)).toBe(false)
  cover.up('a')
  const held = cover.now('a')
  clock.advance(3_600_000)
  expect([cover.holds('a', held), cover.holds('b', held)]).toEqual([true, false])
  cover.gap('a')
  expect([cover.holds('a', held), cover.now('a')]).toEqual([false, null])
  cover.up('a')
  expect(cover.holds('a', held)).toBe(false)
  const next = cover.now('a')
  clock.jump(120_000)
  expect(cover.holds('a', next)).toBe(false)
})
