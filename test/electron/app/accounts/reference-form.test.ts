// A key that was pasted where the place of a key is asked for: refused by its look, repeated nowhere, kept nowhere.

import { createHash, generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertPlace } from '../../../../electron/services/accounts/reference-form.ts'
import type { KeyReference } from '../../../../shared/accounts.ts'
import { openVaultDesk } from '../../vault/vault-desk.ts'

const KINDS: KeyReference['kind'][] = ['environment', 'file', 'command']

/** Like ones that exchanges give out, the same at each run: a file of the house may not hold any. */
const digest = createHash('sha512').update('a key of no exchange').digest()
const letters = digest
  .toString('base64')
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 48)
const hex = digest.toString('hex')
const KEYS: [what: string, key: string][] = [
  ['64 letters and digits', `${letters}${letters.slice(0, 16)}`],
  ['36 letters and digits', letters.slice(0, 36)],
  ['32 capitals and digits', hex.slice(0, 32).toUpperCase()],
  ['hexadecimal digits', hex.slice(0, 64)],
  ['base64 with padding', `${letters.slice(0, 43)}=`],
  ['base64 that begins like a path', `/${letters.slice(0, 40)}+${letters.slice(3, 47)}==`],
  ['a name of a key with its organization', `organizations/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed/apiKeys/x`],
  [
    'a private key',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', ' '),
  ],
]
const inPlace = (kind: KeyReference['kind'], field: 'apiKey' | 'apiSecret' | 'passphrase', text: string) => {
  const place = { environment: 'MY_KEY', file: '/home/me/keys/main', command: 'pass show main' }[kind]
  return { kind, apiKey: place, apiSecret: place, passphrase: place, [field]: text } as KeyReference
}

test.each(KINDS.flatMap((kind) => KEYS.map((key) => [kind, ...key] as const)))('%s: %s', (kind, _what, key) => {
  for (const field of ['apiKey', 'apiSecret', 'passphrase'] as const) {
    expect(() => assertPlace(inPlace(kind, field, key))).toThrowError(
      expect.objectContaining({ code: 'BAD_INPUT', message: expect.not.stringContaining(key.slice(4, 16)) }),
    )
  }
})

test.each([
  ['environment', 'PRELIST_TEST_KEY'],
  ['environment', 'BINANCE_API_SECRET_2024_MAIN'],
  ['environment', 'myBinanceTradingKeyForTheSecondAccount'],
  ['file', '/run/secrets/binance-key'],
  ['file', '/home/marta/Documents/Trading 2024/BinanceTradingKey2024Main.txt'],
  ['file', 'C:\\Users\\Marta\\keys\\kraken.txt'],
  ['file', '\\\\server\\share\\key'],
  ['file', '/private/var/folders/zz/keys/kraken-main-account-2024-read-and-trade'],
  ['command', 'op read op://Private/4k7xq2mz9v1c8b3n6t5y0wjrhs/credential'],
  ['command', '/usr/local/bin/get-the-kraken-key-of-the-main-account'],
  ['command', 'secret-tool lookup exchange kraken'],
] as const)('%s: takes %s', (kind, place) => {
  assertPlace(inPlace(kind, 'apiSecret', place))
})

test.each(['keys/main', 'main', '~/keys/main', './main'])('a path that is not whole: %s', (path) => {
  expect(() => assertPlace(inPlace('file', 'apiKey', path))).toThrow('REFERENCE_NO_PATH')
})

test.each(KINDS)('%s: nothing of it is kept, logged, asked about or told', async (kind) => {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  const secret = `${letters}${letters.slice(0, 16)}`
  const before = await desk.ok('accounts.list')
  const input = {
    ...{ venue: 'binance', environment: 'live', label: 'Mine' },
    reference: inPlace(kind, 'apiSecret', secret),
  }
  expect(await desk.code('accounts.addReference', input)).toBe('BAD_INPUT')
  expect(await desk.ok('accounts.list')).toEqual(before)
  await desk.closed(() => {})
  for (const name of readdirSync(desk.dataDir, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue
    expect(readFileSync(join(name.parentPath, name.name)).includes(secret.slice(0, 12)), name.name).toBe(false)
  }
})
