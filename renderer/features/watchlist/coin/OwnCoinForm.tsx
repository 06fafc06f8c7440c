// The fields of a coin of one's own, for a new one and for changes.

import { type FormEvent, useRef, useState } from 'react'
import { text } from '../../../messages/late/en.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { EARLY, type EarlyChoice, EarlyField } from './EarlyField.tsx'
import { type CoinCheck, type CoinField, type CoinForm, checkCoin, tickerOf } from './own-coin-input.ts'

type Stored = NonNullable<CoinCheck['fields']> & { early?: boolean | null }

interface Props {
  label: string
  initial: CoinForm
  /** A new coin says at once whether it is early; a coin that is there has a field of its own for that. */
  asksEarly?: boolean
  submit: string
  /** Answers whether it worked; what was typed stays when it did not. */
  onSave: (fields: Stored) => Promise<boolean>
  onCancel: () => void
}

/** The form. Faults show while typing; a missing name only once it was asked for. */
export function OwnCoinForm({ label, initial, asksEarly = false, submit, onSave, onCancel }: Props) {
  const [form, setForm] = useState(initial)
  const [early, setEarly] = useState<EarlyChoice>('evidence')
  const [tried, setTried] = useState(false)
  const saving = useRef(false)
  const { fields, faults } = checkCoin(form, initial)
  const { field, hint, invalid, cancel, earlyChoice, earlyByDefault } = text.ownCoins
  const change = (name: CoinField) => (value: string) => setForm((before) => ({ ...before, [name]: value }))

  const save = async (element: HTMLFormElement) => {
    if (fields === null) {
      setTried(true)
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    // A second press while the first is under way would add the coin twice.
    if (saving.current) return
    saving.current = true
    await onSave(asksEarly ? { ...fields, early: EARLY[early] } : fields)
    saving.current = false
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(event.currentTarget)
  }

  return (
    <form className="own" aria-label={label} onSubmit={onSubmit}>
      <Field
        label={field.name}
        aria-required
        value={form.name}
        onChange={change('name')}
        fault={faults.name ?? (tried && form.name.trim() === '' ? invalid.nameMissing : null)}
      />
      <Field
        label={field.ticker}
        hint={hint.optional}
        autoCapitalize="characters"
        value={form.ticker}
        onChange={change('ticker')}
        onBlur={() => change('ticker')(tickerOf(form.ticker))}
        fault={faults.ticker}
      />
      <Field label={field.what} hint={hint.optional} value={form.what} onChange={change('what')} fault={faults.what} />
      <Field
        label={field.narratives}
        hint={hint.narratives}
        value={form.narratives}
        onChange={change('narratives')}
        fault={faults.narratives}
      />
      {asksEarly ? (
        <EarlyField
          value={early}
          words={earlyChoice}
          why={early === 'evidence' ? earlyByDefault : ''}
          onChange={setEarly}
        />
      ) : null}
      <div className="action-row">
        <button type="submit" className="button primary">
          {submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
