// Kills the app with SIGKILL while it trades at a fake exchange that runs on, starts it again, and judges what it says.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../electron/adapters/system-clock.ts'
import { type Backend, createBackend } from '../../electron/app/backend.ts'
import type { Clock, TracePoint } from '../../electron/ports/system.ts'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import type { Order } from '../../shared/order.ts'
import type { Fake } from '../exchanges/all.ts'
import { Engine } from '../exchanges/engine.ts'
import type { FakeVenue } from '../exchanges/server.ts'
import { startVenue } from '../exchanges/start-venue.ts'
import { atOnce } from '../faults/venue-desk.ts'
import { makeProfile } from '../support/profile/temp-folder.ts'
import { fileStore } from './file-store.ts'

const DOOMED = fileURLToPath(new URL('./crashing-trader.ts', import.meta.url))

export interface VenueKillPoint {
  name: string
  what: string
  at: { trace: TracePoint } | { venue: 'request lost' | 'answer held' | 'while it looks' } | Midway
}

/** Something is done when the order comes to this point; the end comes at once, or when it was answered. */
export interface Midway {
  midway: 'orders.halt' | 'orders.cancel' | 'orders.cancelAll' | 'backup.export'
  /** A point of the app's own, or the moment in which the request is at the exchange, whose answer is held. */
  on: TracePoint | 'request-arrived'
  ends: 'begun' | 'answered'
}

/** Once answered they are final: no byte leaves after. */
const STOPS: readonly string[] = ['orders.halt', 'orders.cancel', 'orders.cancelAll']
const MIDWAY: readonly [what: string, Midway][] = [
  ['a halt is begun before the first byte', { midway: 'orders.halt', on: 'attempt-recorded', ends: 'begun' }],
  ['a halt was answered before the first byte', { midway: 'orders.halt', on: 'attempt-recorded', ends: 'answered' }],
  ['a cancel is begun before the first byte', { midway: 'orders.cancel', on: 'attempt-recorded', ends: 'begun' }],
  [
    'cancel all was answered before the first byte',
    { midway: 'orders.cancelAll', on: 'attempt-recorded', ends: 'answered' },
  ],
  [
    'a halt was answered while the outcome is written',
    { midway: 'orders.halt', on: 'answer-received', ends: 'answered' },
  ],
  ['a backup is begun while its answer is out', { midway: 'backup.export', on: 'request-arrived', ends: 'begun' }],
  ['a backup is written after it was sent', { midway: 'backup.export', on: 'intent-recorded', ends: 'answered' }],
]

/** The points of an order's way, as at the practice exchange, and one while a later life looks for the order. */
export const VENUE_KILL_POINTS: readonly VenueKillPoint[] = [
  { name: 'K0', what: 'before the intent is written', at: { trace: 'submit-received' } },
  { name: 'K1', what: 'between intent and attempt', at: { trace: 'intent-recorded' } },
  { name: 'K2', what: 'while the attempt is being written', at: { trace: 'attempt-writing' } },
  { name: 'K3', what: 'after the attempt, before the first byte', at: { trace: 'attempt-recorded' } },
  { name: 'K4', what: 'request sent and lost', at: { venue: 'request lost' } },
  { name: 'K5', what: 'request sent, no answer', at: { venue: 'answer held' } },
  { name: 'K6', what: 'answer there, not written', at: { trace: 'answer-received' } },
  { name: 'K7', what: 'while the outcome is being written', at: { trace: 'outcome-writing' } },
  { name: 'K8', what: 'outcome written, nobody told', at: { trace: 'outcome-recorded' } },
  { name: 'K10', what: 'killed again while it looks for the order', at: { venue: 'while it looks' } },
  ...MIDWAY.map(([what, at], index) => ({ name: `K${20 + index}`, what, at })),
]

export interface KillResult {
  /** Times that a process was killed. */
  kills: number
  atVenue: number
  end: string
  /** What is wrong; empty when the app told the truth and made no second order. */
  wrong: string[]
}

/** For backups that nobody opens. */
const WORDS = Array.from({ length: 3 }, () => randomUUID()).join(' ')

const inputOf = ({ midway }: Midway, dataDir: string): object =>
  midway === 'backup.export' ? { path: join(dirname(dataDir), 'killed.age'), passphrase: WORDS } : {}

/** Real time, with what the test puts on top of it. */
function aheadClock(): Clock & { advance(ms: number): void } {
  let ahead = 0
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    monotonic: () => systemClock.monotonic() + ahead,
    advance: (ms) => {
      ahead += ms
    },
  }
}

