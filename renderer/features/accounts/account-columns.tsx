// The columns of the accounts: whose, where, which key, how old it is, when it was used, and what the exchange said.

import type { Account } from '../../../shared/accounts.ts'
import { text } from '../../messages/late/en.ts'
import { venueName } from '../../state/session/names.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { EnvironmentMark } from '../../ui/EnvironmentMark.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { RowOpener } from '../../ui/table/RowOpener.tsx'
import { AGE_TONES, ageWords, CHECK_LOOKS, keyWords } from './account-words.ts'
import { useAccounts } from './accounts-store.ts'

/** How old the key is, with a word once it should be replaced. */
export function KeyAgeMark({ account: { key } }: { account: Account }) {
  if (key === null) return null
  if (key.age === 'fresh') return <span>{ageWords(key)}</span>
  return (
    <Badge tone={AGE_TONES[key.age]} icon="warn">
      {ageWords(key)}
    </Badge>
  )
}

function CheckMark({ account: { key, leak } }: { account: Account }) {
  if (leak !== null) {
    return (
      <Badge tone="bad" icon="warn">
        {text.accounts.leaked}
      </Badge>
    )
  }
  if (key === null) return null
  if (key.check === null) return <span className="muted">{text.accounts.notYet}</span>
  return <Badge {...CHECK_LOOKS[key.check.state]}>{text.accounts.checks[key.check.state]}</Badge>
}

export const ACCOUNT_COLUMNS = columnsOf<Account, null>({
  label: {
    head: text.accounts.label,
    rowHeader: true,
    cell: ({ accountId, label, venue }) =>
      venue === 'practice' ? (
        <strong>{label}</strong>
      ) : (
        <RowOpener label={text.accounts.open(label)} onOpen={() => useAccounts.getState().open(accountId)}>
          {label}
        </RowOpener>
      ),
  },
  venue: { head: text.accounts.venue, givesWay: 4, cell: ({ venue }) => venueName(venue) },
  environment: {
    head: text.accounts.environment,
    cell: ({ environment }) => <EnvironmentMark environment={environment} />,
  },
  key: { head: text.accounts.key, givesWay: 5, cell: keyWords },
  age: { head: text.accounts.ageHead, givesWay: 3, cell: (account) => <KeyAgeMark account={account} /> },
  used: {
    head: text.accounts.lastUsed,
    givesWay: 1,
    cell: ({ key }) =>
      key === null ? null : key.lastUsedAt === null ? text.accounts.never : <Age at={key.lastUsedAt} />,
  },
  check: { head: text.accounts.checked, givesWay: 2, cell: (account) => <CheckMark account={account} /> },
})
