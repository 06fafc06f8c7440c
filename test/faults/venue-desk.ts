// A desk with one account at a fake exchange, both on one clock that stands still; and the ways of a test to go on.

import { onTestFinished } from 'vitest'
import type { Trace } from '../../electron/ports/system.ts'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import type { Order, OrderInput } from '../../shared/order.ts'
import type { Fake } from '../exchanges/all.ts'
import { Engine, type Manners } from '../exchanges/engine.ts'
import type { FakeVenue } from '../exchanges/server.ts'
import { startVenue } from '../exchanges/start-venue.ts'
import { makeAppClock } from '../support/app-clock.ts'
import { memoryStore } from '../support/profile/memory-store.ts'
import { type BareDesk, NOBODY, startBareDesk } from '../support/start-backend.ts'
import { type Witness, witness } from './witness.ts'

export interface VenueDesk extends BareDesk {
  fake: Fake
  venue: FakeVenue
  /** What was seen from outside: on the disk, on the wire and in the answers. */
  witness: Witness
  engine: Engine
  accountId: string
  /** Milliseconds by which the venue's clock is ahead. */
  skew: { ms: number }
  /** Called at each durable point of an order's way; may throw. */
  at: { trace: Trace }
  /** What trades at once there at the present price. */
  atOnce(market?: string): AtOnce
  /** A ticket for peaq, submitted; the answer, or the code of what speaks against it. */
  submit(input?: Partial<OrderInput>): Promise<Order | string>
  /** Lets time pass in steps that the vault takes for no sleep. */
  pass(ms: number): Promise<void>
  /** Looks, lets time pass, and looks again, until the order is final or `rounds` are over. */
  settle(order: Order, rounds?: number): Promise<Order>
}

/** Two of them at once are still less than the vault takes for sleep, milliseconds. */
const STEP_MS = 30_000

/** The desks that the test under way has started. */
export const desks: VenueDesk[] = []

/** Looks in quick succession, before those that are a minute apart. */
const QUICK_ROUNDS = 8

/** What the venue does, and whether the backend listens to its streams: to open one takes as long as all the rest of a desk. */
export type Wish = Partial<Manners> & { listens?: boolean }

/** Prices and balances are known, and the vault is open. `ahead`: by how much the venue's clock is, milliseconds, from the start on. */
export async function startVenueDesk(
  fake: Fake,
  { listens = false, ...manners }: Wish = {},
  moreHosts: Record<string, string> = {},
  ahead = 0,
): Promise<VenueDesk> {
  let now = () => Date.now()
  const skew = { ms: ahead }
  const at: VenueDesk['at'] = { trace: () => {} }
  const engine = new Engine(() => now() + skew.ms, { keyRule: fake.record.keyRule, ...manners })
  const venue = await startVenue(fake.dialect, engine)
  const desk = await startBareDesk(makeAppClock(), {
    ...(!listens && { streams: false }),
    secretStore: memoryStore(),
    kdf: KDF_FLOOR,
    trace: (point, intentId) => at.trace(point, intentId),
    venueHosts: { [`${fake.venue}:test`]: venue.url, practice: NOBODY, ...moreHosts },
  })
  // The venue's clock goes on when somebody sets this machine's.
  now = () => desk.clock.monotonic()
  const seen = witness(desk, venue)
  await desk.ok('vault.create')
  const account = await desk.ok('accounts.add', { venue: fake.venue, environment: 'test', label: 'Mine', ...fake.key })
  const { accountId } = account
  const more = {
    fake,
    witness: seen,
    venue,
    engine,
    accountId,
    skew,
    at,
    atOnce: (market = 'PEAQ/USDT') => atOnce(fake, engine.priceOf(market)),
    submit: async (input: Partial<OrderInput> = {}) => {
      const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
      const terms = input.type === undefined ? more.atOnce() : {}
      const order = { intentId, ...terms, size: { unit: 'quote', value: '50' }, ...input }
      const result = await desk.backend.call('orders.submit', order)
      return result.ok ? (result.value as Order) : result.error.code
    },
    pass: async (ms: number) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        desk.clock.advance(Math.min(left, STEP_MS))
        // The vault’s watch has had its turn by then.
        await desk.ok('app.status')
      }
    },
    settle: async (order: Order, rounds = 40) => {
      let current = order
      for (let at = 0; at < rounds && isOpen(current); at += 1) {
        await desk.ok('orders.reconcile')
        // A quarter of an hour of looking is no use of the app, and would lock the vault.
        if (at === QUICK_ROUNDS) await desk.ok('settings.save', { autoLockMinutes: null })
        // Less than any deadline, since a look may be under way by itself; then by the minute, for what only long silence proves.
        desk.clock.advance(at < QUICK_ROUNDS ? 2_900 : 60_000)
        current = await desk.ok('orders.get', { intentId: order.intentId })
      }
      return current
    },
  }
  const venueDesk = Object.assign(desk, more)
  desks.push(venueDesk)
  // A run of thousands of tests in one process must not keep them all.
  onTestFinished(() => void desks.splice(0))
  return venueDesk
}

/** What trades at once or ends: a market order, and where none is taken a limit order at the price, at once or not at all. */
export const atOnce = ({ record }: Pick<Fake, 'record'>, price: number): AtOnce =>
  record.orderTypes.includes('market')
    ? { type: 'market' }
    : { type: 'limit', price: String(price), timeInForce: 'ioc' }

export type AtOnce = Pick<OrderInput, 'type' | 'price' | 'timeInForce'>

const isOpen = ({ status }: Order) => ['submitting', 'unknown', 'open', 'partially-filled'].includes(status)
