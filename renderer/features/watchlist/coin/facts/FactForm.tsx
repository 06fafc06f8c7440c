// The form of one fact: its kind, its fields, where it was read and for which day it holds.

import { type FormEvent, useState } from 'react'
import { type CoinFact, FACT_KINDS } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { Field } from '../../../../ui/fields/Field.tsx'
import { SelectField } from '../../../../ui/fields/SelectField.tsx'
import { FactFields } from './FactFields.tsx'
import { saveFact } from './fact-actions.ts'
import { type FactFaults, type FactForm as Form, factForm, readFact } from './fact-input.ts'

const words = text.research

interface Props {
  coinId: string
  /** `null` for a new one. */
  fact: CoinFact | null
  onDone: () => void
}

/** The form. What could not be saved stays as it was typed. */
export function FactForm({ coinId, fact, onDone }: Props) {
  const [form, setForm] = useState<Form>(() => factForm(fact))
  const [faults, setFaults] = useState<FactFaults>({})
  const change = (patch: Partial<Form>) => setForm((before) => ({ ...before, ...patch }))
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const read = readFact(form)
    setFaults(read.faults)
    if (read.fields === null) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    if (await saveFact({ coinId, ...(fact !== null && { factId: fact.factId }), ...read.fields })) onDone()
  }
  return (
    <form className="block" aria-label={words.add} onSubmit={(event) => void submit(event)}>
      {fact === null ? (
        <SelectField
          label={words.field.kind}
          value={form.kind}
          options={FACT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
      ) : null}
      <FactFields coinId={coinId} form={form} faults={faults} change={change} />
      <div className="two-fields">
        <Field
          label={words.source}
          hint={words.sourceHint}
          value={form.source}
          maxLength={400}
          onChange={(source) => change({ source })}
        />
        <Field
          label={words.asOf}
          hint={words.optional}
          type="date"
          value={form.asOf}
          onChange={(asOf) => change({ asOf })}
        />
      </div>
      <div className="action-row">
        <button type="submit" className="button primary">
          {text.common.save}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
