// Which end-to-end tests can run in a real Electron. The rest says why not, and is counted as skipped there.

import type { HeadlessOptions } from '../../../scripts/driver/headless-app.ts'

/** The shell the tests run in. `npm run verify:electron` names Electron, everything else means headless Chromium. */
export function shellOf(env: NodeJS.ProcessEnv): 'chromium' | 'electron' {
  const named = env['PRELIST_E2E_SHELL'] ?? 'chromium'
  if (named !== 'chromium' && named !== 'electron') throw new Error(`PRELIST_E2E_SHELL cannot be ${named}.`)
  return named
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

/** Why a test of this file and title cannot run in Electron, or null. */
export function unfitTest(file: string, title: string): string | null {
  const path = `/${file.replaceAll('\\', '/')}`
  return CHROMIUM_ONLY.find((one) => path.endsWith(`/${one.file}`) && title.startsWith(one.title))?.why ?? null
}

/** Why an app with these options cannot be opened in Electron, or null. */
export function unfitOptions(options: Partial<HeadlessOptions>): string | null {
  const given = DECIDED_WITHIN.filter((name) => options[name] !== undefined)
  return given.length === 0 ? null : `Electron’s main process takes no ${given.join(', ')} from a test`
}
