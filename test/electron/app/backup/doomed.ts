// Profiles for processes that die or fail while they make or restore a backup, and the judgement of what is left of them.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBackend } from '../../../../electron/app/backend.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { describeReason } from '../../../../shared/reasons/reason.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { okOf } from '../../../support/start-backend.ts'
import { newIdentity } from '../../vault/backup/backup-kit.ts'
import type { RestoreTask, RestoreTold } from './restore-process.ts'

const PROCESS = fileURLToPath(new URL('./restore-process.ts', import.meta.url))
export const OFFLINE = { practice: 'http://127.0.0.1:9' }

export interface Scene {
  folder: string
  recipient: string
  identity: string
  /** Backups: of the profile in an older state, and of another vault. */
  backups: { own: string; other: string }
}

async function makeProfile(
  dataDir: string,
  keychainFile: string,
  notes: readonly string[],
  save: (notes: string) => object,
) {
  const keychain = memoryStore()
  const backend = await createBackend({ dataDir, secretStore: keychain, kdf: KDF_FLOOR, venueHosts: OFFLINE })
  await okOf(backend, 'vault.create', {})
  const key = { venue: 'binance', environment: 'live', apiKey: 'key', apiSecret: 'secret' }
  await okOf(backend, 'accounts.add', { ...key, label: String(notes[0]) })
  for (const text of notes) {
    await okOf(backend, 'notes.save', { coinId: 'peaq', text })
    await okOf(backend, 'backup.export', save(text))
    // What was backed up has an older data key than what is here.
    await okOf(backend, 'vault.rotate', { what: 'data-key' })
  }
  await backend.close()
  writeFileSync(keychainFile, JSON.stringify(Object.fromEntries(keychain.items)))
}

/** A profile that says `new`, with a backup that says `old`, and one of another machine that says `other`. */
export async function makeScene(folder: string): Promise<Scene> {
  const { recipient, identity } = newIdentity()
  const at = (name: string) => path.join(folder, name)
  const save = (text: string) => ({ path: at(`${text}.age`), recipient })
  await makeProfile(at('profile'), at('keychain.json'), ['old', 'new'], save)
  await makeProfile(at('profile-other'), at('keychain-other.json'), ['other'], save)
  return { folder, recipient, identity, backups: { own: at('old.age'), other: at('other.age') } }
}

export interface Copy {
  dataDir: string
  keychain: string
  /** Where a backup of this copy goes. */
  out: string
}

let copies = 0

/** The scene's profile and keychain, for one run to spoil. */
export function copyOf({ folder }: Scene): Copy {
  const own = path.join(folder, `run-${copies++}`)
  mkdirSync(path.join(own, 'out'), { recursive: true })
  cpSync(path.join(folder, 'profile'), path.join(own, 'profile'), { recursive: true })
  cpSync(path.join(folder, 'keychain.json'), path.join(own, 'keychain.json'))
  return { dataDir: path.join(own, 'profile'), keychain: path.join(own, 'keychain.json'), out: path.join(own, 'out') }
}

interface Ended {
  told: RestoreTold | null
  signal: NodeJS.Signals | null
}

/** Runs the task, under `wrapper` if one is given, and waits for its end. */
export function run(task: RestoreTask, wrapper: readonly string[] = []): Promise<Ended> {
  const [program = '', ...rest] = [...wrapper, process.execPath, PROCESS, JSON.stringify(task)]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, failed] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    failed += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      // strace ends as the process under it ended: by the signal, or with its number.
      const killed = signal ?? (code === 137 ? 'SIGKILL' : null)
      if (said !== '') resolve({ told: JSON.parse(said) as RestoreTold, signal: killed })
      else if (killed !== null || wrapper.length > 0) resolve({ told: null, signal: killed })
      else reject(new Error(`the process failed:\n${failed}`))
    })
  })
}

/** What is wrong with what a run has left: nothing, in a list. `wanted` are the notes that may stand there. */
async function findings(copy: Copy, wanted: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  const items = new Map(Object.entries(JSON.parse(readFileSync(copy.keychain, 'utf8')) as Record<string, string>))
  const secretStore = memoryStore(items)
  const backend = await createBackend({ dataDir: copy.dataDir, secretStore, kdf: KDF_FLOOR, venueHosts: OFFLINE })
  try {
    const { note } = await okOf(backend, 'coins.get', { coinId: 'peaq' })
    if (!wanted.includes(String(note?.text))) wrong.push(`the note says ${note?.text}`)
    const { state, keychain } = await okOf(backend, 'vault.unlock', {})
    if (state !== 'unlocked' || keychain !== 'ok') wrong.push(`the vault is ${state}, its keychain ${keychain}`)
    const accounts = await okOf(backend, 'accounts.list', {})
    const label = note?.text === 'other' ? 'other' : 'old'
    if (accounts[1]?.label !== label) wrong.push(`the account is ${accounts[1]?.label}`)
    // Without a way to ask the exchange the check opens the key and goes no further.
    await okOf(backend, 'accounts.check', { accountId: String(accounts[1]?.accountId) })
    const log = await okOf(backend, 'audit.verify', {})
    if (!log.ok || log.anchored === false) wrong.push(`the log: ${describeReason(log.detail)}`)
    const alerts = await okOf(backend, 'audit.list', { kind: 'alert' })
    for (const { event } of alerts) wrong.push(`an alert: ${event}`)
    if (existsSync(path.join(copy.dataDir, 'backup-work'))) wrong.push('a copy was left behind')
  } catch (error) {
    wrong.push(String(error))
  } finally {
    await backend.close()
  }
  return wrong
}

