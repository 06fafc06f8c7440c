// Adds an account with a key that the vault keeps.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { addAccount } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'
import { KeyFields, useKeyFields } from './KeyFields.tsx'
import { FIRST_PLACE, PlaceFields } from './PlaceFields.tsx'

/** The form. Without an open vault it says what is to be done first. */
export function AddAccount() {
  const vault = useVault((state) => state.vault.value?.state)
  const busy = useAccounts((state) => state.busy)
  const [place, setPlace] = useState(FIRST_PLACE)
  const [isUnnamed, setUnnamed] = useState(false)
  const looksLike = useAccounts((state) => state.looksLike)
  const [isOther, setOther] = useState(false)
  const { faults, take } = useKeyFields('accounts.add', place.venue)
  const move = (next: typeof place) => {
    // What was wrong with a key of one exchange says nothing of another.
    if (next.venue !== place.venue) useAccounts.getState().setKeyFault(null)
    setPlace(next)
  }
  const isReady = vault === 'unlocked' && !busy
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isReady) return
    const label = place.label.trim()
    setUnnamed(label === '')
    const key = take(event.currentTarget, label !== '')
    const other = looksLike !== null && isOther ? { sameAccount: false } : {}
    if (key === null || !(await addAccount({ ...place, label, ...key, ...other }))) return
    // Only what was this account's: an exchange or a mode that changed by itself would take the next key to another place.
    setPlace({ ...place, label: '' })
    setOther(false)
  }
  return (
    <form className="card" aria-label={text.accounts.add} onSubmit={(event) => void submit(event)}>
      <h2>{text.accounts.add}</h2>
      <ul className="hint spaced-list">
        {text.accounts.explain.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PlaceFields place={place} onChange={move} fault={isUnnamed ? text.accounts.missing.label : null} />
      <KeyFields venue={place.venue} faults={faults} />
      {looksLike === null ? null : (
        <label className="check">
          <input type="checkbox" checked={isOther} onChange={(event) => setOther(event.target.checked)} />{' '}
          {text.credentials.sameAccount} ({looksLike})
        </label>
      )}
      {vault === 'unlocked' ? null : (
        <p className="hint">{vault === 'none' ? text.accounts.noVault : text.accounts.locked}</p>
      )}
      <button type="submit" className="button primary" aria-disabled={!isReady}>
        {busy ? text.vault.working : text.accounts.addNow}
      </button>
    </form>
  )
}
