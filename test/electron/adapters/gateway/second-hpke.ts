// HPKE a second time, for comparison: the key schedule of @hpke/core, and everything below it from OpenSSL. It shares
// nothing with the packages that the app and the practice exchange use.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  diffieHellman,
  encapsulate,
  generateKeyPairSync,
  type KeyObject,
  type webcrypto,
} from 'node:crypto'
import {
  type AeadInterface,
  Aes128Gcm,
  CipherSuite,
  DhkemX25519HkdfSha256,
  HkdfSha256,
  type KemInterface,
} from '@hpke/core'

type CryptoKey = webcrypto.CryptoKey

const toBytes = (data: ArrayBufferLike | ArrayBufferView): Buffer =>
  ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data)
const toBuffer = (data: Uint8Array): ArrayBuffer => Uint8Array.from(data).buffer

const chacha: AeadInterface = {
  id: 3,
  keySize: 32,
  nonceSize: 12,
  tagSize: 16,
  createEncryptionContext: (key) => ({
    seal: async (nonce, data, aad) => {
      const text = toBytes(data)
      const cipher = createCipheriv('chacha20-poly1305', toBytes(key), toBytes(nonce), { authTagLength: 16 })
      cipher.setAAD(toBytes(aad), { plaintextLength: text.length })
      return toBuffer(Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]))
    },
    open: async (nonce, data, aad) => {
      const sealed = toBytes(data)
      const length = sealed.length - 16
      const cipher = createDecipheriv('chacha20-poly1305', toBytes(key), toBytes(nonce), { authTagLength: 16 })
      cipher.setAAD(toBytes(aad), { plaintextLength: length })
      cipher.setAuthTag(sealed.subarray(length))
      return toBuffer(Buffer.concat([cipher.update(sealed.subarray(0, length)), cipher.final()]))
    },
  }),
}

const ML_KEM_SIZE = { publicKey: 1184, ciphertext: 1088 }
// The DER that comes before the raw bytes of each kind of key.
const SPKI_ML_KEM = Buffer.from('308204b2300b0609608648016503040402038204a100', 'hex')
const PKCS8_ML_KEM_SEED = Buffer.from('3054020100300b060960864801650304040204428040', 'hex')
const SPKI_X25519 = Buffer.from('302a300506032b656e032100', 'hex')
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const LABEL = Buffer.from('5c2e2f2f5e5c', 'hex')

const publicOf = (prefix: Buffer, raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })
const privateOf = (prefix: Buffer, raw: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'pkcs8' })
const rawOf = (key: KeyObject, size: number) => key.export({ format: 'der', type: 'spki' }).subarray(-size)

/** SHA3-256 over both secrets, the X25519 share and key, and the label: the combiner of MLKEM768-X25519. */
function combine(mlKem: Uint8Array, dh: Uint8Array, share: Uint8Array, publicKey: Uint8Array): ArrayBuffer {
  const hash = createHash('sha3-256')
  for (const part of [mlKem, dh, share, publicKey, LABEL]) hash.update(part)
  return toBuffer(hash.digest())
}

interface Halves {
  mlKem: KeyObject
  dh: KeyObject
}

/** Both private halves from a seed of 32 bytes. */
function expand(seed: Uint8Array): Halves {
  const material = createHash('shake256', { outputLength: 96 }).update(seed).digest()
  return {
    mlKem: privateOf(PKCS8_ML_KEM_SEED, material.subarray(0, 64)),
    dh: privateOf(PKCS8_X25519, material.subarray(64)),
  }
}

function publicBytes({ mlKem, dh }: Halves): Buffer {
  return Buffer.concat([rawOf(createPublicKey(mlKem), ML_KEM_SIZE.publicKey), rawOf(createPublicKey(dh), 32)])
}

/** The KEM as far as base mode needs it. Its keys are raw bytes under the name that the interface wants. */
const asKey = (raw: Uint8Array) => ({ type: 'public', raw: Uint8Array.from(raw) }) as unknown as CryptoKey
const asBytes = (key: CryptoKey) => (key as unknown as { raw: Uint8Array }).raw

const hybridKem = {
  id: 0x647a,
  secretSize: 32,
  encSize: 1120,
  publicKeySize: 1216,
  privateKeySize: 32,
  serializePublicKey: async (key: CryptoKey) => toBuffer(asBytes(key)),
  deserializePublicKey: async (raw: ArrayBufferLike | ArrayBufferView) => asKey(toBytes(raw)),
  importKey: async (_format: string, raw: ArrayBuffer) => asKey(toBytes(raw)),
  encap: async ({ recipientPublicKey }: { recipientPublicKey: CryptoKey }) => {
    const raw = asBytes(recipientPublicKey)
    const [mlKemKey, dhKey] = [raw.subarray(0, ML_KEM_SIZE.publicKey), raw.subarray(ML_KEM_SIZE.publicKey)]
    const { sharedKey, ciphertext } = encapsulate(publicOf(SPKI_ML_KEM, mlKemKey))
    const own = generateKeyPairSync('x25519')
    const share = rawOf(own.publicKey, 32)
    const dh = diffieHellman({ privateKey: own.privateKey, publicKey: publicOf(SPKI_X25519, dhKey) })
    return {
      sharedSecret: combine(sharedKey, dh, share, dhKey),
      enc: toBuffer(Buffer.concat([ciphertext, share])),
    }
  },
  decap: async ({ recipientKey, enc }: { recipientKey: unknown; enc: ArrayBufferLike | ArrayBufferView }) => {
    const halves = expand(asBytes(recipientKey as CryptoKey))
    const sealed = toBytes(enc)
    const share = sealed.subarray(ML_KEM_SIZE.ciphertext)
    const mlKem = decapsulate(halves.mlKem, sealed.subarray(0, ML_KEM_SIZE.ciphertext))
    const dh = diffieHellman({ privateKey: halves.dh, publicKey: publicOf(SPKI_X25519, share) })
    return combine(mlKem, dh, share, rawOf(createPublicKey(halves.dh), 32))
  },
} as unknown as KemInterface

/** The second implementation of a suite, by the numbers of its parts. */
export function secondSuite(id: string): CipherSuite {
  const kem = id.startsWith('647a') ? hybridKem : new DhkemX25519HkdfSha256()
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: id.endsWith('0001') ? new Aes128Gcm() : chacha })
}

/** A key pair of the hybrid KEM from its private seed of 32 bytes. */
export function hybridPair(seed: Uint8Array): { privateKey: CryptoKey; publicKey: CryptoKey } {
  return { privateKey: asKey(seed), publicKey: asKey(publicBytes(expand(seed))) }
}

/** The raw bytes of a public key of the hybrid KEM. */
export const hybridBytes = asBytes
