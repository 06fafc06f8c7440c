// Adds an account whose key is kept elsewhere, and looked up there at each use.

import { type FormEvent, useState } from 'react'
import type { KeyReference } from '../../../shared/accounts.ts'
import { text } from '../../messages/late/en.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { addReference } from './accounts-actions.ts'
import { useAccounts } from './accounts-store.ts'
import { FIRST_PLACE, PlaceFields } from './PlaceFields.tsx'

const NOWHERE = { apiKey: '', apiSecret: '', passphrase: '' }
const FIELDS = ['apiKey', 'apiSecret', 'passphrase'] as const

/** The form. What is typed here says where a key is, and is no secret itself. */
export function AddReference() {
  const busy = useAccounts((state) => state.busy)
  const [place, setPlace] = useState(FIRST_PLACE)
  const [kind, setKind] = useState<KeyReference['kind']>('environment')
  const [where, setWhere] = useState(NOWHERE)
  const [tried, setTried] = useState(false)
  const faultOf = (name: 'label' | (typeof FIELDS)[number]) => {
    const value = name === 'label' ? place.label : where[name]
    return tried && name !== 'passphrase' && value.trim() === '' ? text.accounts.missing[name] : null
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    const label = place.label.trim()
    if (label === '' || where.apiKey.trim() === '' || where.apiSecret.trim() === '') return
    const { passphrase, ...rest } = where
    const reference = { kind, ...rest, ...(passphrase.trim() === '' ? {} : { passphrase }) }
    if (!(await addReference({ ...place, label, reference }))) return
    setTried(false)
    setPlace({ ...place, label: '' })
    setWhere(NOWHERE)
  }
  return (
    <details className="card">
      <summary>
        <h2>{text.accounts.addReference}</h2>
      </summary>
      <form className="block" aria-label={text.accounts.addReference} onSubmit={(event) => void submit(event)}>
        <p className="hint">{text.accounts.referenceExplain}</p>
        <PlaceFields place={place} onChange={setPlace} fault={faultOf('label')} />
        <Segmented
          legend={text.accounts.keptIn}
          options={optionsOf(text.accounts.referenceKinds)}
          value={kind}
          onChange={setKind}
        />
        <p className="hint">{text.accounts.referenceHelp[kind]}</p>
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={text.accounts.referenceFields[kind][name]}
            value={where[name]}
            maxLength={1000}
            fault={faultOf(name)}
            onChange={(value) => setWhere({ ...where, [name]: value })}
          />
        ))}
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? text.vault.working : text.accounts.addNow}
        </button>
      </form>
    </details>
  )
}
