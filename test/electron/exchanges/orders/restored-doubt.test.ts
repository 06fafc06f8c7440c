// Orders in doubt over a change of the key and over backups: they end as without it, on this machine and on another one, and
// nothing that was sent is ever called unsent.

import path from 'node:path'
import { expect, test } from 'vitest'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import type { Order } from '../../../../shared/order.ts'
import { DOCUMENTED, FAKES } from '../../../exchanges/all.ts'
import { otherKey } from '../../../exchanges/common/other-key.ts'
import { fifty, lostEnd, stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { NOBODY, startBareDesk } from '../../../support/start-backend.ts'
import { newIdentity } from '../../vault/backup/backup-kit.ts'

/** The exchanges that tell whose a key is: without that no key is replaced while an order is in doubt. */

/** Whose backups they are: one for all of them, since another process makes it. */
const { identity, recipient } = newIdentity()

const OPEN: readonly Order['status'][] = ['unknown', 'submitting', 'open', 'partially-filled']

const fileOf = (desk: VenueDesk, name: string) => path.join(path.dirname(desk.dataDir), `${name}.age`)

/** Another machine, onto which this backup was restored. */
async function elsewhere(desk: VenueDesk, file: string, identity: string): Promise<VenueDesk> {
  const venueHosts = { [`${desk.fake.venue}:test`]: desk.venue.url, practice: NOBODY }
  const options = { secretStore: memoryStore(), kdf: KDF_FLOOR, venueHosts, streams: false } as const
  const bare = await startBareDesk(desk.clock, options)
  await bare.ok('backup.import', { path: file, identity })
  // The rest is the same exchange on the same clock.
  const { ok, code, backend } = bare
  return Object.defineProperty(Object.assign(Object.create(desk), { ok, code }), 'backend', { value: backend })
}

async function settled(desk: VenueDesk, order: Order): Promise<Order> {
  let now = await stored(desk, order)
  await desk.ok('settings.save', { autoLockMinutes: null })
  for (let round = 0; round < 60 && OPEN.includes(now.status); round += 1) {
    await desk.ok('orders.reconcile')
    desk.clock.advance(round < 8 ? 2_900 : 60_000)
    now = await stored(desk, order)
  }
  return now
}

test.each(DOCUMENTED)('$venue: an order that left no trace, and the key is replaced meanwhile [H9]', async (fake) => {
  for (const looks of [0, 3]) {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk)
    for (let at = 0; at < looks; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(2_900)
    }
    // Kraken counts calls, and a clock that stands still gives none back.
    desk.clock.advance(20_000)
    const account = await desk.ok('accounts.rotateKey', { accountId: desk.accountId, ...otherKey(fake) })
    expect(account.rotation).toBeNull()
    expect((await settled(desk, order)).status).toBe(lostEnd(fake))
    expect(desk.venue.sent).toHaveLength(1)
  }
})

test.each(FAKES)('$venue: an order that left no trace, and a backup of that time is restored [H9]', async (fake) => {
  for (const lateBy of [0, 3_600_000]) {
    const desk = await startVenueDesk(fake)
    const file = fileOf(desk, `doubt-${lateBy}`)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await submitted(desk)
    await desk.ok('backup.export', { path: file, recipient })
    if (lateBy > 0) await settled(desk, order)
    desk.clock.advance(lateBy)
    await desk.ok('vault.unlock')
    await desk.ok('backup.import', { path: file, identity })
    expect((await stored(desk, order)).status).toBe('unknown')
    expect((await settled(desk, order)).status).toBe(lostEnd(fake))
    expect(desk.venue.sent).toHaveLength(1)
  }
})

test.each(FAKES)(
  '$venue: a backup that is begun while an order is sent, here and on another machine [H7]',
  async (fake) => {
    for (const point of ['submit-received', 'intent-recorded', 'attempt-recorded', 'answer-received'] as const) {
      for (const fault of [null, { kind: 'drop', when: 'after' }] as const) {
        const desk = await startVenueDesk(fake)
        const file = fileOf(desk, `during-${point}`)
        if (fault !== null) desk.venue.faults.push(fault)
        let written: Promise<unknown> | null = null
        desk.at.trace = (reached) => {
          if (reached === point) written ??= desk.ok('backup.export', { path: file, recipient })
        }
        const order = await submitted(desk)
        await written
        expect(desk.engine.orders).toHaveLength(1)
        const told = [point, fault?.kind ?? 'no fault']
        const other = await elsewhere(desk, file, identity)
        const known = await other.backend.call('orders.get', { intentId: order.intentId })
        // Before it was received the ticket was no order; the backup has then to be of before or of after, and never of between.
        if (!known.ok && point === 'submit-received') continue
        const there = known.ok ? (known.value as Order) : null
        expect(['abandoned', 'not-sent', 'recorded']).not.toContain(there?.status)
        expect([...told, (await settled(other, order)).status]).toEqual([...told, 'filled'])
        await desk.ok('backup.import', { path: file, identity })
        expect([...told, (await settled(desk, order)).status]).toEqual([...told, 'filled'])
        expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
      }
    }
  },
)

test.each(FAKES)('$venue: a backup whose order had no attempt yet, though it left [H7]', async (fake) => {
  const desk = await startVenueDesk(fake)
  const file = fileOf(desk, 'between')
  const at = { dead: false }
  desk.at.trace = (reached) => {
    if (reached === 'intent-recorded' && !at.dead) {
      at.dead = true
      throw new Error('the process is dead')
    }
  }
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  await desk.code('orders.submit', { intentId, ...fifty(desk) })
  const order = await desk.ok('orders.get', { intentId })
  expect(order.status).toBe('recorded')
  await desk.ok('backup.export', { path: file, recipient })
  // What the other process of that profile did, which the backup knows nothing of.
  desk.engine.place({
    ...{ key: order.venueClientId, market: 'PEAQ/USDT', side: 'buy', type: order.type, timeInForce: 'gtc' },
    ...{ amount: Number(order.amount), price: order.price === null ? null : Number(order.price) },
  })
  const other = await elsewhere(desk, file, identity)
  expect((await stored(other, order)).status).toBe('unknown')
  expect((await settled(other, order)).status).toBe('filled')
  expect(desk.venue.sent).toEqual([])
})
