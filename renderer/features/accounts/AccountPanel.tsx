// One account beside the list: its label, its key, and what can be done with both.

import { useState } from 'react'
import type { Account } from '../../../shared/accounts.ts'
import { text } from '../../messages/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { KeyAgeBadge, venueName } from './account-columns.tsx'
import { checkKey, removeAccount, renameAccount } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'
import { KeyRotation } from './KeyRotation.tsx'
import { LeakSteps } from './LeakSteps.tsx'

function Label({ account: { accountId, label } }: { account: Account }) {
  const [typed, type] = useState(label)
  return (
    <form
      className="spaced-list"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '' && typed !== label) void renameAccount(accountId, typed)
      }}
    >
      <Field label={text.accounts.label} value={typed} maxLength={60} onChange={type} />
      <button type="submit" className="button" aria-disabled={typed === '' || typed === label}>
        {text.accounts.rename}
      </button>
    </form>
  )
}

function Remove({ account }: { account: Account }) {
  const [asked, ask] = useState(false)
  if (!asked) {
    return (
      <button type="button" className="button" onClick={() => ask(true)}>
        {text.accounts.remove}
      </button>
    )
  }
  return (
    <fieldset className="notice warn">
      <legend className="visually-hidden">{text.accounts.remove}</legend>
      <Icon name="warn" />
      <div className="spaced-list">
        <p>{text.accounts.removeHelp}</p>
        <div className="action-row">
          <button type="button" className="button" onClick={() => ask(false)}>
            {text.accounts.keepAccount}
          </button>
          <button type="button" className="button" onClick={() => void removeAccount(account.accountId)}>
            {text.accounts.removeYes}
          </button>
        </div>
      </div>
    </fieldset>
  )
}

/** The panel. */
export function AccountPanel({ account }: { account: Account }) {
  const { accountId, label, venue, environment, keyEnd, key, leak } = account
  const check = key?.check ?? null
  return (
    <Panel
      title={label}
      subject={accountId}
      className="account-panel"
      onClose={() => useAccounts.getState().open(null)}
    >
      <div className="spaced-list">
        <Facts>
          <Fact name={text.accounts.venue}>{venueName(venue)}</Fact>
          <Fact name={text.accounts.environment}>{text.shell.mode[environment].word}</Fact>
          <Fact name={text.accounts.key}>
            {key === null
              ? text.accounts.noKey
              : keyEnd === null
                ? text.accounts.keyIn[key.source]
                : text.accounts.keyEnd(keyEnd)}
          </Fact>
          <Fact name={text.accounts.ageHead}>{key === null ? null : <KeyAgeBadge account={account} />}</Fact>
          <Fact name={text.accounts.checked}>
            {check === null ? null : (
              <>
                {text.accounts.checks[check.state]} <Age at={check.at} />. {check.detail}
              </>
            )}
          </Fact>
        </Facts>
        {key === null || leak !== null ? null : (
          <button type="button" className="button" onClick={() => void checkKey(accountId)}>
            {text.accounts.check}
          </button>
        )}
        <Label key={label} account={account} />
        {leak === null ? <KeyRotation account={account} /> : null}
        <LeakSteps account={account} />
        <Remove account={account} />
      </div>
    </Panel>
  )
}
