// Which key was used when, for what: one sentence a use, by day.

import type { AuditEntry } from '../../../shared/audit.ts'
import { formatDay, formatTime } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { byDay, sentenceOf } from './activity-words.ts'
import { useAccountName } from './use-account-name.ts'

/** The sentences. */
export function PlainView({ entries }: { entries: readonly AuditEntry[] }) {
  const nameOf = useAccountName()
  if (entries.length === 0) {
    return (
      <EmptyState title={text.activity.emptyPlain} help={text.activity.emptyPlainHelp}>
        <ScreenLink screen="accounts" className="button">
          {text.accounts.goTo}
        </ScreenLink>
      </EmptyState>
    )
  }
  return byDay(entries).map((day) => (
    <section key={day.at} className="card day" aria-label={formatDay(day.at)}>
      <h2>{formatDay(day.at)}</h2>
      <ul>
        {day.entries.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{formatTime(entry.at)}</time>
            <span>{sentenceOf(entry, nameOf)}</span>
          </li>
        ))}
      </ul>
    </section>
  ))
}
