// A vault in bytes for the tests of its formats: header, slots and sealed records, with the keys that open them.

import type { RecordContext } from '../../../electron/ports/vault.ts'
import { damagedVault } from '../../../electron/vault/bytes.ts'
import { decodeHeader } from '../../../electron/vault/header.ts'
import { newVault, type OpenVault, openVault } from '../../../electron/vault/open-vault.ts'
import { KDF_FLOOR, randomBytes } from '../../../electron/vault/primitives.ts'
import { openRecord, type RecordKey, sealRecord } from '../../../electron/vault/record.ts'
import { makeKeychainSlot, makePassphraseSlot, makeRecoverySlot, openSlot } from '../../../electron/vault/slots.ts'
import { AppError } from '../../../shared/result.ts'

export const AT = 1_764_000_000_000
export const WORDS = 'words of a test'
const IDENTITY = 'AGE-SECRET-KEY-1OF-A-TEST'

export interface TestVault {
  open: OpenVault
  kek: Uint8Array
}

/** A vault with one slot of each kind. */
export async function aVault(build: 'product' | 'development' = 'product'): Promise<TestVault> {
  const owner = { vaultId: randomBytes(16), build }
  const master = randomBytes(32)
  const kek = randomBytes(32)
  const slots = [
    makeKeychainSlot(owner, 1, kek, master, AT),
    await makePassphraseSlot(owner, WORDS, KDF_FLOOR, master, AT),
    makeRecoverySlot(owner, IDENTITY, master, AT),
  ]
  return { open: newVault(owner.vaultId, build, master, AT, slots), kek }
}

/** Opens a vault by its keychain slot, all the way from the bytes; throws where any of it is refused. */
export async function openByKek(bytes: Uint8Array, kek: Uint8Array): Promise<OpenVault> {
  const header = decodeHeader(bytes)
  for (const slot of header.slots) {
    const master = await openSlot(header, slot, { kind: 'keychain', kek })
    if (master !== null) return openVault(bytes, master)
  }
  throw damagedVault()
}

export const CONTEXT: RecordContext = { recordId: 'record-1', type: 'exchange-key', version: 3, environment: 'live' }
export const PLAINTEXT: Uint8Array = new TextEncoder().encode('{"apiKey":"k","apiSecret":"s","passphrase":null}')

export function aRecordKey(change: Partial<RecordKey> = {}): RecordKey {
  return { vaultId: randomBytes(16), build: 'product', epoch: 2, dataKey: randomBytes(32), ...change }
}

/** A record with its key, and whether given bytes open under it. */
export function aRecord(key: RecordKey = aRecordKey(), context: RecordContext = CONTEXT) {
  const bytes = sealRecord(key, context, PLAINTEXT)
  const opens = (
    changed: Uint8Array,
    under: Partial<RecordKey> = {},
    as: Partial<RecordContext> = {},
    minSuite = 1,
  ): boolean => {
    try {
      openRecord({ ...key, ...under }, { ...context, ...as }, minSuite, changed)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'VAULT_DAMAGED') return false
      throw error
    }
  }
  return { key, bytes, opens }
}

/** The bytes with one bit turned. */
export function turned(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice()
  const at = bit >> 3
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7))
  return copy
}
