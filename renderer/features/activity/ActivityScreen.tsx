// What was done with keys and orders, in plain words; whether the log is sound; and a copy of it.

import { useEffect } from 'react'
import type { AuditEntry } from '../../../shared/audit.ts'
import { formatMoment } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Field } from '../../ui/Field.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { optionsOf, Segmented } from '../../ui/Segmented.tsx'
import { EmptyState, ErrorState } from '../../ui/StateView.tsx'
import { useSession } from '../session/session-store.ts'
import { ask, exportLog, loadActivity, loadEarlier, verifyLog } from './activity-actions.ts'
import { useActivity } from './activity-store.ts'

/** An account by its label; an order, or an account that is gone, by its id. */
function Subject({ id }: { id: string }) {
  const label = useSession((state) => state.accounts.value?.find(({ accountId }) => accountId === id)?.label)
  return <span>{label ?? id}</span>
}

const wordsOf = (detail: AuditEntry['detail']) =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${value ?? '–'}`)
    .join(', ')

const COLUMNS: readonly Column<AuditEntry>[] = [
  { id: 'seq', head: text.activity.number, align: 'end', givesWay: 1, cell: ({ seq }) => seq },
  { id: 'at', head: text.activity.time, cell: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time> },
  {
    id: 'what',
    head: text.activity.what,
    rowHeader: true,
    cell: ({ kind, event }) =>
      kind === 'alert' ? (
        <Badge tone="warn" icon="warn">
          {text.activity.event(event)}
        </Badge>
      ) : (
        text.activity.event(event)
      ),
  },
  {
    id: 'subject',
    head: text.activity.subject,
    givesWay: 3,
    cell: ({ subject }) => (subject === null ? null : <Subject id={subject} />),
  },
  { id: 'why', head: text.activity.why, givesWay: 2, cell: ({ detail }) => wordsOf(detail) },
]

function Verification() {
  const { value, error, loading } = useActivity((state) => state.report)
  return (
    <div aria-live="polite">
      {error === null ? null : <ErrorState error={error} kept={value !== null} onRetry={() => void verifyLog()} />}
      {value === null || loading ? null : (
        <p>
          <Badge tone={value.ok ? 'good' : 'bad'} icon={value.ok ? 'check' : 'warn'}>
            {value.ok ? text.activity.verifyOk : text.activity.verifyBroken}
          </Badge>{' '}
          {value.detail}
        </p>
      )}
    </div>
  )
}

function Log({ entries }: { entries: readonly AuditEntry[] }) {
  const hasMore = useActivity((state) => state.hasMore)
  if (entries.length === 0) return <EmptyState title={text.activity.empty} help={text.activity.emptyHelp} />
  return (
    <>
      <DataTable
        label={text.activity.table}
        columns={COLUMNS}
        groups={[{ id: 'log', rows: entries }]}
        rowKey={({ seq }) => String(seq)}
      />
      {hasMore ? (
        <button type="button" className="button" onClick={() => void loadEarlier()}>
          {text.activity.more}
        </button>
      ) : null}
    </>
  )
}

/** The screen. */
export function ActivityScreen() {
  const entries = useActivity((state) => state.entries)
  const kind = useActivity((state) => state.kind)
  const search = useActivity((state) => state.search)
  const verifying = useActivity((state) => state.report.loading)
  useEffect(() => void loadActivity(), [])
  return (
    <section className="screen" aria-labelledby="activity-title">
      <div className="screen-main">
        <div className="screen-head">
          <h1 id="activity-title">{text.activity.title}</h1>
          <p className="hint">{text.activity.intro}</p>
          <div className="tools">
            <button type="button" className="button" aria-disabled={verifying} onClick={() => void verifyLog()}>
              {verifying ? text.activity.verifying : text.activity.verify}
            </button>
            <button type="button" className="button" onClick={() => void exportLog()}>
              {text.activity.export}
            </button>
          </div>
        </div>
        <div className="stack">
          <Verification />
          <Field
            label={text.activity.search}
            value={search}
            maxLength={200}
            onChange={(next) => ask({ search: next })}
          />
          <Segmented
            legend={text.activity.kind}
            options={optionsOf(text.activity.kinds)}
            value={kind as keyof typeof text.activity.kinds}
            onChange={(next) => ask({ kind: next })}
          />
          <LoadedView from={entries} onRetry={() => void loadActivity()}>
            {(list) => <Log entries={list} />}
          </LoadedView>
        </div>
      </div>
    </section>
  )
}
