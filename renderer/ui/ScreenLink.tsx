// A link to a screen. It is no anchor: over one, a browser's window shows the address of the page, which says nothing to a
// trader and looks like a place on the network.

import type { ReactNode } from 'react'
import { hashOf, type Screen } from '../state/route.ts'

interface Props {
  screen: Screen
  className: string
  /** It leads to the screen that is shown. */
  current?: boolean
  children: ReactNode
}

/** What it is to who does not see it. */
const LINK = { role: 'link' } as const

/** The link; it changes the address, and the page follows that. */
export function ScreenLink({ screen, className, current = false, children }: Props) {
  return (
    <button
      type="button"
      {...LINK}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={() => {
        location.hash = hashOf({ screen, coinId: null })
      }}
    >
      {children}
    </button>
  )
}
