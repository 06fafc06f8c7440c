// The vault's one item in the keychain: its wrapping key, and what must not be forgotten when an old file is put back.

import { z } from 'zod'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { SecretStore } from '../ports/system.ts'
import type { Anchor } from '../ports/vault.ts'
import { equalBytes, KEY_BYTES } from './primitives.ts'

/** Windows takes 2,560 bytes; an item that stays far below fits every keychain. */
const MAX_BYTES = 512

export interface KeychainItem {
  kek: Uint8Array
  anchor: Anchor
  /** Of the newest header that is known to be on the disk. */
  generation: number
  /**
   * The numbers of this profile's other items during a rotation. One that no slot names is left over from a rotation that
   * was cut off. Numbers alone do not tell: another profile with the same vault has keys here too.
   */
  others: readonly number[]
}

export const NO_ANCHOR: Anchor = { auditSeq: 0, auditHash: '', minEpoch: 1 }

/** The vault's id is part of the name, so that no profile ever writes over the key of another one. */
const itemName = (vaultId: string, number: number): string => `vault:${vaultId}:kek-${number}`

const shape = z.strictObject({
  v: z.literal(1),
  vaultId: z.string(),
  kek: z.base64url(),
  auditSeq: z.int().nonnegative(),
  auditHash: z.string().regex(/^([0-9a-f]{64})?$/),
  minEpoch: z.int().positive(),
  generation: z.int().nonnegative(),
  others: z.array(z.int().positive()).max(8),
})

/**
 * The item, or `null` when the keychain works and has none.
 * @throws AppError `KEYCHAIN_LOCKED`, `KEYCHAIN_UNREACHABLE`, or `KEYCHAIN_MISMATCH` for what is no item of this vault
 */
export async function readItem(store: SecretStore, vaultId: string, number: number): Promise<KeychainItem | null> {
  const text = await asking(() => store.get(itemName(vaultId, number)))
  return text === null ? null : parse(text, vaultId)
}

/**
 * Writes the item and reads it back; only then may anything rely on it.
 * @throws AppError `KEYCHAIN_LOCKED`, `KEYCHAIN_UNREACHABLE`
 */
export async function writeItem(
  store: SecretStore,
  vaultId: string,
  number: number,
  { kek, anchor, generation = 0, others = [] }: Pick<KeychainItem, 'kek' | 'anchor'> & Partial<KeychainItem>,
): Promise<void> {
  const text = JSON.stringify({
    v: 1,
    vaultId,
    kek: Buffer.from(kek).toString('base64url'),
    ...anchor,
    generation,
    others,
  })
  if (Buffer.byteLength(text) > MAX_BYTES) throw new RangeError('the keychain item is too large')
  await asking(() => store.set(itemName(vaultId, number), text))
  const back = await readItem(store, vaultId, number)
  if (back === null || !equalBytes(back.kek, kek)) {
    throw new AppError('KEYCHAIN_UNREACHABLE', reason('KEYCHAIN_LOST_KEY'))
  }
}

export async function deleteItem(store: SecretStore, vaultId: string, number: number): Promise<void> {
  await asking(() => store.delete(itemName(vaultId, number)))
}

/** The first number from `from` on under which the keychain holds nothing, ours or not. @throws AppError `KEYCHAIN_*` */
export async function freeNumber(store: SecretStore, vaultId: string, from: number): Promise<number> {
  for (let number = from; ; number++) {
    if ((await asking(() => store.get(itemName(vaultId, number)))) === null) return number
  }
}

function parse(text: string, vaultId: string): KeychainItem {
  const { data } = shape.safeParse(jsonOf(text))
  const kek = data === undefined ? null : new Uint8Array(Buffer.from(data.kek, 'base64url'))
  if (data === undefined || kek?.length !== KEY_BYTES || data.vaultId !== vaultId) {
    throw new AppError('KEYCHAIN_MISMATCH', reason('KEYCHAIN_OCCUPIED'))
  }
  const { auditSeq, auditHash, minEpoch, generation, others } = data
  return { kek, anchor: { auditSeq, auditHash, minEpoch }, generation, others }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('KEYCHAIN_UNREACHABLE', reason('KEYCHAIN_SILENT'), {
      cause: error,
    })
  }
}
