// The audit log of a backend with a real vault: signed and remembered through its own key service, and told when an older
// profile, another keychain or somebody who guesses passphrases comes by.

import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { openCore } from '../../../../electron/app/open-core.ts'
import { openVault } from '../../../../electron/app/open-vault.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { addKey, opens, openVaultDesk, type VaultDesk } from '../../vault/vault-desk.ts'
import { openAudit, runVerifier } from './audit-kit.ts'

const WAIT = { timeout: 10_000, interval: 5 }
const FILES = ['prelist.sqlite', 'prelist.sqlite-wal']
const codes = async (desk: VaultDesk) => (await desk.ok('app.status')).notices.map(({ code }) => code)
const words = async (desk: VaultDesk, kind: 'alert' | 'secret' | 'vault') =>
  (await desk.ok('audit.list', { kind })).map(({ event }) => event).reverse()

function copyProfile(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of FILES) {
    rmSync(path.join(to, name), { force: true })
    try {
      copyFileSync(path.join(from, name), path.join(to, name))
    } catch {
      // A closed profile has no log of writes beside it.
    }
  }
}

it('is signed and remembered from the creation of the vault on, through locks and restarts [R45]', async () => {
  const desk = await openVaultDesk()
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: true, checkpoints: 0, anchored: null })
  await desk.ok('vault.create')
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: true, checkpoints: 1, anchored: true })
  const accountId = await addKey(desk)
  expect(await opens(desk, accountId)).toBe(true)
  // It is asked about before it is kept, which is a use too.
  expect(await words(desk, 'secret')).toEqual(['key-used', 'key-stored', 'key-used'])
  await desk.ok('vault.lock')
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: true, checkpoints: 2, anchored: null })
  await desk.ok('orders.halt')
  await desk.closed(() => {})
  await desk.ok('vault.unlock')
  const report = await desk.ok('audit.verify')
  expect(report).toMatchObject({ ok: true, checkpoints: 3, anchored: true, firstBroken: null })
  expect(await codes(desk)).toEqual([])
  expect(desk.keychain.items.size).toBe(1)

  const file = path.join(makeProfile(), '..', 'audit.ndjson')
  expect(await desk.code('audit.export', { path: 'audit.ndjson' })).toBe('FILE_NOT_USABLE')
  const { entries } = await desk.ok('audit.export', { path: file })
  expect(await runVerifier(file)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${entries} entries are whole`),
  })
})

it('tells at the unlock that an older profile stands in place of this one, by file or by row [R45]', async () => {
  const desk = await openVaultDesk()
  const older = makeProfile()
  await desk.ok('vault.create')
  await desk.closed(() => copyProfile(desk.dataDir, older))
  await desk.ok('vault.unlock')
  await desk.ok('orders.halt')
  const known = (await desk.ok('audit.verify')).entries
  await desk.closed(() => {})
  await desk.closed(() => copyProfile(older, desk.dataDir))
  await desk.ok('vault.unlock')
  expect(await codes(desk)).toEqual(['ALERT_LOG_CUT'])
  const [alert] = await desk.ok('audit.list', { kind: 'alert' })
  expect(alert).toMatchObject({ event: 'log-cut' })
  expect(alert?.detail['expected']).toBeGreaterThan(known)
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: false, anchored: false })

  await desk.closed((db) => db.exec('DELETE FROM audit WHERE seq > 4; DELETE FROM audit_checkpoints WHERE seq > 4'))
  await desk.ok('vault.unlock')
  expect(await codes(desk)).toEqual(['ALERT_LOG_CUT'])
  await desk.closed((db) => db.exec(`UPDATE audit SET detail = '{"shell":"other"}' WHERE seq = 1`))
  // At the start already, before anybody has unlocked anything.
  await vi.waitFor(async () => expect(await codes(desk)).toEqual(['ALERT_LOG_BROKEN']), WAIT)
  await desk.ok('vault.unlock')
  expect(await desk.ok('audit.verify')).toMatchObject({ ok: false, firstBroken: 1, anchored: false })
  expect(await codes(desk)).toEqual(['ALERT_LOG_BROKEN'])
})

it('tells of the fifth wrong passphrase, and no longer once the vault was opened [R24]', async () => {
  const desk = await openVaultDesk()
  await desk.ok('vault.create', { passphrase: 'the right words' })
  await desk.ok('vault.lock')
  for (let tries = 1; tries <= 5; tries++) {
    expect(await codes(desk)).toEqual([])
    expect(await desk.code('vault.unlock', { passphrase: `wrong ${tries}` })).toBe('WRONG_PASSPHRASE')
    desk.clock.advance(300_000)
  }
  expect(await codes(desk)).toEqual(['ALERT_UNLOCK_FAILED_OFTEN'])
  expect(await words(desk, 'alert')).toEqual(['unlock-failed-often'])
  await desk.ok('vault.unlock', { passphrase: 'the right words' })
  expect(await codes(desk)).toEqual([])
})

it('tells of a keychain that holds another key, or none any more', async () => {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  const other = await openVaultDesk()
  await other.ok('vault.create')
  await desk.ok('vault.lock')
  const [name = '', item = ''] = [...desk.keychain.items][0] ?? []
  desk.keychain.items.delete(name)
  expect(await desk.code('vault.unlock')).toBe('KEYCHAIN_MISSING')
  expect(await words(desk, 'alert')).toEqual(['keychain-not-ours'])
  expect(await codes(desk)).toEqual(['ALERT_KEYCHAIN_NOT_OURS'])
  desk.keychain.items.set(name, [...other.keychain.items.values()][0] ?? '')
  expect(await desk.code('vault.unlock')).toBe('KEYCHAIN_MISMATCH')
  expect(await words(desk, 'alert')).toEqual(['keychain-not-ours', 'keychain-not-ours'])
  desk.keychain.items.set(name, item)
  await desk.ok('vault.unlock')
})

it('knows that it is on its own when the vault’s process has ended', async () => {
  const { db, log, clock } = openAudit()
  const options = {
    ...{ dataDir: makeProfile(), clock, secretStore: memoryStore(), kdf: KDF_FLOOR },
    settings: { get: () => ({ autoLockMinutes: null }), set: () => {} },
  }
  const { vault, keyService } = openVault(openCore(options, db), log, options)
  await vault.create({})
  log.append({ kind: 'secret', event: 'key-used', subject: 'a' })
  expect(await log.list({ kind: 'alert' })).toEqual([])
  await keyService.lock()
  vault.processEnded()
  await log.idle()
  expect((await log.verify()).anchored).toBeNull()
  log.append({ kind: 'secret', event: 'key-used', subject: 'a' })
  expect((await log.list({ kind: 'alert' })).map(({ event }) => event)).toEqual(['secret-used-while-locked'])
})
