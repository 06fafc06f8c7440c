// Quitting waits until the journal is closed, and never for ever.

import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, test, vi } from 'vitest'
import { closeBeforeQuit } from '../../../../electron/shell/electron/quit.ts'
import { draftOf, marketFor } from '../../../support/order-inputs.ts'
import { startDesk } from '../../../support/start-backend.ts'
import { until } from '../../../support/until.ts'
import { loadShell } from '../load-shell.ts'

const LONG = 60_000

function quitter(close: () => Promise<void>, deadlineMs: number) {
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() })
  closeBeforeQuit(app as unknown as App, close, deadlineMs)
  /** Asks to quit; true when Electron may go on. */
  const ask = () => {
    const event = { preventDefault: vi.fn() }
    app.emit('before-quit', event)
    return event.preventDefault.mock.calls.length === 0
  }
  return { app, ask }
}

test('the app stays until the backend has closed, however often it is asked', async () => {
  const closed = Promise.withResolvers<void>()
  const close = vi.fn(() => closed.promise)
  const { app, ask } = quitter(close, LONG)
  expect([ask(), ask(), ask()]).toEqual([false, false, false])
  expect(close).toHaveBeenCalledOnce()
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(app.quit).not.toHaveBeenCalled()
  closed.resolve()
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
  expect(ask()).toBe(true)
})

test('an order that is on its way when the trader quits is written down first', async () => {
  const desk = await startDesk([{ on: 'POST /v1/orders', fault: 'delay', ms: 1_000 }])
  const { intentId } = await draftOf(desk)
  const sending = new Promise<void>((resolve) => void desk.backend.on('orders.changed', () => resolve()))
  const answer = desk.backend.call('orders.submit', marketFor(intentId))
  await sending
  const { app, ask } = quitter(() => desk.backend.close(), LONG)
  expect(ask()).toBe(false)
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(app.quit).not.toHaveBeenCalled()
  expect(ask()).toBe(false)
  await until(() => {
    desk.clock.advance(500)
    return app.quit.mock.calls.length > 0
  })
  expect(ask()).toBe(true)
  expect(await answer).toMatchObject({ ok: true, value: { status: 'filled' } })
  await desk.restart()
  expect(await desk.ok('orders.get', { intentId })).toMatchObject({ status: 'filled' })
  expect(desk.placed()).toBe(1)
})

test.each([
  ['that never settles', () => new Promise<void>(() => {})],
  ['that fails', () => Promise.reject(new Error('disk'))],
])('a close %s does not keep the app alive', async (_name, close) => {
  const { app, ask } = quitter(close, 20)
  expect([ask(), ask()]).toEqual([false, false])
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
  expect(ask()).toBe(true)
})

test('the shell ties its backend to the quit: the last window closes, the backend closes, the app ends', async () => {
  const closed = Promise.withResolvers<void>()
  const close = vi.fn(() => closed.promise)
  const { electron, start } = await loadShell({ close })
  await start()
  electron.app.emit('window-all-closed')
  expect(electron.app.quit).toHaveBeenCalledOnce()
  const event = { preventDefault: vi.fn() }
  electron.app.emit('before-quit', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(close).toHaveBeenCalledOnce()
  expect(electron.app.quit).toHaveBeenCalledOnce()
  closed.resolve()
  await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledTimes(2))
})
