// Carries out the shortcuts.

import { closeCoin, goTo } from '../state/route-actions.ts'
import { useRoute } from '../state/route-store.ts'
import { closePalette, openPalette, searchEverything } from '../state/search/palette-actions.ts'
import { usePalette } from '../state/search/palette-store.ts'
import { useTicket } from '../state/ticket/ticket-store.ts'
import { useUndo } from '../state/undo/undo-store.ts'
import { useVault } from '../state/vault/vault-store.ts'
import { FILTER_ID, KEYS_HELP_ID } from '../ui/element-ids.ts'
import { shortcutFor } from './shortcuts.ts'

function focusFilter(): void {
  if (useRoute.getState().screen !== 'watchlist') goTo({ screen: 'watchlist', coinId: null })
  // React draws the watchlist in a microtask that was queued just now. A frame later would be too late: the next key
  // may come first, and a digit would go to another screen.
  queueMicrotask(() => document.getElementById(FILTER_ID)?.focus())
}

/** Only an open vault: a stray key must say nothing about one that is locked, or not there. */
async function lockByKey(): Promise<void> {
  if (useVault.getState().vault.value?.state !== 'unlocked') return
  // The same code has asked for that state, so it is here already.
  const { lockVault } = await import('../state/vault/vault-actions.ts')
  await lockVault()
}

/** Closes the topmost panel. The list of keys closes itself, and nothing else with it. */
function closeTopmost(): void {
  if (document.querySelector(':popover-open') !== null) return
  // Only where its code could not be loaded: a palette that is drawn has the focus, and closes itself.
  const isSearching = usePalette.getState().open
  const ticket = useTicket.getState()
  const { coinId, adding } = useRoute.getState()
  if (isSearching) closePalette()
  else if (ticket.subject !== null) ticket.close()
  else if (coinId !== null || adding === true) closeCoin()
  // Whatever else is open beside a list has a button that closes it.
  else document.querySelector<HTMLElement>('main .panel-head > button')?.click()
}

/** Where a letter is the trader's own: fields, lists that are found in by typing, and dialogs. */
const TYPED_INTO = 'input:not([type=radio]), textarea, [role=combobox], [role=listbox], [role=dialog]'

/** What is typed before the palette is drawn, whose code may still be on its way, is typed into it. */
function typesAhead({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const { open, typed } = usePalette.getState()
  if (!open || ctrlKey || metaKey || altKey || key.length !== 1) return false
  if (target instanceof HTMLElement && target.closest('[role=dialog]') !== null) return false
  void searchEverything(typed + key)
  return true
}

function onKeyDown(event: KeyboardEvent): void {
  const { target } = event
  // A question is waited on before the focus has come to it as well, and no key opens anything over it.
  if (document.querySelector('[role=alertdialog]') !== null) return
  if (typesAhead(event)) {
    event.preventDefault()
    return
  }
  const typing = target instanceof HTMLElement && target.closest(TYPED_INTO) !== null
  const shortcut = shortcutFor(event, typing)
  if (shortcut === null || event.defaultPrevented) return
  // Escape keeps its own meaning for whatever the browser has open.
  if (shortcut.kind !== 'close') event.preventDefault()
  if (shortcut.kind === 'screen') goTo({ screen: shortcut.screen, coinId: null })
  else if (shortcut.kind === 'filter') focusFilter()
  else if (shortcut.kind === 'lock') void lockByKey()
  else if (shortcut.kind === 'palette') openPalette()
  else if (shortcut.kind === 'undo') useUndo.getState().ask()
  else if (shortcut.kind === 'help') document.getElementById(KEYS_HELP_ID)?.togglePopover()
  else closeTopmost()
}

/** Listens for the shortcuts; the answer stops listening. */
export function followKeys(): () => void {
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
