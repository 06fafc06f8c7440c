// A whole day with secrets: every way in which one is handed over, every way in which it is used, given back or refused.
// Afterwards no file of the profile, no copy beside it and no answer holds one, in any form.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { KeyProbe } from '../../../../electron/ports/vault.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { secretForms } from '../../../support/hostile/secret-forms.ts'
import { buy } from '../../../support/order-inputs.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { startDesk } from '../../../support/start-backend.ts'

/** Each long and unlike all others, so that what is found is what was handed over. */
const SECRETS = {
  vault: 'canary vault words 7f1c02b9',
  newVault: 'canary new words 11d9ae40',
  wrong: 'canary wrong words 5b2277c1',
  backup: 'canary backup words 90ce18fa',
  key: 'canary-key-a4f2c6019b7d',
  secret: 'canary-secret-66b1f0e2d3',
  words: 'canary-words-0d91e7c5a8',
  nextKey: 'canary-next-key-c3318fd0',
  nextSecret: 'canary-next-secret-e90b44',
  variable: 'canary-variable-23aa70c8f1',
}

/** In UTF-8 and in UTF-16, plain, in hex and in base64. */
const forms = (secret: string): Buffer[] => [
  ...secretForms(secret).map((form) => Buffer.from(form)),
  Buffer.from(secret, 'utf16le'),
  ...secretForms(Buffer.from(secret, 'utf16le').toString('latin1')).map((form) => Buffer.from(form)),
]

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
}

/** Which secrets lie in which of the files. */
function search(folder: string): string[] {
  return filesUnder(folder).flatMap((file) => {
    const bytes = readFileSync(file)
    return Object.entries(SECRETS)
      .filter(([, secret]) => forms(secret).some((form) => bytes.includes(form)))
      .map(([name]) => `${name} in ${path.relative(folder, file)}`)
  })
}

test('no file and no answer of a whole day holds a secret, in any form [R15] [R18]', async () => {
  process.env['PRELIST_TEST_KEY'] = SECRETS.variable
  const answers: string[] = []
  const asked = new Set<string>()
  const keyProbe: KeyProbe = {
    check: async (_venue, _environment, _host, credentials) => {
      asked.add(credentials.apiKey)
      return {
        state: 'accepted',
        permissions: ['read', 'trade'],
        ipBound: null,
        expiresAt: null,
        detail: reason('KEY_TAKEN'),
        at: '2026-11-23T12:00:00.000Z',
      }
    },
  }
  const desk = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR, keyProbe })
  const outside = path.join(path.dirname(desk.dataDir), 'outside')
  mkdirSync(outside)
  const call = async (operation: string, input: unknown = {}) => {
    const result = await desk.backend.call(operation, input)
    answers.push(JSON.stringify(result))
    return result
  }
  const done = async (operation: string, input: unknown = {}) => {
    const result = await call(operation, input)
    if (!result.ok) throw new Error(`${operation}: ${result.error.code} ${result.error.message}`)
    return result.value as { accountId: string }
  }
  const file = (name: string) => path.join(outside, name)
  const first = { apiKey: SECRETS.key, apiSecret: SECRETS.secret, passphrase: SECRETS.words }
  const next = { apiKey: SECRETS.nextKey, apiSecret: SECRETS.nextSecret, passphrase: SECRETS.words }

  await done('vault.create', { passphrase: SECRETS.vault })
  const { accountId } = await done('accounts.add', { venue: 'okx', environment: 'test', label: 'Mine', ...first })
  await done('accounts.check', { accountId })
  const reference = { kind: 'environment', apiKey: 'PRELIST_TEST_KEY', apiSecret: 'PRELIST_TEST_KEY' }
  const elsewhere = await done('accounts.addReference', {
    venue: 'binance',
    environment: 'live',
    label: 'Elsewhere',
    reference,
  })
  await done('accounts.check', { accountId: elsewhere.accountId })
  await buy(desk)
  await done('accounts.rotateKey', { accountId, ...next })
  // A hurried hand: secrets in fields that are not for them, and a word too many.
  await call('accounts.add', { venue: SECRETS.secret, environment: 'test', label: 'x', ...first })
  await call('accounts.add', { venue: 'okx', environment: 'live', label: 'Again', ...next })
  await call('accounts.rename', { accountId: SECRETS.key, label: 'x' })
  await call(SECRETS.secret, { [SECRETS.words]: 1 })
  await done('vault.lock')
  await call('accounts.add', { venue: 'okx', environment: 'live', label: 'Locked', ...first })
  await call('vault.unlock', { passphrase: SECRETS.wrong })
  await done('vault.unlock', { passphrase: SECRETS.vault })
  await done('vault.setPassphrase', { passphrase: SECRETS.newVault })
  await done('vault.rotate', { what: 'data-key' })
  await done('vault.writeRecoveryKit', { path: file('kit.txt') })
  await done('backup.export', { path: file('day.age'), passphrase: SECRETS.backup })
  await call('backup.import', { path: file('day.age'), passphrase: SECRETS.wrong })
  await done('backup.import', { path: file('day.age'), passphrase: SECRETS.backup })
  await done('vault.lock')
  await done('vault.unlock', { passphrase: SECRETS.newVault })
  await done('accounts.reportLeak', { accountId })
  await done('audit.export', { path: file('audit.ndjson') })
  await done('audit.list', { limit: 500 })

  // Used, or there would have been nothing to leave behind.
  expect([...asked].sort()).toEqual([SECRETS.key, SECRETS.nextKey, SECRETS.variable].sort())
  expect(search(desk.dataDir)).toEqual([])
  await desk.restart()
  expect(search(desk.dataDir)).toEqual([])
  expect(search(outside)).toEqual([])
  const said = Buffer.from(answers.join('\n'))
  for (const [name, secret] of Object.entries(SECRETS)) {
    expect(
      forms(secret).some((form) => said.includes(form)),
      name,
    ).toBe(false)
  }

  // The control: each form of each secret, planted in a file, is found by the same search.
  let planted = 0
  for (const [name, secret] of Object.entries(SECRETS)) {
    for (const form of forms(secret)) {
      writeFileSync(
        path.join(desk.dataDir, 'planted'),
        Buffer.concat([Buffer.from('before'), form, Buffer.from('after')]),
      )
      expect(search(desk.dataDir)).toContain(`${name} in planted`)
      planted += 1
    }
  }
  process.stdout.write(
    `a day of ${answers.length} calls; ${planted} planted forms of ${Object.keys(SECRETS).length} secrets, all found\n`,
  )
})
