// How often a source may be asked by the trader's plan, where that is another number than the one that is assumed.

import { type FormEvent, useState } from 'react'
import type { Source } from '../../../shared/sources/sources.ts'
import { text } from '../../messages/late/en.ts'
import { saveSource } from '../../state/sources/sources-actions.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SaveStatus } from '../../ui/fields/SaveStatus.tsx'
import type { SaveState } from '../../ui/fields/use-autosave.ts'

const MOST_DIGITS = 7
const words = text.sources

const numberOf = (typed: string): number | null => (/^[1-9]\d*$/.test(typed.trim()) ? Number(typed.trim()) : null)

/** One number: of the month where the source has such a limit, else of the minute. */
export function SourceLimits({ source }: { source: Source }) {
  const isMonthly = source.budget.perMonth !== null
  const limit = isMonthly ? source.budget.perMonth : source.budget.perMinute
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<SaveState>('idle')
  const value = typed ?? (limit === null ? '' : String(limit))
  const number = numberOf(value)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (number === null) return
    setState('saving')
    const change = isMonthly ? { perMonth: number } : { perMinute: number }
    const isSaved = await saveSource({ source: source.source, enabled: source.enabled, ...change })
    setState(isSaved ? 'saved' : 'failed')
    if (isSaved) setTyped(null)
  }
  return (
    <form className="block" aria-label={`${words.budget}, ${source.name}`} onSubmit={(event) => void submit(event)}>
      <Field
        label={isMonthly ? words.perMonth : words.perMinute}
        hint={words.limitHelp}
        inputMode="numeric"
        maxLength={MOST_DIGITS}
        value={value}
        fault={number === null ? words.limitInvalid : null}
        onChange={setTyped}
      />
      <p className="action-row">
        <button type="submit" className="button">
          {text.common.save}
        </button>
        <SaveStatus state={state} />
      </p>
    </form>
  )
}
