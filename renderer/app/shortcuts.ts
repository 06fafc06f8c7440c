// Single keys that work anywhere but where text is typed. None of them places an order.

import { SCREENS, type Screen } from '../state/route.ts'

export type Shortcut =
  | { kind: 'screen'; screen: Screen }
  | { kind: 'filter' }
  | { kind: 'help' }
  | { kind: 'close' }
  | { kind: 'lock' }
  | { kind: 'palette' }
  | { kind: 'undo' }

interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** Whether the key goes into a text, a choice or another field. */
  typing: boolean
}

/** What a key press asks for, or null. Other keys with a modifier belong to the system. */
export function shortcutFor({ key, ctrlKey, metaKey, altKey, typing }: KeyPress): Shortcut | null {
  // It is the key of a palette everywhere, also while something is typed.
  if (ctrlKey !== metaKey && !altKey && key.toLowerCase() === 'k') return { kind: 'palette' }
  // In a text it takes back what was typed.
  if (!typing && ctrlKey !== metaKey && !altKey && key === 'z') return { kind: 'undo' }
  if (typing || ctrlKey || metaKey || altKey) return null
  if (key === '/') return { kind: 'filter' }
  if (key === '?') return { kind: 'help' }
  if (key === 'Escape') return { kind: 'close' }
  if (key === 'l' || key === 'L') return { kind: 'lock' }
  const screen = /^[1-9]$/.test(key) ? SCREENS[Number(key) - 1] : undefined
  return screen === undefined ? null : { kind: 'screen', screen }
}
