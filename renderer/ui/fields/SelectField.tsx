// A labelled choice of one among several, with a hint.

import { FieldFrame } from './FieldFrame.tsx'

interface Props<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  hint?: string | undefined
}

/** One select. A value that is none of the options cannot be chosen, so what it hands on is one of them. */
export function SelectField<T extends string>({ label, value, options, onChange, hint }: Props<T>) {
  return (
    <FieldFrame label={label} hint={hint}>
      {({ id, className, 'aria-describedby': describedBy }) => (
        <select
          {...{ id, className, value }}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
