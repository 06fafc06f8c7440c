// Every entry of the log in words, with a search and a choice of kinds. Alerts stand out by a word and an icon.

import { useMemo } from 'react'
import type { AuditEntry } from '../../../shared/audit.ts'
import { formatDate, formatTime } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { ask, loadActivity } from '../../state/activity/activity-actions.ts'
import { type Question, useActivity } from '../../state/activity/activity-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf } from '../../ui/fields/Segmented.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { factsOf } from './activity-words.ts'
import { useAccountName } from './use-account-name.ts'

/** Of an id that is no account's, so many characters tell it from the others. */
const SHORT_ID = 8

function Subject({ id }: { id: string }) {
  const name = useAccountName()(id)
  if (name !== id || id.length <= SHORT_ID) return <span>{name}</span>
  return (
    <span className="mono" title={id}>
      {id.slice(0, SHORT_ID)}…
    </span>
  )
}

function Facts({ detail }: Pick<AuditEntry, 'detail'>) {
  const words = factsOf(detail, useAccountName())
  return <span title={words}>{words}</span>
}

const COLUMNS = columnsOf<AuditEntry, null>({
  seq: { head: text.activity.number, align: 'end', width: 64, givesWay: 2, cell: ({ seq }) => seq },
  at: {
    head: text.activity.time,
    width: 112,
    cell: ({ at }) => (
      <time className="stacked" dateTime={at}>
        <span>{formatTime(at)}</span>
        <span className="muted">{formatDate(at)}</span>
      </time>
    ),
  },
  what: {
    head: text.activity.what,
    rowHeader: true,
    width: 320,
    cell: ({ kind, event }) =>
      kind === 'alert' ? (
        <Badge tone="warn" icon="warn">
          {text.activity.alert(text.activity.event(event))}
        </Badge>
      ) : (
        text.activity.event(event)
      ),
  },
  subject: {
    head: text.activity.subject,
    width: 140,
    givesWay: 4,
    cell: ({ subject }) => (subject === null ? null : <Subject id={subject} />),
  },
  facts: {
    head: text.activity.why,
    givesWay: 3,
    cell: ({ detail }) => <Facts detail={detail} />,
  },
})

const entryKey = ({ seq }: AuditEntry) => String(seq)

/** The search and the kinds. */
export function LogFilter() {
  const kind = useActivity((state) => state.kind)
  const search = useActivity((state) => state.search)
  return (
    <div className="two-fields log-filter">
      <Field
        label={text.activity.search}
        type="search"
        value={search}
        maxLength={200}
        onChange={(next) => ask({ search: next })}
      />
      <SelectField
        label={text.activity.kind}
        value={kind}
        options={optionsOf(text.activity.kinds)}
        onChange={(next: Question['kind']) => ask({ kind: next })}
      />
    </div>
  )
}

/** The rows. */
export function FullLog({ entries }: { entries: readonly AuditEntry[] }) {
  const isFiltered = useActivity(({ kind, search, subject }) => kind !== 'all' || search !== '' || subject !== null)
  const groups = useMemo(() => [{ id: 'log', rows: entries }], [entries])
  if (entries.length === 0) {
    const { empty, emptyHelp, nothingFound, nothingFoundHelp } = text.activity
    if (!isFiltered) {
      return (
        <EmptyState title={empty} help={emptyHelp}>
          <button type="button" className="button" onClick={() => void loadActivity()}>
            {text.common.tryAgain}
          </button>
        </EmptyState>
      )
    }
    return (
      <EmptyState title={nothingFound} help={nothingFoundHelp}>
        <button type="button" className="button" onClick={() => ask({ kind: 'all', search: '', subject: null })}>
          {text.activity.showAll}
        </button>
      </EmptyState>
    )
  }
  return <DataTable label={text.activity.table} columns={COLUMNS} given={null} groups={groups} rowKey={entryKey} />
}
