// A profile with a vault at four real keychains: the one that it was made at, a locked one, an empty one, and that of a
// development build. Linux only.

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runWithKeyring } from '../../../keyring.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import type { Reopened } from './reopen.ts'

const SCRIPT = fileURLToPath(new URL('./reopen.ts', import.meta.url))

async function at(dataDir: string, unlocked: boolean, build = 'product'): Promise<Reopened> {
  const run = await runWithKeyring(SCRIPT, { unlocked, args: [dataDir, build] })
  // The number of processes that are still running.
  expect(run.code, run.stderr).toBe(0)
  return JSON.parse(run.stdout)
}

describe.runIf(process.platform === 'linux')('a vault', () => {
  test('is made at one keychain, and waits for it at a locked and at an empty one [R21] [R20]', async () => {
    const dataDir = makeProfile()
    const made = await at(dataDir, true)
    expect(made).toMatchObject({ check: 'ok', leftByCheck: 0, create: 'ok', unlock: 'ok', state: 'unlocked' })
    expect(made.items).toEqual({ product: 1, development: 0 })
    expect(made.killed).toMatchObject({ state: 'locked', lockedBy: 'process-ended' })

    const locked = await at(dataDir, false)
    expect(locked.check).toMatch(/^(locked|unreachable)$/)
    expect(locked.unlock).toMatch(/^KEYCHAIN_(LOCKED|UNREACHABLE)$/)
    expect(locked).toMatchObject({ create: 'VAULT_EXISTS', state: 'unreachable', leftByCheck: 0 })

    const empty = await at(dataDir, true)
    expect(empty).toMatchObject({ check: 'ok', create: 'VAULT_EXISTS', unlock: 'KEYCHAIN_MISSING', state: 'mismatch' })
    expect(empty.items).toEqual({ product: 0, development: 0 })
  }, 60_000)

  test('of a development build lies under a name of its own [R38]', async () => {
    const { create, unlock, items } = await at(makeProfile(), true, 'development')
    expect([create, unlock]).toEqual(['ok', 'ok'])
    expect(items).toEqual({ product: 0, development: 1 })
  }, 60_000)
})
