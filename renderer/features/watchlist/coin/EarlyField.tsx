// The choice whether a coin counts against the smaller limit, for early-stage projects.

import { useId } from 'react'
import { text } from '../../../messages/en.ts'

export type EarlyChoice = keyof typeof text.coins.detail.earlyChoice

/** Early stage as the contract has it; null leaves it to the evidence. */
export const EARLY: Record<EarlyChoice, boolean | null> = { evidence: null, yes: true, no: false }

interface Props {
  value: EarlyChoice
  /** The word of each choice, in their order. */
  words: Record<EarlyChoice, string>
  why: string
  onChange: (value: EarlyChoice) => void
}

/** A select with the reason for its value below it. */
export function EarlyField({ value, words, why, onChange }: Props) {
  const id = useId()
  const { early, earlyExplain } = text.coins.detail
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {early}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.target.value as EarlyChoice)}
      >
        {(Object.keys(EARLY) as EarlyChoice[]).map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
      <p id={`${id}-why`} className="hint">
        {why} {earlyExplain}
      </p>
    </div>
  )
}
