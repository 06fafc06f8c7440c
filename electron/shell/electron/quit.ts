// Quitting waits for the backend, so that an order in flight is written down first, but not for ever.

import type { App } from 'electron'

/** Longer than a write to disk takes, shorter than the patience of a system that shuts down. */
const DEADLINE_MS = 8000

/** Holds the first quit back until `close` has settled or the deadline has passed; then the app quits. */
export function closeBeforeQuit(app: App, close: () => Promise<void>, deadlineMs: number = DEADLINE_MS): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void settled(close(), deadlineMs).then(() => {
      state = 'closed'
      app.quit()
    })
  })
}

async function settled(work: Promise<void>, deadlineMs: number): Promise<void> {
  const deadline = Promise.withResolvers<void>()
  const timer = setTimeout(deadline.resolve, deadlineMs)
  // A failed close must not keep the window's process alive; the journal is durable without it.
  await Promise.race([work.catch(() => {}), deadline.promise])
  clearTimeout(timer)
}
