// The vault inside a backup: key, header and signature must belong together, and to this kind of build.

import { type KeyObject, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Build } from '../../../../electron/ports/vault.ts'
import { readVaultBackup } from '../../../../electron/vault/backup/restored-vault.ts'
import { encodeHeader, type VaultHeader } from '../../../../electron/vault/header.ts'
import { codeOf } from '../../../support/code-of.ts'
import { manifestOf, partsOf, tarOf } from './archive-kit.ts'
import { makeKit, newSigner, rawKey } from './backup-kit.ts'

interface Made {
  key: Uint8Array
  header: Uint8Array
  signer: KeyObject
}

const UNUSED = { salt: new Uint8Array(24), ciphertext: new Uint8Array(48) }

function makeVault(build: Build = 'product', signer = newSigner()): Made {
  const key = new Uint8Array(randomBytes(32))
  const header: VaultHeader = {
    build,
    vaultId: new Uint8Array(randomBytes(16)),
    generation: 4,
    minSuite: 1,
    createdAt: 1,
    slots: [],
    epochs: [{ epoch: 1, createdAt: 1, wrapped: UNUSED }],
    signingSeed: UNUSED,
    signerKey: new Uint8Array(rawKey(signer)),
  }
  return { key, header: encodeHeader(header, key), signer }
}

async function restore({ key, header, signer }: Made, build: Build = 'product') {
  const kit = makeKit(1000)
  const contents = { key, header, profile: kit.profile }
  const file = kit.encrypt(tarOf(partsOf(contents, JSON.stringify(manifestOf(contents, signer)), signer)))
  const snapshot = `${file}.sqlite`
  const read = readVaultBackup({ path: file, snapshot, identity: kit.identity, passphrase: null }, build)
  const code = await codeOf(read)
  expect(existsSync(snapshot)).toBe(code === 'ok')
  return code === 'ok' ? read : code
}

test('a vault whose parts belong together is told with its facts', async () => {
  const vault = makeVault()
  const restored = await restore(vault)
  expect(restored).toMatchObject({ facts: { createdAt: '2026-11-24T00:00:00.000Z' }, header: { generation: 4 } })
})

test('the key of another vault is refused [R29]', async () => {
  expect(await restore({ ...makeVault(), key: randomBytes(32) })).toBe('BACKUP_INVALID')
})

test('the header of another vault is refused [R29]', async () => {
  expect(await restore({ ...makeVault(), header: makeVault().header })).toBe('BACKUP_INVALID')
})

test('a header with one bit flipped is refused [R27]', async () => {
  const vault = makeVault()
  for (const at of [0, 4, 6, 30, vault.header.length - 1]) {
    const header = Buffer.from(vault.header)
    header.writeUInt8(header.readUInt8(at) ^ 1, at)
    expect(await restore({ ...vault, header })).toBe('BACKUP_INVALID')
  }
})

test('a backup that another key signed is refused, though its signature is right [R29]', async () => {
  expect(await restore({ ...makeVault(), signer: newSigner() })).toBe('BACKUP_INVALID')
})

test('a vault of a development build is refused by the product, and the other way round [R38]', async () => {
  expect(await restore(makeVault('development'))).toBe('BACKUP_INVALID')
  expect(await restore(makeVault('product'), 'development')).toBe('BACKUP_INVALID')
  expect(await restore(makeVault('development'), 'development')).not.toBe('BACKUP_INVALID')
})
