// A disk that takes no more at each of the three writes of an order: before the answer it is refused and not one byte of it
// leaves; after the answer the order is in doubt, and found out.

import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, onTestFinished, vi } from 'vitest'
import type { Database } from '../../../../electron/adapters/sqlite/database.ts'
import type { TracePoint } from '../../../../electron/ports/system.ts'
import type { Order } from '../../../../shared/order.ts'
import { fifty, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { fillDisk, freeDisk } from '../../../support/profile/full-disk.ts'

const opened = vi.hoisted(() => ({ databases: [] as Database[] }))

vi.mock('../../../../electron/adapters/sqlite/database.ts', async (load) => {
  const real = await load<typeof import('../../../../electron/adapters/sqlite/database.ts')>()
  return {
    ...real,
    openDatabase: (dataDir: string) => {
      const database = real.openDatabase(dataDir)
      opened.databases.push(database)
      return database
    },
  }
})

beforeEach(() => void opened.databases.splice(0))

function database(): Database {
  const last = opened.databases.at(-1)
  if (last === undefined) throw new Error('no database was opened')
  return last
}

/** Each commit fails as SQLite fails when the disk does. The answer makes the disk sound again. */
function failCommits(): () => void {
  const { exec } = DatabaseSync.prototype
  const undo = () => void Object.assign(DatabaseSync.prototype, { exec })
  Object.assign(DatabaseSync.prototype, {
    exec(this: DatabaseSync, sql: string): void {
      if (sql === 'COMMIT') throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
      exec.call(this, sql)
    },
  })
  onTestFinished(undo)
  return undo
}

type Disk = [name: string, spoil: (table: 'orders' | 'attempts') => () => void]

const DISKS: Disk[] = [
  [
    'full',
    (table) => {
      const db = database()
      fillDisk(db, table)
      return () => freeDisk(db)
    },
  ],
  ['failing', failCommits],
  [
    'read-only',
    () => {
      const db = database()
      db.get('PRAGMA query_only = ON')
      return () => void db.get('PRAGMA query_only = OFF')
    },
  ],
]

/** Spoils the disk at this point of the next order's way; the answer makes it sound again. */
function spoilAt(desk: VenueDesk, point: TracePoint, spoil: () => () => void): () => void {
  let undo = () => {}
  desk.at.trace = (reached) => {
    if (reached !== point) return
    desk.at.trace = () => {}
    undo = spoil()
  }
  return () => undo()
}

for (const [name, spoil] of DISKS) {
  for (const [write, table, point] of [
    ['the order is written down', 'orders', 'submit-received'],
    ['its attempt is written down', 'attempts', 'intent-recorded'],
  ] as const) {
    atEach(`25 the disk is ${name} when ${write}: refused, and nothing is sent`, async (fake) => {
      const desk = await startVenueDesk(fake)
      const heal = spoilAt(desk, point, () => spoil(table))
      const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
      const input = { intentId, ...fifty(desk) }
      const answer = await desk.backend.call('orders.submit', input)
      expect(answer).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } })
      expect(answer.ok ? '' : answer.error.message).toMatch(/Nothing was sent\.$/)
      heal()
      await desk.ok('orders.reconcile')
      const kept = (await desk.ok('orders.list', { accountId: desk.accountId })).map(({ status }) => status)
      expect(kept).toEqual(table === 'orders' ? [] : ['not-sent'])
      expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([0, 0])
      // With room again the trader can order: the same ticket where nothing was recorded, else the next one.
      expect((await desk.settle(await submitted(desk))).status).toBe('filled')
      expect(desk.engine.orders).toHaveLength(1)
    })
  }

  for (const end of ['goes on', 'ends'] as const) {
    atEach(`26 the disk is ${name} when the answer is written down, and the process ${end}`, async (fake) => {
      const desk = await startVenueDesk(fake)
      const heal = spoilAt(desk, 'answer-received', () => spoil('attempts'))
      const order = await submitted(desk)
      expect(order).toMatchObject({ status: 'unknown', reason: { code: 'ANSWER_NOT_SAVED' } })
      expect(await noticesOf(desk)).toContain('OUTCOME_NOT_SAVED')
      heal()
      if (end === 'ends') {
        await desk.restart()
        await desk.ok('vault.unlock')
      }
      expect((await lookedAfter(desk, order)).status).toBe('filled')
      expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
      expect(await noticesOf(desk)).not.toContain('OUTCOME_NOT_SAVED')
    })
  }
}

const noticesOf = async (desk: VenueDesk) => (await desk.ok('app.status')).notices.map(({ code }) => code)

async function lookedAfter(desk: VenueDesk, { intentId }: Order): Promise<Order> {
  await desk.ok('orders.reconcile')
  return desk.settle(await desk.ok('orders.get', { intentId }))
}

holdToTheList()
