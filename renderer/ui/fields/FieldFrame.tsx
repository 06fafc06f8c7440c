// What stands around every text input: its label, a hint and a fault, tied to it for screen readers.

import { type ReactNode, useId } from 'react'

interface Ties {
  id: string
  className: string
  autoComplete: 'off'
  spellCheck: false
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface Props {
  label: string
  hint?: string | undefined
  fault?: string | null | undefined
  /** Draws the input with what ties it to the words around it; the label's own id is for what no label can name. */
  children: (ties: Ties, labelId: string) => ReactNode
}

/** The frame. A fault is said in words below the input, not by colour alone. */
export function FieldFrame({ label, hint, fault, children }: Props) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].join(' ').trim()
  return (
    <div className="field">
      <label id={`${id}-label`} className="label" htmlFor={id}>
        {label}
      </label>
      {children(
        {
          id,
          className: 'input',
          autoComplete: 'off',
          spellCheck: false,
          'aria-invalid': fault ? true : undefined,
          'aria-describedby': described === '' ? undefined : described,
        },
        `${id}-label`,
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault ? (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      ) : null}
    </div>
  )
}
