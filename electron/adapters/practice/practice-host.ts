// Where the practice exchange runs: at a given address, or in a worker of this process, started on first use.

import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { PracticePrice } from '../../ports/practice-prices.ts'
import type { Clock } from '../../ports/system.ts'
import type { GatewayHost } from '../gateway/gateway-account.ts'

interface Running {
  worker: Worker
  baseUrl: string
  identity: string
  registration: string
}

const CLOSE_DEADLINE_MS = 3_000
const START_FAILED = reason('PRACTICE_UNAVAILABLE')

/** A practice exchange that the app can have follow real prices, where it is the one that started it. */
export interface PracticeHost extends GatewayHost {
  /** These and no others, from now on and over its restarts. */
  follow(prices: readonly PracticePrice[]): void
}

/** An exchange that somebody else runs; closing leaves it alone, and its prices are its own. */
export function externalHost(baseUrl: string): PracticeHost {
  const place = { baseUrl: baseUrl.replace(/\/$/, ''), identity: null, registration: null }
  return { locate: async () => place, close: async () => {}, follow: () => {} }
}

/**
 * A worker that keeps its ledger below `dataDir`. A worker that ended is started anew at the next use. `told` hears of
 * each start: the worker's own words when it failed, null when it runs.
 */
export function workerHost(
  workerUrl: URL,
  dataDir: string,
  clock: Clock,
  told: (failure: string | null) => void = () => {},
): PracticeHost {
  let running: Promise<Running> | null = null
  let current: Worker | null = null
  let realPrices: readonly PracticePrice[] | undefined
  let closed = false
  const start = () => {
    const started = new Promise<Running>((resolve, reject) => {
      const worker = new Worker(workerUrl, { workerData: { dataDir: join(dataDir, 'practice-exchange'), realPrices } })
      current = worker
      worker.on('message', (message: unknown) => {
        const place = placeIn(message)
        const failure = failureIn(message)
        if (place !== null) resolve({ worker, ...place })
        if (place !== null || failure !== null) told(failure)
      })
      // Of its two last words the second may come after the next worker was started, which it must not make forgotten.
      const end = (error?: unknown) => {
        if (running === started) running = null
        if (current === worker) current = null
        reject(new AppError('VENUE_UNREACHABLE', START_FAILED, { cause: error }))
      }
      worker.once('error', end)
      worker.once('exit', () => end())
    })
    return started
  }
  return {
    locate: async () => {
      // A read that was under way while the app closed must not bring the worker back.
      if (closed) throw new AppError('VENUE_UNREACHABLE', START_FAILED)
      running ??= start()
      const { baseUrl, identity, registration } = await running
      return { baseUrl, identity, registration }
    },
    follow: (prices) => {
      realPrices = prices
      // One that is still starting reads it when it listens.
      current?.postMessage({ follow: prices })
    },
    close: async () => {
      closed = true
      const { worker } = (await running?.catch(() => null)) ?? {}
      if (worker === undefined) return
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage('close')
      // Its ledger bears being killed; a worker that does not end must not keep the app from closing.
      await Promise.race([ended, clock.sleep(CLOSE_DEADLINE_MS).then(() => worker.terminate())])
    },
  }
}

// The worker's own channel cannot be spoken on by another program, so the identity that comes by it needs no first use.
function placeIn(message: unknown): Omit<Running, 'worker'> | null {
  if (typeof message !== 'object' || message === null || !('listening' in message) || !('identity' in message))
    return null
  const { listening, identity } = message
  const registration = 'registration' in message ? message.registration : null
  if (typeof listening !== 'number' || typeof identity !== 'string' || typeof registration !== 'string') return null
  return { baseUrl: `http://127.0.0.1:${listening}`, identity, registration }
}

function failureIn(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('failed' in message)) return null
  return typeof message.failed === 'string' ? message.failed : null
}
