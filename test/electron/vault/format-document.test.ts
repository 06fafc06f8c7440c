// The page docs/vault-format.md against the app: its worked example is recomputed by a reader that was written from the
// page alone, and that reader opens whatever the app seals.

import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RecordContext } from '../../../electron/ports/vault.ts'
import { checkHeader, decodeHeader, encodeHeader } from '../../../electron/vault/header.ts'
import { newVault, openVault, openWith, sealWith, withNewEpoch } from '../../../electron/vault/open-vault.ts'
import { KDF_FLOOR, randomBytes } from '../../../electron/vault/primitives.ts'
import { makeKeychainSlot, makePassphraseSlot, makeRecoverySlot, openSlot } from '../../../electron/vault/slots.ts'
import { ROOT } from '../../house/planted.ts'
import * as second from './second-reader.ts'

const page = readFileSync(`${ROOT}docs/vault-format.md`, 'utf8')

/** The values of the page's example blocks by name, from hex that may go over several lines. */
const example = new Map(
  [...page.matchAll(/```example\n([^`]*)```/g)]
    .flatMap(([, block = '']) => [...block.matchAll(/^([a-z][\w -]*):((?:\s+[0-9a-f]+)+)$/gm)])
    .map(([, name = '', hex = '']) => [name, Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')]),
)
const given = (name: string): Buffer => {
  const value = example.get(name)
  if (value === undefined) throw new Error(`the page gives no "${name}"`)
  return value
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const ROW: RecordContext = {
  recordId: '3f0c1d5e-7a2b-4c8d-9e6f-001122334455',
  type: 'exchange-key',
  version: 7,
  environment: 'live',
}
const WORDS = 'correct horse battery staple'
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function publicHalf(seed: Buffer): string {
  const key = createPrivateKey({ key: Buffer.concat([ED25519, seed]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
}

test('a reader written from the page alone recomputes its worked example', () => {
  expect(example.size).toBe(13)
  expect(page).toContain(WORDS)
  expect(page).toContain(ROW.recordId)
  const vault = second.readHeader(given('header'))
  expect(hex(vault.vaultId)).toBe(hex(given('vault id')))
  const secrets = [given('kek'), WORDS, given('identity')]
  for (const [at, slot] of vault.slots.entries()) {
    expect(slot.kind).toBe(at + 1)
    expect(hex(second.openSlot(vault, slot, secrets[at] ?? ''))).toBe(hex(given('master')))
  }
  const master = given('master')
  second.checkMac(vault, master)
  for (const purpose of ['header-mac', 'dek-wrap', 'signing-seed-wrap']) {
    expect(hex(second.derived(vault, master, purpose)), purpose).toBe(hex(given(purpose)))
  }
  const keys = second.dataKeys(vault, master)
  expect([...keys].map(([epoch, key]) => [epoch, hex(key)])).toEqual([
    [1, hex(given('data key 1'))],
    [2, hex(given('data key 2'))],
  ])
  expect(hex(vault.signer)).toBe(hex(given('signer')))
  expect(publicHalf(second.signingSeed(vault, master))).toBe(hex(given('signer')))
  expect(hex(second.openRecord(vault, keys, ROW, given('record')))).toBe(hex(given('plaintext')))
})

test('the app reads the same out of the example, and writes its header byte by byte again', async () => {
  const header = decodeHeader(given('header'))
  const master = given('master')
  checkHeader(given('header'), header, master)
  const opened = await Promise.all(
    header.slots.flatMap((slot) => [
      openSlot(header, slot, { kind: 'keychain', kek: given('kek') }),
      openSlot(header, slot, { kind: 'passphrase', passphrase: WORDS }),
      openSlot(header, slot, { kind: 'recovery', identity: ` ${given('identity').toString().toLowerCase()}\n` }),
    ]),
  )
  expect(opened.map((one) => (one === null ? null : hex(one)))).toEqual(
    Array.from({ length: 9 }, (_, at) => (at % 4 === 0 ? hex(master) : null)),
  )
  expect(hex(encodeHeader(header, master))).toBe(hex(given('header')))
  const plaintext = openWith(openVault(given('header'), master), { ...ROW, bytes: given('record') })
  expect(hex(plaintext)).toBe(hex(given('plaintext')))
})

test('the second reader opens whatever the app seals', async () => {
  let records = 0
  for (let at = 0; at < 100; at++) {
    const owner = { vaultId: randomBytes(16), build: at % 2 === 0 ? 'product' : 'development' } as const
    const [master, kek] = [randomBytes(32), randomBytes(32)]
    const slots = [
      makeKeychainSlot(owner, at, kek, master, 2 ** 40 + at),
      makeRecoverySlot(owner, `id-${at}`, master, at),
    ]
    // One in fifty, because each costs a quarter of a second.
    if (at % 50 === 0) slots.push(await makePassphraseSlot(owner, `Café №${at}`, KDF_FLOOR, master, at))
    let app = newVault(owner.vaultId, owner.build, master, at, slots)
    for (let epoch = 0; epoch < at % 5; epoch++) app = withNewEpoch(app, at + epoch)

    const vault = second.readHeader(app.bytes)
    second.checkMac(vault, master)
    expect(vault).toMatchObject({ generation: app.header.generation, createdAt: at, leastSuite: 1 })
    const secrets = [kek, `ID-${at}`, `Cafe\u0301 No${at}`]
    for (const [index, slot] of vault.slots.entries()) {
      expect(hex(second.openSlot(vault, slot, secrets[index] ?? ''))).toBe(hex(master))
    }
    expect(publicHalf(second.signingSeed(vault, master))).toBe(hex(app.header.signerKey))
    const keys = second.dataKeys(vault, master)
    for (const environment of ['practice', 'test', 'live'] as const) {
      for (const type of ['exchange-key', 'signing-seed'] as const) {
        const row = { recordId: `é-${at}`, type, environment, version: 2 ** 33 + at }
        const plaintext = randomBytes(at)
        expect(hex(second.openRecord(vault, keys, row, sealWith(app, row, plaintext)))).toBe(hex(plaintext))
        records += 1
      }
    }
  }
  console.log(`read by the second reader: 100 vaults, ${records} records`)
})
