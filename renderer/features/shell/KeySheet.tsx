// The sheet of shortcuts: each key of the window with what it does, from the list by which keys are followed.

import { text } from '../../messages/late/en.ts'
import { SHORTCUTS, type ShortcutName } from '../../shortcuts.ts'

/** Keys that have no letter. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ PageUp: 'PgUp', PageDown: 'PgDn', Escape: 'Esc' },
}
const HELD = { shift: 'Shift ', alt: 'Alt ' } as const

/** A shortcut as it is written: `Ctrl K / ⌘K`. */
export function writtenKeys(name: ShortcutName): string {
  const shortcut = SHORTCUTS[name]
  const keys = [...new Set(shortcut.keys.map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)))]
  const [first = '', last = ''] = [keys[0], keys.at(-1)]
  // A row of digits.
  const written = /^\d$/.test(first) && keys.length > 2 ? `${first} – ${last}` : keys.join(' ')
  if (!('held' in shortcut)) return written
  return shortcut.held === 'command' ? `Ctrl ${written} / ⌘${written}` : `${HELD[shortcut.held]}${written}`
}

const NAMES = Object.keys(SHORTCUTS) as ShortcutName[]

/** The sheet. */
export function KeySheet() {
  return (
    <>
      <h2>{text.shortcuts.title}</h2>
      <dl>
        {NAMES.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{writtenKeys(name)}</kbd>
            </dt>
            <dd>{text.shortcuts.does[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
