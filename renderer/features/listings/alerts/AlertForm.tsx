// The fields of an alert: a new one, or one that is changed.

import { type FormEvent, useMemo, useState } from 'react'
import { ALERT_KINDS, type Alert, type AlertKind } from '../../../../shared/alerts.ts'
import { MARKET_STAGES, type MarketStage } from '../../../../shared/markets/market-stages.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { text } from '../../../messages/late/en.ts'
import { saveAlert } from '../../../state/alerts/alerts-actions.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { reportDone } from '../../../state/report.ts'
import { useSources } from '../../../state/sources/sources-store.ts'
import { Combobox } from '../../../ui/fields/Combobox.tsx'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { ANY, checkAlert, type TypedAlert, typedOf } from './alert-input.ts'

const words = text.alerts
/** What an exchange does not explain is nothing that one waits for. */
const STAGES = MARKET_STAGES.filter((stage) => stage !== 'unknown')

interface PartProps {
  typed: TypedAlert
  fault: string | null
  change: (patch: Partial<TypedAlert>) => void
}

function Stages({ typed: { stages }, change }: Omit<PartProps, 'fault'>) {
  const toggle = (stage: MarketStage, isOn: boolean) =>
    change({ stages: isOn ? [...stages, stage] : stages.filter((each) => each !== stage) })
  return (
    <fieldset className="stage-choice">
      <legend className="label">{words.stages}</legend>
      <p className="hint">{words.stagesHelp}</p>
      {STAGES.map((stage) => (
        <label key={stage} className="check">
          <input
            type="checkbox"
            checked={stages.includes(stage)}
            onChange={(event) => toggle(stage, event.target.checked)}
          />
          <span>{text.stages.name[stage]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function PriceMove({ typed, fault, change }: PartProps) {
  const spans = optionsOf(words.spans)
  const known = spans.some(({ value }) => value === typed.spanMinutes)
  // A span that another program wrote is kept, whatever it is.
  const options = known
    ? spans
    : [...spans, { value: typed.spanMinutes, label: words.spanOf(Number(typed.spanMinutes)) }]
  return (
    <>
      <div className="two-fields">
        <Field
          label={words.change}
          inputMode="decimal"
          value={typed.change}
          fault={fault}
          onChange={(next) => change({ change: next })}
        />
        <SelectField
          label={words.span}
          value={typed.spanMinutes}
          options={options}
          onChange={(spanMinutes) => change({ spanMinutes })}
        />
      </div>
      <Segmented
        legend={words.direction}
        options={optionsOf(words.directions)}
        value={typed.direction}
        onChange={(direction) => change({ direction })}
      />
    </>
  )
}

function SourceSilent({ typed, fault, change }: PartProps) {
  const sources = useSources((state) => state.sources.value)
  const options = [
    { value: ANY, label: words.anySource },
    ...(sources ?? []).map(({ source, name }) => ({ value: source as string, label: name })),
  ]
  return (
    <div className="two-fields">
      <SelectField
        label={words.source}
        value={typed.source}
        options={options}
        onChange={(source) => change({ source })}
      />
      <Field
        label={words.minutes}
        inputMode="numeric"
        value={typed.minutes}
        fault={fault}
        onChange={(minutes) => change({ minutes })}
      />
    </div>
  )
}

function Condition(props: PartProps) {
  const { typed, fault, change } = props
  switch (typed.kind) {
    case 'price-above':
    case 'price-below':
      return (
        <Field
          label={words.price}
          inputMode="decimal"
          value={typed.price}
          fault={fault}
          onChange={(price) => change({ price })}
        />
      )
    case 'price-change':
      return <PriceMove {...props} />
    case 'listing-stage':
      return (
        <>
          <SelectField
            label={words.exchange}
            value={typed.venue}
            options={[
              { value: ANY, label: words.anyExchange },
              ...VENUES.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(venue) => change({ venue })}
          />
          <Stages typed={typed} change={change} />
        </>
      )
    case 'source-silent':
      return <SourceSilent {...props} />
  }
}

/** Which coin; the one whose page this is is no choice. */
function CoinChoice({ typed, change }: Omit<PartProps, 'fault'>) {
  const coins = useCoins((state) => state.coins.value)
  const options = useMemo(() => (coins ?? []).map(({ id, name }) => ({ value: id, label: name })), [coins])
  const isOpen = typed.kind === 'listing-stage'
  return (
    <Combobox
      label={words.coin}
      value={typed.coinId}
      options={isOpen ? [{ value: ANY, label: words.anyCoin }, ...options] : options}
      onChange={(coinId: string) => change({ coinId })}
    />
  )
}

interface Props {
  alert: Alert | null
  /** The coin that a new one is of. */
  coinId: string
  /** The coin is that of the page. */
  isFixed?: boolean
  onDone: () => void
}

/** The form. */
export function AlertForm({ alert, coinId, isFixed = false, onDone }: Props) {
  const [typed, setTyped] = useState(() => typedOf(alert, coinId))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = (patch: Partial<TypedAlert>) => setTyped({ ...typed, ...patch })
  const { input, fault } = checkAlert(typed)
  const kinds = ALERT_KINDS.filter((kind) => !isFixed || kind !== 'source-silent')
  const turnTo = (kind: AlertKind) =>
    // Only a stage can be of any coin.
    change({ kind, ...(kind !== 'listing-stage' && typed.coinId === ANY ? { coinId } : {}) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (input === null || busy) return
    setBusy(true)
    const isSaved = await saveAlert(alert === null ? input : { ...input, alertId: alert.alertId, isOn: true })
    setBusy(false)
    if (!isSaved) return
    reportDone(words.saved)
    onDone()
  }
  return (
    <form
      className="block alert-form"
      aria-label={alert === null ? words.add : words.edit}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <SelectField
        label={words.kind}
        value={typed.kind}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={turnTo}
      />
      {isFixed || typed.kind === 'source-silent' ? null : <CoinChoice typed={typed} change={change} />}
      <Condition typed={typed} fault={tried ? fault : null} change={change} />
      <div className="action-row">
        <label className="check">
          <input
            type="checkbox"
            checked={typed.repeat}
            onChange={(event) => change({ repeat: event.target.checked })}
          />
          <span>{words.repeat}</span>
        </label>
        <label className="check">
          <input type="checkbox" checked={typed.sound} onChange={(event) => change({ sound: event.target.checked })} />
          <span>{words.sound}</span>
        </label>
      </div>
      <Field label={words.note} value={typed.note} maxLength={200} onChange={(note) => change({ note })} />
      <p className="action-row">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {busy ? text.common.saving : words.save}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}
