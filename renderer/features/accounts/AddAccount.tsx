// Adds an account: with a key that the vault keeps, or with one that is kept elsewhere and looked up at each use.

import { type FormEvent, useState } from 'react'
import type { KeyReference } from '../../../shared/accounts.ts'
import { text } from '../../messages/en.ts'
import { Field } from '../../ui/Field.tsx'
import { optionsOf, Segmented } from '../../ui/Segmented.tsx'
import { useVault } from '../vault/vault-store.ts'
import { addAccount, addReference } from './accounts-actions.ts'
import { KeyFields, useTypedKey } from './KeyFields.tsx'
import { FIRST_PLACE, PlaceFields } from './PlaceFields.tsx'

/** The form for a key that the vault keeps. */
export function AddAccount() {
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const [place, setPlace] = useState(FIRST_PLACE)
  const { typed, type, isWhole, take } = useTypedKey()
  const isReady = isOpen && isWhole && place.label !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isReady && (await addAccount({ ...place, ...take() }))) setPlace(FIRST_PLACE)
  }
  return (
    <form className="card" aria-label={text.accounts.add} onSubmit={(event) => void submit(event)}>
      <h2>{text.accounts.add}</h2>
      <p className="hint">{text.accounts.explain}</p>
      <PlaceFields place={place} onChange={setPlace} />
      <KeyFields typed={typed} onType={type} />
      {isOpen ? null : <p className="hint">{text.accounts.locked}</p>}
      <button type="submit" className="button" aria-disabled={!isReady}>
        {text.accounts.addNow}
      </button>
    </form>
  )
}

const NO_REFERENCE = { apiKey: '', apiSecret: '', passphrase: '' }

/** The form for a key that is kept elsewhere. */
export function AddReference() {
  const [place, setPlace] = useState(FIRST_PLACE)
  const [kind, setKind] = useState<KeyReference['kind']>('environment')
  const [where, setWhere] = useState(NO_REFERENCE)
  const isReady = place.label !== '' && where.apiKey !== '' && where.apiSecret !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const { passphrase, ...rest } = where
    const reference = { kind, ...rest, ...(passphrase === '' ? {} : { passphrase }) }
    if (await addReference({ ...place, reference })) {
      setPlace(FIRST_PLACE)
      setWhere(NO_REFERENCE)
    }
  }
  const fields = [
    ['apiKey', text.accounts.apiKey],
    ['apiSecret', text.accounts.apiSecret],
    ['passphrase', text.accounts.passphrase],
  ] as const
  return (
    <details className="card">
      <summary>
        <h2>{text.accounts.addReference}</h2>
      </summary>
      <form className="spaced-list" aria-label={text.accounts.addReference} onSubmit={(event) => void submit(event)}>
        <PlaceFields place={place} onChange={setPlace} />
        <Segmented
          legend={text.accounts.key}
          options={optionsOf(text.accounts.referenceKinds)}
          value={kind}
          onChange={setKind}
        />
        <p className="hint">{text.accounts.referenceHelp[kind]}</p>
        {fields.map(([name, label]) => (
          <Field
            key={name}
            label={label}
            value={where[name]}
            onChange={(value) => setWhere({ ...where, [name]: value })}
          />
        ))}
        <button type="submit" className="button" aria-disabled={!isReady}>
          {text.accounts.addNow}
        </button>
      </form>
    </details>
  )
}
