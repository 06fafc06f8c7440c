// A labelled text input with a hint and a fault.

import type { InputHTMLAttributes } from 'react'
import { FieldFrame } from './FieldFrame.tsx'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  fault?: string | null | undefined
}

/** One input. */
export function Field({ label, value, onChange, hint, fault, ...rest }: Props) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => <input {...rest} {...ties} value={value} onChange={(event) => onChange(event.target.value)} />}
    </FieldFrame>
  )
}
