// The door to the backend: answers are unwrapped, failures are thrown as what they are.

import { expect, test } from 'vitest'
import { call, listen } from '../../renderer/api.ts'
import { AppError } from '../../shared/result.ts'
import { refuse } from './fakes/fake-contract.ts'
import { setUpPage } from './fakes/setup-page.ts'

test('an answer is unwrapped and a refusal is thrown with its code', async () => {
  const desktop = setUpPage()
  expect(await call('coins.list', {})).toHaveLength(14)
  desktop.answer('coins.list', () => refuse('RATE_LIMITED', 'Wait a second.'))
  await expect(call('coins.list', {})).rejects.toMatchObject({ code: 'RATE_LIMITED', message: 'Wait a second.' })
})

test('a page without a backend says so instead of breaking', async () => {
  setUpPage()
  Object.assign(globalThis, { window: {} })
  await expect(call('app.status', {})).rejects.toBeInstanceOf(AppError)
})

test('listening stops when it is asked to', () => {
  const desktop = setUpPage()
  let heard = 0
  const stop = listen('coins.changed', () => {
    heard += 1
  })
  desktop.emit('coins.changed', null)
  stop()
  desktop.emit('coins.changed', null)
  expect(heard).toBe(1)
})
