// The start of the page with a profile that is not open: nothing is asked of it until it is, and then everything.

import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { RecoveryScreen } from '../../../../renderer/features/recovery/RecoveryScreen.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { useCoins } from '../../../../renderer/state/coins/coins-store.ts'
import { retryProfile, startNewProfile } from '../../../../renderer/state/profile/recovery-actions.ts'
import { useRecovery } from '../../../../renderer/state/profile/recovery-store.ts'
import { startSession } from '../../../../renderer/state/start.ts'
import type { ProfileState, ProfileStatus } from '../../../../shared/profile.ts'
import { asText } from '../../../../shared/reasons/reason.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const status = (state: ProfileState, kept: string[] = []): ProfileStatus => ({
  state,
  reason: asText(`it is ${state}`),
  folder: '/home/somebody/profile',
  kept,
})

let desktop: FakeDesktop
const asked = () => desktop.calls.map(({ name }) => name)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  desktop = setUpPage()
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
})

test('an open profile is loaded at once', async () => {
  await startSession()
  expect(asked().slice(0, 2)).toEqual(['profile.status', 'coins.list'])
  expect(useCoins.getState().coins.value).toHaveLength(14)
  await vi.waitFor(() => expect(asked()).toContain('portfolio.get'))
  expect(asked().filter((name) => name === 'coins.list')).toHaveLength(1)
})

test('a closed one is asked for nothing but the first rows, whose refusal is no error of the list, until a try has opened it', async () => {
  desktop.state.profile = status('damaged')
  const { coins } = desktop.state
  desktop.answer('coins.list', () => (desktop.state.profile.state === 'open' ? coins : refuse('PROFILE_DAMAGED', 'x')))
  const errors = new Set<unknown>()
  useCoins.subscribe(({ coins: { error } }) => errors.add(error))
  await startSession()
  expect(asked()).toEqual(['profile.status', 'coins.list'])
  expect(useCoins.getState().coins.loading).toBe(false)
  desktop.calls.length = 0
  await retryProfile()
  expect([asked(), useRecovery.getState().tries]).toEqual([['profile.retry'], 1])
  desktop.state.profile = status('open')
  await retryProfile()
  await vi.waitFor(() => expect(useCoins.getState().coins.value).toHaveLength(14))
  expect(asked().filter((name) => name === 'coins.list')).toHaveLength(1)
  expect(errors).toEqual(new Set([null]))
})

test('the first rows do not wait for the state of the profile', async () => {
  desktop.answer('profile.status', () => new Promise<never>(() => {}))
  await startSession()
  expect(useCoins.getState().coins.value).toHaveLength(14)
})

test('an open profile whose list fails says so', async () => {
  desktop.answer('coins.list', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  await startSession()
  expect(useCoins.getState().coins).toMatchObject({ value: null, loading: false, error: { code: 'STORAGE_FAILED' } })
})

test('where nobody can say, each screen tells of its own failure', async () => {
  desktop.answer('profile.status', () => refuse('INTERNAL', 'broken'))
  await startSession()
  expect(useRecovery.getState().status).toBeNull()
  expect(asked()).toContain('coins.list')
})

test('one try at a time', async () => {
  desktop.state.profile = status('damaged')
  await Promise.all([retryProfile(), retryProfile(), startNewProfile()])
  expect(asked()).toEqual(['profile.retry'])
})

test('a try that fails says why, and asks for the state anew', async () => {
  desktop.state.profile = status('missing', ['/kept'])
  desktop.answer('profile.startNew', () => refuse('STORAGE_FAILED', 'The disk is full.'))
  await startNewProfile()
  expect(asked()).toEqual(['profile.startNew', 'profile.status'])
  expect(useRecovery.getState()).toMatchObject({
    busy: false,
    error: { code: 'STORAGE_FAILED' },
    status: { state: 'missing' },
  })
})

describe('the screen', () => {
  const draw = (one: ProfileStatus) => renderToStaticMarkup(<RecoveryScreen status={one} />)

  test.each(['damaged', 'missing', 'too-new', 'unwritable'] as const)('%s: names file, folder and reason', (state) => {
    const markup = draw(status(state))
    for (const part of [
      'prelist.sqlite',
      '/home/somebody/profile',
      `it is ${state}`,
      text.recovery.intro[state].what,
    ]) {
      expect(markup).toContain(part)
    }
    expect(markup).toContain(text.recovery.unchanged)
    expect(markup).toContain(text.shell.disclaimer)
  })

  test.each([
    ['damaged', text.recovery.begin],
    ['missing', text.recovery.beginMissing],
    ['too-new', null],
    ['unwritable', null],
  ] as const)('%s: offers %s', (state, offer) => {
    const buttons = [...draw(status(state)).matchAll(/<button[^>]*>([^<]*)/g)].map(([, label]) => label)
    expect(buttons).toEqual(offer === null ? [text.recovery.tryAgain] : [text.recovery.tryAgain, offer])
  })

  test('lists what was put aside earlier', () => {
    expect(draw(status('missing', ['/a/kept-aside/1', '/a/kept-aside/2']))).toMatch(/kept-aside\/1.*kept-aside\/2/)
  })
})
