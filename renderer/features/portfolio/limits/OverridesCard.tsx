// Limits set aside: each with its reason, its end and the orders that went out under it, and the form that sets one aside.

import { type FormEvent, useEffect, useMemo, useState } from 'react'
import type { Environment } from '../../../../shared/order.ts'
import type { LimitState, RuleName, RuleOverride } from '../../../../shared/portfolio.ts'
import { formatMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import {
  endOverride,
  loadOlderOverrides,
  loadOverrides,
  overrideFor,
} from '../../../state/portfolio/overrides-actions.ts'
import { useOverrides } from '../../../state/portfolio/overrides-store.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../../ui/fields/Segmented.tsx'
import { SelectField } from '../../../ui/fields/SelectField.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import styles from '../Portfolio.module.css'
import { limitName, overriddenName } from './limit-words.ts'

const words = text.limits
const { overrideColumn: column } = words
const HOUR_MS = 60 * 60_000

interface Given {
  limits: readonly LimitState[]
}

function What({ override, limits }: { override: RuleOverride } & Given) {
  return useCoins((state) => overriddenName(override, limits, state))
}

function EndButton({ override, limits }: { override: RuleOverride } & Given) {
  const name = useCoins((state) => overriddenName(override, limits, state))
  if (override.state !== 'open' || override.intentId !== null) return null
  return (
    <button
      type="button"
      className="button"
      aria-label={words.endOf(name)}
      onClick={() => void endOverride(override.overrideId)}
    >
      {words.end}
    </button>
  )
}

const COLUMNS = columnsOf<RuleOverride, Given>({
  what: {
    head: column.what,
    rowHeader: true,
    cell: (override, { limits }) => <What override={override} limits={limits} />,
  },
  reason: { head: column.reason, cell: ({ reason }) => reason },
  until: { head: column.until, givesWay: 3, cell: ({ until }) => formatMoment(until) },
  state: { head: column.state, cell: ({ state }) => words.states[state] },
  orders: { head: column.orders, givesWay: 2, cell: ({ orders }) => words.ordersOf(orders.length) },
  end: {
    head: column.end,
    quietHead: true,
    align: 'end',
    cell: (override, { limits }) => <EndButton override={override} limits={limits} />,
  },
})
const rowKey = ({ overrideId }: RuleOverride) => overrideId

type Chosen = { rule: RuleName; subject: string | null }

function SetAside({ environment, limits }: { environment: Environment } & Given) {
  const choices = useMemo(
    () => [
      ...(['project', 'early-stage'] as const).map((rule) => {
        return { of: { rule, subject: null } as Chosen, label: words.rules[rule] }
      }),
      ...limits
        .filter(({ level }) => level === 'block')
        .map((state) => ({ of: { rule: state.rule, subject: state.subject } as Chosen, label: limitName(state) })),
    ],
    [limits],
  )
  const [which, choose] = useState('0')
  const [reason, write] = useState('')
  const [hours, last] = useState<keyof typeof words.times>('1')
  const [isChecked, check] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    check(true)
    const chosen = choices[Number(which)]?.of
    if (chosen === undefined || reason.trim() === '') return
    const until = new Date(Date.now() + Number(hours) * HOUR_MS).toISOString()
    const { rule, subject } = chosen
    const about = subject === null ? {} : { subject }
    if (!(await overrideFor({ environment, rule, ...about, reason: reason.trim(), until }))) return
    write('')
    check(false)
  }
  return (
    <form className="stack" aria-label={words.setAside} onSubmit={(event) => void submit(event)}>
      <p className="hint">{words.setAsideWarning}</p>
      <div className={styles['line']}>
        <SelectField
          label={words.which}
          value={which}
          options={choices.map(({ label }, at) => ({ value: String(at), label }))}
          onChange={choose}
        />
        <Field
          label={words.reason}
          value={reason}
          fault={isChecked && reason.trim() === '' ? words.reasonMissing : null}
          onChange={write}
        />
        <Segmented legend={words.time} options={optionsOf(words.times)} value={hours} onChange={last} />
        <button type="submit" className="button">
          {words.confirm}
        </button>
      </div>
    </form>
  )
}

function Journal({ items, limits }: { items: readonly RuleOverride[] } & Given) {
  const groups = useMemo(() => [{ id: 'overrides', rows: items }], [items])
  const given = useMemo(() => ({ limits }), [limits])
  if (items.length === 0) return <p className="hint">{words.noOverrides}</p>
  return <DataTable label={words.overrideTable} columns={COLUMNS} given={given} groups={groups} rowKey={rowKey} />
}

/** The card. */
export function OverridesCard({ environment, limits }: { environment: Environment } & Given) {
  const page = useOverrides((state) => state.page)
  useEffect(() => void loadOverrides(), [])
  return (
    <section className="card" aria-labelledby="overrides-title">
      <h2 id="overrides-title">{words.overrides}</h2>
      <p className="hint">{words.overridesHelp}</p>
      <LoadedView from={page} onRetry={() => void loadOverrides()}>
        {({ items, next }) => (
          <>
            <Journal items={items} limits={limits} />
            {next === null ? null : (
              <button type="button" className="button" onClick={() => void loadOlderOverrides()}>
                {words.moreOverrides}
              </button>
            )}
          </>
        )}
      </LoadedView>
      <details>
        <summary>{words.setAside}</summary>
        <SetAside environment={environment} limits={limits} />
      </details>
    </section>
  )
}
