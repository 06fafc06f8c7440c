// Sealing an order: the app's way, on ciphers that run in every shell, against the same HPKE on WebCrypto's.

import {
  AEAD_ChaCha20Poly1305,
  CipherSuite,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from 'hpke'
import { type SealingKey, SUITES, sealRequest } from '../../electron/adapters/sealed-channel.ts'
import type { Sealing } from '../../shared/app.ts'
import { compared, type Measure, type Part } from './measure.ts'
import { interleave } from './statistics.ts'

/** Messages a round: one alone is too short for the clock and for the garbage that it leaves. */
const BATCH = 20
/** JSON of an order comes to some 300 bytes. */
const TERMS = { idempotencyKey: 'k'.repeat(36), accountId: 'a'.repeat(38), market: 'PEAQ/USDT', rest: 'r'.repeat(120) }
const AAD = ['POST', '/v1/orders', TERMS.idempotencyKey, '1790000000', 'account/key'].join('\n')

const utf8 = (text: string) => new TextEncoder().encode(text)
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** What `sealRequest` does, in as few words as it can be said. */
async function sealBare(cipher: CipherSuite, { keyId, suite, environment, publicKey }: SealingKey): Promise<string> {
  const key = await cipher.DeserializePublicKey(publicKey)
  const info = utf8(['prelist/order/v1', environment, suite, keyId].join('\0'))
  const { encapsulatedSecret, ctx } = await cipher.SetupSender(key, { info })
  const ct = await ctx.Seal(utf8(JSON.stringify({ ...TERMS, keyId, suite })), utf8(AAD))
  await ctx.Export(utf8('prelist/order/v1/response'), 32)
  return JSON.stringify({ keyId, suite, enc: base64url(encapsulatedSecret), ct: base64url(ct) })
}

async function msEach(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let at = 0; at < BATCH; at += 1) await work()
  return (performance.now() - start) / BATCH
}

async function measureSuite(
  sealing: Sealing,
  cipher: CipherSuite,
  plan: { warmUp: number; rounds: number },
): Promise<Measure> {
  const { publicKey } = await cipher.GenerateKeyPair()
  const bytes = await cipher.SerializePublicKey(publicKey)
  const key = { keyId: 'gk-bench', suite: SUITES[sealing], environment: 'practice', publicKey: bytes } as const
  const { measured, baseline } = await interleave(
    plan,
    () => msEach(() => sealRequest(key, TERMS, AAD)),
    () => msEach(() => sealBare(cipher, key)),
  )
  return compared({ name: `wire: seal an order, ${sealing}`, measured, baseline, atMost: null })
}

/** Both suites, each round `BATCH` messages. */
export async function measureWire(plan: { warmUp: number; rounds: number }): Promise<Part> {
  const x25519 = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)
  const hybrid = new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)
  return {
    measures: [await measureSuite('classic', x25519, plan), await measureSuite('post-quantum', hybrid, plan)],
    notes: [
      `wire, Prelist: sealRequest of an order of some 300 bytes, on noble’s ciphers; mean of ${BATCH}.`,
      'wire, baseline: the same steps through the same package on WebCrypto (OpenSSL), which Electron does not have.',
    ],
  }
}
