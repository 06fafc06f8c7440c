// The app in a process of its own, doing the trader's work and telling each answer at once. Run under injected faults.

import { writeSync } from 'node:fs'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { OperationName } from '../../shared/contract/contract.ts'
import type { Order } from '../../shared/order.ts'
import { AppError } from '../../shared/result.ts'
import type { Piece, Task, Told } from './work.ts'

const COINS = ['peaq', 'movement', 'dolomite'] as const
const task = JSON.parse(process.argv[2] ?? '{}') as Task

function tell(operation: Told['operation'], more: Partial<Told> = {}): void {
  const told: Told = { operation, about: '', text: '', ok: true, code: null, message: '', status: null, ...more }
  // Written at once, past every buffer: what has been told here has been acknowledged.
  writeSync(1, `${JSON.stringify(told)}\n`)
}

const failed = (error: unknown): Partial<Told> => ({
  ok: false,
  code: error instanceof AppError ? error.code : 'CRASHED',
  message: error instanceof Error ? error.message : String(error),
})

async function call(
  backend: Backend,
  operation: OperationName,
  input: object,
  about = '',
  text = '',
): Promise<{ intentId?: string } | null> {
  const result = await backend.call(operation, input)
  if (!result.ok) {
    tell(operation, { about, text, ...result.error, ok: false })
    return null
  }
  const value = result.value as Partial<Order>
  tell(operation, { about, text, status: value?.status ?? null })
  return result.value as { intentId?: string } | null
}

/** One order of `coinId` from draft to answer; its key, or null when there was no draft. */
async function order(backend: Backend, coinId: string, terms: object): Promise<string | null> {
  const draft = await call(backend, 'orders.draft', { accountId: 'practice', coinId, side: 'buy' }, coinId)
  if (draft?.intentId === undefined) return null
  await call(backend, 'orders.submit', { intentId: draft.intentId, ...terms }, draft.intentId)
  return draft.intentId
}

const WORK: Record<Piece, (backend: Backend, round: number) => Promise<unknown>> = {
  note: (backend, round) => {
    const coinId = COINS[round % COINS.length] ?? 'peaq'
    const text = `note ${round}`
    return call(backend, 'notes.save', { coinId, text }, coinId, text)
  },
  holding: (backend, round) => {
    const amount = `${round + 1}.5`
    return call(backend, 'holdings.save', { environment: 'live', coinId: 'peaq', amount }, 'peaq', amount)
  },
  settings: (backend, round) => call(backend, 'settings.save', { theme: round % 2 === 0 ? 'dark' : 'light' }),
  market: (backend, round) =>
    order(backend, COINS[round % COINS.length] ?? 'peaq', { type: 'market', size: { unit: 'quote', value: '20' } }),
  resting: async (backend) => {
    const terms = { type: 'limit', size: { unit: 'base', value: '200' }, price: '0.05' }
    const intentId = await order(backend, 'peaq', terms)
    if (intentId !== null) await call(backend, 'orders.cancel', { intentId }, intentId)
  },
  status: (backend) => call(backend, 'app.status', {}),
}

async function run(): Promise<void> {
  const { dataDir, venueUrl, rounds, pieces } = task
  const backend = await createBackend({ dataDir, venueHosts: { practice: venueUrl } })
  tell('open')
  for (let round = 0; round < rounds; round += 1) {
    for (const piece of pieces) await WORK[piece](backend, round)
  }
  await backend.close()
}

await run().then(
  () => tell('close'),
  (error: unknown) => tell('open', failed(error)),
)
