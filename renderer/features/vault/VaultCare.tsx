// What can be changed of an open vault, each with what it does: passphrase, key in the keychain, data key, recovery key.

import { type FormEvent, type ReactNode, useState } from 'react'
import type { VaultStatus } from '../../../shared/vault.ts'
import { text } from '../../messages/late/en.ts'
import { rotateVault, setPassphrase, writeRecoveryKit } from '../../state/vault/vault-actions.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Question } from '../../ui/overlay/Question.tsx'
import { isTyped } from '../../ui/secrets.ts'
import { NewPassphrase, takeNewPassphrase } from './NewPassphrase.tsx'

function Part({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <section className="block care" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint">{help}</p>
      {children}
    </section>
  )
}

function Action({ label, onPress }: { label: string; onPress: () => void }) {
  const busy = useVault((state) => state.busy)
  return (
    <button
      type="button"
      className="button"
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onPress()
      }}
    >
      {label}
    </button>
  )
}

function Passphrase({ slots }: Pick<VaultStatus, 'slots'>) {
  const busy = useVault((state) => state.busy)
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy) return
    if (!isTyped(form, 'passphrase')) return setFault(text.vault.missing)
    const passphrase = takeNewPassphrase(form)
    setFault(passphrase === null ? text.vault.notSame : null)
    if (passphrase !== null) void setPassphrase(passphrase)
  }
  return (
    <Part title={text.vault.passphrase} help={slots.passphrase ? text.vault.passphraseHas : text.vault.passphraseNone}>
      <form className="block" onSubmit={submit}>
        <NewPassphrase label={text.vault.newPassphrase} fault={fault} />
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? text.vault.working : slots.passphrase ? text.vault.passphraseChange : text.vault.passphraseSet}
        </button>
      </form>
      {slots.keychain && slots.passphrase ? (
        <Question
          label={text.vault.passphraseRemove}
          help={text.vault.passphraseRemoveHelp}
          yes={text.vault.passphraseRemoveYes}
          no={text.vault.passphraseKeep}
          busy={busy}
          onYes={() => void setPassphrase(null)}
        />
      ) : null}
    </Part>
  )
}

/** The parts, folded away until they are wanted. */
export function VaultCare({ slots }: Pick<VaultStatus, 'slots'>) {
  return (
    <details>
      <summary>{text.vault.care}</summary>
      <Passphrase slots={slots} />
      {slots.keychain ? (
        <Part title={text.vault.wrappingKey} help={text.vault.wrappingHelp}>
          <Action label={text.vault.rotateWrapping} onPress={() => void rotateVault('wrapping-key')} />
        </Part>
      ) : null}
      <Part title={text.vault.dataKey} help={text.vault.dataHelp}>
        <Action label={text.vault.rotateData} onPress={() => void rotateVault('data-key')} />
      </Part>
      <Part title={text.vault.recovery} help={slots.recovery ? text.vault.kitAgain : text.vault.kitExplain}>
        <Action label={text.vault.kitWrite} onPress={() => void writeRecoveryKit()} />
      </Part>
    </details>
  )
}
