// Which shortcut a key press of the window is. Those of rows and heads are followed where these are.

import { isPressed, type KeyPress } from '../shortcuts.ts'
import { SCREENS, type Screen } from '../state/route.ts'

/** Followed wherever the focus is. */
const EVERYWHERE = ['palette', 'undo', 'filter', 'help', 'close', 'lock'] as const

export type Shortcut = { kind: 'screen'; screen: Screen } | { kind: (typeof EVERYWHERE)[number] }

/** What a key press asks for, or null. `typing`: it goes into a text, a choice or another field. */
export function shortcutFor(press: KeyPress, typing: boolean): Shortcut | null {
  const kind = EVERYWHERE.find((name) => isPressed(name, press))
  // It is the key of a palette everywhere; in a text the others are letters, and undo takes back what was typed.
  if (typing) return kind === 'palette' ? { kind } : null
  if (kind !== undefined) return { kind }
  const screen = isPressed('screen', press) ? SCREENS[Number(press.key) - 1] : undefined
  return screen === undefined ? null : { kind: 'screen', screen }
}
