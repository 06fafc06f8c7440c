// What opens a vault, and what makes one. What is typed is dropped as soon as it is sent, whatever becomes of it.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/en.ts'
import { SecretField } from '../../ui/SecretField.tsx'
import { createVault, setPassphrase, unlockVault } from './vault-actions.ts'
import { useVault } from './vault-store.ts'

/** Makes the vault, with or without a passphrase. */
export function CreateForm() {
  const busy = useVault((state) => state.busy)
  const [passphrase, type] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    type('')
    void createVault(passphrase)
  }
  return (
    <form className="spaced-list" onSubmit={submit}>
      <p className="hint">{text.vault.createExplain}</p>
      <SecretField label={text.vault.passphraseOptional} value={passphrase} onChange={type} />
      <button type="submit" className="button" aria-disabled={busy}>
        {text.vault.create}
      </button>
    </form>
  )
}

/** Opens the vault: by the keychain when nothing is typed. */
export function UnlockForm({ byPassphrase, byRecovery }: { byPassphrase: boolean; byRecovery: boolean }) {
  const busy = useVault((state) => state.busy)
  const [passphrase, type] = useState('')
  const [identity, typeIdentity] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    type('')
    typeIdentity('')
    void unlockVault(passphrase, identity)
  }
  return (
    <form className="spaced-list" onSubmit={submit}>
      {byPassphrase ? <SecretField label={text.vault.passphrase} value={passphrase} onChange={type} /> : null}
      {byRecovery ? <SecretField label={text.vault.identity} value={identity} onChange={typeIdentity} /> : null}
      <button type="submit" className="button" aria-disabled={busy}>
        {text.vault.unlock}
      </button>
    </form>
  )
}

/** Sets another passphrase. */
export function PassphraseForm() {
  const busy = useVault((state) => state.busy)
  const [passphrase, type] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    type('')
    void setPassphrase(passphrase)
  }
  return (
    <form className="spaced-list" onSubmit={submit}>
      <SecretField label={text.vault.newPassphrase} value={passphrase} onChange={type} />
      <button type="submit" className="button" aria-disabled={busy || passphrase === ''}>
        {text.vault.passphraseSet}
      </button>
    </form>
  )
}
