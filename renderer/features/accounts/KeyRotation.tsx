// Replacing a key: the form for the new one, or, while one waits, where it stands and the two ways on.

import type { FormEvent } from 'react'
import type { Account } from '../../../shared/accounts.ts'
import { text } from '../../messages/en.ts'
import { cancelRotation, finishRotation, rotateKey } from './accounts-actions.ts'
import { KeyFields, useTypedKey } from './KeyFields.tsx'

/** The part of the panel. */
export function KeyRotation({ account: { accountId, rotation } }: { account: Account }) {
  const { typed, type, isWhole, take } = useTypedKey()
  if (rotation !== null) {
    return (
      <section className="spaced-list" aria-label={text.accounts.rotate}>
        <h3>{text.accounts.rotate}</h3>
        <p>{text.accounts.rotationStages[rotation.stage]}</p>
        {rotation.stage === 'switched' ? null : (
          <div className="action-row">
            <button type="button" className="button" onClick={() => void finishRotation(accountId)}>
              {text.accounts.rotateFinish}
            </button>
            <button type="button" className="button" onClick={() => void cancelRotation(accountId)}>
              {text.accounts.rotateCancel}
            </button>
          </div>
        )}
      </section>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) void rotateKey({ accountId, ...take() })
  }
  return (
    <form className="spaced-list" aria-label={text.accounts.rotate} onSubmit={submit}>
      <h3>{text.accounts.rotate}</h3>
      <p className="hint">{text.accounts.rotateHelp}</p>
      <KeyFields typed={typed} onType={type} />
      <button type="submit" className="button" aria-disabled={!isWhole}>
        {text.accounts.rotateNow}
      </button>
    </form>
  )
}
