// Starts the window's session. What it does then is asked for when this file is read, and comes while the first screen is drawn
// or taken over: the first script holds only what a screen needs to be there and to be pressed.

import { text } from '../messages/en.ts'
import { useStatus } from './status-store.ts'

const loading = import('./start.ts')

/** Resolves when the first screen's rows are there, or it is known why they are not. Never throws. */
export async function beginSession(): Promise<void> {
  try {
    const { startSession } = await loading
    await startSession()
  } catch {
    const { crashHelp, crashTitle, reload } = text.common
    const action = { label: reload, run: () => location.reload() }
    useStatus.getState().say({ tone: 'bad', title: `${crashTitle}.`, detail: crashHelp, action })
  }
}
