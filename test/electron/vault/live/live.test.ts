// A vault's own process, its memory and its keychain item, with a real keychain in a private session. Linux only.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runWithKeyring } from '../../../keyring.ts'
import type { Seen } from './session.ts'

describe.runIf(process.platform === 'linux')("the vault's process", () => {
  let folder: string
  let seen: Seen

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prelist-live-'))
    const session = fileURLToPath(new URL('./session.ts', import.meta.url))
    const run = await runWithKeyring(session, { args: [folder] })
    expect(run.code, run.stderr).toBe(0)
    seen = JSON.parse(run.stdout)
    process.stdout.write(`keys found in memory: ${JSON.stringify(seen.found)}\n`)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds at most three copies of each key after a thousand opened records [R17]', () => {
    const { master, data } = seen.found['vault'] ?? { master: 0, data: 0 }
    // None at all would mean that the search is blind.
    expect([master >= 1, data >= 1]).toEqual([true, true])
    expect([master <= 3, data <= 3]).toEqual([true, true])
  })

  test('is gone after the lock, and no key is left in the process that remains [R17]', () => {
    expect(seen.alive.afterLock).toBe(false)
    const { planted, ...keys } = seen.found['parent'] ?? { planted: 0 }
    expect(planted).toBeGreaterThan(0)
    expect(keys).toEqual({ master: 0, data: 0 })
  })

  test('keeps one item of at most 512 bytes in the keychain, and a look at it leaves none [R20]', () => {
    const { before, tried, ...later } = seen.items
    expect([before, tried]).toEqual([[], []])
    for (const [step, items] of Object.entries(later)) {
      expect(items, step).toHaveLength(1)
      for (const [, bytes] of items) expect(bytes).toBeLessThanOrEqual(512)
    }
    const [created, rotated] = ['created', 'rotated'].map((step) => later[step]?.[0]?.[0])
    expect(created).toMatch(/^vault:[0-9a-f-]{36}:kek-1$/)
    expect(rotated).toBe(created?.replace('kek-1', 'kek-2'))
  })

  test('has no output, no inspector, no core dump, and of the environment only what the keychain needs', () => {
    const { environment, coredumpFilter, output, flags, listens } = seen.process
    expect(output).toEqual(['/dev/null', '/dev/null'])
    expect(flags[0]).toBe('--disable-sigusr1')
    expect([listens, seen.alive.afterSignal]).toEqual([false, true])
    expect(coredumpFilter).toMatch(/^0+$/)
    expect(environment).toContain('DBUS_SESSION_BUS_ADDRESS')
    for (const name of ['NODE_OPTIONS', 'SECRET_OF_ANOTHER', 'PATH']) expect(environment).not.toContain(name)
  })

  test('that is killed answers the call in flight as locked, says so once, and starts for no call that needs it open', () => {
    expect(seen.killed).toEqual({ call: 'VAULT_LOCKED', told: 1, next: 'VAULT_LOCKED' })
  })

  test('ends when its parent was killed', () => {
    expect(seen.alive.afterOrphaned).toBe(false)
  })
})
