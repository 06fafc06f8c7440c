// A button that asks before it acts.

import { useState } from 'react'
import { QuestionDialog } from './QuestionDialog.tsx'

interface Props {
  label: string
  /** What the button is called where its label alone would not tell it from others. */
  name?: string
  /** What would happen. */
  help: string
  yes: string
  no: string
  busy: boolean
  /** There is nothing to ask about now. */
  disabled?: boolean
  onYes: () => void
}

/** The button and its question. */
export function Question({ label, name, help, yes, no, busy, disabled = false, onYes }: Props) {
  const [asked, ask] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={name}
        aria-disabled={disabled || undefined}
        onClick={() => {
          if (!disabled) ask(true)
        }}
      >
        {label}
      </button>
      <QuestionDialog
        open={asked}
        title={name ?? label}
        help={help}
        no={no}
        onNo={() => ask(false)}
        actions={
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => {
              // Drawn for a moment after it was answered: a second click is no second answer.
              if (busy || !asked) return
              ask(false)
              onYes()
            }}
          >
            {yes}
          </button>
        }
      />
    </>
  )
}
