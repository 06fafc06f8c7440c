// One random day at a fake exchange: an order, faults, lies, locks, restarts, crashes, a second instance, a disk that is
// full and a clock that jumps, all from one seed; and whether the app told the truth at the end.

import { createHash } from 'node:crypto'
import type { TracePoint } from '../../electron/ports/system.ts'
import type { Order } from '../../shared/order.ts'
import { FAKES } from '../exchanges/all.ts'
import { withSecondAccount } from '../exchanges/second-account.ts'
import { type Fault, keyOf } from '../exchanges/server.ts'
import { breakAt, secondInstance, UNSENT } from './break-at.ts'
import { limitWatch } from './limit-watch.ts'
import { MIDWAY, type RandomDay, randomDay, secondTruth } from './random-day.ts'
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
  const second = secondTruth()
  const desk = await startVenueDesk(
    withSecondAccount(fake, () => second.engine),
    {
      lag: { id: lag(), open: lag(), history: lag(), trades: lag() },
      fills: pick([1, 1, 0.4]),
      repeatsTrades: random() < 0.2,
      listens: true,
    },
    {},
    pick([0, 0, 700, -700, 20_000, -20_000, 3_600_000, -3_600_000]),
  )
  second.follow(desk)
  // What a ticket asks for first is known, or a fresh account would refuse the order and end the day.
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  await desk.ok('portfolio.get', { environment: 'test' })
  const day = randomDay(desk, second.engine)
  const limits = limitWatch(desk)
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
  const watch = stopWatch(desk, day.others)
  const crashed = breakAt(desk, end === 'goes on' ? null : { end, point, goesOn: !UNSENT.includes(point) }, profile)

  if (long !== null) had.push('long lag')
  if (random() < 0.3) {
    const [at, how] = [pick([...UNSENT, ...SENT]), pick(STOPS)]
    watch.stopAt(at, how)
    had.push(`${how} at ${at}`)
  }
  for (const what of MIDWAY) {
    if (random() < 0.06) day.at(pick([...UNSENT, ...SENT]), what)
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
  await day.over()
  const [order] = await desk.ok('orders.list', { accountId: desk.accountId })
  if (order === undefined) {
    const wrong = desk.engine.orders.length > 0 ? ['an order that is not in the ledger'] : []
    return { had: [...had, ...day.had, typeof answer === 'string' ? answer : 'not recorded'], wrong }
  }
  had.push(...(await live(desk, random, order, profile, watch, day)))
  const after = await desk.backend.call('orders.get', { intentId: order.intentId })
  const status = after.ok ? (after.value as Order).status : 'forgotten by a restore'
  const wrong = [...(await judge(desk, order, day)), ...watch.late, ...limits, ...day.wrong]
  return { had: [...had, ...day.had, status], wrong }
}

async function live(
  desk: VenueDesk,
  random: () => number,
  order: Order,
  profile: { dataDir: string },
  watch: StopWatch,
  day: RandomDay,
): Promise<string[]> {
  const had = new Set<string>()
  const steps: [upTo: number, name: string, step: () => Promise<unknown>][] = [
    [0.04, 'new key', day.newKey],
    [0.07, 'market', async () => day.list(random() < 0.4 ? 'delisted' : random() < 0.5 ? 'renamed' : 'listed')],
    [0.1, 'rows of others', async () => day.foreignRows()],
    [0.13, 'backup', day.backup],
    [0.17, 'restore', day.restore],
    [0.2, 'other account', day.otherAccount],
    [0.28, 'restart', () => desk.restart(profile)],
    [0.33, 'lock', () => desk.ok('vault.lock')],
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
  for (let at = 0; at < 5; at += 1) {
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

async function judge(desk: VenueDesk, { intentId, venueClientId }: Order, day: RandomDay): Promise<string[]> {
  const answer = await desk.backend.call('orders.get', { intentId })
  // A backup of before the order knows nothing of it, and is refused while it is not final.
  if (!answer.ok) return day.isRestored() && desk.engine.orders.length < 2 ? [] : ['the order is gone']
  const { status, filled, attempts, reason } = await desk.ok('orders.get', { intentId })
  const { orders } = desk.engine
  const wrong: string[] = []
  const [placed] = orders
  if (orders.length > 1) wrong.push(`${orders.length} orders`)
  const none = ['not-placed', 'rejected', 'not-sent', 'abandoned']
  if (none.includes(status) && placed !== undefined) wrong.push(`${status}, but there is one`)
  // Of a market that is gone an exchange may tell nothing more, which the trader is told then.
  const isUntold =
    desk.engine.manners.unlisted.length > 0 &&
    reason?.code === 'LOOK_YOURSELF' &&
    reason.params.why.code === 'MARKET_GONE'
  if (!isUntold && ['filled', 'canceled', 'open', 'partially-filled'].includes(status)) {
    const shown = status === 'partially-filled' ? 'open' : status
    if (placed?.status !== shown) wrong.push(`${status}, but it is ${placed?.status}`)
    else if (Number(filled) !== placed.filled) wrong.push(`${filled} filled, but it is ${placed.filled}`)
  }
  const sent = desk.venue.sent.filter((request) => keyOf(request) === venueClientId)
  if (sent.length > attempts.length && !day.isRestored()) wrong.push('sent without an attempt on record')
  return [...wrong, ...desk.witness.unwritten]
}
