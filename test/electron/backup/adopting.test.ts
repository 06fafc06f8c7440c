// A restore that fails with the vault locked: the process that read the backup must not go on holding its keys.

import { expect, test, vi } from 'vitest'
import { createVaultStore } from '../../../electron/adapters/sqlite/vault-store.ts'
import { systemClock } from '../../../electron/adapters/system-clock.ts'
import { createVault } from '../../../electron/services/vault.ts'
import type { Keeper } from '../../../electron/vault-ports.ts'
import { openTestDatabase } from '../../support/journal.ts'

test('the keeper is told to forget what it read', async () => {
  const lock = vi.fn(async () => {})
  const hooks = { opened: vi.fn(async () => {}), beforeLock: vi.fn(async () => {}) }
  const vault = createVault({
    keeper: { lock } as unknown as Keeper,
    store: createVaultStore(openTestDatabase(), () => 1),
    readFacts: () => null,
    audit: () => {},
    hooks,
    clock: systemClock,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    newId: () => 'id',
    idleMinutes: () => null,
    changed: () => {},
  })
  await expect(vault.adopt(() => Promise.reject(new Error('no sound backup')))).rejects.toThrow('no sound backup')
  expect(lock).toHaveBeenCalledOnce()
  expect([hooks.opened.mock.calls, hooks.beforeLock.mock.calls]).toEqual([[], []])
})
