// A choice between a few words, drawn as one strip; radio buttons underneath.

import { useId } from 'react'

interface Props<T extends string> {
  legend: string
  options: readonly { value: T; label: string }[]
  /** Those that can be chosen now; all where it is left out. */
  open?: readonly T[] | undefined
  value: T
  onChange: (value: T) => void
  /** The legend is spoken but not drawn. */
  quietLegend?: boolean
}

/** A radio group named by its legend. */
export function Segmented<T extends string>({ legend, options, open, value, onChange, quietLegend = false }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="segmented">
      <legend className={quietLegend ? 'visually-hidden' : 'label'}>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={open !== undefined && !open.includes(option.value)}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The options of a record of labels, in the record's order. */
export function optionsOf<T extends string>(labels: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }))
}
