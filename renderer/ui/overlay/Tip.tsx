// A mark that explains itself when it is pointed at or focused. Tips.tsx draws the explanation, once for the whole page.

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
    <button type="button" className={`tip-mark ${className ?? ''}`} aria-label={label} data-tip={tip}>
      {children}
    </button>
  )
}

/** What a control has to say of itself beside its name: as a tooltip, and for who hears the page. */
export function explained(words: string | null): { 'data-tip'?: string; 'aria-description'?: string } {
  return words === null ? {} : { 'data-tip': words, 'aria-description': words }
}
