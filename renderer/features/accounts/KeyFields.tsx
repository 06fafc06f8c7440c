// The secret parts of a key, for a new account and for a new key of one. They are dropped as soon as they are sent.

import { useState } from 'react'
import { text } from '../../messages/en.ts'
import { SecretField } from '../../ui/SecretField.tsx'
import { isTyped, takeSecrets } from '../../ui/secrets.ts'

type Missing = Record<'apiKey' | 'apiSecret', boolean>

interface TypedKey {
  apiKey: string
  apiSecret: string
  passphrase?: string
}

const NOTHING_MISSING: Missing = { apiKey: false, apiSecret: false }

/** Which parts are missing, and a way to take the key out of a form: null while a part is missing. */
export function useKeyFields() {
  const [missing, setMissing] = useState(NOTHING_MISSING)
  const take = (form: HTMLFormElement, isReady = true): TypedKey | null => {
    const now: Missing = { apiKey: !isTyped(form, 'apiKey'), apiSecret: !isTyped(form, 'apiSecret') }
    setMissing(now)
    if (now.apiKey || now.apiSecret || !isReady) return null
    const { passphrase, ...key } = takeSecrets(form, 'apiKey', 'apiSecret', 'passphrase')
    return passphrase === '' ? key : { ...key, passphrase }
  }
  return { missing, take }
}

/** The fields. */
export function KeyFields({ missing }: { missing: Missing }) {
  return (
    <>
      <SecretField
        label={text.accounts.apiKey}
        name="apiKey"
        fault={missing.apiKey ? text.accounts.missing.apiKey : null}
      />
      <SecretField
        label={text.accounts.apiSecret}
        name="apiSecret"
        fault={missing.apiSecret ? text.accounts.missing.apiSecret : null}
      />
      <SecretField label={text.accounts.passphrase} name="passphrase" hint={text.accounts.passphraseHelp} />
    </>
  )
}
