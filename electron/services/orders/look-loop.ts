// Looks at orders by itself when they are due: for each account one step at a time, so that a slow exchange holds up no other
// one, and after each step whatever has waited longest is next.

import type { Order } from '../../../shared/order.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Scheduler } from '../common/scheduler.ts'
import { createLookSchedule } from './look-schedule.ts'
import type { OrderExecutor } from './order-executor.ts'
import { MOST_ALONE, type OrderLooks } from './order-looks.ts'

const BACKGROUND = { isBackground: true } as const
/** An order in flight is nobody's to look at, but its answer may leave something to find out. */
const IN_FLIGHT_MS = 500
const LONGEST_MS = 60_000
/** So many orders are looked at together, each of which may cost a request. */
const MOST_TOGETHER = 6
/** What so many of these looks were not told is looked for in every place. */
const LOOKS_TOGETHER = 4

export interface LookLoop {
  /** Starts looking, if it is not; what has happened to this order, or to any (`null`), is looked at soon. */
  wake(intentId: string | null): void
  /** When it looks next, milliseconds since 1970; `null` while there is nothing to look after. */
  nextLookAt(): number | null
  /** Stops looking; resolves when the looks under way are done. */
  stop(): Promise<void>
}

export interface LookLoopParts {
  journal: Pick<OrderJournal, 'get'>
  looks: OrderLooks
  executor: Pick<OrderExecutor, 'unconfirmed' | 'giveUp'>
  /** Every order that is not final. */
  unfinished: () => Order[]
  isInFlight: (intentId: string) => boolean
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  /** Told when the time of the next look is another one. */
  planned: () => void
}

/** Builds it; nothing is looked at yet. */
export function createLookLoop(parts: LookLoopParts): LookLoop {
  const { journal, looks, executor, unfinished, isInFlight, clock, scheduler, logger, planned } = parts
  const schedule = createLookSchedule(clock)
  /** Accounts with a step under way. */
  const running = new Map<string, Promise<void>>()
  /** Until when the budget of an account's exchange has no room for look-ups. */
  const blocked = new Map<string, number>()
  let nextLookAt: number | null = null
  const plan = (at: number | null) => {
    if (at === nextLookAt) return
    nextLookAt = at
    planned()
  }

  const watched = (): Order[] => {
    const ended = executor.unconfirmed().flatMap((intentId) => journal.get(intentId) ?? [])
    return [...unfinished(), ...ended].filter(({ intentId }) => !isInFlight(intentId))
  }
  const dueAt = ({ intentId, accountId }: Order) =>
    Math.max(schedule.at(intentId), blocked.get(accountId) ?? Number.NEGATIVE_INFINITY)

  const looked = (intentId: string) => {
    schedule.looked(intentId)
    if (schedule.isWornOut(intentId)) executor.giveUp(intentId)
  }
  const isTold = ({ intentId, venueOrderId, cancelRequested }: Order) =>
    venueOrderId !== null && !cancelRequested && !schedule.isAlone(intentId)

  /** What no list of open orders shows: those that were seen to stand together, every other one by itself. */
  const beside = async (accountId: string, due: readonly Order[], first: Order): Promise<void> => {
    const known = due.filter((order) => isTold(order) && !looks.isResting(order)).slice(0, MOST_TOGETHER)
    const now = known.includes(first) ? known : [first]
    for (const { intentId } of now) schedule.begun(intentId)
    if (!known.includes(first)) await looks.one(first.intentId, accountId, BACKGROUND)
    const { alone, later } = known.includes(first)
      ? await looks.together(accountId, known, BACKGROUND)
      : { alone: [], later: [] }
    for (const { intentId } of now) {
      const isUntold = later.includes(intentId) && schedule.looksAt(intentId) >= LOOKS_TOGETHER
      if (alone.includes(intentId) || isUntold) schedule.alone(intentId)
      else looked(intentId)
    }
  }

  /** One list for all that rest, or a look at what has waited longest. */
  const step = async (accountId: string, orders: readonly Order[]): Promise<void> => {
    const now = clock.monotonic()
    const due = orders.filter((order) => dueAt(order) <= now).toSorted((a, b) => dueAt(a) - dueAt(b))
    const [first] = due
    if (first === undefined) return
    const wait = await looks.wait(first)
    if (wait > 0) return void blocked.set(accountId, clock.monotonic() + wait)
    const inList = (order: Order) => looks.isResting(order) && !schedule.isAlone(order.intentId)
    if (!inList(first)) return beside(accountId, due, first)
    // It answers for those that are not due yet as well.
    const resting = orders.filter(inList)
    for (const { intentId } of resting) schedule.begun(intentId)
    const standing = await looks.listed(accountId, resting, BACKGROUND)
    const asked = standing === null ? due.filter(inList).slice(0, MOST_ALONE) : resting
    for (const order of resting) {
      const isMissing = asked.includes(order) && !(standing?.includes(order) ?? false)
      if (isMissing) schedule.alone(order.intentId)
      else schedule.looked(order.intentId)
    }
  }

  const begin = (accountId: string, orders: readonly Order[]) => {
    const failed = (error: unknown) => {
      logger.error('order-look-failed', { accountId, error })
      // Not at once again, whichever of them it was about: one list that was read for nothing would follow another.
      const now = clock.monotonic()
      for (const order of orders) if (dueAt(order) <= now) schedule.looked(order.intentId)
    }
    const work = looks
      .inTurn(accountId, () => step(accountId, orders))
      .catch(failed)
      .then(() => {
        running.delete(accountId)
        loop.wake()
      })
    running.set(accountId, work)
  }

  const loop = scheduler.loop('order-monitor', async ({ delay, isStopped }) => {
    for (;;) {
      const orders = watched()
      // What is in flight is nobody's to look at, and may have ended by the next turn.
      const isNothingLeft = orders.length === 0 && unfinished().length === 0 && executor.unconfirmed().length === 0
      if (isStopped() || isNothingLeft) break
      schedule.keep(orders.map(({ intentId }) => intentId))
      const now = clock.monotonic()
      const byAccount = Map.groupBy(orders, ({ accountId }) => accountId)
      for (const [accountId, own] of byAccount) {
        if (!running.has(accountId) && own.some((order) => dueAt(order) <= now)) begin(accountId, own)
      }
      const waiting = orders.filter(({ accountId }) => !running.has(accountId)).map(dueAt)
      // A step that is over wakes it.
      const latest = now + (orders.length === 0 ? IN_FLIGHT_MS : LONGEST_MS)
      const ms = Math.max(0, Math.min(latest, ...waiting) - now)
      plan(clock.now() + ms)
      await delay(ms)
    }
    plan(null)
  })

  return {
    wake: (intentId) => {
      schedule.keep(watched().map((order) => order.intentId))
      schedule.soon(intentId)
      loop.wake()
    },
    nextLookAt: () => nextLookAt,
    stop: async () => {
      await loop.stop()
      await Promise.all(running.values())
    },
  }
}
