// The ways into a vault. Each slot wraps the same master key under a key of its own: one that lies in the keychain, one
// that is made of a passphrase, or one that is made of a recovery key on paper.

import type { Build } from '../ports/vault.ts'
import { ascii, joined, uint } from './bytes.ts'
import { BUILD_BYTE } from './derive.ts'
import { type KdfParams, randomBytes, stretch } from './primitives.ts'
import { unwrapKey, type Wrapped, wrapKey } from './wrap.ts'

export type SlotKind = 'keychain' | 'passphrase' | 'recovery'

export const SLOT_BYTE: Readonly<Record<SlotKind, number>> = { keychain: 1, passphrase: 2, recovery: 3 }
export const SALT_BYTES = 16

export interface Slot {
  kind: SlotKind
  /** Of a keychain slot: the number in the item's name. Of the others 0. */
  number: number
  /** Of a passphrase slot; of the others all 0, as their secrets are 256 random bits that nobody can guess. */
  kdf: KdfParams
  salt: Uint8Array
  /** Milliseconds since 1970. */
  createdAt: number
  wrapped: Wrapped
}

/** Which vault a slot belongs to. */
export interface SlotOwner {
  vaultId: Uint8Array
  build: Build
}

export const NO_KDF: KdfParams = { memory: 0, passes: 0, lanes: 0 }
export const NO_SALT: Uint8Array = new Uint8Array(SALT_BYTES)

type Meta = Omit<Slot, 'wrapped'>

/** Everything about a slot but its wrapped key; associated data of the wrapping. */
export function slotMeta(slot: Meta): Uint8Array {
  const { memory, passes, lanes } = slot.kdf
  return joined(
    uint(SLOT_BYTE[slot.kind], 1),
    uint(slot.number, 4),
    uint(memory, 4),
    uint(passes, 4),
    uint(lanes, 1),
    slot.salt,
    uint(slot.createdAt, 8),
  )
}

const context = (owner: SlotOwner, meta: Meta) =>
  joined(ascii('prelist/slot/v1'), uint(BUILD_BYTE[owner.build], 1), owner.vaultId, slotMeta(meta))

/** Wraps the master key and wipes the wrapping key. */
function filled(owner: SlotOwner, meta: Meta, wrappingKey: Uint8Array, master: Uint8Array): Slot {
  try {
    return { ...meta, wrapped: wrapKey(wrappingKey, master, context(owner, meta)) }
  } finally {
    wrappingKey.fill(0)
  }
}

/** @param kek 32 random bytes, kept in the keychain under the item `number`; its owner wipes it */
export function makeKeychainSlot(
  owner: SlotOwner,
  number: number,
  kek: Uint8Array,
  master: Uint8Array,
  at: number,
): Slot {
  return filled(owner, { kind: 'keychain', number, kdf: NO_KDF, salt: NO_SALT, createdAt: at }, kek.slice(), master)
}

/** Argon2id of the passphrase; about a second with the default parameters. */
export async function makePassphraseSlot(
  owner: SlotOwner,
  passphrase: string,
  kdf: KdfParams,
  master: Uint8Array,
  at: number,
): Promise<Slot> {
  const meta: Meta = { kind: 'passphrase', number: 0, kdf, salt: randomBytes(SALT_BYTES), createdAt: at }
  return filled(owner, meta, await stretch(passphrase, meta.salt, kdf), master)
}

/** @param identity `AGE-SECRET-KEY-1...`: 256 random bits as text, which the trader keeps on paper */
export function makeRecoverySlot(owner: SlotOwner, identity: string, master: Uint8Array, at: number): Slot {
  const meta: Meta = { kind: 'recovery', number: 0, kdf: NO_KDF, salt: NO_SALT, createdAt: at }
  return filled(owner, meta, identityBytes(identity), master)
}

/** What opens a slot of that kind. */
export type SlotSecret =
  | { kind: 'keychain'; kek: Uint8Array }
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'recovery'; identity: string }

/**
 * The master key, or `null` when the secret is not that of this slot.
 * @throws AppError `VAULT_DAMAGED` for parameters outside floor and ceiling
 */
export async function openSlot(owner: SlotOwner, slot: Slot, secret: SlotSecret): Promise<Uint8Array | null> {
  if (slot.kind !== secret.kind) return null
  const wrappingKey = await slotKey(slot, secret)
  try {
    return unwrapKey(wrappingKey, slot.wrapped, context(owner, slot))
  } finally {
    wrappingKey.fill(0)
  }
}

/** A copy that is ours to wipe. */
async function slotKey(slot: Slot, secret: SlotSecret): Promise<Uint8Array> {
  if (secret.kind === 'keychain') return secret.kek.slice()
  if (secret.kind === 'recovery') return identityBytes(secret.identity)
  return stretch(secret.passphrase, slot.salt, slot.kdf)
}

/** Typed off paper: case and spaces around it do not matter, as they do not to the `age` command. */
const identityBytes = (identity: string) => ascii(identity.trim().toUpperCase())