/** One life, one death, a second life; in the test that calls it. */
export async function killAtVenue(fake: Fake, point: VenueKillPoint): Promise<KillResult> {
  const clock = aheadClock()
  const engine = new Engine(clock.now, { keyRule: fake.record.keyRule })
  const venue = await startVenue(fake.dialect, engine)
  const dataDir = makeProfile()
  const secrets = join(dirname(dataDir), 'secrets.json')
  const terms = atOnce(fake, engine.priceOf(''))
  const task = { dataDir, secrets, venue: fake.venue, url: venue.url, key: fake.key, terms }
  const crashAt = 'trace' in point.at ? point.at.trace : null
  const midway =
    'midway' in point.at
      ? { at: point.at.on, operation: point.at.midway, input: inputOf(point.at, dataDir), ends: point.at.ends }
      : null
  if ('venue' in point.at) {
    venue.faults.push({ kind: 'hang', when: point.at.venue === 'request lost' ? 'before' : 'after' })
  }
  if (midway?.at === 'request-arrived') venue.faults.push({ kind: 'hang', when: 'after' })

  const live = async (recovers: boolean, isOver: ((venue: FakeVenue) => boolean) | null): Promise<string> => {
    const life = JSON.stringify({
      ...task,
      crashAt: recovers ? null : crashAt,
      midway: recovers ? null : midway,
      recovers,
    })
    const child = spawn(process.execPath, [DOOMED, life], { stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    const early = exited.then(() => Promise.reject(new Error(`${point.name}: the app ended before its time`)))
    // Where it dies of itself, its end is what is waited for below.
    early.catch(() => {})
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), early])) as [string]
    if (isOver !== null) {
      while (!isOver(venue)) await Promise.race([venue.asking(), early])
      // It dies of itself once it has begun what it is told to begin now, or from outside.
      if (midway?.at === 'request-arrived') child.stdin.write('request-arrived')
      else child.kill('SIGKILL')
    }
    const [, signal] = (await exited) as [number | null, string | null]
    if (signal !== 'SIGKILL') throw new Error(`${point.name}: the app ended by ${signal}`)
    return line
  }

  const isWatched = crashAt === null && (midway === null || midway.at === 'request-arrived')
  const intentId = await live(false, isWatched ? ({ sent }) => sent.length > 0 : null)
  let kills = 1
  if ('venue' in point.at && point.at.venue === 'while it looks') {
    const before = venue.asked.length
    // The clock and the markets are read first; then come the look-ups.
    await live(true, ({ asked: all }) => all.length > before + 5)
    kills += 1
  }

  const backend = await createBackend({
    dataDir,
    secretStore: fileStore(secrets),
    kdf: KDF_FLOOR,
    clock,
    venueHosts: { practice: 'http://127.0.0.1:9', [`${fake.venue}:test`]: venue.url },
  })
  try {
    const order = await settled(backend, intentId, clock)
    const key = fake.record.toClientOrderId(intentId)
    const placed = engine.orders.filter((one) => one.key === key)
    const end = order?.status ?? 'not recorded'
    const wrong = judge(end, order, placed, engine)
    if (midway?.at === 'request-arrived' && venue.placed.length !== 1) wrong.push('it died before its request arrived')
    const isStopped =
      midway?.ends === 'answered' && midway.at === 'attempt-recorded' && STOPS.includes(midway.operation)
    if (isStopped && venue.sent.length > 0) wrong.push(`a request after ${midway.operation} was answered`)
    return { kills, atVenue: placed.length, end, wrong }
  } finally {
    await backend.close()
  }
}

async function settled(
  backend: Backend,
  intentId: string,
  clock: { advance(ms: number): void },
): Promise<Order | null> {
  await backend.call('vault.unlock', {})
  for (let round = 0; ; round += 1) {
    const result = await backend.call('orders.get', { intentId })
    const order = result.ok ? (result.value as Order) : null
    const isOpen = order !== null && ['recorded', 'submitting', 'unknown', 'open'].includes(order.status)
    if (!isOpen || round > 40) return order
    await backend.call('orders.reconcile', {})
    // Quick at first, then by the minute: only long silence proves that there is none. A jump looks like sleep to the vault.
    clock.advance(round < 8 ? 2_900 : 60_000)
    await backend.call('vault.unlock', {})
  }
}

function judge(end: string, order: Order | null, placed: { filled: number }[], engine: Engine): string[] {
  const wrong: string[] = []
  if (engine.orders.length > 1) wrong.push(`${engine.orders.length} orders`)
  const isThere = placed.length > 0
  if (isThere !== (end === 'filled')) wrong.push(`${end}, and ${placed.length} at the exchange`)
  if (isThere && Number(order?.filled) !== placed[0]?.filled) wrong.push(`${order?.filled} filled`)
  return wrong
}
