// The app calls only such cryptography of Node as Electron's BoringSSL has too, and takes chance from the system alone.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from '../../house/planted.ts'
import { forbiddenCrypto } from './crypto-calls.ts'

const FILES = globSync('{electron,shared}/**/*.ts', { cwd: ROOT })

test('no file of the backend uses an algorithm that Electron may lack, or chance of another source [R34] [R32]', () => {
  const found = FILES.flatMap((path) =>
    forbiddenCrypto(path, readFileSync(`${ROOT}${path}`, 'utf8')).map((what) => `${path}: ${what}`),
  )
  const users = FILES.filter((path) => readFileSync(`${ROOT}${path}`, 'utf8').includes("'node:crypto'"))
  console.log(`looked through ${FILES.length} files, of which ${users.length} use node:crypto`)
  expect(FILES).toContain('electron/vault/primitives.ts')
  expect(users.length).toBeGreaterThan(10)
  expect(found).toEqual([])
})

const from = (names: string, rest: string) => `import { ${names} } from 'node:crypto'\n${rest}\n`

test.each([
  ['createDiffieHellman', from('createDiffieHellman', '')],
  ['argon2Sync', from('argon2Sync', '')],
  ['argon2', from('argon2', '')],
  ['webcrypto', from('webcrypto', '')],
  ['subtle', from('subtle', '')],
  ['secureHeapUsed', from('secureHeapUsed', '')],
  ['encapsulate', from('encapsulate', '')],
  ['createSign', from('createSign', '')],
  ['createCipheriv of chacha20-poly1305', from('createCipheriv', "createCipheriv('chacha20-poly1305', k, n)")],
  ['createDecipheriv of chacha20-poly1305', from('createDecipheriv', "createDecipheriv('chacha20-poly1305', k, n)")],
  ['createCipheriv of id-aes256-wrap', from('createCipheriv', "createCipheriv('id-aes256-wrap', k, n)")],
  ['createCipheriv of aes-256-cbc', from('createCipheriv', "createCipheriv('aes-256-cbc', k, n)")],
  ['createCipheriv of what is decided elsewhere', from('createCipheriv', 'createCipheriv(name, k, n)')],
  ['createHash of shake256', from('createHash', "createHash('shake256')")],
  ['createHash of md5', from('createHash', "createHash('md5')")],
  ['createHmac of sha1', from('createHmac', "createHmac('sha1', k)")],
  ['hkdfSync of sha3-256', from('hkdfSync', "hkdfSync('sha3-256', k, s, i, 32)")],
  ['generateKeyPairSync of ml-kem-768', from('generateKeyPairSync', "generateKeyPairSync('ml-kem-768')")],
  ['generateKeyPairSync of rsa-pss', from('generateKeyPairSync', "generateKeyPairSync('rsa-pss')")],
  ['sign of sha256', from('sign', "sign('sha256', m, k)")],
  ['verify of what is decided elsewhere', from('verify', 'verify(algorithm, m, k, s)')],
  ['createHash', "import { createHash as digest } from 'node:crypto'\n"],
  ['all of node:crypto', "import * as crypto from 'node:crypto'\n"],
  ['all of node:crypto', "import crypto from 'crypto'\n"],
  ['all of node:crypto', "import 'node:crypto'\n"],
  ['all of node:crypto', "export * from 'node:crypto'\n"],
  ['all of node:crypto', "export { argon2 } from 'node:crypto'\n"],
  ['all of node:crypto', "const crypto = await import('node:crypto')\n"],
  ['all of node:crypto', "const crypto = require('crypto')\n"],
  ['all of node:crypto', "const crypto = process.getBuiltinModule('node:crypto')\n"],
  ['createHash handed on', from('createHash', 'const digest = createHash')],
  ['createHash handed on', from('createHash', 'use(createHash)')],
  ['createHash handed on', from('createHash', 'use({ createHash })')],
  ['createHash handed on', from('createHash', "createHash.call(null, 'md5')")],
  ['subtle', "crypto.subtle.digest('SHA-1', bytes)\n"],
  ['subtle', "globalThis['crypto']['subtle']\n"],
  ['webcrypto', 'globalThis.webcrypto\n'],
  ['parts of crypto', 'const { subtle } = crypto\n'],
  ['Math.random', 'const id = Math.random()\n'],
  ['Math.random', "const id = Math['random']()\n"],
  ['parts of Math', 'const { random } = Math\n'],
])('%s is found in %j', (what, text) => {
  expect(forbiddenCrypto('electron/planted.ts', text)).toContain(what)
})

test('what Electron has may be used', () => {
  const text = [
    "import { createHash, hkdfSync, type KeyObject, randomBytes, scrypt, sign } from 'node:crypto'",
    "interface Own { sign(message: Uint8Array): Uint8Array; createHash: 'no' }",
    "const key = { sign: (m: Uint8Array, k: KeyObject) => sign(null, m, k), hash: createHash('sha256') }",
    "promisify(scrypt); key.sign; hkdfSync('sha512', key, salt, info, 32); randomBytes(4); crypto.randomUUID()",
  ]
  expect(forbiddenCrypto('electron/planted.ts', text.join('\n'))).toEqual([])
})

test('a file that cannot be read is not passed over', () => {
  expect(() => forbiddenCrypto('electron/planted.ts', 'const = 1')).toThrow('cannot be parsed')
})
