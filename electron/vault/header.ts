// The header of the vault: its ways in, its wrapped data keys and its signing key, in fixed-width bytes under one MAC.
// The layout is written down in docs/vault-format.md.

import type { Build } from '../vault-ports.ts'
import { ascii, damagedVault, joined, type Reader, reader, uint } from './bytes.ts'
import { BUILD_BYTE, deriveKey } from './derive.ts'
import { checkKdf, equalBytes, hmac, NONCE_BYTES } from './primitives.ts'
import { SALT_BYTES, SLOT_BYTE, type Slot, type SlotKind, slotMeta } from './slots.ts'
import { WRAPPED_BYTES, type Wrapped } from './wrap.ts'

const MAGIC = ascii('PLSV')
const FORMAT = 1
const MAC_BYTES = 32
export const VAULT_ID_BYTES = 16
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

const wrappedBytes = ({ nonce, ciphertext }: Wrapped) => joined(nonce, ciphertext)

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

export function encodeHeader(header: VaultHeader, master: Uint8Array): Uint8Array {
  const bytes = body(header)
  return joined(bytes, macOf(bytes, header, master))
}

/**
 * Reads a header whose MAC cannot be checked yet, because the master key lies in it.
 * @throws AppError `VAULT_DAMAGED` for anything that this version does not write
 */
export function decodeHeader(bytes: Uint8Array): VaultHeader {
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
  return header
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
  return { nonce: from.bytes(NONCE_BYTES), ciphertext: from.bytes(WRAPPED_BYTES) }
}

function readSlot(from: Reader): Slot {
  const kind: SlotKind = named(SLOT_BYTE, from.uint(1))
  const number = from.uint(4)
  const kdf = { memory: from.uint(4), passes: from.uint(4), lanes: from.uint(1) }
  // Before anybody can be made to compute with them.
  if (kind === 'passphrase') checkKdf(kdf)
  return { kind, number, kdf, salt: from.bytes(SALT_BYTES), createdAt: from.uint(8), wrapped: readWrapped(from) }
}
