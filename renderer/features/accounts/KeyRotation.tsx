// Replacing a key: the form for the new one, or, while one waits, where it stands and the two ways on.

import type { FormEvent } from 'react'
import type { Account } from '../../../shared/accounts.ts'
import { sayReason } from '../../answer-words.ts'
import { text } from '../../messages/late/en.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { cancelRotation, finishRotation, rotateKey } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'
import { KeyFields, useKeyFields } from './KeyFields.tsx'

/** The stages, with the one that the rotation is at; none while it has not begun. */
function Stages({ at }: { at: number | null }) {
  return (
    <ol className="stages">
      {text.accounts.rotationPath.map((stage, index) => (
        <li key={stage} aria-current={index === at ? 'step' : undefined}>
          {stage}
        </li>
      ))}
    </ol>
  )
}

const PLACES = { verifying: 1, unverified: 1, switched: 2 } as const

function Waiting({ accountId, rotation }: { accountId: string; rotation: NonNullable<Account['rotation']> }) {
  const busy = useAccounts((state) => state.busy)
  const { stage, keyEnd, check } = rotation
  const press = (work: (accountId: string) => Promise<boolean>) => () => {
    if (!busy) void work(accountId)
  }
  return (
    <section className="block" aria-label={text.accounts.rotate}>
      <h3>{text.accounts.rotate}</h3>
      <Stages at={PLACES[stage]} />
      <p>{text.accounts.rotationStages[stage](keyEnd === null ? '' : text.accounts.keyEnd(keyEnd))}</p>
      {stage === 'unverified' && check !== null ? (
        <p>
          {text.accounts.checks[check.state]}: {sayReason(check.detail)}
        </p>
      ) : null}
      {stage === 'switched' ? null : (
        <div className="action-row">
          <button type="button" className="button primary" aria-disabled={busy} onClick={press(finishRotation)}>
            {stage === 'verifying' ? text.accounts.rotateVerify : text.accounts.rotateFinish}
          </button>
          <button type="button" className="button" aria-disabled={busy} onClick={press(cancelRotation)}>
            {text.accounts.rotateCancel}
          </button>
        </div>
      )}
    </section>
  )
}

/** The part of the panel. */
export function KeyRotation({ account: { accountId, venue, rotation } }: { account: Account }) {
  const busy = useAccounts((state) => state.busy)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const { faults, take } = useKeyFields('accounts.rotateKey', venue)
  if (rotation !== null) return <Waiting accountId={accountId} rotation={rotation} />
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !isOpen) return
    const key = take(event.currentTarget)
    if (key !== null) void rotateKey({ accountId, ...key })
  }
  return (
    <form className="block" aria-label={text.accounts.rotate} onSubmit={submit}>
      <h3>{text.accounts.rotate}</h3>
      <Stages at={null} />
      <KeyFields venue={venue} faults={faults} />
      {isOpen ? null : <p className="hint">{text.accounts.locked}</p>}
      <button type="submit" className="button" aria-disabled={busy || !isOpen}>
        {busy ? text.vault.working : text.accounts.rotateNow}
      </button>
    </form>
  )
}
