// The choice whether a coin counts against the smaller limit, for early-stage projects.

import { text } from '../../../messages/late/en.ts'
import { SelectField } from '../../../ui/fields/SelectField.tsx'

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
  const { early, earlyExplain } = text.coins.detail
  return (
    <SelectField
      label={early}
      value={value}
      options={(Object.keys(EARLY) as EarlyChoice[]).map((choice) => ({ value: choice, label: words[choice] }))}
      hint={`${why} ${earlyExplain}`}
      onChange={onChange}
    />
  )
}
