// The vault locks by itself: when nobody uses it, when the machine has slept, when the screen is locked, and at the end.

import { expect, test } from 'vitest'
import { openVaultDesk, type VaultDesk } from '../../vault/vault-desk.ts'

const LOOK = 10_000

async function opened(): Promise<VaultDesk> {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  await desk.clock.sleeping(LOOK)
  return desk
}

/** Lets so many minutes pass, one look of the watch after the other. */
async function pass(desk: VaultDesk, minutes: number, between: () => Promise<unknown> = async () => {}): Promise<void> {
  for (let at = 0; at < minutes * 6; at += 1) {
    desk.clock.advance(LOOK)
    await between()
    // Either it looks again, or it has locked.
    await Promise.race([desk.clock.sleeping(LOOK), lockedBy(desk)])
  }
}

async function lockedBy(desk: VaultDesk): Promise<void> {
  while ((await desk.ok('vault.status')).state === 'unlocked') await new Promise((resume) => setImmediate(resume))
}

const state = async (desk: VaultDesk) => {
  const { state: word, lockedBy: reason } = await desk.ok('vault.status')
  return [word, reason]
}

test('after a quarter of an hour without use, and each use begins it anew', async () => {
  const desk = await opened()
  await pass(desk, 14)
  await desk.ok('notes.save', { coinId: 'peaq', text: 'I am here' })
  await pass(desk, 14)
  expect(await state(desk)).toEqual(['unlocked', null])
  await pass(desk, 1)
  await lockedBy(desk)
  expect(await state(desk)).toEqual(['locked', 'idle'])
  expect(desk.heard.at(-1)).toMatchObject({ state: 'locked', lockedBy: 'idle' })
})

test('what a page asks by itself is no use', async () => {
  const desk = await opened()
  await pass(desk, 15, async () => {
    await desk.ok('app.status')
    await desk.ok('coins.list')
  })
  await lockedBy(desk)
  expect(await state(desk)).toEqual(['locked', 'idle'])
})

test('after as long as the settings say, and never where they say so', async () => {
  const desk = await opened()
  await desk.ok('settings.save', { autoLockMinutes: null })
  await pass(desk, 20)
  expect(await state(desk)).toEqual(['unlocked', null])
  await desk.ok('settings.save', { autoLockMinutes: 2 })
  await pass(desk, 2)
  await lockedBy(desk)
  expect(await state(desk)).toEqual(['locked', 'idle'])
})

test('when the clock has leapt over more than a minute, as it does where the machine slept', async () => {
  const desk = await opened()
  desk.clock.advance(LOOK + 60_000)
  await desk.clock.sleeping(LOOK)
  expect(await state(desk)).toEqual(['unlocked', null])
  desk.clock.advance(LOOK + 60_001)
  await lockedBy(desk)
  expect(await state(desk)).toEqual(['locked', 'sleep'])
})

test.each(['sleep', 'screen-lock'] as const)('when the shell says %s, whoever is at it', async (reason) => {
  const desk = await opened()
  await desk.lock(reason)
  expect(await state(desk)).toEqual(['locked', reason])
  expect(desk.heard.at(-1)).toMatchObject({ lockedBy: reason })
  // Told again while it is locked, it stays the first reason.
  await desk.lock('sleep')
  expect(await state(desk)).toEqual(['locked', reason])
})

test('at the end, and the next start finds it locked; each lock is in the log with its reason', async () => {
  const desk = await opened()
  await desk.ok('vault.lock')
  await desk.ok('vault.unlock')
  await desk.closed(() => {})
  expect(await state(desk)).toEqual(['locked', null])
  const entries = await desk.ok('audit.list', { kind: 'vault' })
  const reasons = entries.filter(({ event }) => event === 'vault-locked').map(({ detail }) => detail['reason'])
  expect(reasons).toEqual(['closing', 'trader'])
})

test('a lock waits for no keychain that hangs', async () => {
  const desk = await opened()
  const { promise, resolve } = Promise.withResolvers<null>()
  desk.keychain.get = () => promise
  const locking = desk.ok('vault.lock')
  await desk.clock.sleeping(3_000)
  desk.clock.advance(3_000)
  resolve(null)
  expect((await locking).state).toBe('locked')
})

test('what was begun before a lock does not open the vault after it', async () => {
  const desk = await openVaultDesk()
  await desk.ok('vault.create', { passphrase: 'words' })
  await desk.ok('vault.lock')
  const unlocking = desk.code('vault.unlock', { passphrase: 'words' })
  await desk.ok('app.status')
  await desk.lock('screen-lock')
  expect(await unlocking).toBe('VAULT_LOCKED')
  expect((await desk.ok('vault.status')).state).toBe('locked')
  expect(await desk.code('vault.unlock', { passphrase: 'words' })).toBe('ok')
})
