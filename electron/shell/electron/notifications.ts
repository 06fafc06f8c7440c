// What the system shows beside the app. Nothing of it decides anything: what it says stands in the app as well.

import { Notification } from 'electron'
import type { ShowNotification } from '../../ports/outside.ts'

/** Those that are shown: one that nobody holds can be collected, and its click with it. The oldest goes first. */
const MAX_HELD = 20

/** Shows notifications of the system, where it has any; a press on one opens the app. */
export function systemNotifications(open: () => void): ShowNotification {
  const held = new Map<string, Notification>()
  return ({ id, text, silent }) => {
    try {
      if (!Notification.isSupported()) return
      held.get(id)?.close()
      const shown = new Notification({ title: 'Prelist', body: text, silent })
      shown.on('click', open)
      shown.show()
      held.set(id, shown)
      const [oldest] = held.keys()
      if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest)
    } catch {
      // A desktop without such a service: the app itself has said it.
    }
  }
}
