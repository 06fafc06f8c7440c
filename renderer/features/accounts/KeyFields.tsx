// The secret parts of a key, for a new account and for a new key of one. They are dropped as soon as they are sent.

import { useState } from 'react'
import { text } from '../../messages/en.ts'
import { SecretField } from '../../ui/SecretField.tsx'

export interface TypedKey {
  apiKey: string
  apiSecret: string
  passphrase: string
}

const NOTHING: TypedKey = { apiKey: '', apiSecret: '', passphrase: '' }

/** What is typed, and a way to take it: afterwards the fields are empty. */
export function useTypedKey() {
  const [typed, type] = useState(NOTHING)
  const isWhole = typed.apiKey !== '' && typed.apiSecret !== ''
  const take = () => {
    type(NOTHING)
    const { apiKey, apiSecret, passphrase } = typed
    return { apiKey, apiSecret, ...(passphrase === '' ? {} : { passphrase }) }
  }
  return { typed, type, isWhole, take }
}

/** The fields. */
export function KeyFields({ typed, onType }: { typed: TypedKey; onType: (typed: TypedKey) => void }) {
  return (
    <>
      <SecretField
        label={text.accounts.apiKey}
        value={typed.apiKey}
        onChange={(apiKey) => onType({ ...typed, apiKey })}
      />
      <SecretField
        label={text.accounts.apiSecret}
        value={typed.apiSecret}
        onChange={(apiSecret) => onType({ ...typed, apiSecret })}
      />
      <SecretField
        label={text.accounts.passphrase}
        value={typed.passphrase}
        onChange={(passphrase) => onType({ ...typed, passphrase })}
      />
    </>
  )
}
