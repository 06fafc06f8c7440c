// Every key of the window, once: the sheet of shortcuts is drawn from this, and whoever follows a key asks here. None of them
// places an order.

interface Shortcut {
  /** As the browser names them. */
  keys: readonly string[]
  /** What is held with it; `command` is Ctrl, or on a Mac ⌘. Shift counts only where it says so. */
  held?: 'command' | 'shift' | 'alt'
}

/** In the order in which they are listed. */
export const SHORTCUTS = {
  palette: { keys: ['k', 'K'], held: 'command' },
  undo: { keys: ['z'], held: 'command' },
  screen: { keys: [...'123456789'] },
  filter: { keys: ['/'] },
  rows: { keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] },
  openRow: { keys: ['Enter'] },
  chooseRow: { keys: ['x', 'X'] },
  chooseMore: { keys: ['ArrowUp', 'ArrowDown'], held: 'shift' },
  chooseAll: { keys: ['a', 'A'], held: 'command' },
  moveColumn: { keys: ['ArrowLeft', 'ArrowRight'], held: 'alt' },
  sizeColumn: { keys: ['ArrowLeft', 'ArrowRight'], held: 'shift' },
  close: { keys: ['Escape'] },
  lock: { keys: ['l', 'L'] },
  help: { keys: ['?'] },
} as const satisfies Record<string, Shortcut>

export type ShortcutName = keyof typeof SHORTCUTS

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Whether a press is the one of a shortcut. With another modifier it belongs to the system. */
export function isPressed(name: ShortcutName, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  const { keys, held }: Shortcut = SHORTCUTS[name]
  const isCommand = held === 'command' ? ctrlKey !== metaKey : !(ctrlKey || metaKey)
  // Some letters and signs need Shift on some keyboards.
  const isShift = shiftKey === (held === 'shift') || (held === undefined && key.length === 1)
  return keys.includes(key) && isCommand && isShift && altKey === (held === 'alt')
}
