// A labelled choice of one among several, with a hint.

import { FieldFrame } from './FieldFrame.tsx'
import { type Option, Select } from './Select.tsx'

interface Props<T extends string> {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  hint?: string | undefined
}

/** One select. */
export function SelectField<T extends string>({ label, value, options, onChange, hint }: Props<T>) {
  return (
    <FieldFrame label={label} hint={hint}>
      {({ id, 'aria-describedby': describedBy }, labelledBy) => (
        <Select {...{ id, describedBy, labelledBy, value, options, onChange }} />
      )}
    </FieldFrame>
  )
}
