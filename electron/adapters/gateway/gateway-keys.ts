// Whether the keys that a gateway publishes may be believed: signed by the identity that is remembered or configured, or
// by one that it named as its successor, and not older than what was seen before.

import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Sealing } from '../../../shared/app.ts'
import type { Environment } from '../../../shared/order.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { GatewayPin } from '../../ports/stores.ts'
import { type SealingKey, SUITES } from '../sealed-channel.ts'

/** A gateway's answer to `GET /v1/keys`; docs/gateway-protocol.md says what each part means. */
export interface PublishedKeys extends GatewayPin {
  environment: string
  keys: { keyId: string; suite: string; publicKey: string }[]
  signature: string
  successions: { identity: string; successor: string; signature: string }[]
}

export type Judgement =
  /** `pin` is what to remember from now on. */
  | { kind: 'first' | 'same' | 'newer' | 'succeeded'; pin: GatewayPin }
  /** Signed, but by a stranger, or older than what was seen: only the trader can say that this is right. */
  | { kind: 'another-identity' | 'older'; pin: GatewayPin }
  | { kind: 'invalid'; why: Reason }

/** The name by which people compare identities: SHA-256 of the public key, 32 hex digits in groups of four. */
export function fingerprintOf(identity: string): string {
  const digest = createHash('sha256').update(Buffer.from(identity, 'base64url')).digest('hex')
  return digest.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')
}

/** The id that a key must have: derived from it, so that no gateway can give its key the name of another's. */
function keyIdOf(suite: string, publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(`${suite}\0`).update(publicKey).digest('hex')
  return `gk-${digest.slice(0, 32)}`
}

function signedBy(identity: string, lines: readonly (string | number)[], signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: identity }, format: 'jwk' })
    return verify(null, Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** True when a chain of successions, each signed by the one before, leads from `from` to `to`. */
function succeeds({ environment, successions }: PublishedKeys, from: string, to: string): boolean {
  let current = from
  for (const { identity, successor, signature } of successions) {
    if (identity !== current) continue
    const lines = ['prelist/gateway-succession/v1', environment, identity, successor]
    if (!signedBy(identity, lines, signature)) return false
    current = successor
  }
  return current === to
}

/** Judges `published` for an account of `environment`, of whose gateway `known` is remembered, or nothing yet. */
export function judgeKeys(published: PublishedKeys, environment: Environment, known: GatewayPin | null): Judgement {
  const { identity, serial, keys, signature } = published
  if (published.environment !== environment) {
    return { kind: 'invalid', why: reason('GATEWAY_KEYS_OF_OTHER_ENVIRONMENT', { environment: published.environment }) }
  }
  const listed = keys.map((key) => `${key.keyId} ${key.suite} ${key.publicKey}`)
  if (!signedBy(identity, ['prelist/gateway-keys/v1', environment, serial, identity, ...listed], signature)) {
    return { kind: 'invalid', why: reason('GATEWAY_KEYS_NOT_SIGNED') }
  }
  if (keys.some((key) => key.keyId !== keyIdOf(key.suite, Buffer.from(key.publicKey, 'base64url')))) {
    return { kind: 'invalid', why: reason('GATEWAY_KEY_ID_TWICE') }
  }
  const pin = { identity, serial }
  if (known === null) return { kind: 'first', pin }
  if (known.identity !== identity && !succeeds(published, known.identity, identity)) {
    return { kind: 'another-identity', pin }
  }
  if (serial < known.serial) return { kind: 'older', pin }
  if (known.identity !== identity) return { kind: 'succeeded', pin }
  return { kind: serial === known.serial ? 'same' : 'newer', pin }
}

/** The first key of the wanted kind, or null. Never another kind than the one that was asked for. */
export function sealingKeyOf(published: PublishedKeys, environment: Environment, sealing: Sealing): SealingKey | null {
  const suite = SUITES[sealing]
  const found = published.keys.find((key) => key.suite === suite)
  if (found === undefined) return null
  return { keyId: found.keyId, suite, environment, publicKey: Buffer.from(found.publicKey, 'base64url') }
}
