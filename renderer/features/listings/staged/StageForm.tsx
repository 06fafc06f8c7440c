// What shall happen when a market opens: a word, a ticket that is ready, or an order that sends itself. One sentence says it before
// it is saved.

import { type FormEvent, useRef, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import type { ListingPlan } from '../../../../shared/markets/listing.ts'
import { STAGED_TRIGGERS } from '../../../../shared/markets/staged.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { saveStaged } from '../../../state/listings/staged-actions.ts'
import { reportDone } from '../../../state/report.ts'
import { accountWords, venueName } from '../../../state/session/names.ts'
import { useSession } from '../../../state/session/session-store.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import type { Zone } from '../coin/plan-input.ts'
import {
  assetsOf,
  NO_FAULTS,
  type StagedFaults,
  sentenceOf,
  stagedFaults,
  stagedInput,
  type TypedStaged,
} from './staged-input.ts'

const words = text.listings.staged

function firstStaged(accountId: string, ticker: string | null, plan: ListingPlan | undefined): TypedStaged {
  const at = plan?.opensAt ?? ''
  return {
    ...{ accountId, side: 'buy', trigger: 'tell', size: '', maxPrice: '', maxValue: '' },
    market: plan?.market ?? (ticker === null ? '' : `${ticker}/USDT`),
    ...{ day: at.slice(0, 10), time: at.slice(11, 16), zone: 'utc', minutes: '30' },
  }
}

interface PartProps {
  typed: TypedStaged
  faults: StagedFaults
  change: (patch: Partial<TypedStaged>) => void
}

function OrderFields({ typed, faults, change }: PartProps) {
  const { base, quote } = assetsOf(typed)
  return (
    <>
      <Segmented
        legend={words.side}
        options={optionsOf(words.sides)}
        value={typed.side}
        onChange={(side) => change({ side })}
      />
      <div className="two-fields">
        <Field
          label={words.size(typed.side === 'buy' ? quote : base)}
          inputMode="decimal"
          value={typed.size}
          fault={faults.size}
          onChange={(size) => change({ size })}
        />
        <Field
          label={words.maxPrice(quote)}
          hint={words.maxPriceHint[typed.side]}
          inputMode="decimal"
          value={typed.maxPrice}
          fault={faults.maxPrice}
          onChange={(maxPrice) => change({ maxPrice })}
        />
      </div>
      <Field
        label={words.maxValue}
        inputMode="decimal"
        value={typed.maxValue}
        fault={faults.maxValue}
        onChange={(maxValue) => change({ maxValue })}
      />
    </>
  )
}

function WindowFields({ typed, faults, change }: PartProps) {
  return (
    <>
      <div className="two-fields">
        <Field
          label={words.day}
          type="date"
          value={typed.day}
          fault={faults.time}
          onChange={(day) => change({ day })}
        />
        <Field label={words.time} type="time" value={typed.time} onChange={(time) => change({ time })} />
      </div>
      <Segmented
        legend={text.listings.zone}
        options={optionsOf<Zone>(text.listings.zones)}
        value={typed.zone}
        onChange={(zone) => change({ zone })}
      />
      <Field
        label={words.minutes}
        hint={words.minutesHint}
        inputMode="numeric"
        value={typed.minutes}
        fault={faults.minutes}
        onChange={(minutes) => change({ minutes })}
      />
    </>
  )
}

interface Props {
  coin: Pick<Coin, 'id' | 'name' | 'ticker'>
  /** The coin's next planned listing. */
  plan: ListingPlan | undefined
}

/** The form; faults stand at their fields once it was sent. */
export function StageForm({ coin, plan }: Props) {
  const session = useSession()
  const accounts = session.accounts.value ?? []
  const [typed, setTyped] = useState(() => firstStaged(session.accountId, coin.ticker, plan))
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  const minute = useClock(({ now }) => Math.floor(now / 60_000) * 60_000)
  const change = (patch: Partial<TypedStaged>) => setTyped({ ...typed, ...patch })
  const faults = stagedFaults(typed, minute)
  const isWrong = Object.values(faults).some((fault) => fault !== null)
  const account = accounts.find(({ accountId }) => accountId === typed.accountId) ?? accounts[0]
  if (account === undefined) return null
  const input = isWrong ? null : stagedInput(typed, coin.id, account)
  const sentence = sentenceOf(input, venueName(account.venue), account.venue !== 'practice')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (input === null || !(await saveStaged(input))) return
    setTried(false)
    reportDone(words.saved(coin.name))
    if (box.current !== null) box.current.open = false
    box.current?.querySelector('summary')?.focus()
  }
  const part = { typed, faults: tried ? faults : NO_FAULTS, change }
  return (
    <details ref={box} className="plan">
      <summary>{words.form}</summary>
      <form className="block" aria-label={words.form} onSubmit={(event) => void submit(event)}>
        <Segmented
          legend={words.act}
          options={STAGED_TRIGGERS.map((value) => ({ value, label: words.triggers[value] }))}
          value={typed.trigger}
          onChange={(trigger) => change({ trigger })}
        />
        <div className="two-fields">
          <SelectField
            label={words.account}
            value={account.accountId}
            options={accounts.map(({ accountId }) => ({ value: accountId, label: accountWords(session, accountId) }))}
            onChange={(accountId) => change({ accountId })}
          />
          <Field
            label={text.listings.pair}
            value={typed.market}
            maxLength={41}
            fault={part.faults.market}
            onChange={(market) => change({ market })}
          />
        </div>
        {typed.trigger === 'tell' ? null : <OrderFields {...part} />}
        <WindowFields {...part} />
        <p className="hint" aria-live="polite">
          {sentence ?? words.incomplete}
        </p>
        <button type="submit" className="button">
          {words.save[typed.trigger]}
        </button>
      </form>
    </details>
  )
}
