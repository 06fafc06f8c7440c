// An exchange's credentials as the bytes of a sealed record, and back.

import { z } from 'zod'
import { checkKeyForm } from '../../../shared/key-form.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Credentials } from '../../ports/vault.ts'
import { damagedVault } from '../bytes.ts'

const shape = z.strictObject({ apiKey: z.string(), apiSecret: z.string(), passphrase: z.string().nullable() })

/** The caller wipes what it gets. */
export function plaintextOf({ apiKey, apiSecret, passphrase }: Credentials): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ apiKey, apiSecret, passphrase }))
}

/** @throws AppError `VAULT_DAMAGED` for bytes that are no credentials; they were sealed by another program then */
export function credentialsOf(plaintext: Uint8Array): Credentials {
  let value: unknown = null
  try {
    value = JSON.parse(new TextDecoder().decode(plaintext))
  } catch {
    // Its error would repeat what it was given.
  }
  const { data } = shape.safeParse(value)
  if (data === undefined) throw damagedVault()
  return data
}

/**
 * The key as its exchange gives it out. One that a reference has found, or that an earlier version took in as it was typed,
 * can hold anything.
 * @throws AppError `KEY_UNAVAILABLE` for what is no key of this exchange; its text repeats nothing of it
 */
export function usableKey(venue: string, credentials: Credentials): Credentials {
  const checked = checkKeyForm(venue, credentials)
  if ('key' in checked) return checked.key
  throw new AppError('KEY_UNAVAILABLE', reason('KEY_FAULT', { venue, ...checked.fault }))
}
