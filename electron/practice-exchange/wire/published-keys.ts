// The exchange's identity and the keys that it publishes: what they are, who vouches for them, and how they are replaced.

import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { remember, replace, transaction } from '../ledger.ts'
import { toBase64Url, utf8 } from './encoding.ts'

export const ENVIRONMENT = 'practice'

/** KEM, KDF and AEAD by their numbers in the HPKE registry: X25519, and ML-KEM-768 with X25519. */
export const SUITE_IDS = ['0020-0001-0003', '647a-0001-0003'] as const
export type SuiteId = (typeof SUITE_IDS)[number]

/** Keys of this many generations open bodies, so that an order that was sealed just before a rotation still counts. */
const GENERATIONS = 2

const stored = z.strictObject({
  serial: z.int().positive(),
  /** The identity's private half, PKCS #8 as base64url. */
  identity: z.string(),
  successions: z.array(z.strictObject({ identity: z.string(), successor: z.string(), signature: z.string() })),
  /** Input keying material, newest first. */
  materials: z.array(z.strictObject({ suite: z.enum(SUITE_IDS), material: z.string() })),
})
export type StoredKeys = z.infer<typeof stored>

export interface PublishedKey {
  keyId: string
  suite: SuiteId
  /** base64url */
  publicKey: string
}

/** What to replace at a start: the keys that bodies are sealed to, or the identity that vouches for them. */
export type Rotation = 'keys' | 'identity'

const NAME = 'gateway-keys'

const freshMaterials = () => SUITE_IDS.map((suite) => ({ suite, material: toBase64Url(randomBytes(32)) }))

function freshIdentity(): string {
  return toBase64Url(generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }))
}

function privateHalf(identity: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(identity, 'base64url'), format: 'der', type: 'pkcs8' })
}

function publicHalf(identity: string): string {
  const { x } = privateHalf(identity).export({ format: 'jwk' })
  if (x === undefined) throw new Error('the practice ledger holds a damaged identity')
  return x
}

function signLines(identity: string, lines: readonly (string | number)[]): string {
  return toBase64Url(sign(null, utf8(lines.join('\n')), privateHalf(identity)))
}

function rotated(keys: StoredKeys, what: Rotation): StoredKeys {
  const serial = keys.serial + 1
  if (what === 'keys') {
    const kept = keys.materials.slice(0, SUITE_IDS.length * (GENERATIONS - 1))
    return { ...keys, serial, materials: [...freshMaterials(), ...kept] }
  }
  const next = freshIdentity()
  const [old, successor] = [publicHalf(keys.identity), publicHalf(next)]
  const signature = signLines(keys.identity, ['prelist/gateway-succession/v1', ENVIRONMENT, old, successor])
  // The old private half is forgotten with this: what it had to say is said.
  const successions = [...keys.successions, { identity: old, successor, signature }]
  return { ...keys, serial, identity: next, successions }
}

/** Loads the exchange's keys from the ledger, or makes them on first use; replaces them first where that is asked for. */
export function loadKeys(db: DatabaseSync, rotation?: Rotation): StoredKeys {
  return transaction(db, () => {
    const make = () =>
      JSON.stringify({ serial: 1, identity: freshIdentity(), successions: [], materials: freshMaterials() })
    const keys = stored.parse(JSON.parse(remember(db, NAME, make)))
    if (rotation === undefined) return keys
    const next = rotated(keys, rotation)
    replace(db, NAME, JSON.stringify(next))
    return next
  })
}

/** The id of a key, which is derived from it. */
export function keyIdOf(suite: SuiteId, publicKey: Uint8Array): string {
  const digest = createHash('sha256')
    .update(utf8(`${suite}\0`))
    .update(publicKey)
    .digest('hex')
  return `gk-${digest.slice(0, 32)}`
}

/** The answer to `GET /v1/keys`: the keys, and the identity's word for them. */
export function statementOf(
  keys: StoredKeys,
  published: readonly PublishedKey[],
): Record<string, unknown> & { identity: string } {
  const identity = publicHalf(keys.identity)
  const listed = published.map((key) => `${key.keyId} ${key.suite} ${key.publicKey}`)
  const lines = ['prelist/gateway-keys/v1', ENVIRONMENT, keys.serial, identity, ...listed]
  return {
    environment: ENVIRONMENT,
    identity,
    serial: keys.serial,
    keys: published,
    signature: signLines(keys.identity, lines),
    successions: keys.successions,
  }
}
