// What makes a vault, and each way that opens one. What is typed is dropped as soon as it is sent, whatever becomes of it.

import { type FormEvent, useState } from 'react'
import type { VaultStatus } from '../../../shared/vault.ts'
import { text } from '../../messages/late/en.ts'
import { createVault, unlockVault } from '../../state/vault/vault-actions.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { SecretField } from '../../ui/fields/SecretField.tsx'
import { isTyped, takeSecrets } from '../../ui/secrets.ts'
import { NewPassphrase, takeNewPassphrase } from './NewPassphrase.tsx'

/** Makes the vault, with or without a passphrase. */
export function CreateForm() {
  const busy = useVault((state) => state.busy)
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const passphrase = takeNewPassphrase(event.currentTarget)
    setFault(passphrase === null ? text.vault.notSame : null)
    if (passphrase !== null) void createVault(passphrase)
  }
  return (
    <form className="block" onSubmit={submit}>
      <p className="hint">{text.vault.createExplain}</p>
      <NewPassphrase label={text.vault.passphraseOptional} fault={fault} />
      <button type="submit" className="button primary" aria-disabled={busy}>
        {busy ? text.vault.working : text.vault.create}
      </button>
    </form>
  )
}

function SecretForm({ name, label, action }: { name: 'passphrase' | 'identity'; label: string; action: string }) {
  const busy = useVault((state) => state.busy)
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy) return
    const isGiven = isTyped(form, name)
    setFault(isGiven ? null : text.vault.missing)
    if (isGiven) void unlockVault(takeSecrets(form, name))
  }
  return (
    <form className="block" onSubmit={submit}>
      <SecretField label={label} name={name} fault={fault} />
      <button type="submit" className="button" aria-disabled={busy}>
        {busy ? text.vault.working : action}
      </button>
    </form>
  )
}

/** Opens the vault in each way that it has; the keychain first, since it asks for nothing. */
export function UnlockForms({ slots }: Pick<VaultStatus, 'slots'>) {
  const busy = useVault((state) => state.busy)
  return (
    <>
      {slots.keychain ? (
        <button
          type="button"
          className="button primary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void unlockVault({})
          }}
        >
          {busy ? text.vault.working : text.vault.unlockKeychain}
        </button>
      ) : null}
      {slots.passphrase ? (
        <SecretForm name="passphrase" label={text.vault.passphrase} action={text.vault.unlockPassphrase} />
      ) : null}
      {slots.recovery ? (
        <SecretForm name="identity" label={text.vault.identity} action={text.vault.unlockRecovery} />
      ) : null}
      {slots.keychain || slots.passphrase || slots.recovery ? null : <p>{text.vault.noWay}</p>}
    </>
  )
}
