// What can be read off a header without any key. Believed by nobody who decides about secrets: the MAC is not checked.

import type { HeaderFacts } from '../ports/vault.ts'
import { decodeHeader } from './header.ts'

/** The vault's id as it stands in names: a UUID. */
export function vaultIdText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** @param text a UUID */
export function vaultIdBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text.replaceAll('-', ''), 'hex'))
  if (bytes.length !== 16) throw new TypeError('not the id of a vault')
  return bytes
}

/** `null` for bytes that are no header. */
export function readHeaderFacts(bytes: Uint8Array): HeaderFacts | null {
  try {
    const { vaultId, generation, createdAt, slots, epochs } = decodeHeader(bytes)
    const ofKeychain = slots.filter(({ kind }) => kind === 'keychain')
    return {
      vaultId: vaultIdText(vaultId),
      generation,
      createdAt,
      keychainSlots: ofKeychain.length,
      passphrase: slots.some(({ kind }) => kind === 'passphrase'),
      recoveryAt: slots.find(({ kind }) => kind === 'recovery')?.createdAt ?? null,
      wrappingKeyAt: ofKeychain.length === 0 ? null : Math.max(...ofKeychain.map((slot) => slot.createdAt)),
      epochs: epochs.map(({ epoch, createdAt: at }) => ({ epoch, createdAt: at })).sort((a, b) => a.epoch - b.epoch),
    }
  } catch {
    return null
  }
}
