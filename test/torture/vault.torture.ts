// A process that is killed before every step of what changes a vault, and whose every write of the database fails once and
// from there on.

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { RestoreTask, RestoreTold } from '../electron/app/backup/restore-process.ts'
import { copyOf, findings, type Left, startingPoint } from '../electron/app/vault/cut-off-kit.ts'
import { twoAtATime } from '../storage/bench.ts'

const PROCESS = fileURLToPath(new URL('../electron/app/backup/restore-process.ts', import.meta.url))

type Operation = Pick<RestoreTask, 'operation' | 'input'>

const OPERATIONS: [name: string, start: 'no vault' | 'vault', operation: Operation][] = [
  ['create', 'no vault', { operation: 'vault.create', input: {} }],
  ['unlock', 'vault', { operation: 'vault.unlock', input: {} }],
  ['new wrapping key', 'vault', { operation: 'vault.rotate', input: {} }],
  ['new data key', 'vault', { operation: 'vault.rotate', input: { what: 'data-key' } }],
  ['new passphrase', 'vault', { operation: 'vault.setPassphrase', input: { passphrase: 'words' } }],
]

const CALLS: Readonly<Record<string, readonly string[]>> = { pwrite64: ['ENOSPC', 'EIO'], fsync: ['EIO'] }

interface Ended {
  told: RestoreTold | null
  isKilled: boolean
  wrong: string[]
  trace: string
}

/** Runs the operation on a copy of `start`, in a process of its own, and judges what it has left. */
async function runOn(start: Left, operation: Operation, dieAt: number | null, fault: string[] = []): Promise<Ended> {
  const left = copyOf(start, `step ${dieAt} ${fault.at(-1) ?? ''}`)
  const keychain = path.join(left.dataDir, '..', 'keychain.json')
  const trace = path.join(left.dataDir, '..', 'trace')
  writeFileSync(keychain, JSON.stringify(Object.fromEntries(left.items)))
  const task: RestoreTask = { dataDir: left.dataDir, keychain, ...operation, dieAt }
  const files = ['prelist.sqlite', 'prelist.sqlite-wal'].flatMap((name) => ['-P', path.join(left.dataDir, name)])
  const strace = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', trace, ...files, ...fault]
  const [program = '', ...rest] = [...(fault.length > 0 ? strace : []), process.execPath, PROCESS, JSON.stringify(task)]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, name) => resolve(name)))
  const items = JSON.parse(readFileSync(keychain, 'utf8')) as Record<string, string>
  const calls = fault.length > 0 ? readFileSync(trace, 'utf8') : ''
  const wrong = await findings({ ...left, items: new Map(Object.entries(items)) })
  return {
    told: said === '' ? null : (JSON.parse(said) as RestoreTold),
    isKilled: signal === 'SIGKILL',
    wrong,
    trace: calls,
  }
}

const eachOf = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

it.each(OPERATIONS)('%s: killed before every step [R36]', async (name, kind, operation) => {
  const start = await startingPoint(kind)
  const { told } = await runOn(start, operation, null)
  expect(told?.code).toBe(null)
  const runs = await twoAtATime(eachOf(told?.steps ?? 0), (dieAt) => runOn(start, operation, dieAt))
  process.stdout.write(`${name}: killed before ${runs.length} steps\n`)
  expect(runs.filter(({ wrong, isKilled }) => wrong.length > 0 || !isKilled)).toEqual([])
})

it.each(OPERATIONS)('%s: every write fails once, and from there on [R47]', async (name, kind, operation) => {
  const start = await startingPoint(kind)
  for (const [call, errors] of Object.entries(CALLS)) {
    const { trace } = await runOn(start, operation, null, ['-e', `trace=${call}`])
    const count = trace.split('\n').filter((line) => line.includes(`${call}(`)).length
    expect(count).toBeGreaterThan(3)
    const faults = errors.flatMap((error) =>
      eachOf(count).flatMap((at) => ['', '+'].map((more) => `inject=${call}:error=${error}:when=${at}${more}`)),
    )
    const runs = await twoAtATime(faults, (fault) =>
      runOn(start, operation, null, ['-e', `trace=${call}`, '-e', fault]),
    )
    process.stdout.write(`${name} ${call}: ${runs.length} runs\n`)
    expect.soft(runs.filter(({ wrong }) => wrong.length > 0).map(({ wrong }) => wrong)).toEqual([])
  }
})
