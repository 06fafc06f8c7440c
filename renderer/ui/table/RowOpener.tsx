// The one control of a table row that opens it. Its click area covers the row; keys that go from row to row are the table's.

import type { ReactNode } from 'react'

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
    >
      {children}
    </button>
  )
}
