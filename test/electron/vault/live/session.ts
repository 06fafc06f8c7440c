// Run inside a private session with a real keychain: a vault's life with its own process, and what is seen of it from
// outside. Prints one JSON object.

import { spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import keytar from 'keytar'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import type { RecordContext, VaultProcess } from '../../../../electron/ports/vault.ts'
import { forkSpawner } from '../../../../electron/shell/spawner.ts'
import { parentEnvironment } from '../../../../electron/shell/vault-environment.ts'
import { keyServiceClient } from '../../../../electron/vault/rpc/rpc-client.ts'
import { codeOf } from '../../../support/code-of.ts'
import { until } from '../../../support/until.ts'
import type { Found, SearchTask } from './key-search.ts'
import { dumpMemory } from './memory-dump.ts'

export interface Seen {
  /** Item names and their sizes in bytes, after each step. */
  items: Record<string, [name: string, bytes: number][]>
  process: { environment: string[]; coredumpFilter: string; output: string[]; flags: string[]; listens: boolean }
  found: Found
  /** Whether the process is still there. */
  alive: Record<'afterSignal' | 'afterLock' | 'afterOrphaned', boolean>
  killed: { call: string; told: number; next: string }
}

const ENTRY = new URL('../../../../electron/vault/process.ts', import.meta.url)
const AT = 1_764_000_000_000
const folder = process.argv[2] ?? ''
const isAlive = (pid: number) => existsSync(`/proc/${pid}`)

// Something of ours that must be found in this process, or the search finds nothing at all.
const planted = randomBytes(32)
const started: VaultProcess[] = []
const spawnVault = forkSpawner(ENTRY, { ...process.env, NODE_OPTIONS: '--no-warnings', SECRET_OF_ANOTHER: 'x' })
const keyService = keyServiceClient({
  spawn: (build) => {
    const child = spawnVault(build)
    started.push(child)
    return child
  },
  build: 'product',
  environment: parentEnvironment(process.env),
  sleep: systemClock.sleep,
})
let ended = 0
keyService.onEnded(() => {
  ended += 1
})

let headers: Uint8Array[] = []
const commit = async (header: Uint8Array) => {
  headers = [header, ...headers].slice(0, 2)
}
const items: Seen['items'] = {}
const look = async (step: string) => {
  const all = await keytar.findCredentials('Prelist')
  items[step] = all.map(({ account, password }) => [account, Buffer.byteLength(password)])
}
const pidOf = (child: VaultProcess | undefined): number => {
  if (child?.pid === undefined) throw new Error('the process has no number')
  return child.pid
}

// A life: created, rotated, used a thousand times.
await look('before')
await keyService.tryKeychain()
await look('tried')
await keyService.create({ vaultId: randomUUID(), passphrase: null, at: AT }, commit)
await look('created')
await keyService.rotateWrappingKey(AT, commit)
await look('rotated')
await keyService.anchor(Number.MAX_SAFE_INTEGER, 'f'.repeat(64))
await look('anchored')
const credentials = { apiKey: 'key', apiSecret: 'secret', passphrase: null }
for (let at = 0; at < 10; at += 1) {
  const context: RecordContext = { recordId: `r-${at}`, type: 'exchange-key', version: 1, environment: 'live' }
  const record = { ...context, bytes: await keyService.seal(context, credentials) }
  for (let time = 0; time < 100; time += 1) await keyService.verify(record)
}

// From outside.
const pid = pidOf(started.at(-1))
const lines = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'latin1').split('\0').filter(Boolean)
process.kill(pid, 'SIGUSR1')
await keyService.sign(new Uint8Array(1))
const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
  try {
    return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? '']
  } catch {
    return []
  }
})
const listening = ['tcp', 'tcp6'].flatMap((name) =>
  readFileSync(`/proc/${pid}/net/${name}`, 'latin1')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap((fields) => (fields[3] === '0A' ? [fields[9] ?? ''] : [])),
)
const seenProcess: Seen['process'] = {
  environment: lines('environ').map((line) => line.split('=')[0] ?? ''),
  coredumpFilter: readFileSync(`/proc/${pid}/coredump_filter`, 'latin1').trim(),
  output: [1, 2].map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`)),
  flags: lines('cmdline').slice(1),
  listens: sockets.some((socket) => socket !== '' && listening.includes(socket)),
}
const alive = { afterSignal: isAlive(pid), afterLock: true, afterOrphaned: true }
const dumps = { vault: join(folder, 'vault.dump'), parent: join(folder, 'parent.dump') }
dumpMemory(pid, dumps.vault)
await keyService.lock()
alive.afterLock = isAlive(pid)
dumpMemory('self', dumps.parent)

// Opened again and killed from outside, with a call in flight.
await keyService.unlock({ headers, passphrase: null, identity: null })
const second = started.at(-1)
const hanging = codeOf(keyService.rotateDataKey(AT, () => new Promise(() => second?.kill())))
const killed = { call: await hanging, told: ended, next: await codeOf(keyService.sign(new Uint8Array(1))) }

// A parent that dies takes its vault's process along.
const doomed = fileURLToPath(new URL('./doomed-parent.ts', import.meta.url))
const orphan = Number(spawnSync(process.execPath, [doomed], { encoding: 'utf8' }).stdout)
if (!(orphan > 0)) throw new Error('no process was orphaned')
await until(() => !isAlive(orphan))
alive.afterOrphaned = isAlive(orphan)

const task: SearchTask = {
  headers: headers.map((header) => Buffer.from(header).toString('hex')),
  planted: planted.toString('hex'),
  dumps,
}
const search = fileURLToPath(new URL('./key-search.ts', import.meta.url))
const searching = spawn(process.execPath, [search, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] })
let output = ''
for await (const chunk of searching.stdout) output += chunk
const seen: Seen = { items, process: seenProcess, found: JSON.parse(output) as Found, alive, killed }
process.stdout.write(JSON.stringify(seen))
process.exit(0)
