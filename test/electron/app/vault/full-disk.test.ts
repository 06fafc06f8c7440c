// No room on the disk, or a keychain that fails, at each step of everything that changes a vault: it is said, or does not
// matter; nothing is half done, and the vault opens with every record in it.

import { expect, it, vi } from 'vitest'
import type { Database } from '../../../../electron/adapters/sqlite/database.ts'
import type { Backend } from '../../../../electron/app/backend.ts'
import { AppError, type Result } from '../../../../shared/result.ts'
import { fillDisk, freeDisk } from '../../../support/profile/full-disk.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { type Steps, watchSteps } from '../../../support/profile/steps.ts'
import { okOf } from '../../../support/start-backend.ts'
import { copyOf, findings, type Left, openLeft, settled, startingPoint } from './cut-off-kit.ts'

const opened = vi.hoisted(() => ({ databases: [] as Database[] }))

vi.mock('../../../../electron/adapters/sqlite/database.ts', async (load) => {
  const real = await load<typeof import('../../../../electron/adapters/sqlite/database.ts')>()
  const openDatabase = (dataDir: string) => {
    const database = real.openDatabase(dataDir)
    opened.databases.push(database)
    return database
  }
  return { ...real, openDatabase }
})

type Call = (backend: Backend) => Promise<Result<unknown>>

const OPERATIONS: [name: string, start: 'no vault' | 'vault', call: Call][] = [
  ['a vault is created', 'no vault', (backend) => backend.call('vault.create', {})],
  ['its wrapping key is replaced', 'vault', (backend) => backend.call('vault.rotate', {})],
  ['its data key is replaced', 'vault', (backend) => backend.call('vault.rotate', { what: 'data-key' })],
  ['a passphrase is set', 'vault', (backend) => backend.call('vault.setPassphrase', { passphrase: 'words' })],
]

const full = () => Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })

interface Outcome {
  /** Steps that were made. */
  steps: number
  code: string
  wrong: string[]
}

/** Runs the operation on a copy of `start`, where the step `failing` fails, and from there on if `all`. */
async function withFault(start: Left, steps: Steps, call: Call, failing: number, all: boolean): Promise<Outcome> {
  const left = copyOf(start, `the fault at step ${failing}${all ? ' and after' : ''}`)
  const backend = await openLeft(left, steps.keychain(memoryStore(left.items)))
  await backend.call('vault.unlock', {})
  let made = 0
  steps.before = (what) => {
    made += 1
    if (made !== failing && !(all && made > failing)) return
    throw what.startsWith('keychain') ? new AppError('KEYCHAIN_LOCKED', 'Own words.') : full()
  }
  const result = await call(backend)
  if (failing === 0) await settled(backend)
  const count = made
  steps.before = () => {}
  await backend.close()
  return { steps: count, code: result.ok ? 'ok' : result.error.code, wrong: await findings(left) }
}

// Each try at a passphrase runs Argon2id.
it.each(OPERATIONS)('each step fails while %s [R47]', { timeout: 60_000 }, async (name, kind, call) => {
  const start = await startingPoint(kind)
  const steps = watchSteps()
  const { steps: count, wrong } = await withFault(start, steps, call, 0, false)
  expect([count > 5, wrong]).toEqual([true, []])
  const outcomes: Outcome[] = []
  for (let at = 1; at <= count; at += 1) {
    outcomes.push(await withFault(start, steps, call, at, false), await withFault(start, steps, call, at, true))
  }
  const codes = Object.groupBy(outcomes, ({ code }) => code)
  const told = Object.entries(codes).map(([code, runs]) => `${code} ${runs?.length}`)
  console.log(`${name}: ${outcomes.length} runs; ${told.join(', ')}`)
  expect(outcomes.flatMap((outcome) => outcome.wrong)).toEqual([])
  for (const code of Object.keys(codes))
    expect(['ok', 'STORAGE_FAILED', 'KEYCHAIN_LOCKED', 'PASSPHRASE_NEEDED']).toContain(code)
  expect(codes['STORAGE_FAILED']?.length ?? 0).toBeGreaterThan(0)
})

it('the disk is really full as a vault is created: nothing is, not even in the keychain [R47]', async () => {
  const left = copyOf(await startingPoint('no vault'), 'anything')
  const backend = await openLeft(left)
  const database = opened.databases.at(-1)
  if (database === undefined) throw new Error('no database was opened')
  fillDisk(database, 'meta')
  expect(await backend.call('vault.create', {})).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } })
  expect([(await okOf(backend, 'vault.status', {})).state, left.items.size]).toEqual(['none', 0])
  freeDisk(database)
  expect((await okOf(backend, 'vault.create', {})).state).toBe('unlocked')
  await backend.close()
  expect(await findings(left)).toEqual([])
})
