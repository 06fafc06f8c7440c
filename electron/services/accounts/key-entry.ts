// What is looked at before a key is asked about or kept: whether the exchange can have given it out at all.

import { createPrivateKey } from 'node:crypto'
import { checkKeyForm, type KeyFault, type MendedKey, type Mending, type TypedKey } from '../../../shared/key-form.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { credentialsAt } from '../../../shared/venues/fact-sheets.ts'
import type { KeyKind } from '../../../shared/venues/facts/sheet.ts'

/**
 * The key as the exchange gives it out, and what was put right. Asks nobody.
 * @throws AppError `BAD_KEY_FORM` with the field, the reason and the place; its words repeat nothing of the key
 */
export function enteredKey(venue: string, typed: TypedKey): { key: MendedKey; mended: Mending[] } {
  const checked = checkKeyForm(venue, typed)
  if ('fault' in checked) throw badForm(venue, checked.fault)
  const { kinds } = credentialsAt(venue)
  const { apiSecret } = checked.key
  if (apiSecret.startsWith('-----BEGIN')) {
    const kind = kindOf(apiSecret)
    const position = null
    if (kind === null) throw badForm(venue, { field: 'apiSecret', reason: 'form', position })
    if (kind === 'other' || !kinds?.includes(kind))
      throw badForm(venue, { field: 'apiSecret', reason: 'kind', position })
  }
  return checked
}

function badForm(venue: string, fault: KeyFault): AppError {
  return new AppError('BAD_KEY_FORM', reason('KEY_FAULT', { venue, ...fault }))
}

/** Which kind of private key it is; `null` for none that can be read. */
function kindOf(pem: string): KeyKind | 'other' | null {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem)
    if (type === 'ec') return details?.namedCurve === 'prime256v1' ? 'ec' : 'other'
    return type === 'ed25519' || type === 'rsa' ? type : 'other'
  } catch {
    // Its own words could repeat a part of the key.
    return null
  }
}
