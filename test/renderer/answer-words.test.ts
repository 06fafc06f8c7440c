// The words of answers come after the first paint: until they are here, what the backend says is held back.

import { beforeEach, expect, test, vi } from 'vitest'
import { asText, reason } from '../../shared/reasons/reason.ts'
import { refuse } from './fakes/fake-contract.ts'
import { setUpPage } from './fakes/setup-page.ts'

/** A page whose words have not been loaded: modules of its own, beside those of the other files. */
async function freshPage() {
  vi.resetModules()
  const words = await import('../../renderer/answer-words.ts')
  const api = await import('../../renderer/api.ts')
  return { ...words, ...api, desktop: setUpPage() }
}

beforeEach(() => vi.doUnmock('../../renderer/messages/reasons/en.ts'))

test('an answer and a refusal are handed on once there are words for them', async () => {
  const page = await freshPage()
  expect(page.hasAnswerWords()).toBe(false)
  await page.call('coins.list', {})
  expect(page.hasAnswerWords()).toBe(true)

  const next = await freshPage()
  next.desktop.answer('coins.list', () => refuse('RATE_LIMITED', 'Wait a second.'))
  const refused: unknown = await next.call('coins.list', {}).catch((thrown: unknown) => thrown)
  expect(next.hasAnswerWords()).toBe(true)
  expect(next.errorWords(refused as { code: 'RATE_LIMITED' }).title).toBe('Too many requests')
})

test('a page without a backend has the words to say so', async () => {
  const page = await freshPage()
  Object.assign(globalThis, { window: {} })
  await expect(page.call('app.status', {})).rejects.toThrow('not connected')
  expect(page.hasAnswerWords()).toBe(true)
})

test('events wait for the words, in their order, and then for nothing', async () => {
  const page = await freshPage()
  const heard: string[] = []
  page.listen('coins.changed', () => heard.push('coins'))
  page.listen('airdrops.changed', () => heard.push('airdrops'))
  page.desktop.emit('coins.changed', null)
  page.desktop.emit('airdrops.changed', null)
  expect(heard).toEqual([])
  await page.loadAnswerWords()
  expect(heard).toEqual(['coins', 'airdrops'])
  page.desktop.emit('coins.changed', null)
  expect(heard).toEqual(['coins', 'airdrops', 'coins'])
})

test('without words a failure is named by its code, answers come all the same, and the next one tries again', async () => {
  vi.doMock('../../renderer/messages/reasons/en.ts', () => {
    throw new Error('planted: the file cannot be read')
  })
  const page = await freshPage()
  expect(await page.call('coins.list', {})).toHaveLength(14)
  expect(page.hasAnswerWords()).toBe(false)
  expect(page.sayReason(reason('CLICK_OFF'))).toBe('Can’t show the details (CLICK_OFF).')
  expect(page.sayReason(asText('Wait a second.'))).toBe('Wait a second.')
  expect(page.errorWords({ code: 'HALTED' }).title).toContain('HALTED')
  vi.doUnmock('../../renderer/messages/reasons/en.ts')
  await page.call('coins.list', {})
  expect(page.hasAnswerWords()).toBe(true)
  expect(page.sayReason(reason('CLICK_OFF'))).not.toContain('CLICK_OFF')
})
