// The manifest of a backup: what is in it, with the digest of every part, and who signed it. docs/backups.md is the format.

import { createPublicKey, verify } from 'node:crypto'
import { invalidBackup } from './invalid-backup.ts'

const FORMAT = 'prelist-backup/1'
export const MANIFEST_MAX: number = 64 * 1024
export const SIGNATURE_BYTES = 64

/** The parts that the manifest speaks for, in the order of the archive, with the most bytes that each may have. */
export const PARTS = [
  { name: 'vault-key', max: 32 },
  { name: 'vault-header', max: 64 * 1024 },
  { name: 'profile.sqlite', max: 4 * 1024 ** 3 },
] as const
export type PartName = (typeof PARTS)[number]['name']

export interface Digest {
  size: number
  /** Hex. */
  sha256: string
}

export interface Manifest {
  facts: Record<string, string | number>
  parts: Record<PartName, Digest>
  /** Public half of the vault's signing key, Ed25519, hex. */
  signer: string
}

const MAX_FACTS = 64
const FACT_NAME = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/
const SHA256 = /^[0-9a-f]{64}$/

/** The manifest's bytes in canonical form (RFC 8785: names sorted, no spaces); these are what is signed. */
export function manifestBytes({ facts, parts, signer }: Manifest): Uint8Array {
  const bytes = Buffer.from(canonical({ facts, format: FORMAT, parts, signer }))
  if (bytes.length > MANIFEST_MAX) throw new RangeError('the manifest is too long')
  return bytes
}

/**
 * The manifest behind bytes that anybody may have written. Only the canonical form passes, so that one content has one
 * signature.
 * @throws AppError `BACKUP_INVALID`
 */
export function readManifest(bytes: Uint8Array, signature: Uint8Array): Manifest {
  try {
    const manifest = toManifest(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    if (Buffer.compare(manifestBytes(manifest), bytes) !== 0) throw new TypeError('not canonical')
    const x = Buffer.from(manifest.signer, 'hex').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    if (!verify(null, bytes, key, signature)) throw new TypeError('not signed')
    return manifest
  } catch (error) {
    throw invalidBackup(error)
  }
}

function toManifest(value: unknown): Manifest {
  const { facts, format, parts, signer } = fields(value, ['facts', 'format', 'parts', 'signer'])
  if (format !== FORMAT || typeof signer !== 'string' || !SHA256.test(signer)) throw new TypeError('no manifest')
  const digests = fields(parts, PARTS.map(({ name }) => name).sort())
  const digestOf = (name: PartName): Digest => {
    const max = PARTS.find((part) => part.name === name)?.max ?? 0
    const { size, sha256 } = fields(digests[name], ['sha256', 'size'])
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new TypeError('no digest')
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1 || size > max)
      throw new TypeError('no size')
    return { size, sha256 }
  }
  return {
    facts: toFacts(facts),
    parts: {
      'vault-key': digestOf('vault-key'),
      'vault-header': digestOf('vault-header'),
      'profile.sqlite': digestOf('profile.sqlite'),
    },
    signer,
  }
}

function toFacts(value: unknown): Manifest['facts'] {
  const entries = Object.entries(record(value))
  if (entries.length > MAX_FACTS) throw new TypeError('too many facts')
  return Object.fromEntries(
    entries.map(([name, fact]) => {
      if (!FACT_NAME.test(name)) throw new TypeError('no name of a fact')
      if (typeof fact === 'string' && fact.length <= 200 && fact.isWellFormed()) return [name, fact]
      if (typeof fact === 'number' && Number.isSafeInteger(fact)) return [name, fact]
      throw new TypeError('no fact')
    }),
  )
}

/** The fields of an object that has exactly these, given in sorted order. */
function fields(value: unknown, names: readonly string[]): Record<string, unknown> {
  const object = record(value)
  if (Object.keys(object).sort().join() !== names.join()) throw new TypeError('other fields')
  return object
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object')
  return value as Record<string, unknown>
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`
}
