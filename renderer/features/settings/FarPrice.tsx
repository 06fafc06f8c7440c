// How much worse than the market's a limit price may be before the ticket asks about it.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { fromPercent, toPercent } from '../../percent.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SaveStatus } from '../../ui/fields/SaveStatus.tsx'
import type { SaveState } from '../../ui/fields/use-autosave.ts'

/** A form with a button, as for every number that guards money. */
export function FarPriceCard() {
  const saved = useSession((state) => state.settings.farPrice)
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<SaveState>('idle')
  const percent = typed ?? toPercent(saved)
  const farPrice = fromPercent(percent)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (farPrice === null) return
    setState('saving')
    const worked = await saveSettings({ farPrice })
    setState(worked ? 'saved' : 'failed')
    if (worked) setTyped(null)
  }
  return (
    <section className="card" aria-labelledby="far-title">
      <h2 id="far-title">{text.settings.farPrice}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={text.settings.farPercent}
          hint={text.settings.farHelp}
          inputMode="decimal"
          value={percent}
          fault={farPrice === null ? text.portfolio.limitInvalid : null}
          onChange={setTyped}
        />
        <p className="action-row">
          <button type="submit" className="button">
            {text.common.save}
          </button>
          <SaveStatus state={state} />
        </p>
      </form>
    </section>
  )
}
