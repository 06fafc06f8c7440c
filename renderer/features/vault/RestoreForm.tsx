// The question before a backup replaces what is here, with what opens the file.

import { type FormEvent, useState } from 'react'
import { text } from '../../messages/late/en.ts'
import { restoreBackup } from '../../state/profile/backup-actions.ts'
import { useBackup } from '../../state/profile/backup-store.ts'
import { SecretField } from '../../ui/fields/SecretField.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { isTyped, takeSecrets } from '../../ui/secrets.ts'

/** The form for the file at `path`. */
export function RestoreForm({ path }: { path: string }) {
  const busy = useBackup((state) => state.busy)
  const warning = useBackup((state) => state.warning)
  const [how, setHow] = useState<'passphrase' | 'identity'>('passphrase')
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy !== null) return
    const isGiven = isTyped(form, how)
    setFault(isGiven ? null : text.vault.missing)
    if (!isGiven) return
    const { passphrase, identity } = takeSecrets(form, 'passphrase', 'identity')
    void restoreBackup(path, how === 'passphrase' ? { passphrase } : { identity })
  }
  return (
    <form aria-label={text.vault.importYes} onSubmit={submit}>
      <div className="notice warn">
        <Icon name="warn" />
        <div className="block">
          <p>{text.vault.importWarning}</p>
          <p className="mono">{path}</p>
          {warning === null ? null : (
            <p role="alert">
              <strong>{warning}</strong> {text.vault.anotherVaultHelp}
            </p>
          )}
          <Segmented
            legend={text.vault.importHow}
            options={optionsOf(text.vault.importHows)}
            value={how}
            onChange={setHow}
          />
          {how === 'passphrase' ? (
            <SecretField key={how} label={text.vault.backupPassphrase} name={how} fault={fault} />
          ) : (
            <SecretField key={how} label={text.vault.importIdentity} name={how} fault={fault} />
          )}
          <div className="action-row">
            <button
              type="button"
              className="button"
              aria-disabled={busy !== null}
              onClick={() => {
                if (busy === null) useBackup.getState().set({ chosen: null, warning: null })
              }}
            >
              {text.vault.keep}
            </button>
            <button type="submit" className="button" aria-disabled={busy !== null}>
              {busy === 'restore'
                ? text.vault.importing
                : warning === null
                  ? text.vault.importYes
                  : text.vault.importAnyway}
            </button>
          </div>
        </div>
      </div>
    </form>
  )
}
