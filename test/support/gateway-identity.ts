// A gateway's identity for tests: signs lists of keys and successions as docs/gateway-protocol.md describes them, written
// apart from both the exchange and the app.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PublishedKeys } from '../../electron/adapters/gateway/gateway-keys.ts'

export const CLASSIC = '0020-0001-0003'
export const POST_QUANTUM = '647a-0001-0003'

export interface Identity {
  /** The public half, base64url. */
  name: string
  sign(lines: readonly (string | number)[]): string
  /** A signed list. `changes` replaces parts before the signature is made. */
  publish(changes?: Partial<Omit<PublishedKeys, 'signature' | 'identity'>>): PublishedKeys
  /** This identity's word that `successor` follows it. */
  succession(successor: Identity, environment?: string): PublishedKeys['successions'][number]
}

/** A key as a gateway lists it, by default of random bytes that are nobody's key. */
export function listedKey(suite: string, publicKey: Uint8Array = randomBytes(suite === CLASSIC ? 32 : 1216)) {
  const digest = createHash('sha256').update(Buffer.concat([Buffer.from(`${suite}\0`), publicKey]))
  const keyId = `gk-${digest.digest('hex').slice(0, 32)}`
  return { keyId, suite, publicKey: Buffer.from(publicKey).toString('base64url') }
}

/** A fresh identity. */
export function makeIdentity(): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const name = String(publicKey.export({ format: 'jwk' }).x)
  const keys = [listedKey(CLASSIC), listedKey(POST_QUANTUM)]
  const identity: Identity = {
    name,
    sign: (lines) => sign(null, Buffer.from(lines.join('\n')), privateKey).toString('base64url'),
    publish: (changes = {}) => {
      const list = { environment: 'practice', serial: 1, keys, successions: [], ...changes }
      const listed = list.keys.map((key) => `${key.keyId} ${key.suite} ${key.publicKey}`)
      const lines = ['prelist/gateway-keys/v1', list.environment, list.serial, name, ...listed]
      return { ...list, identity: name, signature: identity.sign(lines) }
    },
    succession: (successor, environment = 'practice') => ({
      identity: name,
      successor: successor.name,
      signature: identity.sign(['prelist/gateway-succession/v1', environment, name, successor.name]),
    }),
  }
  return identity
}
