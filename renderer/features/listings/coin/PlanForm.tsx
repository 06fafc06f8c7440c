// When and where a coin lists, as the exchange announced it.

import { type FormEvent, useRef, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { savePlan } from '../../../state/listings/listings-actions.ts'
import { reportDone } from '../../../state/report.ts'
import { venueName } from '../../../state/session/names.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { OpeningTime } from '../../../ui/moments/OpeningTime.tsx'
import { marketOf, momentOf, planFaults, type TypedPlan, type Zone } from './plan-input.ts'

const words = text.listings
const NO_FAULTS = { market: null, time: null }

const firstPlan = (ticker: string | null): TypedPlan => ({
  venue: VENUES[0]?.id ?? '',
  market: ticker === null ? '' : `${ticker}/USDT`,
  ...{ day: '', time: '', zone: 'utc' },
})

/** The form; faults stand at their fields once it was sent. */
export function PlanForm({ coin }: { coin: Pick<Coin, 'id' | 'name' | 'ticker'> }) {
  const [typed, setTyped] = useState(() => firstPlan(coin.ticker))
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  const minute = useClock(({ now }) => Math.floor(now / 60_000) * 60_000)
  const change = (patch: Partial<TypedPlan>) => setTyped({ ...typed, ...patch })
  const faults = planFaults(typed, minute)
  const shown = tried ? faults : NO_FAULTS
  const opensAt = momentOf(typed)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (opensAt === null || faults.market !== null || faults.time !== null) return
    const { venue } = typed
    if (!(await savePlan({ coinId: coin.id, venue, market: marketOf(typed), opensAt }))) return
    setTried(false)
    setTyped(firstPlan(coin.ticker))
    reportDone(words.planSaved(coin.name, venueName(venue)))
    // The plan stands above now; an empty form below it would ask for another one.
    if (box.current !== null) box.current.open = false
    box.current?.querySelector('summary')?.focus()
  }
  return (
    <details ref={box} className="plan">
      <summary>{words.plan}</summary>
      <form className="block" aria-label={words.plan} onSubmit={(event) => void submit(event)}>
        <p className="hint">{words.planHelp}</p>
        <div className="two-fields">
          <Combobox
            label={words.exchange}
            value={typed.venue}
            options={VENUES.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(venue: string) => change({ venue })}
          />
          <Field
            label={words.pair}
            hint={words.pairHint}
            value={typed.market}
            maxLength={41}
            fault={shown.market}
            onChange={(market) => change({ market })}
          />
        </div>
        <div className="two-fields">
          <Field
            label={words.day}
            type="date"
            value={typed.day}
            fault={shown.time}
            onChange={(day) => change({ day })}
          />
          <Field label={words.time} type="time" value={typed.time} onChange={(time) => change({ time })} />
        </div>
        <Segmented
          legend={words.zone}
          options={optionsOf<Zone>(words.zones)}
          value={typed.zone}
          onChange={(zone) => change({ zone })}
        />
        {opensAt === null ? null : (
          <p className="hint">
            <OpeningTime at={opensAt} />
          </p>
        )}
        <button type="submit" className="button">
          {words.savePlan}
        </button>
      </form>
    </details>
  )
}
