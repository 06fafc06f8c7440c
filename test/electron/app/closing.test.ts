// Opening and closing: one process a profile, no call after the end, and an order in flight is waited for.

import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createBackend } from '../../../electron/app/backend.ts'
import { DEFAULT_SETTINGS } from '../../../shared/app.ts'
import { OPERATION_NAMES } from '../../../shared/contract/contract.ts'
import { draftOf, marketFor } from '../../support/order-inputs.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'
import { openBackend, startDesk } from '../../support/start-backend.ts'

it('lets nobody else open the profile until it is closed, also twice', async () => {
  const dataDir = makeProfile()
  const first = await openBackend({ dataDir })
  await expect(createBackend({ dataDir })).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
  await Promise.all([first.close(), first.close()])
  await first.close()
  const second = await openBackend({ dataDir })
  expect((await second.call('coins.list', {})).ok).toBe(true)
})

it('answers CLOSED to every operation once it closes', async () => {
  const backend = await openBackend()
  const closing = backend.close()
  for (const operation of OPERATION_NAMES) {
    expect(await backend.call(operation, {})).toMatchObject({ ok: false, error: { code: 'CLOSED' } })
  }
  await closing
})

it('answers CLOSED to a call that was under way', async () => {
  const desk = await startDesk([{ on: 'GET /v1/prices', fault: 'hang-before' }])
  const reading = desk.backend.call('portfolio.get', { environment: 'practice' })
  await desk.clock.sleeping(3_000)
  await desk.backend.close()
  await desk.exchange.exchange.close()
  expect(await reading).toMatchObject({ ok: false, error: { code: 'CLOSED' } })
})

it('waits for the order in flight and has its outcome on the disk', async () => {
  const desk = await startDesk([{ on: 'POST /v1/orders', fault: 'delay', ms: 1_000 }])
  const { intentId } = await draftOf(desk)
  const sending = new Promise<void>((resolve) => {
    desk.backend.on('orders.changed', () => resolve())
  })
  const answer = desk.backend.call('orders.submit', marketFor(intentId))
  await sending
  const closing = desk.backend.close()
  expect(await desk.code('orders.list')).toBe('CLOSED')
  while ((await Promise.race([closing, turn()])) === 'turn') desk.clock.advance(500)
  expect(await answer).toMatchObject({ ok: true, value: { status: 'filled' } })
  await desk.restart()
  expect(await desk.ok('orders.list')).toMatchObject([{ intentId, status: 'filled' }])
  expect(desk.placed()).toBe(1)
})

it('leaves the profile free when the start fails after its file was opened', async () => {
  const desk = await startDesk([], { trace: (at) => assert.notEqual(at, 'attempt-recorded') })
  const { intentId } = await draftOf(desk)
  await desk.code('orders.submit', marketFor(intentId))
  await desk.backend.close()
  const stopped = { ...desk.clock, now: () => Number.NaN }
  await expect(createBackend({ dataDir: desk.dataDir, clock: stopped })).rejects.toThrow(RangeError)
  await desk.restart({ trace: () => {} })
  expect(await desk.ok('orders.get', { intentId })).toMatchObject({ status: 'unknown' })
})

it('starts with preferences that cannot be read, and says when they cannot be saved', async () => {
  const dataDir = makeProfile()
  mkdirSync(path.join(dataDir, 'config.json'), { recursive: true })
  const backend = await openBackend({ dataDir })
  expect(await backend.call('settings.get', {})).toEqual({ ok: true, value: DEFAULT_SETTINGS })
  const saved = await backend.call('settings.save', { theme: 'dark' })
  expect(saved).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } })
})

it.each(['http://exchange.example', 'ftp://127.0.0.1', 'http://localhost:1', 'http://u:p@127.0.0.1', 'nowhere', ''])(
  'does not open with the venue address %j',
  async (practice) => {
    const dataDir = makeProfile()
    await expect(createBackend({ dataDir, venueHosts: { practice } })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  },
)

function turn(): Promise<'turn'> {
  return new Promise((resolve) => setImmediate(() => resolve('turn')))
}
