// A field for a secret: hidden while it is typed, and remembered neither by the browser nor by the page once it is sent.

import { Field } from './Field.tsx'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
}

/** One secret. */
export function SecretField({ label, value, onChange, hint }: Props) {
  return <Field label={label} type="password" value={value} onChange={onChange} hint={hint} />
}
