// A field for a secret: hidden while it is typed. What is typed lies in the input alone and never in the page's state,
// of which React keeps the one before as well; `takeSecrets` takes it from there.

import { FieldFrame } from './FieldFrame.tsx'

interface Props {
  label: string
  /** Names it within its form. */
  name: string
  hint?: string
  fault?: string | null
}

/** One secret. */
export function SecretField({ label, name, hint, fault }: Props) {
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => <input {...ties} type="password" name={name} autoCapitalize="off" autoCorrect="off" />}
    </FieldFrame>
  )
}
