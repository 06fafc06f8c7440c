// A large profile opens before every page was looked at. No order leaves it before that has been done, and damage that the look
// finds is told as all damage is, now and at the next start.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { lastSession } from '../../../../electron/adapters/session-mark.ts'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { MIGRATIONS } from '../../../../electron/adapters/sqlite/migrations.ts'
import { createBackend } from '../../../../electron/app/backend.ts'
import { seedOrders } from '../../../../scripts/bench/profile.ts'
import { spoilPage } from '../../../support/hostile/spoil-table.ts'
import { draftOf, limitFor, marketFor } from '../../../support/order-inputs.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'
import { countStatements } from '../../../support/statements/count-statements.ts'

const FILE = 'prelist.sqlite'
const PAGE_BYTES = 4096
const WHOLE = 'PRAGMA integrity_check(1)'

function changed(dataDir: string, work: (raw: DatabaseSync) => void): void {
  const raw = new DatabaseSync(path.join(dataDir, FILE), { defensive: false })
  raw.exec('PRAGMA writable_schema = ON')
  work(raw)
  raw.close()
}

/** Where the pages of this table or index lie that hold its rows, in their order. */
function leavesOf(dataDir: string, name: string): number[] {
  const raw = new DatabaseSync(path.join(dataDir, FILE), { readOnly: true })
  const rows = raw.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path").all(name)
  raw.close()
  return rows.map(({ pageno }) => (Number(pageno) - 1) * PAGE_BYTES)
}

/** A page in the middle of it, which nobody reads who does not look for it. */
function middleOf(dataDir: string, name: string): number {
  const leaves = leavesOf(dataDir, name)
  return leaves[Math.floor(leaves.length / 2)] ?? 0
}

/** Closes the desk with a ticket open, has its profile changed, and opens it again. */
async function reopened(desk: Desk, change: (dataDir: string) => void): Promise<string> {
  const { intentId } = await draftOf(desk)
  await desk.backend.close()
  seedOrders(desk.dataDir, 3_000)
  change(desk.dataDir)
  await desk.restart()
  return intentId
}

/** Resolves when the page is told this. */
const once = (desk: Desk, event: string) =>
  new Promise<void>((resolve) => {
    const stop = desk.backend.on(event, () => {
      stop()
      resolve()
    })
  })

const codesOf = async (desk: Desk) => (await desk.ok('app.status')).notices.map(({ code }) => code)

it('opens with as many statements among many orders as among few, and with no look at every page', async () => {
  const counts: number[] = []
  const desk = await startDesk()
  await desk.backend.close()
  const statements = countStatements()
  for (const orders of [0, 3_000, 12_000]) {
    if (orders > 0) seedOrders(desk.dataDir, orders)
    statements.taken()
    await desk.restart()
    const taken = statements.taken()
    expect(taken.filter((sql) => sql === WHOLE)).toHaveLength(orders === 0 ? 1 : 0)
    counts.push(taken.length)
    expect(await desk.ok('app.checkProfile')).toMatchObject({ state: 'sound' })
    await desk.backend.close()
    changed(desk.dataDir, (raw) => raw.exec('DELETE FROM fills; DELETE FROM attempts; DELETE FROM orders'))
  }
  expect(counts[2]).toBe(counts[1])
})

it('places the order of a ticket that is submitted right after the start', async () => {
  const desk = await startDesk()
  const intentId = await reopened(desk, () => {})
  expect(await desk.ok('orders.submit', marketFor(intentId))).toMatchObject({ status: 'filled' })
  expect([desk.placed(), await codesOf(desk)]).toEqual([1, []])
})

/** A thread that never comes to an end of its look. */
const ENDLESS = new URL('data:text/javascript,setInterval(() => {}, 60_000)')

it('opens tickets and cancels orders while one waits for the look, and lets go of the one that waits at the end', async () => {
  const desk = await startDesk()
  const waiting = await reopened(desk, () => {})
  const { intentId: resting } = await draftOf(desk, 'movement')
  await desk.ok('orders.submit', limitFor(resting, '100', '0.1'))
  await desk.restart({ fileWorkerUrl: ENDLESS })
  // A ticket opens all the same.
  expect((await draftOf(desk)).intentId).toBe(waiting)
  const submit = desk.code('orders.submit', marketFor(waiting))
  expect(await desk.ok('orders.cancel', { intentId: resting })).toMatchObject({ status: 'canceled' })
  await desk.backend.close()
  expect([await submit, desk.placed()]).toEqual(['CLOSED', 1])
})

