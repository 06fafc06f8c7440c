// The profile's card: it checks when it is asked to, once at a time, and says what was found.

import { beforeEach, expect, test } from 'vitest'
import { ProfileCard } from '../../../../renderer/features/settings/ProfileCard.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { checkProfile } from '../../../../renderer/state/profile/profile-actions.ts'
import { useProfileCheck } from '../../../../renderer/state/profile/profile-store.ts'
import { reloadEverything } from '../../../../renderer/state/start.ts'
import { drawn } from '../../fakes/drawn.ts'
import { refuse } from '../../fakes/fake-contract.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

let desktop: FakeDesktop

beforeEach(() => {
  desktop = setUpPage()
})

test('a second press while the first is under way asks nothing', async () => {
  await Promise.all([checkProfile(), checkProfile()])
  expect(desktop.calls.filter(({ name }) => name === 'app.checkProfile')).toHaveLength(1)
  expect(useProfileCheck.getState().check).toMatchObject({ value: { state: 'sound' }, loading: false })
})

test.each(['sound', 'damaged'] as const)('a profile that is %s is told so', async (state) => {
  desktop.answer('app.checkProfile', () => ({ state, checkedAt: '2026-11-30T12:00:00.000Z' }))
  await checkProfile()
  const markup = drawn(<ProfileCard />)
  const said = Object.values(text.settings.profileStates).filter((words) => markup.includes(`${words}</`))
  expect(said).toEqual([text.settings.profileStates[state]])
  expect(markup).toContain(text.settings.checkProfile)
  expect(markup).not.toContain(text.common.tryAgain)
})

test('says that it checks while it does, and nothing of a result', async () => {
  const before = drawn(<ProfileCard />)
  const checking = checkProfile()
  const during = drawn(<ProfileCard />)
  await checking
  const words = Object.values(text.settings.profileStates)
  const saidIn = (markup: string) => [text.settings.checking, ...words].filter((one) => markup.includes(`${one}</`))
  expect([before, during].map(saidIn)).toEqual([[], [text.settings.checking]])
  expect(during).toMatch(/<button[^>]*aria-disabled="true"/)
})

test('a check that could not be made says why', async () => {
  desktop.answer('app.checkProfile', () => refuse('PROFILE_CHECKING', 'Too much was written.'))
  await checkProfile()
  const { title, help } = text.errors.PROFILE_CHECKING
  const markup = drawn(<ProfileCard />)
  for (const words of [title, 'Too much was written.', help, text.common.tryAgain]) expect(markup).toContain(words)
  expect(markup).not.toContain(text.common.lastKnown)
  for (const words of Object.values(text.settings.profileStates)) expect(markup).not.toContain(words)
})

test('what was found in another profile is not shown of this one', async () => {
  await checkProfile()
  await reloadEverything()
  expect(useProfileCheck.getState().check.value).toBeNull()
})
