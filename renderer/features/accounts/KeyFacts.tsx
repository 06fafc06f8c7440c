// What is known of an account and of its key, and what the exchange said of it last.

import type { Account } from '../../../shared/accounts.ts'
import { sayReason } from '../../answer-words.ts'
import { formatMoment } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { venueName } from '../../state/session/names.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { EnvironmentMark } from '../../ui/EnvironmentMark.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { KeyAgeMark } from './account-columns.tsx'
import { CHECK_LOOKS, keyWords, rightsWords } from './account-words.ts'

/** The facts. */
export function KeyFacts({ account }: { account: Account }) {
  const { venue, environment, key } = account
  const check = key?.check ?? null
  return (
    <Facts>
      <Fact name={text.accounts.venue}>{venueName(venue)}</Fact>
      <Fact name={text.accounts.environment}>
        <EnvironmentMark environment={environment} /> {text.shell.mode[environment].explain}
      </Fact>
      <Fact name={text.accounts.key}>{keyWords(account)}</Fact>
      <Fact name={text.accounts.keptIn}>{key === null ? null : text.accounts.keyIn[key.source]}</Fact>
      <Fact name={text.accounts.ageHead}>{key === null ? null : <KeyAgeMark account={account} />}</Fact>
      <Fact name={text.accounts.lastUsed}>
        {key === null ? null : key.lastUsedAt === null ? text.accounts.never : <Age at={key.lastUsedAt} />}
      </Fact>
      <Fact name={text.accounts.checked}>
        {check === null ? null : (
          <>
            <Badge {...CHECK_LOOKS[check.state]}>{text.accounts.checks[check.state]}</Badge> <Age at={check.at} />{' '}
            {sayReason(check.detail)}
          </>
        )}
      </Fact>
      <Fact name={text.accounts.rights}>{rightsWords(check)}</Fact>
      <Fact name={text.accounts.addresses}>
        {check === null || check.ipBound === null ? null : check.ipBound ? text.accounts.bound : text.accounts.unbound}
      </Fact>
      <Fact name={text.accounts.expires}>
        {check === null || check.expiresAt === null ? null : formatMoment(check.expiresAt)}
      </Fact>
    </Facts>
  )
}
