// The market-data worker: sends one request each for public data and reads what comes, so that no list of thousands of
// markets holds the backend up. It has no key, no file and no database; a crash of it costs the requests that were under way.

import { type MessagePort, parentPort } from 'node:worker_threads'
import { reason } from '../../../shared/reasons/reason.ts'
import { sourceFacts } from '../../../shared/sources/source-facts.ts'
import type { Read, ReadKind, SourceTrouble } from '../../ports/market-data.ts'
import { createConnections } from '../connections.ts'
import { type HttpOutcome, sendHttp } from '../http-request.ts'
import { systemClock } from '../system-clock.ts'
import { bodyOf } from './answers.ts'
import { readerOf } from './readers/all.ts'
import { type FromWorker, READ_SHAPES, toWorker } from './shapes.ts'

const DEADLINE_MS = 20_000
/** Rows of one message: reading more of them at once would be felt on the other side. */
const PART = 80
/** Lists that are remembered under the name that their sender gave them. */
const MOST_KEPT = 12

interface Rows {
  rows: readonly unknown[]
  at: string | null
}

const connections = createConnections(systemClock)
/** By address: what the last answer was called, and what it came to. */
const kept = new Map<string, { etag: string; read: Rows }>()
/** What is still to be handed over of an answer. */
const left = new Map<number, Rows>()

function run(port: MessagePort): void {
  const tell = (message: FromWorker) => port.postMessage(message)
  const handOver = (id: number) => {
    const answer = left.get(id)
    if (answer === undefined) return
    const rows = answer.rows.slice(0, PART)
    const rest = answer.rows.slice(PART)
    if (rest.length === 0) left.delete(id)
    else left.set(id, { ...answer, rows: rest })
    tell({ what: 'rows', id, rows, more: rest.length > 0, at: answer.at })
  }
  const answer = (id: number, came: Rows | SourceTrouble) => {
    if ('why' in came) return tell({ what: 'trouble', id, ...came })
    left.set(id, came)
    handOver(id)
  }
  port.on('message', (raw: unknown) => {
    const { data: message } = toWorker.safeParse(raw)
    if (message === undefined) return
    const { id } = message
    if (message.what === 'next') return handOver(id)
    const read = readOf(message.read)
    if (read === null) return answer(id, unreadable())
    if (message.what === 'parse') return answer(id, rowsIn(message.outcome, read))
    void ask(read).then(
      (came) => answer(id, came),
      () => answer(id, unreadable()),
    )
  })
}

/** The request whose `of` has the shape of its kind. */
function readOf(told: Omit<Read, 'of'> & { of: unknown }): Read | null {
  const { data } = READ_SHAPES[told.kind].of.safeParse(told.of)
  return data === undefined ? null : ({ ...told, of: data } as Read)
}

async function ask(read: Read): Promise<Rows | SourceTrouble> {
  const reader = readerOf(read.kind)
  const { base, keyHeader } = sourceFacts(read.source).address(read.plan)
  // Such a source is asked in the vault's process.
  if (keyHeader !== null) return unreadable()
  const url = `${read.host ?? base}${reader.path(read.of, read)}`
  const before = kept.get(url)
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Prelist' }
  if (before !== undefined) headers['if-none-match'] = before.etag
  const outcome = await sendHttp(
    { method: 'GET', url, headers, body: null, deadlineMs: DEADLINE_MS, maxBytes: reader.maxBytes },
    systemClock,
    undefined,
    connections,
  )
  if (before !== undefined && outcome.phase === 'answered' && outcome.status === 304) return before.read
  const came = rowsIn(outcome, read)
  if ('why' in came || outcome.phase !== 'answered') return came
  keep(url, outcome.etag, came)
  return came
}

function keep(url: string, etag: string | undefined, read: Rows): void {
  kept.delete(url)
  if (etag === undefined) return
  kept.set(url, { etag, read })
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

function rowsIn(outcome: HttpOutcome, read: Read<ReadKind>): Rows | SourceTrouble {
  const reader = readerOf(read.kind)
  if (reader.isNoneAt404 && outcome.phase === 'answered' && outcome.status === 404) return { rows: [], at: null }
  const came = bodyOf(outcome, reader.isExact, reader.trouble(read), systemClock.now())
  if ('trouble' in came) return came.trouble
  try {
    return reader.rows(came.body, read.of, read) ?? unreadable()
  } catch {
    // A reader stands no shape that nobody has thought of: what it cannot read costs this answer alone.
    return unreadable()
  }
}

const unreadable = (): SourceTrouble => ({ why: reason('SOURCE_UNREADABLE'), kind: 'failed', asked: null })

const port = parentPort
if (port === null) throw new Error('the market-data worker was started outside of a worker')
run(port)
