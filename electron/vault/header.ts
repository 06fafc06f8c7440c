// The header of the vault: its ways in, its wrapped data keys and its signing key, in fixed-width bytes under one MAC.
// The layout is written down in docs/vault-format.md.

import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import type { Build } from '../ports/vault.ts'
import { ascii, damagedVault, joined, type Reader, reader, uint } from './bytes.ts'
import { BUILD_BYTE, deriveKey } from './derive.ts'
import { checkKdf, equalBytes, hmac } from './primitives.ts'
import { SUITE } from './record.ts'
import { NO_KDF, NO_SALT, SALT_BYTES, SLOT_BYTE, type Slot, type SlotKind, slotMeta } from './slots.ts'
import { WRAP_SALT_BYTES, WRAPPED_BYTES, type Wrapped } from './wrap.ts'

const MAGIC = ascii('PLSV')
const FORMAT = 1
const MAC_BYTES = 32
/** Some forty data keys. A longer one is not looked into, so that nobody is kept busy by a false one. */
const MAX_BYTES = 4096
const VAULT_ID_BYTES = 16
const PUBLIC_KEY_BYTES = 32

/** A data key. The newest seals; the others only open, until nothing is sealed with them any more. */
export interface WrappedEpoch {
  epoch: number
  createdAt: number
  wrapped: Wrapped
}

export interface VaultHeader {
  build: Build
  vaultId: Uint8Array
  /** Rises with each change; of two valid copies the higher one counts. */
  generation: number
  /** Records of a lower suite are refused. */
  minSuite: number
  createdAt: number
  slots: Slot[]
  epochs: WrappedEpoch[]
  /** Ed25519: the seed wrapped under the master key, and its public half. */
  signingSeed: Wrapped
  signerKey: Uint8Array
}

const wrappedBytes = ({ salt, ciphertext }: Wrapped) => joined(salt, ciphertext)

function body(header: VaultHeader): Uint8Array {
  return joined(
    MAGIC,
    uint(FORMAT, 1),
    uint(BUILD_BYTE[header.build], 1),
    header.vaultId,
    uint(header.generation, 8),
    uint(header.minSuite, 1),
    uint(header.createdAt, 8),
    uint(header.slots.length, 1),
    ...header.slots.map((slot) => joined(slotMeta(slot), wrappedBytes(slot.wrapped))),
    uint(header.epochs.length, 1),
    ...header.epochs.map(({ epoch, createdAt, wrapped }) =>
      joined(uint(epoch, 4), uint(createdAt, 8), wrappedBytes(wrapped)),
    ),
    header.signerKey,
    wrappedBytes(header.signingSeed),
  )
}

const macOf = (bytes: Uint8Array, header: VaultHeader, master: Uint8Array) =>
  hmac(deriveKey(master, header.vaultId, 'header-mac', header.build), bytes)

/**
 * The bytes of a header, with the MAC that only the holder of the master key can make.
 * @throws AppError `TRY_LATER` when no more data keys fit, `VAULT_DAMAGED` for what could not be read back
 */
export function encodeHeader(header: VaultHeader, master: Uint8Array): Uint8Array {
  const covered = body(header)
  const bytes = joined(covered, macOf(covered, header, master))
  if (bytes.length > MAX_BYTES) {
    throw new AppError('TRY_LATER', reason('TOO_MANY_DATA_KEYS'))
  }
  decodeHeader(bytes)
  return bytes
}

/**
 * Reads a header whose MAC cannot be checked yet, because the master key lies in it.
 * @throws AppError `VAULT_DAMAGED` for anything that this version does not write
 */
export function decodeHeader(bytes: Uint8Array): VaultHeader {
  if (bytes.length > MAX_BYTES) throw damagedVault()
  const from = reader(bytes)
  if (!equalBytes(from.bytes(MAGIC.length), MAGIC) || from.uint(1) !== FORMAT) throw damagedVault()
  const header = {
    build: named(BUILD_BYTE, from.uint(1)),
    vaultId: from.bytes(VAULT_ID_BYTES),
    generation: from.uint(8),
    minSuite: from.uint(1),
    createdAt: from.uint(8),
    slots: Array.from({ length: from.uint(1) }, () => readSlot(from)),
    epochs: Array.from({ length: from.uint(1) }, () => ({
      epoch: from.uint(4),
      createdAt: from.uint(8),
      wrapped: readWrapped(from),
    })),
    signerKey: from.bytes(PUBLIC_KEY_BYTES),
    signingSeed: readWrapped(from),
  }
  from.bytes(MAC_BYTES)
  from.end()
  checkContents(header)
  return header
}

// Beyond the layout: a suite that is known, ways in that cost one try each, data keys of which one is the newest.
function checkContents({ minSuite, slots, epochs }: VaultHeader): void {
  if (minSuite < 1 || minSuite > SUITE) throw damagedVault()
  for (const one of ['passphrase', 'recovery'] as const) {
    if (slots.filter(({ kind }) => kind === one).length > 1) throw damagedVault()
  }
  if (epochs.length === 0) throw damagedVault()
  for (const [at, { epoch }] of epochs.entries()) if (epoch <= (epochs[at - 1]?.epoch ?? 0)) throw damagedVault()
}

/** @throws AppError `VAULT_DAMAGED` when the bytes are not those that the holder of the master key wrote */
export function checkHeader(bytes: Uint8Array, header: VaultHeader, master: Uint8Array): void {
  const end = bytes.length - MAC_BYTES
  if (!equalBytes(bytes.slice(end), macOf(bytes.slice(0, end), header, master))) throw damagedVault()
}

function named<Name extends string>(bytes: Readonly<Record<Name, number>>, byte: number): Name {
  for (const name in bytes) if (bytes[name] === byte) return name
  throw damagedVault()
}

function readWrapped(from: Reader): Wrapped {
  return { salt: from.bytes(WRAP_SALT_BYTES), ciphertext: from.bytes(WRAPPED_BYTES) }
}

function readSlot(from: Reader): Slot {
  const kind: SlotKind = named(SLOT_BYTE, from.uint(1))
  const number = from.uint(4)
  const kdf = { memory: from.uint(4), passes: from.uint(4), lanes: from.uint(1) }
  const slot = { kind, number, kdf, salt: from.bytes(SALT_BYTES), createdAt: from.uint(8), wrapped: readWrapped(from) }
  // Before anybody can be made to compute with them.
  if (kind === 'passphrase') checkKdf(kdf)
  // A field that a kind does not use says nothing, and then it says it in one way.
  else if (!equalBytes(slotMeta(slot), slotMeta({ ...slot, kdf: NO_KDF, salt: NO_SALT }))) throw damagedVault()
  if (kind !== 'keychain' && number !== 0) throw damagedVault()
  return slot
}
