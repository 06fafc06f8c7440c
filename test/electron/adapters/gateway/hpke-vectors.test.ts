// Published vectors: what the app and the practice exchange seal and open with computes what the standards say.

import {
  AEAD_AES_128_GCM,
  AEAD_ChaCha20Poly1305,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  KEM_MLKEM768_X25519,
} from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'
import { expect, it } from 'vitest'
import { hpkeVectors } from './hpke-vectors.ts'
import { hybridPair, secondSuite } from './second-hpke.ts'

const vectors = hpkeVectors()
const hex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('hex')

const suites: Readonly<Record<string, CipherSuite>> = {
  '0020-0001-0001': new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM),
  '0020-0001-0003': new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
  '647a-0001-0003': new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305),
}

function suiteOf(id: string): CipherSuite {
  const suite = suites[id]
  if (suite === undefined) throw new Error(`no suite ${id}`)
  return suite
}

it('has every vector that it should', () => {
  const counts = vectors.map(({ suite, enc, encryptions, exports }) => [
    suite,
    enc.length,
    encryptions.length,
    exports.length,
  ])
  expect(counts).toEqual([
    ['0020-0001-0001', 32, 2, 3],
    ['0020-0001-0003', 32, 6, 3],
    ['647a-0001-0003', 1120, 2, 2],
  ])
})

it.each(vectors)('$name opens and exports what it should [R26]', async (vector) => {
  const suite = suiteOf(vector.suite)
  const pair = await suite.DeriveKeyPair(vector.ikmR, true)
  if (vector.pkR !== null) expect(hex(await suite.SerializePublicKey(pair.publicKey))).toBe(hex(vector.pkR))
  if (vector.skR !== null) expect(hex(await suite.SerializePrivateKey(pair.privateKey))).toBe(hex(vector.skR))
  const context = await suite.SetupRecipient(pair, vector.enc, { info: vector.info })
  for (const { aad, ct } of vector.encryptions.filter((one, at) => one.sequence === at)) {
    expect(hex(await context.Open(ct, aad))).toBe(hex(vector.pt))
  }
  for (const one of vector.exports) expect(hex(await context.Export(one.context, 32))).toBe(hex(one.value))
})

it.each(vectors.filter(({ ikmE }) => ikmE !== null))(
  '$name: the second implementation seals to the same bytes, and each of them opens [R26]',
  async (vector) => {
    const [ours, second] = [suiteOf(vector.suite), secondSuite(vector.suite)]
    const recipient = await second.kem.deriveKeyPair(vector.ikmR)
    const sender = await second.createSenderContext({
      recipientPublicKey: recipient.publicKey,
      info: vector.info,
      ekm: vector.ikmE ?? new Uint8Array(),
    })
    expect(hex(sender.enc)).toBe(hex(vector.enc))
    const pair = await ours.DeriveKeyPair(vector.ikmR, false)
    const context = await ours.SetupRecipient(pair, vector.enc, { info: vector.info })
    const last = Math.max(...vector.encryptions.map(({ sequence }) => sequence))
    for (let sequence = 0; sequence <= last; sequence++) {
      const aad = Buffer.from(`Count-${sequence}`)
      const ct = new Uint8Array(await sender.seal(vector.pt, aad))
      const listed = vector.encryptions.find((one) => one.sequence === sequence)
      if (listed !== undefined) expect([hex(aad), hex(ct)]).toEqual([hex(listed.aad), hex(listed.ct)])
      expect(hex(await context.Open(ct, aad))).toBe(hex(vector.pt))
    }
  },
)

it.each(vectors.filter(({ skR }) => skR !== null))(
  '$name: the second implementation opens it too [R26]',
  async (vector) => {
    const context = await secondSuite(vector.suite).createRecipientContext({
      recipientKey: hybridPair(vector.skR ?? new Uint8Array()).privateKey,
      enc: vector.enc,
      info: vector.info,
    })
    for (const { aad, ct } of vector.encryptions) expect(hex(await context.open(ct, aad))).toBe(hex(vector.pt))
    for (const one of vector.exports) expect(hex(await context.export(one.context, 32))).toBe(hex(one.value))
  },
)
