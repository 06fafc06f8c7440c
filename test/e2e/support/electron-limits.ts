// Which end-to-end tests can run in a real Electron. The rest says why not, and is counted as skipped there.

import type { HeadlessOptions } from '../../../scripts/driver/headless-app.ts'

const SHELLS = ['chromium', 'electron', 'old-electron'] as const

export type ShellUnderTest = (typeof SHELLS)[number]

/** The shell the tests run in. `npm run verify:electron` names Electron, everything else means headless Chromium. */
export function shellOf(env: NodeJS.ProcessEnv): ShellUnderTest {
  const named = env['PRELIST_E2E_SHELL'] ?? 'chromium'
  const shell = SHELLS.find((one) => one === named)
  if (shell === undefined) throw new Error(`PRELIST_E2E_SHELL cannot be ${named}.`)
  return shell
}

/** What Electron's main process decides by itself: it takes a profile, and nothing else, from outside. */
const DECIDED_WITHIN: readonly (keyof HeadlessOptions)[] = [
  'secretStore',
  'settings',
  'venueHosts',
  'clock',
  'practiceWorkerUrl',
  'trace',
  'browser',
]

const WINDOWS = 'Electron makes no second window at all, so there is none to see closed'
const AWAY = 'Electron never leaves its page, so there is no way home to be seen'

/** Tests of the Chromium shell alone, by file below test/e2e and by the start of the title. */
export const CHROMIUM_ONLY: readonly { file: string; title: string; why: string }[] = [
  {
    file: 'accounts/account-walk.test.ts',
    title: 'two windows show',
    why: 'Electron makes no second window at all, so there is none to walk in',
  },
  { file: 'hostile/hostile-page.test.ts', title: 'cannot open another window', why: WINDOWS },
  { file: 'hostile/hostile-page.test.ts', title: 'is led home again after', why: AWAY },
  {
    file: 'hostile/hostile-page.test.ts',
    title: 'cannot download anything',
    why: 'Electron ends a download before the driver hears of it',
  },
  {
    file: 'second-start.test.ts',
    title: 'a second backend on the same profile is refused',
    why: 'a second Electron hands over to the first and ends, without an error to be caught',
  },
]

/** Tests that a current Electron can run, and Electron 25 with its Chromium 114 of 2023 cannot. */
export const NOT_IN_OLD: readonly { file: string; title: string; why: string }[] = [
  {
    file: 'focus.test.ts',
    title: 'Tab reaches everything, in sight: coin and ticket',
    why: 'Chromium 114 names the hidden panel as what lies under the ticket’s buttons, though the picture is right',
  },
  {
    file: 'zoom.test.ts',
    title: 'wider letters, words and lines cut nothing off',
    why: 'Chromium 114 lays the ticket out a little wider than its panel when letters are set wider',
  },
]

/** Why a test of this file and title cannot run in the shell, or null. */
export function unfitTest(file: string, title: string, shell: ShellUnderTest): string | null {
  if (shell === 'chromium') return null
  const path = `/${file.replaceAll('\\', '/')}`
  const unfit = shell === 'electron' ? CHROMIUM_ONLY : [...CHROMIUM_ONLY, ...NOT_IN_OLD]
  return unfit.find((one) => path.endsWith(`/${one.file}`) && title.startsWith(one.title))?.why ?? null
}

/**
 * Why an app with these options cannot be opened in the shell, or null. The old Electron's backend is in the test's own
 * process, so there all of them can be chosen but the browser, which is its own.
 */
export function unfitOptions(options: Partial<HeadlessOptions>, shell: ShellUnderTest): string | null {
  if (shell === 'chromium') return null
  const within = shell === 'electron' ? DECIDED_WITHIN : DECIDED_WITHIN.filter((name) => name === 'browser')
  const given = within.filter((name) => options[name] !== undefined)
  return given.length === 0 ? null : `Electron’s main process takes no ${given.join(', ')} from a test`
}
