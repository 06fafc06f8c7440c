// The app in a process of its own, which trades at a fake exchange and dies at the named point, or when it is killed.

import { createBackend } from '../../electron/app/backend.ts'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { fileStore } from './file-store.ts'

interface Task {
  dataDir: string
  secrets: string
  venue: string
  url: string
  key: { apiKey: string; apiSecret: string; passphrase?: string }
  crashAt: string | null
  /** What is begun when the order comes to a point, and whether the end comes at once or when it was answered. */
  midway: { at: string; operation: string; input: object; ends: 'begun' | 'answered' } | null
  /** What trades at once there. */
  terms: object
  /** Looks after the orders of an earlier life instead of placing one. */
  recovers: boolean
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const backend = await createBackend({
  dataDir: task.dataDir,
  secretStore: fileStore(task.secrets),
  kdf: KDF_FLOOR,
  venueHosts: { practice: 'http://127.0.0.1:9', [`${task.venue}:test`]: task.url },
  trace: (point, intentId) => {
    if (point === task.midway?.at) queueMicrotask(() => stop(task.midway, intentId))
    // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
    if (point === task.crashAt) process.kill(process.pid, 'SIGKILL')
  },
})

// What comes to pass at the exchange is told from outside.
process.stdin.once('data', (point) => {
  if (String(point) === task.midway?.at) stop(task.midway, '')
})
// A pipe keeps the process up, a file or /dev/null has no way to say that it should not.
if ('unref' in process.stdin) process.stdin.unref()

function stop(midway: Task['midway'], intentId: string): void {
  if (midway === null) return
  const { operation, input, ends } = midway
  const die = () => process.kill(process.pid, 'SIGKILL')
  const done = backend.call(operation, operation === 'orders.cancel' ? { intentId } : input)
  if (ends === 'begun') setImmediate(die)
  // A stop that was not answered as one is no stop; the test is told by an end of another kind.
  else void done.then(({ ok }) => (ok ? die() : process.exit(1)))
}

async function call<T>(operation: string, input: unknown = {}): Promise<T> {
  const result = await backend.call(operation, input)
  if (!result.ok) throw new Error(`${operation}: ${result.error.code}`)
  return result.value as T
}

if (task.recovers) {
  await call('vault.unlock')
  process.stdout.write('looking\n')
  for (;;) await call('orders.reconcile')
} else {
  await call('vault.create')
  const account = { venue: task.venue, environment: 'test', label: 'Mine', ...task.key }
  const { accountId } = await call<{ accountId: string }>('accounts.add', account)
  const { intentId } = await call<{ intentId: string }>('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  process.stdout.write(`${intentId}\n`)
  await call('orders.submit', { intentId, ...task.terms, size: { unit: 'quote', value: '50' } })
}
// What was begun midway may be answered after the order.
if (task.midway === null) throw new Error('the app outlived its end')
