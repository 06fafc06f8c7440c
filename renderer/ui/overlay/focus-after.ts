// Where the focus is once a dialog has closed, when what had it before is gone.

import { useEffect } from 'react'

/** Longer than a dialog takes to leave. */
const AFTER_CLOSING_MS = 300

/** What the dialog was about, or what it was opened from, may be gone with it, and the focus too: then it goes to the screen. */
export function useFocusAfter(open: boolean): void {
  useEffect(() => {
    if (!open) return
    return () =>
      void setTimeout(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('main')?.focus()
      }, AFTER_CLOSING_MS)
  }, [open])
}
