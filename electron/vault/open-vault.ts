// A vault whose master key is known: its header, its data keys and its signing key, and how each new header is made.

import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { Build, RecordContext, SealedRecord } from '../ports/vault.ts'
import { ascii, damagedVault, joined, uint } from './bytes.ts'
import { BUILD_BYTE, deriveKey } from './derive.ts'
import { checkHeader, decodeHeader, encodeHeader, type VaultHeader } from './header.ts'
import { KEY_BYTES, randomBytes } from './primitives.ts'
import { epochOf, openRecord, SUITE, sealRecord } from './record.ts'
import type { Slot } from './slots.ts'
import { unwrapKey, wrapKey } from './wrap.ts'

export interface OpenVault {
  header: VaultHeader
  /** As it was committed last. */
  bytes: Uint8Array
  master: Uint8Array
  dataKeys: Map<number, Uint8Array>
  signer: KeyObject
}

/** PKCS #8 around a 32-byte Ed25519 seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function signerOf(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key
}

function publicHalf(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES))
}

type Owner = Pick<VaultHeader, 'vaultId' | 'build'>

const epochContext = (owner: Owner, epoch: number, createdAt: number) =>
  joined(ascii('prelist/dek/v1'), uint(BUILD_BYTE[owner.build], 1), owner.vaultId, uint(epoch, 4), uint(createdAt, 8))
const seedContext = (owner: Owner) => joined(ascii('prelist/seed/v1'), uint(BUILD_BYTE[owner.build], 1), owner.vaultId)

function newEpoch(owner: Owner, master: Uint8Array, epoch: number, createdAt: number) {
  const dataKey = randomBytes(KEY_BYTES)
  const wrappingKey = deriveKey(master, owner.vaultId, 'dek-wrap', owner.build)
  return {
    dataKey,
    wrapped: { epoch, createdAt, wrapped: wrapKey(wrappingKey, dataKey, epochContext(owner, epoch, createdAt)) },
  }
}

/** A vault with a first data key and a signing key of its own; nothing of it is written anywhere yet. */
export function newVault(vaultId: Uint8Array, build: Build, master: Uint8Array, at: number, slots: Slot[]): OpenVault {
  const owner = { vaultId, build }
  const { dataKey, wrapped } = newEpoch(owner, master, 1, at)
  const seed = randomBytes(KEY_BYTES)
  const signer = signerOf(seed)
  const header: VaultHeader = {
    ...owner,
    generation: 1,
    minSuite: SUITE,
    createdAt: at,
    slots,
    epochs: [wrapped],
    signerKey: publicHalf(signer),
    signingSeed: wrapKey(deriveKey(master, vaultId, 'signing-seed-wrap', build), seed, seedContext(owner)),
  }
  seed.fill(0)
  return { header, bytes: encodeHeader(header, master), master, dataKeys: new Map([[1, dataKey]]), signer }
}

/**
 * The vault behind a header.
 * @throws AppError `VAULT_DAMAGED` when the bytes are not those that a holder of the master key wrote
 */
export function openVault(bytes: Uint8Array, master: Uint8Array): OpenVault {
  const header = decodeHeader(bytes)
  checkHeader(bytes, header, master)
  const wrappingKey = deriveKey(master, header.vaultId, 'dek-wrap', header.build)
  const dataKeys = new Map<number, Uint8Array>()
  for (const { epoch, createdAt, wrapped } of header.epochs) {
    dataKeys.set(epoch, present(unwrapKey(wrappingKey, wrapped, epochContext(header, epoch, createdAt))))
  }
  const seedKey = deriveKey(master, header.vaultId, 'signing-seed-wrap', header.build)
  const seed = present(unwrapKey(seedKey, header.signingSeed, seedContext(header)))
  const signer = signerOf(seed)
  seed.fill(0)
  return { header, bytes, master, dataKeys, signer }
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw damagedVault()
  return value
}

/** The same vault with other slots or epochs and the next generation. */
export function changed(vault: OpenVault, change: Partial<Pick<VaultHeader, 'slots' | 'epochs'>>): OpenVault {
  const header = { ...vault.header, ...change, generation: vault.header.generation + 1 }
  const kept = new Set(header.epochs.map(({ epoch }) => epoch))
  const dataKeys = new Map([...vault.dataKeys].filter(([epoch]) => kept.has(epoch)))
  return { ...vault, header, dataKeys, bytes: encodeHeader(header, vault.master) }
}

/** The same vault with one data key more, which seals from now on. */
export function withNewEpoch(vault: OpenVault, at: number): OpenVault {
  const { dataKey, wrapped } = newEpoch(vault.header, vault.master, newestEpoch(vault) + 1, at)
  const next = changed(vault, { epochs: [...vault.header.epochs, wrapped] })
  next.dataKeys.set(wrapped.epoch, dataKey)
  return next
}

export const newestEpoch = (vault: OpenVault): number => Math.max(...vault.header.epochs.map(({ epoch }) => epoch))

const keyOf = ({ header, dataKeys }: OpenVault, epoch: number) => ({
  vaultId: header.vaultId,
  build: header.build,
  epoch,
  dataKey: present(dataKeys.get(epoch)),
})

export function sealWith(vault: OpenVault, context: RecordContext, plaintext: Uint8Array): Uint8Array {
  return sealRecord(keyOf(vault, newestEpoch(vault)), context, plaintext)
}

/** @throws AppError `VAULT_DAMAGED` */
export function openWith(vault: OpenVault, { bytes, ...context }: SealedRecord): Uint8Array {
  return openRecord(keyOf(vault, epochOf(bytes)), context, vault.header.minSuite, bytes)
}

export function signWith(vault: OpenVault, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, vault.signer))
}

/** Overwrites the keys that can be overwritten. What libraries copied stays until the process ends. */
export function wipe(vault: OpenVault): void {
  vault.master.fill(0)
  for (const key of vault.dataKeys.values()) key.fill(0)
}
