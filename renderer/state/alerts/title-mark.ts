// How many notifications came while the window was not looked at, in its title: the system shows the title where it shows nothing
// else of the page.

import { text } from '../../messages/en.ts'

let unseen = 0

function clear(): void {
  unseen = 0
  document.title = text.shell.appName
}

/** Counts one more; nothing while the window has the focus. The title is as it was once somebody looks. */
export function markTitle(): void {
  if (typeof document === 'undefined' || document.hasFocus()) return
  unseen += 1
  document.title = text.shell.titleWith(unseen)
  window.addEventListener('focus', clear, { once: true })
}
