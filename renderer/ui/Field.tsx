// A labelled text input with a hint and a fault, tied together for screen readers.

import { type InputHTMLAttributes, useId } from 'react'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  fault?: string | null | undefined
}

/** One input. A fault is said in words below it, not by colour alone. */
export function Field({ label, value, onChange, hint, fault, ...rest }: Props) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].join(' ').trim()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="input"
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChange(event.target.value)}
      />
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
