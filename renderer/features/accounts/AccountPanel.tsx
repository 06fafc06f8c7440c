// One account beside the list: its label, its key, and what can be done with both.

import { type FormEvent, useState } from 'react'
import type { Account, KeySource } from '../../../shared/accounts.ts'
import { text } from '../../messages/late/en.ts'
import { useSession } from '../../state/session/session-store.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { Question } from '../../ui/overlay/Question.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { checkKey, confirmReference, removeAccount, renameAccount } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'
import { Guarantees } from './Guarantees.tsx'
import { KeyFacts } from './KeyFacts.tsx'
import { KeyRotation } from './KeyRotation.tsx'
import { LeakSteps } from './LeakSteps.tsx'
import { OneClickForm } from './OneClickForm.tsx'

function Rename({ account: { accountId, label } }: { account: Account }) {
  const [typed, type] = useState(label)
  const isNew = typed.trim() !== '' && typed.trim() !== label
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isNew) void renameAccount(accountId, typed.trim())
  }
  return (
    <form className="block" onSubmit={submit}>
      <Field label={text.accounts.label} value={typed} maxLength={60} onChange={type} />
      <button type="submit" className="button" aria-disabled={!isNew}>
        {text.accounts.rename}
      </button>
    </form>
  )
}

function Check({ accountId }: { accountId: string }) {
  const busy = useAccounts((state) => state.busy)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  return (
    <div className="block">
      <button
        type="button"
        className="button"
        aria-disabled={busy || !isOpen}
        onClick={() => {
          if (isOpen) void checkKey(accountId)
        }}
      >
        {busy ? text.vault.working : text.accounts.check}
      </button>
      {isOpen ? null : <p className="hint">{text.accounts.lockedUse}</p>}
    </div>
  )
}

/** A key that a backup brought: nothing is read or run for it before its trader says so here. */
function Unconfirmed({ accountId, source }: { accountId: string; source: KeySource }) {
  const busy = useAccounts((state) => state.busy)
  return (
    <>
      <div className="notice warn">
        <Icon name="lock" />
        <p>{text.accounts.unconfirmed}</p>
      </div>
      <Question
        label={text.accounts.confirmReference}
        help={text.accounts.confirmReferenceHelp(source)}
        yes={text.accounts.confirmReferenceYes}
        no={text.accounts.confirmReferenceNo}
        busy={busy}
        onYes={() => void confirmReference(accountId)}
      />
    </>
  )
}

/** A leak that was dealt with does not let orders go out again by itself. */
function Halted({ accountId }: { accountId: string }) {
  const isHalted = useSession((state) => state.status.value?.halted.accounts.includes(accountId) ?? false)
  if (!isHalted) return null
  return (
    <div className="notice warn">
      <Icon name="pause" />
      <p>{text.accounts.halted}</p>
    </div>
  )
}

/** The panel. */
export function AccountPanel({ account }: { account: Account }) {
  const { accountId, label, key, leak } = account
  const busy = useAccounts((state) => state.busy)
  return (
    <Panel
      title={label}
      subject={accountId}
      className="account-panel"
      onClose={() => useAccounts.getState().open(null)}
    >
      <KeyFacts account={account} />
      {key === null || key.isConfirmed ? null : <Unconfirmed accountId={accountId} source={key.source} />}
      {key === null || !key.isConfirmed || leak !== null ? null : <Check accountId={accountId} />}
      {leak === null ? <Halted accountId={accountId} /> : <LeakSteps account={account} leak={leak} />}
      {key === null || leak !== null ? null : <OneClickForm account={account} />}
      <Guarantees venue={account.venue} />
      <Rename key={label} account={account} />
      {leak === null ? <KeyRotation account={account} /> : null}
      {leak === null ? <LeakSteps account={account} leak={null} /> : null}
      <Question
        label={text.accounts.remove}
        help={text.accounts.removeHelp}
        yes={text.accounts.removeYes}
        no={text.accounts.keepAccount}
        busy={busy}
        onYes={() => void removeAccount(accountId)}
      />
    </Panel>
  )
}
