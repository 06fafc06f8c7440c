// The backend's side of the market-data worker: starts it at first use, ends it when it stalls, starts it anew after a pause when
// it crashes. Requests that need a key go to the vault's process, and only what came back is read here.

import { Worker } from 'node:worker_threads'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { MarketData, Read, ReadAnswer, ReadKind, Reads, SourceTrouble } from '../../ports/market-data.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { KeyService, KeyUse, SourceReply } from '../../ports/vault.ts'
import { readerOf } from './readers/all.ts'
import { type FromWorker, fromWorker, READ_SHAPES, type ToWorker } from './shapes.ts'

/** Longer than a request may take, with some time to read a long list. */
const STALLED_AFTER_MS = 45_000
/** Between a crash and the next start, doubled with each crash that follows. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
const HEAP_MB = 512

export interface MarketDataParts {
  workerUrl: URL
  clock: Pick<Clock, 'monotonic' | 'sleep'>
  logger: Pick<Logger, 'warn'>
  keyService: Pick<KeyService, 'source'>
  /** Of the worker's heap; a list of 12 MB is read in a part of what it has by itself. */
  heapMb?: number
}

interface Waiting {
  kind: ReadKind
  rows: unknown[]
  resolve(answer: ReadAnswer<unknown>): void
  over: AbortController
}

const stopped = (): { ok: false; trouble: SourceTrouble } => ({
  ok: false,
  trouble: { why: reason('SOURCE_WORKER_STOPPED'), kind: 'failed', asked: null },
})

/** Builds it; no worker runs before the first request. */
export function createMarketData(parts: MarketDataParts): MarketData {
  const { workerUrl, clock, logger, keyService, heapMb = HEAP_MB } = parts
  const waiting = new Map<number, Waiting>()
  let running: Worker | null = null
  let asked = 0
  let crashes = 0
  let restsUntil = Number.NEGATIVE_INFINITY
  let closed = false

  const settle = (id: number, answer: ReadAnswer<unknown>) => {
    const one = waiting.get(id)
    waiting.delete(id)
    one?.over.abort()
    one?.resolve(answer)
  }
  const ended = (worker: Worker, error: unknown) => {
    // Of its last words the second may come after the next one was started.
    if (running !== worker) return
    running = null
    if (closed) return
    restsUntil = clock.monotonic() + Math.min(FIRST_PAUSE_MS * 2 ** Math.min(crashes, 10), LONGEST_PAUSE_MS)
    crashes += 1
    logger.warn('market-data-worker-ended', { error, crashes })
    for (const id of [...waiting.keys()]) settle(id, stopped())
  }
  const take = (worker: Worker, raw: unknown) => {
    const { data: message } = fromWorker.safeParse(raw)
    // It is not ours any more.
    if (message === undefined) return void worker.terminate()
    const one = waiting.get(message.id)
    if (one === undefined) return
    if (message.what === 'trouble') {
      const { why, kind, asked: pause } = message
      return settle(message.id, { ok: false, trouble: { why, kind, asked: pause } })
    }
    takeRows(worker, message, one)
  }
  const takeRows = (worker: Worker, message: Extract<FromWorker, { what: 'rows' }>, one: Waiting) => {
    const shape = READ_SHAPES[one.kind].row
    // A row that is none costs only itself.
    for (const row of message.rows) {
      const { data } = shape.safeParse(row)
      if (data !== undefined) one.rows.push(data)
    }
    // In a turn of its own: of several lists that come at once no turn reads more than a part each.
    if (message.more)
      return void setImmediate(() => worker.postMessage({ what: 'next', id: message.id } satisfies ToWorker))
    crashes = 0
    settle(message.id, { ok: true, rows: one.rows, at: message.at })
  }
  const start = (): Worker => {
    const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: heapMb }, env: {} })
    worker.unref()
    worker.on('message', (raw: unknown) => take(worker, raw))
    worker.once('error', (error: unknown) => ended(worker, error))
    worker.once('exit', () => ended(worker, null))
    running = worker
    return worker
  }
  const tell = (kind: ReadKind, message: (id: number) => ToWorker): Promise<ReadAnswer<unknown>> => {
    if (closed || (running === null && clock.monotonic() < restsUntil)) return Promise.resolve(stopped())
    const worker = running ?? start()
    asked += 1
    const id = asked
    return new Promise((resolve) => {
      const over = new AbortController()
      waiting.set(id, { kind, rows: [], resolve, over })
      worker.postMessage(message(id))
      void clock.sleep(STALLED_AFTER_MS, over.signal).then(
        () => stall(worker, id),
        () => {},
      )
    })
  }
  const stall = (worker: Worker, id: number) => {
    if (!waiting.has(id)) return
    ended(worker, new Error('stalled'))
    settle(id, stopped())
    void worker.terminate()
  }

  return {
    read: async <K extends ReadKind>(read: Read<K>, key: KeyUse | null) => {
      const answer = key === null ? await tell(read.kind, (id) => ({ what: 'send', id, read })) : await keyed(read, key)
      // The rows have passed the shape of this kind.
      return answer as ReadAnswer<Reads[K]['row']>
    },
    close: async () => {
      closed = true
      const worker = running
      running = null
      for (const id of [...waiting.keys()]) settle(id, stopped())
      await worker?.terminate()
    },
  }

  async function keyed(read: Read, key: KeyUse): Promise<ReadAnswer<unknown>> {
    const { source, plan, host } = read
    const { path: pathOf, maxBytes } = readerOf(read.kind)
    let outcome: SourceReply
    try {
      outcome = await keyService.source({ source, plan, host, path: pathOf(read.of, read), maxBytes }, key)
    } catch (error) {
      // A process that ended, or a reply that is none: it costs this request, which rests its source. What was thrown is not
      // logged: nobody knows what stands in it.
      if (!(error instanceof AppError)) {
        logger.warn('source-not-asked', { source })
        return { ok: false, trouble: { why: reason('SOURCE_UNREADABLE'), kind: 'failed', asked: null } }
      }
      // Locked meanwhile, or a key that its place does not give out now.
      outcome = { phase: 'not-sent', detail: error.reason }
    }
    return tell(read.kind, (id) => ({ what: 'parse', id, read, outcome }))
  }
}
