// After a run under faults: opens the profile without any, and holds what it says against what was acknowledged and
// against the exchange's own ledger. Every broken promise is a line of text.

import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { CoinDetail } from '../../shared/coin.ts'
import type { Order } from '../../shared/order.ts'
import { isUnsettled } from '../../shared/order-states.ts'
import type { Portfolio } from '../../shared/portfolio.ts'
import { AppError } from '../../shared/result.ts'
import type { VenueProcess } from '../kill/venue-process.ts'
import { okOf } from '../support/start-backend.ts'
import type { Ended } from './faults.ts'
import type { Task, Told } from './work.ts'

const AT_THE_VENUE = ['open', 'partially-filled', 'filled', 'canceled', 'expired']

/** What an operation may answer besides success while a disk fails: the failure, or what follows from an earlier one. */
const CLEAR: readonly (string | null)[] = [
  'STORAGE_FAILED',
  'UNKNOWN_ORDER_FIRST',
  'KEY_REUSED',
  'NOT_FOUND',
  'NOT_CANCELABLE',
]

/**
 * `failing` refuses calls, `unreadable` gives no bytes (which SQLite calls damage), and `lying` calls writes done that it
 * never made.
 */
export type Disk = 'failing' | 'unreadable' | 'lying'

/**
 * The broken promises of one run, none when all is well. `sent` is the number of orders whose first byte left the app.
 * On a `lying` disk what was acknowledged may be gone, but the profile opens as an older state or says that it is
 * damaged, and no order is made twice.
 */
export async function brokenPromises(
  task: Task,
  ended: Ended,
  venue: VenueProcess,
  sent: number,
  disk: Disk = 'failing',
): Promise<string[]> {
  const isLying = disk === 'lying'
  const broken = [...unclearAnswers(ended.told, disk), ...bytesOfRefused(ended, venue, sent)]
  let backend: Backend
  try {
    backend = await createBackend({ dataDir: task.dataDir, venueHosts: { practice: task.venueUrl } })
  } catch (error) {
    const code = error instanceof AppError ? error.code : String(error)
    if (isLying && code === 'PROFILE_DAMAGED') return broken
    return [...broken, `the profile does not open again: ${code}`]
  }
  try {
    if (!isLying) broken.push(...(await lostWork(backend, ended)))
    broken.push(...(await wrongOrders(backend, ended, venue, isLying)))
  } finally {
    await backend.close()
  }
  const file = new DatabaseSync(path.join(task.dataDir, 'prelist.sqlite'), { readOnly: true })
  const { integrity_check: integrity } = file.prepare('PRAGMA integrity_check').get() ?? {}
  file.close()
  return integrity === 'ok' ? broken : [...broken, `integrity_check says ${integrity}`]
}

function unclearAnswers(told: readonly Told[], disk: Disk): string[] {
  const clear = disk === 'failing' ? CLEAR : [...CLEAR, 'PROFILE_DAMAGED']
  return told
    .filter(({ ok, code, message }) => !ok && !(clear.includes(code) && message !== ''))
    .map(({ operation, code, message }) => `${operation} answered ${code}: ${message}`)
}

function bytesOfRefused({ told, signal }: Ended, venue: VenueProcess, sent: number): string[] {
  const submits = told.filter(({ operation }) => operation === 'orders.submit')
  // A ticket whose order was not written down keeps its key, and may be submitted again; one whose order was is refused
  // with other terms, while the first order stands.
  const last = new Map(submits.filter(({ code }) => code !== 'KEY_REUSED').map((submit) => [submit.about, submit]))
  const refused = [...last.values()].filter(({ ok }) => !ok)
  const wentOut = submits.filter(({ ok, status }) => ok && status !== 'not-sent').length
  // A process that was killed may have sent one more, and told nobody.
  const most = wentOut + (signal === null ? 0 : 1)
  return [
    ...(sent > most ? [`${sent} orders left the app, ${most} were told of`] : []),
    ...refused.filter(({ about }) => venue.ordersWith(about) > 0).map(({ about }) => `${about} was refused and placed`),
    ...refused
      .filter(({ code, message }) => code === 'STORAGE_FAILED' && !message.endsWith('Nothing was sent.'))
      .map(({ message }) => `a refused order said only: ${message}`),
  ]
}

/** A save that failed may be there or not; the one that was acknowledged before it must not be older than that. */
function possibleTexts(told: readonly Told[], operation: Told['operation'], about: string): string[] {
  const saves = told.filter((one) => one.operation === operation && one.about === about)
  const last = saves.findLastIndex(({ ok }) => ok)
  return last < 0 ? [] : saves.slice(last).map(({ text }) => text)
}

async function lostWork(backend: Backend, { told, signal }: Ended): Promise<string[]> {
  const broken: string[] = []
  const expectOneOf = (what: string, found: string | undefined, about: string, operation: Told['operation']) => {
    const texts = possibleTexts(told, operation, about)
    // The save that was under way when the process was killed has no line; it is a later text, never an earlier one.
    const isLater = signal !== null && numberIn(found) > numberIn(texts[0])
    if (texts.length > 0 && !isLater && !texts.includes(found ?? '')) {
      broken.push(`${what} of ${about} is ${found}, and was saved as ${texts.join(' or ')}`)
    }
  }
  const coins = new Set(told.filter(({ operation }) => operation === 'notes.save').map(({ about }) => about))
  for (const coinId of coins) {
    const detail: CoinDetail = await okOf(backend, 'coins.get', { coinId })
    expectOneOf('the note', detail.note?.text, coinId, 'notes.save')
  }
  const portfolio: Portfolio = await okOf(backend, 'portfolio.get', { environment: 'live' })
  const holding = portfolio.holdings.find(({ coinId }) => coinId === 'peaq')
  expectOneOf('the holding', holding?.amount, 'peaq', 'holdings.save')
  return broken
}

const numberIn = (text: string | undefined): number => Number(/[\d.]+/.exec(text ?? '')?.[0] ?? -1)

async function settledOrders(backend: Backend): Promise<Order[]> {
  for (let round = 0; round < 20; round += 1) {
    const orders = await okOf(backend, 'orders.list', {})
    if (!orders.some(({ status }) => isUnsettled(status))) return orders
    await okOf(backend, 'orders.reconcile', {})
  }
  throw new Error('the orders never settled')
}

async function wrongOrders(
  backend: Backend,
  { told }: Ended,
  venue: VenueProcess,
  isLying: boolean,
): Promise<string[]> {
  const orders = await settledOrders(backend)
  const wrong = orders.flatMap(({ intentId, status, attempts }) => {
    const placed = venue.ordersWith(intentId)
    const expected = AT_THE_VENUE.includes(status) ? 1 : 0
    return [
      ...(placed === expected ? [] : [`${intentId} is ${status} and stands ${placed} times at the exchange`]),
      ...(attempts.length > 1 ? [`${intentId} was sent ${attempts.length} times`] : []),
    ]
  })
  const submitted = told.filter(({ operation }) => operation === 'orders.submit')
  const doubled = submitted.filter(({ about }) => venue.ordersWith(about) > 1)
  const known = new Set(orders.map(({ intentId }) => intentId))
  const forgotten = isLying ? [] : submitted.filter(({ about, ok }) => ok && !known.has(about))
  return [
    ...wrong,
    ...doubled.map(({ about }) => `${about} was made twice`),
    ...forgotten.map(({ about, status }) => `${about} was ${status} and is forgotten`),
  ]
}
