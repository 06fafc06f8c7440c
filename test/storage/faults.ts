// Faults of the disk at the level of system calls, so that SQLite and the kernel between are real: strace injects them,
// and prlimit makes writes short. A machine without these programs fails the tests instead of skipping them.

import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Task, Told } from './work.ts'

const TRADER = fileURLToPath(new URL('./trader-process.ts', import.meta.url))

/** The calls that SQLite and the preparations of a profile make; those on other files are left alone. */
export const CALLS = [
  'openat',
  'pwrite64',
  'write',
  'fsync',
  'ftruncate',
  'rename',
  'unlink',
  'mkdir',
  'chmod',
  'pread64',
] as const
export type Call = (typeof CALLS)[number]

export interface Fault {
  call: Call
  /** `error=ENOSPC`, `retval=100` (nothing is written, the number is reported) or `signal=SIGKILL`. */
  what: string
  /** Which of these calls: `7`, or `7+` for this one and all that follow. */
  when: string
}

export interface Ended {
  told: Told[]
  /** The signal that killed the process, or null when it ended by itself. */
  signal: NodeJS.Signals | null
}

export interface Run extends Ended {
  /** How often each call was made on the profile's files. */
  calls: Map<string, number>
}

const PROFILE_FILES = [
  '',
  'prelist.sqlite',
  'prelist.sqlite-wal',
  'prelist.sqlite-shm',
  'prelist.sqlite-journal',
  'prelist.lock',
  'profile.json',
  'profile.json.new',
]

/** @throws Error naming the Debian package of a program that is missing or may not trace */
export function requirePrograms(): void {
  const works = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0
  if (!works)
    throw new Error('strace is missing or may not trace: install the Debian package strace, and allow ptrace.')
  const limits = spawnSync('prlimit', ['--fsize=1000', 'true']).status === 0
  if (!limits) throw new Error('prlimit is missing: install the Debian package util-linux.')
}

/** Runs the trader's work with a fault at the profile's files, or at `files` of it; without one the calls are counted. */
export async function runWithFault(task: Task, fault: Fault | null, files = PROFILE_FILES): Promise<Run> {
  const watched = files.flatMap((name) => ['-P', path.join(task.dataDir, name)])
  const calls = fault === null ? CALLS.join(',') : fault.call
  const inject = fault === null ? [] : ['-e', `inject=${fault.call}:${fault.what}:when=${fault.when}`]
  // Beside the profile, since standard error belongs to the process.
  const trace = `${task.dataDir}.trace`
  // Stopping at the watched calls alone is fast; but a signal is not injected then, and nothing says so.
  const fast = fault?.what.startsWith('signal=') ? [] : ['--seccomp-bpf']
  const options = ['-f', '-qq', ...fast, '-o', trace, ...watched, '-e', `trace=${calls}`, ...inject]
  const run = await runTrader('strace', [...options, process.execPath], task)
  const names = readFileSync(trace, 'utf8').matchAll(/^\d+\s+(\w+)\(/gm)
  const counts = new Map<string, number>()
  for (const [, name = ''] of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return { ...run, calls: counts }
}

/** Runs the trader's work where no file may grow beyond `bytes`: the write that crosses it is short, the next one fails. */
export function runWithLimit(task: Task, bytes: number): Promise<Ended> {
  return runTrader('prlimit', [`--fsize=${bytes}`, process.execPath], task)
}

function runTrader(program: string, args: string[], task: Task): Promise<Ended> {
  const child = spawn(program, [...args, TRADER, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const told: Told[] = []
  const said: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => told.push(JSON.parse(line) as Told))
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      // strace ends as the process under it ended; only a process that was killed may say nothing at all.
      if (code !== 0 && signal === null) reject(new Error(`the trader's process failed:\n${said.join('\n')}`))
      else resolve({ told, signal })
    })
  })
}
