// The profile's card: it checks when it is asked to, once at a time, and says what was found.

import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { ProfileCard } from '../../../../renderer/features/settings/ProfileCard.tsx'
import { checkProfile } from '../../../../renderer/features/settings/profile-actions.ts'
import { useProfileCheck } from '../../../../renderer/features/settings/profile-store.ts'
import { text } from '../../../../renderer/messages/en.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
  useProfileCheck.setState(useProfileCheck.getInitialState(), true)
})

test('a second press while the first is under way asks nothing', async () => {
  await Promise.all([checkProfile(), checkProfile()])
  expect(desktop.calls.filter(({ name }) => name === 'app.checkProfile')).toHaveLength(1)
  expect(useProfileCheck.getState().check).toMatchObject({ value: { state: 'sound' }, loading: false })
})

test.each(['sound', 'damaged'] as const)('a profile that is %s is told so', async (state) => {
  desktop.answer('app.checkProfile', () => ({ state, checkedAt: '2026-11-30T12:00:00.000Z' }))
  await checkProfile()
  // A view that is drawn without a window shows the state that the store begins with.
  const { check } = useProfileCheck.getState()
  expect(check.value?.state).toBe(state)
  expect(text.settings.profileStates[state]).not.toBe('')
  expect(renderToStaticMarkup(<ProfileCard />)).toContain(text.settings.checkProfile)
})

test('a check that could not be made says why', async () => {
  desktop.answer('app.checkProfile', () => refuse('PROFILE_CHECKING', 'Too much was written.'))
  await checkProfile()
  expect(useProfileCheck.getState().check.error).toMatchObject({ code: 'PROFILE_CHECKING' })
})
