// What holds the keys while a backup is restored: it forgets what it read in vain, and hands out nothing that it sealed for
// the vault before.

import { expect, test, vi } from 'vitest'
import { createVaultStore } from '../../../../electron/adapters/sqlite/stores/vault-store.ts'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import type { KeyService } from '../../../../electron/ports/vault.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createVault } from '../../../../electron/services/vault/vault.ts'
import { freshSeals } from '../../../../electron/vault/fresh-seals.ts'
import { codeOf } from '../../../support/code-of.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

test('the key service is told to forget what it read', async () => {
  const lock = vi.fn(async () => {})
  const hooks = { opened: vi.fn(async () => {}), beforeLock: vi.fn(async () => {}) }
  const vault = createVault({
    keyService: { lock } as unknown as KeyService,
    store: createVaultStore(openTestDatabase(), () => 1),
    readFacts: () => null,
    audit: () => {},
    hooks,
    clock: systemClock,
    scheduler: createScheduler(systemClock, { error: () => {} }),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    newId: () => 'id',
    idleMinutes: () => null,
    changed: () => {},
  })
  await expect(vault.adopt(() => Promise.reject(new Error('no sound backup')))).rejects.toThrow('no sound backup')
  expect(lock).toHaveBeenCalledOnce()
  expect([hooks.opened.mock.calls, hooks.beforeLock.mock.calls]).toEqual([[], []])
})

test('what was sealed for the vault that was there before is not handed out', async () => {
  const sealed = Promise.withResolvers<Uint8Array>()
  const keyService = freshSeals({
    seal: () => sealed.promise,
    reseal: () => sealed.promise,
    adopt: (...[, , , , commit]: Parameters<KeyService['adopt']>) => commit(new Uint8Array()),
  } as unknown as KeyService)
  const record = { recordId: 'r', type: 'exchange-key', version: 1, environment: 'live' } as const
  const waiting = [
    keyService.seal(record, { apiKey: 'k', apiSecret: 's', passphrase: null }),
    keyService.reseal({ ...record, bytes: new Uint8Array() }),
  ].map(codeOf)
  const restored = { handle: null, vaultId: null, signerKey: new Uint8Array(), facts: {} }
  await keyService.adopt(restored, [], null, 0, async () => {})
  sealed.resolve(new Uint8Array(1))
  expect(await Promise.all(waiting)).toEqual(['TRY_LATER', 'TRY_LATER'])
  expect(await keyService.reseal({ ...record, bytes: new Uint8Array() })).toHaveLength(1)
})

test('what was handed out before is not stored beside the restored vault', async () => {
  const keyService = freshSeals({
    seal: async () => new Uint8Array(1),
    adopt: (...[, , , , commit]: Parameters<KeyService['adopt']>) => commit(new Uint8Array()),
  } as unknown as KeyService)
  const record = { recordId: 'r', type: 'exchange-key', version: 1, environment: 'live' } as const
  const bytes = await keyService.seal(record, { apiKey: 'k', apiSecret: 's', passphrase: null })
  keyService.assertFresh(bytes)
  const restored = { handle: null, vaultId: null, signerKey: new Uint8Array(), facts: {} }
  await keyService.adopt(restored, [], null, 0, async () => {})
  expect(() => keyService.assertFresh(bytes)).toThrow('BACKUP_RESTORED_MEANWHILE')
  expect(() => keyService.assertFresh(new Uint8Array(1))).toThrow('BACKUP_RESTORED_MEANWHILE')
})
