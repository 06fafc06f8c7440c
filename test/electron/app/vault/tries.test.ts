// Wrong passphrases: always the same answer, longer and longer waits also across restarts, an entry each, an alert at five.

import { expect, test } from 'vitest'
import type { BackendOptions } from '../../../../electron/app/backend-options.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { openVaultDesk, type VaultDesk } from '../../vault/vault-desk.ts'

const WORDS = 'words of a test'

async function locked(more: Partial<BackendOptions> = {}): Promise<VaultDesk> {
  const desk = await openVaultDesk(more)
  await desk.ok('vault.create', { passphrase: WORDS })
  await desk.ok('vault.lock')
  return desk
}

const wrong = (desk: VaultDesk) => desk.code('vault.unlock', { passphrase: 'wrong' })

/** Seconds until the next try is taken. */
async function wait(desk: VaultDesk): Promise<number> {
  const { retryAt } = await desk.ok('vault.status')
  return retryAt === null ? 0 : (Date.parse(retryAt) - desk.clock.now()) / 1000
}

test('each wrong one makes the next wait longer, is written down, and the fifth raises an alert [R24]', async () => {
  const desk = await locked()
  const waits: number[] = []
  for (let at = 0; at < 6; at += 1) {
    expect(await wrong(desk)).toBe('WRONG_PASSPHRASE')
    waits.push(await wait(desk))
    // Not a moment before: the right one is not taken either.
    if (waits[at] !== 0) {
      expect(await desk.code('vault.unlock', { passphrase: WORDS })).toBe('TRY_LATER')
      desk.clock.advance((waits[at] ?? 0) * 1000 - 1)
      expect(await wrong(desk)).toBe('TRY_LATER')
      desk.clock.advance(1)
    }
  }
  expect(waits).toEqual([0, 0, 1, 2, 4, 8])
  const entries = await desk.ok('audit.list', { limit: 100 })
  const failed = entries.filter(({ event }) => event === 'unlock-failed')
  expect(failed.map(({ detail }) => detail['tries']).reverse()).toEqual([1, 2, 3, 4, 5, 6])
  expect(entries.filter(({ event }) => event === 'unlock-failed-often')).toHaveLength(1)
  expect((await desk.ok('vault.unlock', { passphrase: WORDS })).retryAt).toBeNull()
  await desk.ok('vault.lock')
  expect(await wrong(desk)).toBe('WRONG_PASSPHRASE')
  expect(await wait(desk)).toBe(0)
})

test('a restart forgives nothing, and a clock that was turned back costs no more than the wait [R24]', async () => {
  const desk = await locked()
  for (let at = 0; at < 4; at += 1) {
    expect(await wrong(desk)).toBe('WRONG_PASSPHRASE')
    if (at < 3) desk.clock.advance((await wait(desk)) * 1000)
  }
  await desk.closed(() => {})
  expect(await wait(desk)).toBe(2)
  expect(await wrong(desk)).toBe('TRY_LATER')
  await desk.closed((db) => {
    const tomorrow = JSON.stringify([4, desk.clock.now() + 86_400_000])
    db.prepare("UPDATE meta SET value = ? WHERE key = 'vault-failed-tries'").run(tomorrow)
  })
  expect(await wait(desk)).toBe(2)
  // The stamp of a clock that was a day ahead counts as now: the wait ends when it has passed, not tomorrow.
  desk.clock.advance(1_999)
  expect(await wrong(desk)).toBe('TRY_LATER')
  desk.clock.advance(1)
  expect(await wait(desk)).toBe(0)
  expect((await desk.ok('vault.unlock', { passphrase: WORDS })).state).toBe('unlocked')
})

test('a clock that is set while the app runs neither lengthens the wait nor ends it', async () => {
  const base = makeAppClock()
  let set = 0
  const desk = await locked({ clock: { ...base, now: () => base.now() + set } })
  const waitNow = async () => (await desk.ok('vault.status')).retryAt !== null
  for (let at = 0; at < 4; at += 1) {
    expect(await wrong(desk)).toBe('WRONG_PASSPHRASE')
    if (at < 3) base.advance(1_000)
  }
  for (const jump of [365 * 86_400_000, -365 * 86_400_000, 3_600_000]) {
    set = jump
    expect([jump, await waitNow(), await wrong(desk)]).toEqual([jump, true, 'TRY_LATER'])
  }
  base.advance(2_000)
  expect(await waitNow()).toBe(false)
})

test('a guess counts before it is made, so that a kill in between wins none [R24]', async () => {
  const desk = await locked()
  await wrong(desk)
  await wrong(desk)
  expect(await wait(desk)).toBe(0)
  const right = desk.ok('vault.unlock', { passphrase: WORDS })
  await desk.ok('app.status')
  expect(await wait(desk)).toBe(1)
  await right
  expect(await wait(desk)).toBe(0)
})

test('whatever is wrong, the answer is one and the same [R24]', async () => {
  const desk = await locked()
  const answers = new Set<string>()
  for (const input of [{ passphrase: 'wrong' }, { identity: 'AGE-SECRET-KEY-1WRONG' }, { passphrase: `${WORDS}.` }]) {
    const error = await desk.ok('vault.unlock', input).catch((thrown: Error) => thrown)
    answers.add(String(error))
    desk.clock.advance(10_000)
  }
  expect([...answers]).toEqual(['Error: vault.unlock: WRONG_PASSPHRASE That doesn’t open the vault.'])
})

test('a try that fails for another reason is not counted', async () => {
  const desk = await openVaultDesk()
  await desk.ok('vault.create')
  await desk.closed((db) => db.exec("UPDATE vault_headers SET bytes = x'00'"))
  for (let at = 0; at < 4; at += 1) expect(await wrong(desk)).toBe('VAULT_DAMAGED')
  expect(await wait(desk)).toBe(0)
})
