// A full disk at each of the two writes before an order goes out: it is refused, and nothing reaches the exchange.

import { beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '../../../electron/adapters/sqlite/database.ts'
import { draftOf, marketFor } from '../../support/order-inputs.ts'
import { fillDisk, freeDisk } from '../../support/profile/full-disk.ts'
import { startDesk } from '../../support/start-backend.ts'

const opened = vi.hoisted(() => ({ databases: [] as Database[] }))

vi.mock('../../../electron/adapters/sqlite/database.ts', async (load) => {
  const real = await load<typeof import('../../../electron/adapters/sqlite/database.ts')>()
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

it.each(['orders', 'attempts'] as const)(
  'no room for a row of %s: STORAGE_FAILED, and nothing is sent',
  async (table) => {
    const posts: string[] = []
    const desk = await startDesk([], { trace: (point) => posts.push(point) })
    const { intentId } = await draftOf(desk)
    fillDisk(database(), table)
    expect(await desk.code('orders.submit', marketFor(intentId))).toBe('STORAGE_FAILED')
    expect(posts).not.toContain('attempt-recorded')
    expect((await desk.exchange.client.get(`/v1/orders/${intentId}`)).status).toBe(404)
    expect(desk.placed()).toBe(0)
    expect((await desk.ok('app.status')).accounts).toMatchObject([{ accountId: 'practice', state: 'reachable' }])
    freeDisk(database())
    await desk.ok('orders.reconcile')
    const kept = (await desk.ok('orders.list')).filter((order) => order.intentId === intentId)
    expect(kept.map(({ status }) => status)).toEqual(table === 'orders' ? [] : ['not-sent'])
    // The ticket can be sent anew: with its own key where nothing was recorded, else with the next one.
    const next = await draftOf(desk)
    expect(next.intentId === intentId).toBe(table === 'orders')
    expect([(await desk.ok('orders.submit', marketFor(next.intentId))).status, desk.placed()]).toEqual(['filled', 1])
  },
)

it('an answer that cannot be saved is called unknown and said on the status, then asked for again', async () => {
  const desk = await startDesk([], {
    trace: (point) => {
      if (point === 'answer-received') fillDisk(database(), 'attempts')
    },
  })
  const { intentId } = await draftOf(desk)
  expect((await desk.ok('orders.submit', marketFor(intentId))).status).toBe('unknown')
  expect((await desk.ok('app.status')).notices.map(({ code }) => code)).toEqual(['OUTCOME_NOT_SAVED'])
  expect((await draftOf(desk)).intentId).toBe(intentId)
  freeDisk(database())
  await desk.ok('orders.reconcile')
  expect([(await desk.ok('orders.get', { intentId })).status, desk.placed()]).toEqual(['filled', 1])
  expect((await desk.ok('app.status')).notices).toEqual([])
})
