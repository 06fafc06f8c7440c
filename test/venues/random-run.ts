// One random day at a fake exchange: an order, faults, lies, locks, restarts, crashes, a second instance, a disk that is
// full and a clock that jumps, all from one seed; and whether the app told the truth at the end.

import { createHash } from 'node:crypto'
import type { TracePoint } from '../../electron/ports.ts'
import type { Order } from '../../shared/order.ts'
import { FAKES } from './all.ts'
import { breakAt, secondInstance, UNSENT } from './break-at.ts'
import type { Fault } from './server.ts'
import { STOPS, type StopWatch, stopWatch } from './stop-watch.ts'
import { startVenueDesk, type VenueDesk } from './venue-desk.ts'

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`${seed}/${drawn}`).digest().readUInt32BE(0) / 2 ** 32
  }
}

const PAGE = '<html></html>'

const FAULTS: (Fault | null)[] = [
  null,
  ...(['before', 'after'] as const).flatMap((when): Fault[] => [
    { kind: 'drop', when },
    { kind: 'reply', when, status: 502, body: PAGE, type: 'text/html' },
    { kind: 'reply', when, status: 200, body: '{}' },
    { kind: 'reply', when, status: 200, body: '{"code":0' },
    { kind: 'reply', when, status: 429, body: '' },
    { kind: 'reply', when, status: 307, body: '{}' },
    { kind: 'reply', when, status: 503, body: '{"code":-1001,"msg":"m"}' },
  ]),
  { kind: 'cut', when: 'after' },
]

/** Of the wall clock, milliseconds: from less than a look notices to more than a year. */
const JUMPS = [-3_600_000 * 24 * 400, -3_600_000, -61_000, -1_500, 1_500, 61_000, 3_600_000, 3_600_000 * 24 * 400]

const SENT: readonly TracePoint[] = ['attempt-recorded', 'answer-received', 'outcome-writing', 'outcome-recorded']

export interface RunResult {
  /** What this day had, for the counts. */
  had: string[]
  /** What is wrong; empty when the app told the truth and made no second order. */
  wrong: string[]
}

