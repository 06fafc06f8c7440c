// One random day at a fake exchange: an order, faults, lies, locks and restarts, all from one seed; and whether the app
// told the truth at the end.

import { createHash } from 'node:crypto'
import type { Order } from '../../shared/order.ts'
import { FAKES } from './all.ts'
import type { Fault } from './server.ts'
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

export interface RunResult {
  venue: string
  fault: string
  status: string
  /** What is wrong; empty when the app told the truth and made no second order. */
  wrong: string[]
}

/** Carries out the run of this seed. */
export async function randomRun(seed: number): Promise<RunResult> {
  const random = randomOf(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const fake = pick(FAKES)
  const lag = () => pick([0, 0, 1_000, 3_000, 9_000])
  const desk = await startVenueDesk(fake, {
    lag: { id: lag(), open: lag(), history: lag(), trades: lag() },
    fills: pick([1, 1, 0.4]),
  })
  desk.skew.ms = pick([0, 0, 700, -700, 20_000, -20_000, 3_600_000, -3_600_000])
  const fault = pick(FAULTS)
  if (fault !== null) desk.venue.faults.push(fault)
  const isLimit = random() < 0.4
  const order = await desk.submit(
    isLimit ? { type: 'limit', price: pick(['2.1', '1.5']), size: { unit: 'base', value: '25' } } : {},
  )
  if (typeof order === 'string') return { venue: fake.venue, fault: name(fault), status: order, wrong: [] }
  await live(desk, random, order)
  const { status } = await desk.ok('orders.get', { intentId: order.intentId })
  return { venue: fake.venue, fault: name(fault), status, wrong: await judge(desk, order) }
}

const name = (fault: Fault | null) => (fault === null ? 'none' : `${fault.kind} ${fault.when}`)

async function live(desk: VenueDesk, random: () => number, order: Order): Promise<void> {
  for (let step = 0; step < 4; step += 1) {
    const chance = random()
    if (chance < 0.2) await desk.restart()
    else if (chance < 0.35) await desk.ok('vault.lock')
    else if (chance < 0.5) await desk.backend.call('orders.cancel', { intentId: order.intentId })
    else if (chance < 0.6) desk.clock.advance(30_000)
    else {
      await desk.ok('orders.reconcile')
      desk.clock.advance(2_000)
    }
  }
  await desk.ok('vault.unlock')
  await desk.settle(order, 24)
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
  return wrong
}
