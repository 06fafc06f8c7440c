// A labelled choice of one among several, with a hint and a fault.

import { FieldFrame } from './FieldFrame.tsx'
import { type Option, Select } from './Select.tsx'

interface Props<T extends string> {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  hint?: string | undefined
  fault?: string | undefined
}

/** One select. */
export function SelectField<T extends string>({ label, value, options, onChange, hint, fault }: Props<T>) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {({ id, 'aria-describedby': describedBy }, labelledBy) => (
        <Select {...{ id, describedBy, labelledBy, value, options, onChange }} />
      )}
    </FieldFrame>
  )
}
