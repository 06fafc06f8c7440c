// The app in a process of its own, which makes or restores one backup, writes another file or changes its vault. It dies before the step that it is told, where a
// step is any call that changes a file, the database or the keychain; without one it says how many there were.

import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SecretStore } from '../../../../electron/ports/system.ts'

export interface RestoreTask {
  dataDir: string
  /** Stands for the keychain: a file that is replaced whole. */
  keychain: string
  operation:
    | 'backup.export'
    | 'backup.import'
    | 'vault.create'
    | 'vault.unlock'
    | 'vault.rotate'
    | 'vault.setPassphrase'
    | 'vault.writeRecoveryKit'
    | 'audit.export'
  input: object
  dieAt: number | null
}

export interface RestoreTold {
  /** The error's code, or null. */
  code: string | null
  steps: number
}

const { dataDir, keychain, operation, input, dieAt } = JSON.parse(process.argv[2] ?? '{}') as RestoreTask
let isCounting = false
let steps = 0

function step(): void {
  if (!isCounting) return
  steps += 1
  // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
  if (steps === dieAt) process.kill(process.pid, 'SIGKILL')
}

function count(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(owner, name) as (...values: unknown[]) => unknown
    Object.assign(owner, {
      [name](this: unknown, ...values: unknown[]): unknown {
        step()
        return Reflect.apply(original, this, values)
      },
    })
  }
}

const handle = await fsPromises.open(process.execPath)
count(Object.getPrototypeOf(handle), ['write', 'sync'])
await handle.close()
count(fsPromises, ['open', 'link', 'rename', 'rm'])
count(fs, ['openSync', 'mkdirSync', 'renameSync', 'rmSync', 'fsyncSync', 'chmodSync'])
count(StatementSync.prototype, ['run'])
count(DatabaseSync.prototype, ['exec'])
syncBuiltinESMExports()

const read = (): Record<string, string> => JSON.parse(fs.readFileSync(keychain, 'utf8'))
const replace = (items: Record<string, string>): void => {
  step()
  fs.writeFileSync(`${keychain}.new`, JSON.stringify(items))
  fs.renameSync(`${keychain}.new`, keychain)
}
const secretStore: SecretStore = {
  get: async (account) => read()[account] ?? null,
  set: async (account, secret) => replace({ ...read(), [account]: secret }),
  delete: async (account) => {
    const { [account]: found, ...rest } = read()
    if (found !== undefined) replace(rest)
    return found !== undefined
  },
}

const { createBackend } = await import('../../../../electron/app/backend.ts')
const { KDF_FLOOR } = await import('../../../../electron/vault/primitives.ts')
const settings = { get: () => undefined, set: () => {} }
const backend = await createBackend({
  dataDir,
  secretStore,
  settings,
  kdf: KDF_FLOOR,
  venueHosts: { practice: 'http://127.0.0.1:9' },
})
const worksOnClosed: readonly string[] = ['backup.import', 'vault.create', 'vault.unlock']
if (!worksOnClosed.includes(operation)) await backend.call('vault.unlock', {})
isCounting = true
const result = await backend.call(operation, input)
// A new data key is not the end of it: each record is sealed anew in the background.
if (operation === 'vault.rotate') await backend.close()
isCounting = false
await backend.close()
const told: RestoreTold = { code: result.ok ? null : result.error.code, steps }
process.stdout.write(`${JSON.stringify(told)}\n`)
