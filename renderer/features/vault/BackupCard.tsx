// Backups: one form to write one, and the way back with the question before anything is replaced.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/en.ts'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SecretField } from '../../ui/SecretField.tsx'
import { chooseBackup, restoreBackup, writeBackup } from './backup-actions.ts'

function Restore({ path, onEnd }: { path: string; onEnd: () => void }) {
  const [passphrase, type] = useState('')
  const [identity, typeIdentity] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || (passphrase === '' && identity === '')) return
    setBusy(true)
    type('')
    typeIdentity('')
    const isDone = await restoreBackup(path, passphrase, identity)
    setBusy(false)
    if (isDone) onEnd()
  }
  return (
    <form className="notice warn" onSubmit={(event) => void submit(event)}>
      <Icon name="warn" />
      <div className="spaced-list">
        <p>{text.vault.importWarning(path)}</p>
        <SecretField label={text.vault.backupPassphrase} value={passphrase} onChange={type} />
        <SecretField label={text.vault.identity} value={identity} onChange={typeIdentity} />
        <div className="action-row">
          <button type="button" className="button" onClick={onEnd}>
            {text.vault.keep}
          </button>
          <button type="submit" className="button" aria-disabled={busy}>
            {busy ? text.vault.importing : text.vault.importYes}
          </button>
        </div>
      </div>
    </form>
  )
}

/** The card. */
export function BackupCard() {
  const [passphrase, type] = useState('')
  const [recipient, typeRecipient] = useState('')
  const [busy, setBusy] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || (passphrase === '' && recipient === '')) return
    setBusy(true)
    type('')
    await writeBackup(passphrase, recipient)
    setBusy(false)
  }
  return (
    <section className="card" aria-labelledby="backup-title">
      <h2 id="backup-title">{text.vault.backup}</h2>
      <p>{text.vault.backupExplain}</p>
      <form className="spaced-list" onSubmit={(event) => void submit(event)}>
        <SecretField label={text.vault.backupPassphrase} value={passphrase} onChange={type} />
        <Field label={text.vault.backupRecipient} value={recipient} onChange={typeRecipient} />
        <div className="action-row">
          <button type="submit" className="button" aria-disabled={busy || (passphrase === '' && recipient === '')}>
            {busy ? text.vault.exporting : text.vault.exportNow}
          </button>
          <button type="button" className="button" onClick={() => void chooseBackup().then(setPath)}>
            {text.vault.importNow}
          </button>
        </div>
      </form>
      {path === null ? null : <Restore path={path} onEnd={() => setPath(null)} />}
    </section>
  )
}