it.each(['attempts', 'orders', 'sqlite_autoindex_orders_1', 'orders_by_account_time'])(
  'places none where a page of %s is noise, and does not open again',
  async (name) => {
    const desk = await startDesk()
    const intentId = await reopened(desk, (dataDir) => spoilPage(dataDir, middleOf(dataDir, name)))
    expect(await codesOf(desk)).toEqual([])
    expect(await desk.code('orders.submit', marketFor(intentId))).toBe('PROFILE_DAMAGED')
    expect([desk.placed(), await codesOf(desk)]).toEqual([0, ['PROFILE_DAMAGED']])
    expect(await desk.code('notes.save', { coinId: 'peaq', text: 'later' })).toBe('PROFILE_DAMAGED')
    await desk.backend.close()
    const opening = createBackend({ dataDir: desk.dataDir })
    await expect(opening).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' })
    // And so at each start, until its files are put aside or a backup is in their place.
    await expect(createBackend({ dataDir: desk.dataDir })).rejects.toMatchObject({ code: 'PROFILE_DAMAGED' })
  },
)

it('places none where an index does not know that an order may still be out', async () => {
  const desk = await startDesk()
  const index = "name = 'orders_by_status_time'"
  const intentId = await reopened(desk, (dataDir) => {
    for (const sql of [
      `CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE ${index}; DELETE FROM sqlite_schema WHERE ${index}`,
      `UPDATE orders SET status = 'submitting' WHERE venue_client_id = 'bench-1500'`,
      'INSERT INTO sqlite_schema SELECT * FROM kept',
      'DROP TABLE kept',
    ]) {
      changed(dataDir, (raw) => raw.exec(sql))
    }
  })
  expect((await desk.ok('app.status')).unsettledOrders).toBe(0)
  expect(await desk.code('orders.submit', marketFor(intentId))).toBe('PROFILE_DAMAGED')
  expect(desk.placed()).toBe(0)
})

it('tells of damage by itself, and remembers it over a crash', async () => {
  const desk = await startDesk()
  await reopened(desk, (dataDir) => spoilPage(dataDir, middleOf(dataDir, 'attempts')))
  while (!(await codesOf(desk)).includes('PROFILE_DAMAGED')) await once(desk, 'app.changed')
  expect(lastSession(desk.dataDir).mark).toMatchObject({ closing: false, damaged: true })
})

it('finds damage in a small profile when the trader asks for it', async () => {
  const desk = await startDesk()
  await desk.backend.close()
  const position = middleOf(desk.dataDir, 'orders_by_account_time')
  await desk.restart()
  expect(await desk.ok('app.checkProfile')).toMatchObject({ state: 'sound' })
  spoilPage(desk.dataDir, position)
  expect(await desk.ok('app.checkProfile')).toMatchObject({ state: 'damaged' })
  expect(await codesOf(desk)).toEqual(['PROFILE_DAMAGED'])
})

it.each(['first', 'last'])(
  'is refused at once, and left as it was, where the %s page of a table is noise',
  async (end) => {
    const dataDir = makeProfile()
    openDatabase(dataDir).close()
    seedOrders(dataDir, 3_000)
    const leaves = leavesOf(dataDir, 'attempts')
    spoilPage(dataDir, end === 'first' ? (leaves[0] ?? 0) : (leaves.at(-1) ?? 0))
    const before = readFileSync(path.join(dataDir, FILE))
    expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
    expect(readFileSync(path.join(dataDir, FILE)).equals(before)).toBe(true)
  },
)

it('is looked at whole before it is migrated', () => {
  const dataDir = makeProfile()
  openDatabase(dataDir).close()
  seedOrders(dataDir, 3_000)
  spoilPage(dataDir, middleOf(dataDir, 'attempts'))
  changed(dataDir, (raw) => {
    // As the version before the last step left it.
    raw.exec('DROP TABLE scheduled_tasks')
    raw.exec(`PRAGMA user_version = ${MIGRATIONS.length - 1}`)
  })
  const before = readFileSync(path.join(dataDir, FILE))
  expect(() => openDatabase(dataDir)).toThrow(expect.objectContaining({ code: 'PROFILE_DAMAGED' }))
  expect(readFileSync(path.join(dataDir, FILE)).equals(before)).toBe(true)
})