/** The files of a folder, whole ones and others. */
const filesIn = (folder: string): string[] => readdirSync(folder).sort()

export const drop = (copy: Copy): void => rmSync(path.dirname(copy.dataDir), { recursive: true, force: true })

export interface DiskFault {
  call: string
  /** The error that the call gives. */
  error: string
  /** The one file, inside the machine's folder, that it happens to; else any of them. */
  only?: string
  /** Which of these calls: `7`, or `7+` for this one and all that follow. */
  when: string
}

/** Calls that a backup or a restore makes on the files below, each with what can go wrong. */
export const DISK_CALLS: Readonly<Record<string, readonly string[]>> = {
  openat: ['ENOSPC', 'EACCES'],
  pwrite64: ['ENOSPC', 'EIO'],
  write: ['ENOSPC', 'EIO'],
  fsync: ['EIO', 'ENOSPC'],
  ftruncate: ['EIO'],
  link: ['ENOSPC', 'EPERM'],
  rename: ['ENOSPC', 'EIO'],
  mkdir: ['ENOSPC', 'EACCES'],
}

const watchedIn = ({ dataDir, out }: Copy): string[] => [
  dataDir,
  ...['prelist.sqlite', 'prelist.sqlite-wal', 'prelist.sqlite-journal', 'backup-work', 'kept-aside'].map((name) =>
    path.join(dataDir, name),
  ),
  ...['profile.sqlite', 'kept', 'kept/prelist.sqlite'].map((name) => path.join(dataDir, 'backup-work', name)),
  out,
  path.join(out, 'made.age'),
  path.join(out, 'made.age.part'),
]

/** Runs one backup or restore on a disk that fails as told, and judges it. Without a fault the calls are counted. */
export async function onBadDisk(scene: Scene, which: 'export' | keyof Scene['backups'], fault: DiskFault | null) {
  const copy = copyOf(scene)
  const trace = path.join(path.dirname(copy.dataDir), 'trace')
  const inject = fault === null ? [] : ['-e', `inject=${fault.call}:error=${fault.error}:when=${fault.when}`]
  const calls = fault === null ? Object.keys(DISK_CALLS).join(',') : fault.call
  const files = fault?.only === undefined ? watchedIn(copy) : [path.join(copy.dataDir, '..', fault.only)]
  const watched = files.flatMap((file) => ['-P', file])
  const strace = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', trace, ...watched, '-e', `trace=${calls}`, ...inject]
  const file = path.join(copy.out, 'made.age')
  const { told } = await run(
    which === 'export'
      ? { ...copy, operation: 'backup.export', input: { path: file, recipient: scene.recipient }, dieAt: null }
      : {
          ...copy,
          operation: 'backup.import',
          input: { path: scene.backups[which], identity: scene.identity },
          dieAt: null,
        },
    strace,
  )
  const counts = new Map<string, number>()
  for (const [, name = ''] of readFileSync(trace, 'utf8').matchAll(/^\d+\s+(\w+)\(/gm)) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const isDone = told !== null && told.code === null
  const restored = which === 'other' ? 'other' : 'old'
  const wrong = await findings(copy, which === 'export' ? ['new'] : [isDone ? restored : 'new'])
  if (which === 'export') {
    const left = filesIn(copy.out)
    if (left.length !== (isDone ? 1 : 0)) wrong.push(`left in the folder: ${left}`)
    if (isDone) wrong.push(...(await unreadable(scene, file)))
  }
  drop(copy)
  return { fault, told, wrong, counts }
}

/** What is wrong with the backup at `file`, tried on another copy of the profile. */
async function unreadable(scene: Scene, file: string): Promise<string[]> {
  const copy = copyOf(scene)
  const input = { path: file, identity: scene.identity }
  const { told } = await run({ ...copy, operation: 'backup.import', input, dieAt: null })
  drop(copy)
  return told?.code === null ? [] : [`a backup that cannot be restored: ${told?.code}`]
}

/** Kills one backup or restore before its step `dieAt`, and judges what is left. Without a step they are counted. */
export async function killedAt(scene: Scene, which: 'export' | keyof Scene['backups'], dieAt: number | null) {
  const copy = copyOf(scene)
  const file = path.join(copy.out, 'made.age')
  const { told, signal } = await run(
    which === 'export'
      ? { ...copy, operation: 'backup.export', input: { path: file, recipient: scene.recipient }, dieAt }
      : {
          ...copy,
          operation: 'backup.import',
          input: { path: scene.backups[which], identity: scene.identity, acceptAnotherVault: true },
          dieAt,
        },
  )
  const wrong = await findings(copy, which === 'export' ? ['new'] : ['new', which === 'own' ? 'old' : 'other'])
  // The start that was judged has cleared what the dead process had not finished.
  const others = filesIn(copy.out).filter((name) => name !== 'made.age')
  if (others.length > 0) wrong.push(`left in the folder: ${others}`)
  if (filesIn(copy.out).includes('made.age')) wrong.push(...(await unreadable(scene, file)))
  drop(copy)
  if (dieAt !== null && signal !== 'SIGKILL') wrong.push(`it ended by ${signal}`)
  return { dieAt, told, wrong }
}
