// What is pressed on the first screen and changes accounts or settings. The actions come right after that screen, in one file with
// what starts the window; a press that is quicker waits for them.

import { reportNotLoaded } from '../report.ts'

type Actions = typeof import('./session-actions.ts')

/** Does what was pressed, as soon as its code is here; says so where it cannot be had. */
export async function whenSession(act: (actions: Actions) => unknown): Promise<void> {
  await import('./session-actions.ts').then(act, reportNotLoaded)
}
