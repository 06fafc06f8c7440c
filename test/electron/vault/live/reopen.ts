// Run inside a private session with a real keychain: the app over a profile, with the vault's own process, until it closes.
// Prints what its operations answered.

import keytar from 'keytar'
import { createBackend } from '../../../../electron/app/backend.ts'
import type { VaultProcess } from '../../../../electron/ports/vault.ts'
import { forkSpawner } from '../../../../electron/shell/spawner.ts'
import { until } from '../../../support/until.ts'

export interface Reopened {
  check: string
  /** Processes that the check of the keychain left running. */
  leftByCheck: number
  create: string
  unlock: string
  state: string
  keychain: string | null
  /** After its process was killed from outside: what the trader is told, unasked. */
  killed: unknown
  items: Record<'product' | 'development', number>
}

const [dataDir = '', build = 'product'] = process.argv.slice(2)
const started: VaultProcess[] = []
let running = 0
const fork = forkSpawner(new URL('../../../../electron/vault/process.ts', import.meta.url))
const backend = await createBackend({
  dataDir,
  build: build === 'development' ? 'development' : 'product',
  venueHosts: { practice: 'http://127.0.0.1:9' },
  spawnVault: (kind) => {
    const child = fork(kind)
    started.push(child)
    running += 1
    void child.gone.then(() => {
      running -= 1
    })
    return child
  },
})
const told: unknown[] = []
backend.on('vault.changed', (status) => told.push(status))
const ask = async (operation: string) => {
  const result = await backend.call(operation, {})
  return result.ok
    ? { code: 'ok', value: result.value as Record<string, unknown> }
    : { code: result.error.code, value: {} }
}

const check = String((await ask('app.checkKeychain')).value['state'])
const leftByCheck = running
const create = (await ask('vault.create')).code
await ask('vault.lock')
const unlock = (await ask('vault.unlock')).code
const { value: status } = await ask('vault.status')
if (status['state'] === 'unlocked') {
  const before = told.length
  started.at(-1)?.kill()
  await until(() => told.length > before)
}
const count = async (service: string) => (await keytar.findCredentials(service).catch(() => [])).length
const reopened: Reopened = {
  check,
  leftByCheck,
  create,
  unlock,
  state: String(status['state']),
  keychain: status['keychain'] as string | null,
  killed: told.at(-1) ?? null,
  items: { product: await count('Prelist'), development: await count('Prelist development') },
}
await backend.close()
process.stdout.write(JSON.stringify(reopened))
process.exit(running)
