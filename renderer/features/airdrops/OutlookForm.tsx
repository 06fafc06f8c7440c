// What the project says of its airdrop, by the trader's reading, and what he reckons it is worth against what it took.

import { type FormEvent, useState } from 'react'
import { type Airdrop, PROJECT_STATUSES, type ProjectStatus } from '../../../shared/airdrops/airdrops.ts'
import { formatMoney } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { typedNumber } from '../../number-fault.ts'
import { saveAirdrop } from '../../state/coins/airdrops-actions.ts'
import { reportDone } from '../../state/report.ts'
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

/** What is sent for the project's status: null where nothing is typed, and words for each field that a status needs. */
export function outlookOf({ status, asOf, source }: ProjectStatus): {
  project: ProjectStatus | null
  faults: { asOf: string | null; source: string | null }
} {
  const typed = { status, asOf, source: source.trim() }
  if (status === 'unknown' && asOf === '' && typed.source === '') {
    return { project: null, faults: { asOf: null, source: null } }
  }
  const asOfFault = asOf === '' ? words.projectAsOfFault : null
  return { project: typed, faults: { asOf: asOfFault, source: typed.source === '' ? words.projectSourceFault : null } }
}

const NO_FAULTS = { worth: null, asOf: null, source: null }

/** The form; saved with its button, since a status without its source says nothing. */
export function OutlookForm({ airdrop }: { airdrop: Airdrop }) {
  const { coinId, name, project, expected } = airdrop
  const [status, setStatus] = useState<ProjectStatus['status']>(project?.status ?? 'unknown')
  const [asOf, setAsOf] = useState(project?.asOf ?? '')
  const [source, setSource] = useState(project?.source ?? '')
  const [worth, setWorth] = useState(expected === null ? '' : writeNumber(expected))
  const [faults, setFaults] = useState<Record<keyof typeof NO_FAULTS, string | null>>(NO_FAULTS)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = typedNumber(worth)
    const outlook = outlookOf({ status, asOf, source })
    const found = { worth: typed.fault, ...outlook.faults }
    setFaults(found)
    if (Object.values(found).some((fault) => fault !== null)) return
    const isSaved = await saveAirdrop({ coinId, expected: typed.value, project: outlook.project })
    if (isSaved) reportDone(words.outlookSaved(name))
  }
  return (
    <form className="block" aria-label={words.project} onSubmit={(event) => void submit(event)}>
      <SelectField
        label={words.project}
        value={status}
        options={PROJECT_STATUSES.map((value) => ({ value, label: words.projectStatus[value] }))}
        onChange={setStatus}
      />
      <div className="two-fields">
        <Field label={words.projectAsOf} type="date" value={asOf} fault={faults.asOf} onChange={setAsOf} />
        <Field
          label={words.projectSource}
          value={source}
          maxLength={2_000}
          fault={faults.source}
          onChange={setSource}
        />
      </div>
      <Field
        label={words.expected}
        hint={words.expectedHint}
        inputMode="decimal"
        value={worth}
        fault={faults.worth}
        onChange={setWorth}
      />
      <Reckoning airdrop={airdrop} />
      <button type="submit" className="button">
        {words.saveOutlook}
      </button>
    </form>
  )
}
