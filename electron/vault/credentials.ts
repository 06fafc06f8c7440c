// An exchange's credentials as the bytes of a sealed record, and back.

import { z } from 'zod'
import type { Credentials } from '../vault-ports.ts'
import { damagedVault } from './bytes.ts'

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
