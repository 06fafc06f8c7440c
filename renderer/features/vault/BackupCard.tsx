// Backups: one form to write one, and the way back with the question before anything is replaced.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { chooseBackup, writeBackup } from '../../state/profile/backup-actions.ts'
import { useBackup } from '../../state/profile/backup-store.ts'
import { useVault } from '../../state/vault/vault-store.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { isTyped } from '../../ui/secrets.ts'
import { BackupReportView } from './BackupReportView.tsx'
import { NewPassphrase, takeNewPassphrase } from './NewPassphrase.tsx'
import { RestoreForm } from './RestoreForm.tsx'

function WriteForm() {
  const busy = useBackup((state) => state.busy)
  const progress = useBackup((state) => state.progress)
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  const [how, setHow] = useState<'passphrase' | 'recipient'>('passphrase')
  const [recipient, typeRecipient] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const isReady = isOpen && busy === null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!isReady) return
    if (how === 'recipient' ? recipient.trim() === '' : !isTyped(form, 'passphrase')) {
      return setFault(text.vault.missing)
    }
    const passphrase = how === 'recipient' ? '' : takeNewPassphrase(form)
    setFault(passphrase === null ? text.vault.notSame : null)
    if (passphrase === null) return
    void writeBackup(how === 'recipient' ? { recipient: recipient.trim() } : { passphrase })
  }
  return (
    <form className="block" aria-label={text.vault.exportNow} onSubmit={submit}>
      <Segmented
        legend={text.vault.backupHow}
        options={optionsOf(text.vault.backupHows)}
        value={how}
        onChange={setHow}
      />
      {how === 'passphrase' ? (
        <NewPassphrase label={text.vault.backupPassphrase} fault={fault} />
      ) : (
        <Field
          label={text.vault.backupRecipient}
          hint={text.vault.backupRecipientHelp}
          value={recipient}
          fault={fault}
          onChange={typeRecipient}
        />
      )}
      {isOpen ? null : <p className="hint">{text.vault.backupNeedsVault}</p>}
      <div className="action-row">
        <button type="submit" className="button" aria-disabled={!isReady}>
          {busy === 'write' ? text.vault.exporting : text.vault.exportNow}
        </button>
        {progress === null ? null : (
          <progress aria-label={text.vault.exportProgress} max={progress.total} value={progress.done} />
        )}
      </div>
    </form>
  )
}

/** The card. */
export function BackupCard() {
  const busy = useBackup((state) => state.busy)
  const chosen = useBackup((state) => state.chosen)
  const done = useBackup((state) => state.done)
  return (
    <section className="card" aria-labelledby="backup-title">
      <h2 id="backup-title">{text.vault.backup}</h2>
      <p>{text.vault.backupExplain}</p>
      <WriteForm />
      <hr />
      {chosen === null ? (
        <button
          type="button"
          className="button"
          aria-disabled={busy !== null}
          onClick={() => {
            if (busy === null) void chooseBackup()
          }}
        >
          {text.vault.importNow}
        </button>
      ) : (
        <RestoreForm key={chosen} path={chosen} />
      )}
      {done === null ? null : <BackupReportView {...done} />}
    </section>
  )
}
