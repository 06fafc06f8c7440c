// The secret parts of a key, for a new account and for a new key of one, under the names that the exchange has for them. They
// are dropped as soon as they are sent.

import { useState } from 'react'
import { credentialsAt, promisesOf } from '../../../shared/venues/fact-sheets.ts'
import { keyPageOf } from '../../../shared/venues/list.ts'
import { text } from '../../messages/late/en.ts'
import type { FieldFaults } from '../../messages/late/en-credentials.ts'
import { SecretField } from '../../ui/fields/SecretField.tsx'
import { isTyped, takeSecrets } from '../../ui/secrets.ts'
import { type KeyForm, useAccounts } from './accounts-store.ts'

interface TypedKey {
  apiKey: string
  apiSecret: string
  passphrase?: string
}

/** What is wrong by field, and a way to take the key out of a form: null while a part is missing. */
export function useKeyFields(form: KeyForm, venue: string) {
  const [missing, setMissing] = useState<FieldFaults>({})
  const fault = useAccounts((state) => state.keyFault)
  const { fields, file } = credentialsAt(venue)
  const take = (element: HTMLFormElement, isReady = true): TypedKey | null => {
    const typed = fields.filter(({ name }) => isTyped(element, name)).map(({ name }) => name)
    // A file that holds the whole key fills every field, wherever it was pasted.
    const isWhole = file !== undefined && typed.length === 1
    const faults: FieldFaults = {}
    for (const { name, label, optional } of fields) {
      if (!typed.includes(name) && optional !== true && !isWhole) faults[name] = text.credentials.missing(label)
    }
    setMissing(faults)
    useAccounts.getState().setKeyFault(null)
    if (Object.keys(faults).length > 0 || typed.length === 0 || !isReady) return null
    const { passphrase, ...key } = takeSecrets(element, 'apiKey', 'apiSecret', 'passphrase')
    const whole = isWhole ? { apiKey: key.apiKey || key.apiSecret, apiSecret: key.apiSecret || key.apiKey } : key
    return passphrase === '' ? whole : { ...whole, passphrase }
  }
  const faults: FieldFaults = fault === null || fault.form !== form ? missing : { [fault.field]: fault.words }
  return { faults, take }
}

/** The fields, and below them how such a key is made at this exchange. */
export function KeyFields({ venue, faults }: { venue: string; faults: FieldFaults }) {
  const { fields } = credentialsAt(venue)
  return (
    <>
      {fields.map(({ name, label }) => (
        <SecretField key={`${venue} ${name}`} label={label} name={name} fault={faults[name] ?? null} />
      ))}
      <KeyHelp venue={venue} />
    </>
  )
}

function KeyHelp({ venue }: { venue: string }) {
  const { rights, never } = credentialsAt(venue)
  const page = keyPageOf(venue)
  const help = text.credentials.help[venue]
  return (
    <>
      <ul className="hint spaced-list">
        {page === null ? null : (
          <li>
            {text.credentials.make} <span className="address">{page}</span>
          </li>
        )}
        {rights.length === 0 ? null : <li>{text.credentials.rights(rights.join(', '))}</li>}
        {never.length === 0 ? null : <li>{text.credentials.never(never.join(', '))}</li>}
        {help === undefined ? null : <li>{help}</li>}
      </ul>
      {promisesOf(venue).reportsPermissions || venue === 'gateway' ? null : (
        <p>
          <strong>{text.credentials.rightsUntold}</strong>
        </p>
      )}
    </>
  )
}
