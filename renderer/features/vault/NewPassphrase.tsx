// A new passphrase, typed twice: one that was mistyped once would open nothing ever again.

import { text } from '../../messages/late/en.ts'
import { SecretField } from '../../ui/fields/SecretField.tsx'
import { takeSecrets } from '../../ui/secrets.ts'

/** What was typed, or null when the two differ. The fields are empty afterwards either way. */
export function takeNewPassphrase(form: HTMLFormElement): string | null {
  const { passphrase, again } = takeSecrets(form, 'passphrase', 'again')
  return passphrase === again ? passphrase : null
}

/** The two fields. */
export function NewPassphrase({ label, fault }: { label: string; fault: string | null }) {
  return (
    <div className="two-fields">
      <SecretField label={label} name="passphrase" fault={fault} />
      <SecretField label={text.vault.again} name="again" />
    </div>
  )
}
