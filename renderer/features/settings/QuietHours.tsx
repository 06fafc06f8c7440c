// From and until which time of day nothing is shown.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { saveSettings } from '../../state/session/session-actions.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SaveStatus } from '../../ui/fields/SaveStatus.tsx'
import type { SaveState } from '../../ui/fields/use-autosave.ts'

const words = text.alerts
const FIRST = { from: '22:00', until: '07:00' }
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The card. */
export function QuietHoursCard() {
  const saved = useSession((state) => state.settings.quietHours)
  const [typed, setTyped] = useState<typeof FIRST | null>(null)
  const [isOn, setOn] = useState<boolean | null>(null)
  const [state, setState] = useState<SaveState>('idle')
  const hours = typed ?? saved ?? FIRST
  const on = isOn ?? saved !== null
  const isRight = TIME.test(hours.from) && TIME.test(hours.until) && hours.from !== hours.until
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (on && !isRight) return
    setState('saving')
    const worked = await saveSettings({ quietHours: on ? hours : null })
    setState(worked ? 'saved' : 'failed')
    if (!worked) return
    setTyped(null)
    setOn(null)
  }
  return (
    <section className="card" aria-labelledby="quiet-title">
      <h2 id="quiet-title">{words.quiet}</h2>
      <p>{words.quietHelp}</p>
      <form aria-labelledby="quiet-title" onSubmit={(event) => void submit(event)}>
        <label className="check">
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
          <span>{words.quietOn}</span>
        </label>
        {on ? (
          <div className="two-fields">
            <Field
              label={words.from}
              type="time"
              value={hours.from}
              fault={isRight ? null : words.quietInvalid}
              onChange={(from) => setTyped({ ...hours, from })}
            />
            <Field
              label={words.until}
              type="time"
              value={hours.until}
              onChange={(until) => setTyped({ ...hours, until })}
            />
          </div>
        ) : null}
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
