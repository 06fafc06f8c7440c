// What doing a task took, and what there is to show for it; and the same of earlier times.

import { type FormEvent, useState } from 'react'
import type { AirdropTask, TaskRecord } from '../../../../shared/airdrops/airdrops.ts'
import { formatDate } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { typedNumber } from '../../../number-fault.ts'
import { markDone } from '../../../state/coins/tasks-actions.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { CheckedLink } from '../../../ui/links/CheckedLink.tsx'
import { recordWords } from './effort-words.ts'

const words = text.airdropTasks

const NOTHING = {
  ...{ fee: '', feeAsset: '', money: '', minutes: '', link: '', transaction: '', picture: '', date: '', note: '' },
}
type Typed = typeof NOTHING

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

function faultsOf(typed: Typed): Partial<Typed> {
  const fee = typedNumber(typed.fee, words.amountZero).fault
  const money = typedNumber(typed.money, words.amountZero).fault
  return {
    ...(fee !== null && { fee }),
    ...(money !== null && { money }),
    ...(typed.fee.trim() !== '' && typed.feeAsset.trim() === '' && { feeAsset: words.feeAsset }),
    ...(!/^([1-9]\d{0,4})?$/.test(typed.minutes.trim()) && { minutes: words.minutesFault }),
  }
}

function inputOf(taskId: string, typed: Typed): Parameters<typeof markDone>[0] {
  const [fee, money] = [typedNumber(typed.fee).value, typedNumber(typed.money).value]
  return {
    taskId,
    ...(fee !== null && { fees: [{ asset: typed.feeAsset.trim(), amount: fee }] }),
    ...(money !== null && { money: { asset: 'USD', amount: money } }),
    ...(typed.minutes.trim() !== '' && { minutes: Number(typed.minutes) }),
    evidence: {
      ...{ link: orNull(typed.link), transaction: orNull(typed.transaction), picture: orNull(typed.picture) },
      date: orNull(typed.date),
    },
    note: typed.note.trim(),
  }
}

/** Says of the present period that it is done, with what it took. */
export function RecordForm({ task }: { task: AirdropTask }) {
  const [typed, type] = useState<Typed>(NOTHING)
  const [faults, setFaults] = useState<Partial<Typed>>({})
  const field = (name: keyof Typed, label: string, more: Record<string, unknown> = {}) => (
    <Field
      label={label}
      value={typed[name]}
      fault={faults[name] ?? null}
      onChange={(value) => type((before) => ({ ...before, [name]: value }))}
      {...more}
    />
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(typed)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    if (await markDone(inputOf(task.taskId, typed))) type(NOTHING)
  }
  return (
    <form className="block" aria-label={words.recordTitle} onSubmit={(event) => void submit(event)}>
      <h3>{words.recordTitle}</h3>
      <div className="two-fields">
        {field('fee', words.fee, { inputMode: 'decimal' })}
        {field('feeAsset', words.feeAsset, { maxLength: 20 })}
      </div>
      <div className="two-fields">
        {field('money', words.money, { inputMode: 'decimal' })}
        {field('minutes', words.minutesLabel, { inputMode: 'numeric' })}
      </div>
      {field('link', words.link, { hint: words.linkHint, maxLength: 2_000 })}
      {typed.link.trim() === '' ? null : (
        <p>
          <CheckedLink coinId={task.coinId} link={typed.link.trim()} />
        </p>
      )}
      {field('transaction', words.transaction, { maxLength: 140 })}
      <div className="two-fields">
        {field('picture', words.picture)}
        {field('date', words.date, { type: 'date' })}
      </div>
      {field('note', words.noteFor(task.title), { maxLength: 2_000 })}
      <button type="submit" className="button">
        {words.record}
      </button>
    </form>
  )
}

function Record({ record, coinId }: { record: TaskRecord; coinId: string }) {
  const { link, transaction, picture, date } = record.evidence
  const lines = [recordWords(record), transaction, picture, date, record.note]
  return (
    <li className="later-fact">
      <p className="later-when">
        <time dateTime={record.doneAt}>{words.recordOf(formatDate(record.doneAt))}</time>
      </p>
      <div>
        {lines.map((line, at) =>
          // The lines have no identity of their own, and never change their places.
          line === null || line === '' ? null : <p key={[at, line].join()}>{line}</p>,
        )}
        {link === null ? null : (
          <p>
            <CheckedLink coinId={coinId} link={link} />
          </p>
        )}
      </div>
    </li>
  )
}

/** Every time that it was done. */
export function Records({ records, coinId }: { records: readonly TaskRecord[]; coinId: string }) {
  return (
    <section aria-label={words.records}>
      <h3>{words.records}</h3>
      {records.length === 0 ? (
        <p className="muted">{words.recordNone}</p>
      ) : (
        <ul className="later-list">
          {records.map((record) => (
            <Record key={record.period} record={record} coinId={coinId} />
          ))}
        </ul>
      )}
    </section>
  )
}
