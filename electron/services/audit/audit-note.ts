// A checkpoint of the audit log as a signed note (C2SP signed-note): three lines of text that say how long the log is
// and how it ends, and an Ed25519 signature over exactly these lines.

import { createHash, createPublicKey, verify } from 'node:crypto'
import type { AuditRow } from '../../ports/stores.ts'

/** Says what is signed; also the name of the key, as the format asks. */
const ORIGIN = 'prelist/audit-log/v1'
const ED25519 = 1
const NOTE = /^([^\n]+\n(\d+)\n([A-Za-z0-9+/]{43}=)\n)\n— \S+ ([A-Za-z0-9+/]+={0,2})\n$/
const KEY_ID_BYTES = 4

/** The text of a checkpoint at this entry: origin, number of entries, SHA-256 of the last one. */
export function checkpointText({ seq, hash }: Pick<AuditRow, 'seq' | 'hash'>): string {
  return `${ORIGIN}\n${seq}\n${Buffer.from(hash).toString('base64')}\n`
}

/** The text with its signature by the key whose public half is `signer`. */
export function signedNote(text: string, signer: Uint8Array, signature: Uint8Array): string {
  return `${text}\n— ${ORIGIN} ${Buffer.concat([keyId(signer), signature]).toString('base64')}\n`
}

/** What a note says, or `null` when `signer` has not signed exactly this text, written in exactly this form. */
export function readNote(note: string, signer: Uint8Array): Pick<AuditRow, 'seq' | 'hash'> | null {
  const [, text = '', seq = '', hash = '', line = ''] = NOTE.exec(note) ?? []
  const end = { seq: Number(seq), hash: Buffer.from(hash, 'base64') }
  const signature = Buffer.from(line, 'base64').subarray(KEY_ID_BYTES)
  // Built anew and compared: what can be written in two ways would leave room for a second note.
  if (text !== checkpointText(end) || note !== signedNote(text, signer, signature)) return null
  return isSigned(text, signer, signature) ? end : null
}

function isSigned(text: string, signer: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(signer).toString('base64url')
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, signature)
  } catch {
    // Bytes that are no key at all sign nothing.
    return false
  }
}

function keyId(signer: Uint8Array): Buffer {
  const hash = createHash('sha256').update(`${ORIGIN}\n`).update(Buffer.of(ED25519)).update(signer)
  return hash.digest().subarray(0, KEY_ID_BYTES)
}
