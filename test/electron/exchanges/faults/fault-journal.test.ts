// A journal that lost its end, its middle or itself, or that an older copy has taken the place of: nothing is sent again, and
// orders that the ledger does not know any more are found at the exchange.

import { cpSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { breakAt, deadProfile } from '../../../faults/break-at.ts'
import { LISTING, resting, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { firstPageOf, spoilPage } from '../../../support/hostile/spoil-table.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'

const WAL = 'prelist.sqlite-wal'
const [HEADER_BYTES, FRAME_HEADER_BYTES] = [32, 24]

/** Where the log ends: behind it the file may go on with frames of an earlier use, which have another salt. */
function endOf(log: string): number {
  const bytes = readFileSync(log)
  const frame = FRAME_HEADER_BYTES + bytes.readUInt32BE(8)
  let end = HEADER_BYTES
  while (end + frame <= bytes.length && bytes.subarray(end + 8, end + 16).equals(bytes.subarray(16, 24))) end += frame
  return end
}

atEach('27 the end of the journal is torn: what it lost is asked for again', async (fake) => {
  const desk = await startVenueDesk(fake)
  const profile = { dataDir: desk.dataDir }
  breakAt(desk, { end: 'crash', point: 'outcome-recorded', goesOn: true }, profile)
  const { intentId } = await submitted(desk)
  desk.at.trace = () => {}
  const log = path.join(profile.dataDir, WAL)
  truncateSync(log, endOf(log) - 100)
  await desk.restart({ dataDir: profile.dataDir })
  const [order] = await desk.ok('orders.list')
  expect(order).toMatchObject({ intentId, status: 'unknown' })
  await desk.ok('vault.unlock')
  if (order !== undefined) expect((await desk.settle(order)).status).toBe('filled')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

atEach('27 the middle of the journal is spoilt: it does not open, and nothing is asked or sent', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  await desk.backend.close()
  const asked = desk.venue.asked.length
  const spoilt = deadProfile(desk.dataDir)
  spoilPage(spoilt, firstPageOf(spoilt, 'orders'))
  await expect(desk.restart({ dataDir: spoilt })).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' })
  expect(desk.venue.asked.length).toBe(asked)
  await desk.restart()
  await desk.ok('vault.unlock')
  expect((await stored(desk, order)).status).toBe('open')
  expect(desk.venue.sent).toHaveLength(1)
})

/** The order of the lost ledger is found, flagged, and left alone. */
async function expectFound(desk: VenueDesk): Promise<void> {
  // Kraken takes no number that is not above those of the earlier life, whose note is gone with the journal: it had written down
  // 75 seconds ahead.
  await desk.pass(desk.fake.venue === 'kraken' ? 80_000 : 2_900)
  await desk.ok('orders.reconcile')
  if (LISTING.includes(desk.fake)) {
    const { accountId } = desk
    expect(await desk.ok('orders.foreign', { accountId })).toMatchObject([
      { hasOwnKey: true, price: '1.5', filled: '0' },
    ])
    const { notices } = await desk.ok('app.status')
    expect(notices.map(({ code }) => code)).toContain('ORDER_OF_LOST_LEDGER')
  }
  expect(desk.venue.sent).toHaveLength(1)
  expect(desk.engine.orders).toMatchObject([{ status: 'open' }])
}

atEach('27 the journal is missing: it is not begun anew without a word, and its orders are found', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { venueClientId } = await resting(desk)
  await desk.backend.close()
  for (const name of ['prelist.sqlite', WAL]) rmSync(path.join(desk.dataDir, name), { force: true })
  await expect(desk.restart()).rejects.toMatchObject({ code: 'PROFILE_MISSING' })
  await desk.restart({ beginAnew: true, secretStore: memoryStore() })
  desk.witness.lost.add(venueClientId)
  await desk.ok('vault.create')
  const account = { venue: fake.venue, environment: 'test', label: 'Mine', ...fake.key }
  desk.accountId = (await desk.ok('accounts.add', account)).accountId
  expect(await desk.ok('orders.list')).toEqual([])
  await expectFound(desk)
})

atEach('27 an older copy of the journal is put back: nothing is sent again, and its orders are found', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.backend.close()
  const older = deadProfile(desk.dataDir)
  // Kraken's numbers rise with the clock, and have to be above those of the life before.
  desk.clock.advance(1_000)
  await desk.restart()
  await desk.ok('vault.unlock')
  const { venueClientId } = await resting(desk)
  await desk.backend.close()
  rmSync(desk.dataDir, { recursive: true })
  cpSync(older, desk.dataDir, { recursive: true })
  await desk.restart()
  desk.witness.lost.add(venueClientId)
  await desk.ok('vault.unlock')
  expect(await desk.ok('orders.list')).toEqual([])
  await expectFound(desk)
})

atEach('27 an older copy in which the order is still on its way: it is asked for, and not sent again', async (fake) => {
  const desk = await startVenueDesk(fake)
  const profile = { dataDir: desk.dataDir }
  breakAt(desk, { end: 'crash', point: 'attempt-recorded', goesOn: true }, profile)
  const order = await submitted(desk)
  desk.at.trace = () => {}
  await desk.settle(order)
  await desk.restart({ dataDir: profile.dataDir })
  await desk.ok('vault.unlock')
  expect(await stored(desk, order)).toMatchObject({ status: 'unknown' })
  expect((await desk.settle(await stored(desk, order))).status).toBe('filled')
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

holdToTheList()
