// The size of a one-click order.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { writeNumber } from '../../typed-number.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SaveStatus } from '../../ui/fields/SaveStatus.tsx'
import type { SaveState } from '../../ui/fields/use-autosave.ts'

/** A form with a button: a size of money must not change while it is being typed. */
export function PresetSize({ preset }: { preset: string }) {
  /** What was typed and not stored yet; without it the field follows the settings. */
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<SaveState>('idle')
  const size = typed ?? writeNumber(preset)
  const { value, fault } = typedNumber(size, text.settings.presetInvalid)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (value === null) return
    setState('saving')
    const worked = await saveSettings({ presetSize: value })
    setState(worked ? 'saved' : 'failed')
    if (worked) setTyped(null)
  }
  return (
    <section className="card" aria-labelledby="preset-title">
      <h2 id="preset-title">{text.settings.order}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={text.settings.presetSize}
          hint={text.settings.presetHelp}
          inputMode="decimal"
          value={size}
          fault={value === null ? (fault ?? text.settings.presetInvalid) : null}
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