/** Carries out the run of this seed. */
export async function randomRun(seed: number): Promise<RunResult> {
  const random = randomOf(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const fake = pick(FAKES)
  // Every other day the look-ups lag each by itself, and now and then all of them for minutes.
  const long = random() < 0.15 ? pick([30_000, 120_000, 600_000]) : null
  const lag = () => long ?? pick([0, 0, 1_000, 3_000, 9_000])
  const desk = await startVenueDesk(fake, {
    lag: { id: lag(), open: lag(), history: lag(), trades: lag() },
    fills: pick([1, 1, 0.4]),
    repeatsTrades: random() < 0.2,
  })
  desk.skew.ms = pick([0, 0, 700, -700, 20_000, -20_000, 3_600_000, -3_600_000])
  const fault = pick(FAULTS)
  if (fault !== null) desk.venue.faults.push(fault)
  const had = [fake.venue, fake.record.keyRule, fault === null ? 'no fault' : `${fault.kind} ${fault.when}`]
  // Every other day the exchange tells of its orders by itself as well, from some moment on.
  desk.venue.streams.isOn = seed % 2 === 0
  if (desk.venue.streams.isOn) {
    had.push('streams')
    await desk.ok('markets.list', { accountId: desk.accountId })
  }
  const end = pick(['goes on', 'goes on', 'crash', 'crash', 'disk full'] as const)
  const point = end === 'disk full' ? pick(['attempt-writing', 'outcome-writing'] as const) : pick([...UNSENT, ...SENT])
  if (end !== 'goes on') had.push(`${end}: ${point}`)
  const profile = { dataDir: desk.dataDir }
  const watch = stopWatch(desk)
  const crashed = breakAt(desk, end === 'goes on' ? null : { end, point, goesOn: !UNSENT.includes(point) }, profile)

  if (long !== null) had.push('long lag')
  if (random() < 0.3) {
    const [at, how] = [pick([...UNSENT, ...SENT]), pick(STOPS)]
    watch.stopAt(at, how)
    had.push(`${how} at ${at}`)
  }
  watch.pressed()
  const isLimit = random() < 0.4
  const limit = { type: 'limit', price: pick(['2.1', '1.5']), size: { unit: 'base', value: '25' } } as const
  const answer = await desk.submit(isLimit ? limit : {})
  desk.at.trace = () => {}
  if (crashed()) {
    await desk.restart(profile)
    await desk.ok('vault.unlock')
  }
  const [order] = await desk.ok('orders.list')
  if (order === undefined) {
    const wrong = desk.engine.orders.length > 0 ? ['an order that is not in the ledger'] : []
    return { had: [...had, typeof answer === 'string' ? answer : 'not recorded'], wrong }
  }
  had.push(...(await live(desk, random, order, profile, watch)))
  const { status } = await desk.ok('orders.get', { intentId: order.intentId })
  return { had: [...had, status], wrong: [...(await judge(desk, order)), ...watch.late] }
}

async function live(
  desk: VenueDesk,
  random: () => number,
  order: Order,
  profile: { dataDir: string },
  watch: StopWatch,
): Promise<string[]> {
  const had = new Set<string>()
  const steps: [upTo: number, name: string, step: () => Promise<unknown>][] = [
    [0.2, 'restart', () => desk.restart(profile)],
    [0.32, 'lock', () => desk.ok('vault.lock')],
    [0.4, 'cancel', () => watch.stop('cancel', order.intentId)],
    [0.44, 'halt', () => watch.stop('halt', order.intentId)],
    [0.46, 'resume', () => desk.ok('orders.resume')],
    [0.52, 'second instance', () => secondInstance(desk, profile.dataDir)],
    [
      0.6,
      'clock jump',
      async () => {
        // This machine's wall clock alone, either way: the exchange's stays where it is.
        desk.clock.jump(JUMPS[Math.floor(random() * JUMPS.length)] ?? 0)
      },
    ],
    [
      0.64,
      'sleep',
      async () => {
        const ms = 61_000 + Math.floor(random() * 8 * 3_600_000)
        desk.clock.jump(ms)
        desk.skew.ms += ms
      },
    ],
    [
      1,
      'look',
      async () => {
        await desk.ok('orders.reconcile')
        desk.clock.advance(2_000)
      },
    ],
  ]
  for (let at = 0; at < 4; at += 1) {
    const chance = random()
    const chosen = steps.find(([upTo]) => chance < upTo)
    if (chosen === undefined) throw new Error('the last step is for every chance')
    had.add(chosen[1])
    await chosen[2]()
  }
  // A jump of the clock looks like an hour without use: the vault is locked for it, in its own time, and nothing is asked.
  for (let tries = 0; tries < 5; tries += 1) {
    await desk.ok('vault.unlock')
    await desk.settle(order, 30)
    if ((await desk.ok('vault.status')).state === 'unlocked') break
  }
  return [...had]
}

async function judge(desk: VenueDesk, { intentId }: Order): Promise<string[]> {
  const { status, filled, attempts } = await desk.ok('orders.get', { intentId })
  const { orders } = desk.engine
  const wrong: string[] = []
  const [placed] = orders
  if (orders.length > 1) wrong.push(`${orders.length} orders`)
  const none = ['not-placed', 'rejected', 'not-sent', 'abandoned']
  if (none.includes(status) && placed !== undefined) wrong.push(`${status}, but there is one`)
  if (['filled', 'canceled', 'open', 'partially-filled'].includes(status)) {
    const shown = status === 'partially-filled' ? 'open' : status
    if (placed?.status !== shown) wrong.push(`${status}, but it is ${placed?.status}`)
    else if (Number(filled) !== placed.filled) wrong.push(`${filled} filled, but it is ${placed.filled}`)
  }
  if (desk.venue.sent.length > attempts.length) wrong.push('sent without an attempt on record')
  return [...wrong, ...desk.witness.unwritten]
}
