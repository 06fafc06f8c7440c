// A private key in the one spelling that ccxt reads for its exchange: of the forms that the exchanges give out, and that other
// tools write, it knows one each.

import { createPrivateKey, type KeyObject } from 'node:crypto'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

/** The secret as ccxt takes it. @throws AppError `KEY_UNAVAILABLE` for a private key that cannot be read */
export function secretFor(secret: string): string {
  if (!secret.startsWith('-----BEGIN')) return secret
  try {
    return spelled(createPrivateKey(secret))
  } catch {
    // The library's own words could repeat a part of it.
    throw new AppError('KEY_UNAVAILABLE', reason('PRIVATE_KEY_UNREADABLE'))
  }
}

// Without a line break at the end: ccxt tells the kinds of Binance's keys apart by their length.
function spelled(key: KeyObject): string {
  const isCurve = key.asymmetricKeyType === 'ec'
  return key
    .export(isCurve ? { type: 'sec1', format: 'pem' } : { type: 'pkcs8', format: 'pem' })
    .toString()
    .trim()
}
