// Profiles for processes that die or fail while they make or restore a backup, and the judgement of what is left of them.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBackend } from '../../../electron/backend.ts'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { okOf } from '../../support/start-backend.ts'
import { newIdentity } from './backup-kit.ts'
import type { RestoreTask, RestoreTold } from './restore-process.ts'

const PROCESS = fileURLToPath(new URL('./restore-process.ts', import.meta.url))
const OFFLINE = { practice: 'http://127.0.0.1:9' }

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

export interface Ended {
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
export async function findings(copy: Copy, wanted: readonly string[]): Promise<string[]> {
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
    if (!log.ok || log.anchored === false) wrong.push(`the log: ${log.detail}`)
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
export const filesIn = (folder: string): string[] => readdirSync(folder).sort()

export const drop = (copy: Copy): void => rmSync(path.dirname(copy.dataDir), { recursive: true, force: true })
