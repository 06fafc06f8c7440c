// The package that counts which lines of a long table are in sight. It is loaded when there is such a table, or in idle time: the
// first screen has none, and its own hook cannot be called before it is here. So its core is held here as its hook holds it.

import type { Virtualizer, VirtualizerOptions } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore } from 'react'
import { latePart } from '../late/late-view.ts'

/** What long tables need. */
export const LONG_TABLES = latePart(async () => (await import('@tanstack/react-virtual')).Virtualizer)

export type TableVirtualizer = Virtualizer<HTMLElement, Element>

/** `waiting` while it is loaded; `failed` where it cannot be. */
export type VirtualizerState = { state: 'waiting' | 'failed' } | { state: 'here'; virtualizer: TableVirtualizer }

/** The virtualizer of a table, with these options from one drawing to the next; asked for only where it is `needed`. */
export function useVirtualizer(
  needed: boolean,
  options: Omit<VirtualizerOptions<HTMLElement, Element>, 'enabled' | 'onChange'>,
): VirtualizerState {
  const late = useSyncExternalStore(LONG_TABLES.subscribe, LONG_TABLES.read, LONG_TABLES.read)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const instance = useRef<TableVirtualizer | null>(null)
  // Also one that could not be loaded before: it is tried again for the next table.
  useEffect(() => {
    if (needed) void LONG_TABLES.load()
  }, [needed])

  const all = { ...options, enabled: needed, onChange: redraw }
  if (needed && late.state === 'here') instance.current ??= new late.part(all)
  const virtualizer = instance.current
  virtualizer?.setOptions(all)
  useLayoutEffect(() => virtualizer?._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer?._willUpdate())
  if (virtualizer !== null) return { state: 'here', virtualizer }
  return { state: late.state === 'failed' ? 'failed' : 'waiting' }
}
