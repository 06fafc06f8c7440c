// What the project says of its airdrop, by the trader's reading, and what he reckons it is worth against what it took.

import { type FormEvent, useState } from 'react'
import { type Airdrop, PROJECT_STATUSES, type ProjectStatus } from '../../../shared/airdrops/airdrops.ts'
import { formatMoney } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { writeNumber } from '../../typed-number.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { spentWords } from './tasks/effort-words.ts'

const words = text.airdropTasks

/** Estimate beside cost; the two are never summed, since coins and hours are no money. */
function Reckoning({ airdrop: { expected, spent } }: { airdrop: Airdrop }) {
  const cost = spentWords(spent)
  return (
    <p className="hint">
      {expected === null ? null : `${formatMoney(expected)} USDT (${words.estimate}). `}
      {cost === '' ? words.spentNone : words.spent(cost)}
    </p>
  )
}

/** The form; saved with its button, since a status without its source says nothing. */
export function OutlookForm({ airdrop }: { airdrop: Airdrop }) {
  const { coinId, project, expected } = airdrop
  const [status, setStatus] = useState<ProjectStatus['status']>(project?.status ?? 'unknown')
  const [asOf, setAsOf] = useState(project?.asOf ?? '')
  const [source, setSource] = useState(project?.source ?? '')
  const [worth, setWorth] = useState(expected === null ? '' : writeNumber(expected))
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = typedNumber(worth)
    setFault(typed.fault)
    if (typed.fault !== null) return
    const isWhole = asOf !== '' && source.trim() !== ''
    void saveAirdrop({
      coinId,
      expected: typed.value,
      ...(isWhole && { project: { status, asOf, source: source.trim() } }),
    })
  }
  return (
    <form className="block" aria-label={words.project} onSubmit={submit}>
      <SelectField
        label={words.project}
        value={status}
        options={PROJECT_STATUSES.map((value) => ({ value, label: words.projectStatus[value] }))}
        onChange={setStatus}
      />
      <div className="two-fields">
        <Field label={words.projectAsOf} type="date" value={asOf} onChange={setAsOf} />
        <Field label={words.projectSource} value={source} maxLength={2_000} onChange={setSource} />
      </div>
      <Field
        label={words.expected}
        hint={words.expectedHint}
        inputMode="decimal"
        value={worth}
        fault={fault}
        onChange={setWorth}
      />
      <Reckoning airdrop={airdrop} />
      <button type="submit" className="button">
        {words.saveOutlook}
      </button>
    </form>
  )
}
