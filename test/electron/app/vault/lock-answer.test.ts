// A lock is answered at once, whatever the process with the keys is busy with, and nothing is taken after it.

import { expect, test } from 'vitest'
import type { KeyService, VaultStore } from '../../../../electron/ports/vault.ts'
import { createScheduler } from '../../../../electron/services/common/scheduler.ts'
import { createVault } from '../../../../electron/services/vault/vault.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { codeOf } from '../../../support/code-of.ts'

const OPENED = {
  header: new Uint8Array(),
  via: 'keychain',
  keychain: 'ok',
  anchor: null,
  signerKey: new Uint8Array(32),
}

/** A vault whose key service does as it is told here; nothing of it is on a disk. */
function openedVault(keyService: Partial<KeyService>) {
  const clock = makeAppClock()
  const store = {
    headers: () => [new Uint8Array(1)],
    saveBothHeaders: () => {},
    countBehind: () => 0,
    failedTries: () => ({ count: 0, at: 0 }),
    epochsInUse: () => [],
  } as unknown as VaultStore
  const vault = createVault({
    keyService: { unlock: async () => OPENED, lock: async () => {}, ...keyService } as unknown as KeyService,
    store,
    readFacts: () => null,
    audit: () => {},
    hooks: { opened: async () => {}, beforeLock: async () => {} },
    clock,
    scheduler: createScheduler(clock, { error: () => {} }),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    newId: () => 'id',
    idleMinutes: () => null,
    changed: () => {},
  })
  return { vault, clock }
}

test('a process that takes its time to end keeps no lock waiting, and ten in a row none either', async () => {
  const ended = Promise.withResolvers<void>()
  const { vault, clock } = openedVault({ lock: () => ended.promise })
  await vault.unlock({})
  for (let at = 0; at < 10; at += 1) {
    const locking = vault.lock('trader')
    await clock.sleeping(150)
    clock.advance(150)
    expect((await locking).lockedBy).toBe('trader')
    expect(vault.isOpen()).toBe(false)
    expect(await codeOf(vault.whileOpen(async () => {}))).toBe('VAULT_LOCKED')
  }
  // The next unlock waits until the old process is gone.
  let isOpen = false
  const unlocking = vault.unlock({}).then(() => {
    isOpen = true
  })
  await clock.sleep(0, AbortSignal.abort()).catch(() => {})
  expect(isOpen).toBe(false)
  ended.resolve()
  await unlocking
  expect(vault.isOpen()).toBe(true)
})

test('nothing is taken from the moment of the lock on, even while the log is still being signed', async () => {
  const { vault, clock } = openedVault({ lock: () => new Promise(() => {}) })
  await vault.unlock({})
  const locking = vault.lock('trader')
  expect(vault.isOpen()).toBe(false)
  await clock.sleeping(150)
  clock.advance(150)
  await locking
})
