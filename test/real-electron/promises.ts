// The promises of the Electron shell by name: each says what is wrong in a running one, or nothing.

import * as app from './app-promises.ts'
import * as page from './page-promises.ts'
import type { Shell } from './stage.ts'

/** The order matters only to the last ones, after which the page is not what it was. */
export const PROMISES = {
  'the page runs in a process that the system holds in a sandbox': page.sandboxedProcess,
  'the web preferences are the safe ones': page.webPreferences,
  'the page finds the bridge and nothing else': page.bridgeSurface,
  'the page cannot leave': app.navigation,
  'no window can be opened': app.windowOpening,
  'no permission is given': app.permissions,
  'no file can be downloaded': app.downloads,
  'nothing reaches another host': app.network,
  'a second start ends and its words steer nothing': app.secondStart,
  'sleep and a locked screen lock the vault': app.lockWithScreen,
  'the page’s files are all there is, with every header': page.protocolAndHeaders,
  'the policy stops what a script could try': page.contentPolicy,
  'only our page in our window may call': page.senderChecks,
} satisfies Record<string, (shell: Shell) => Promise<string[]>>

export type PromiseName = keyof typeof PROMISES
