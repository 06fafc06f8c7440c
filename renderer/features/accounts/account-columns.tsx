// The columns of the accounts: whose, where, how old the key is, and what the exchange said of it.

import type { Account } from '../../../shared/accounts.ts'
import { VENUES } from '../../../shared/venues.ts'
import { text } from '../../messages/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { useAccounts } from './accounts-store.ts'

/** The exchange's name; its own word where Prelist does not know it. */
export const venueName = (venue: string): string => VENUES.find(({ id }) => id === venue)?.name ?? venue

const ENVIRONMENT_TONES = { practice: 'plain', test: 'accent', live: 'warn' } as const satisfies Record<string, Tone>
const AGE_TONES = { fresh: 'plain', warn: 'warn', alert: 'warn', due: 'bad' } as const satisfies Record<string, Tone>

/** How old the key is, with a word once it should be replaced. */
export function KeyAgeBadge({ account: { key } }: { account: Account }) {
  if (key === null) return null
  if (key.age === 'fresh') return <span>{text.accounts.age(key.ageDays)}</span>
  return (
    <Badge tone={AGE_TONES[key.age]} icon="warn">
      {`${text.accounts.age(key.ageDays)}, ${text.accounts.ages[key.age]}`}
    </Badge>
  )
}

function keyWords({ accountId, keyEnd, key }: Account): string {
  if (accountId === 'practice') return text.accounts.notNeeded
  if (key === null) return text.accounts.noKey
  return keyEnd === null ? text.accounts.keyIn[key.source] : text.accounts.keyEnd(keyEnd)
}

export const ACCOUNT_COLUMNS: readonly Column<Account>[] = [
  {
    id: 'label',
    head: text.accounts.label,
    rowHeader: true,
    cell: (account) =>
      account.accountId === 'practice' ? (
        account.label
      ) : (
        <button
          type="button"
          className="button quiet"
          aria-label={text.accounts.open(account.label)}
          onClick={() => useAccounts.getState().open(account.accountId)}
        >
          {account.label}
        </button>
      ),
  },
  { id: 'venue', head: text.accounts.venue, givesWay: 3, cell: ({ venue }) => venueName(venue) },
  {
    id: 'environment',
    head: text.accounts.environment,
    cell: ({ environment }) => <Badge tone={ENVIRONMENT_TONES[environment]}>{text.shell.mode[environment].word}</Badge>,
  },
  { id: 'key', head: text.accounts.key, cell: keyWords },
  { id: 'age', head: text.accounts.ageHead, givesWay: 2, cell: (account) => <KeyAgeBadge account={account} /> },
  {
    id: 'used',
    head: text.accounts.lastUsed,
    givesWay: 1,
    cell: ({ key }) =>
      key === null ? null : key.lastUsedAt === null ? text.accounts.never : <Age at={key.lastUsedAt} />,
  },
]
