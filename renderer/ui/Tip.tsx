// A mark that explains itself on hover and on focus, by style sheet alone.

import type { ReactNode } from 'react'

interface Props {
  /** The whole message, for people who do not see the tooltip appear. */
  label: string
  tip: string
  className?: string
  children: ReactNode
}

/** A focusable mark with a tooltip. It is a button so that touch, keyboard and screen reader all get to it. */
export function Tip({ label, tip, className, children }: Props) {
  return (
    <span className="tip-host">
      <button type="button" className={`tip-mark ${className ?? ''}`} aria-label={label}>
        {children}
      </button>
      <span className="tip" aria-hidden="true">
        {tip}
      </span>
    </span>
  )
}
