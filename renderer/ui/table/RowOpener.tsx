// The one control of a table row that opens it. Its click area covers the row; arrow keys go from row to row.

import type { KeyboardEvent, ReactNode } from 'react'

const STEP: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEP[event.key]
  if (step === undefined) return
  const table = event.currentTarget.closest('table')
  if (table === null) return
  const openers = [...table.querySelectorAll<HTMLElement>('[data-row-opener]')]
  const next = openers[openers.indexOf(event.currentTarget) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

interface Props {
  label: string
  onOpen: () => void
  /** Set where the row unfolds in place instead of opening beside the table. */
  expanded?: boolean
  children: ReactNode
}

/** A button that looks like the row's name. */
export function RowOpener({ label, onOpen, expanded, children }: Props) {
  return (
    <button
      type="button"
      className="row-opener"
      data-row-opener={label}
      aria-label={label}
      aria-expanded={expanded}
      onClick={onOpen}
      onKeyDown={moveFocus}
    >
      {children}
    </button>
  )
}
