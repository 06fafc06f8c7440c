// The market-data worker: sends one request each for public data and reads what comes, so that no list of thousands of
// markets holds the backend up. It has no key, no file and no database; a crash of it costs the requests that were under way.

import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Read, SourceTrouble } from '../../ports/market-data.ts'
import { systemClock } from '../system-clock.ts'
import { createPlainRequests, type Rows, unreadable } from './plain-requests.ts'
import { type FromWorker, READ_SHAPES, toWorker } from './shapes.ts'

/** Rows of one message: reading more of them at once would be felt on the other side. */
const PART = 80

const requests = createPlainRequests(systemClock)
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
    if (message.what === 'parse') return answer(id, requests.rowsIn(message.outcome, read))
    void requests.ask(read).then(
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

const port = parentPort
if (port === null) throw new Error('the market-data worker was started outside of a worker')
run(port)
