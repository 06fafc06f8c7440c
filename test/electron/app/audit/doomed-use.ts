// The app in a process of its own, which dies in the moment that a stored key is used for the first time.

import { createBackend } from '../../../../electron/app/backend.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'

const [, , dataDir = '', source = ''] = process.argv
process.env['PRELIST_TEST_KEY'] = 'a-key-of-the-environment'

const taken = {
  state: 'accepted',
  permissions: null,
  ipBound: null,
  expiresAt: null,
  detail: reason('KEY_TAKEN'),
  at: new Date().toISOString(),
} as const
let isStored = false
const backend = await createBackend({
  dataDir,
  secretStore: memoryStore(),
  // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
  keyProbe: { check: async () => (isStored ? (process.kill(process.pid, 'SIGKILL') as never) : taken) },
})

async function ok(operation: string, input: unknown): Promise<unknown> {
  const result = await backend.call(operation, input)
  if (!result.ok) throw new Error(`${operation}: ${result.error.code} ${result.error.message}`)
  return result.value
}

const account = { venue: 'binance', environment: 'test', label: 'Doomed' }
const reference = { kind: 'environment', apiKey: 'PRELIST_TEST_KEY', apiSecret: 'PRELIST_TEST_KEY' }
await ok('vault.create', {})
const { accountId } = (await (source === 'vault'
  ? ok('accounts.add', { ...account, apiKey: 'api-key-one', apiSecret: 'api-secret-one' })
  : ok('accounts.addReference', { ...account, reference }))) as { accountId: string }
process.stdout.write(accountId)
isStored = true
await ok('accounts.check', { accountId })
throw new Error('the app outlived its end')
