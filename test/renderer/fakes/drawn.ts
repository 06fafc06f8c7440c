// Draws a view without a window, with what the stores hold now.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { STORES } from './stores.ts'

/** A drawing without a window shows what the stores begin with: that is what they hold now, while it is drawn. */
export function drawn(node: ReactNode): string {
  const kept = STORES.map((store) => [store, { ...store.getInitialState() }] as const)
  for (const store of STORES) Object.assign(store.getInitialState(), store.getState())
  try {
    return renderToStaticMarkup(node)
  } finally {
    for (const [store, before] of kept.toReversed()) Object.assign(store.getInitialState(), before)
  }
}
