// Which streams are open, and where their news go: the own orders of an account that is watched or has an order that is not
// final, and the book of a market that a ticket has asked for. All of it only while the vault is open. Where a stream is
// not there, everything is polled as ever.

import { isLive } from '../../../shared/order-states.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Clock, OnStreamEvent, Subscription } from '../../ports/system.ts'
import type { AccountContext, Accounts } from '../accounts/accounts.ts'
import type { Scheduler } from '../common/scheduler.ts'
import type { StreamCover } from '../orders/stream-cover.ts'
import type { OrderStreamHandler } from './order-stream-handler.ts'
import { createStreamSupervisor, type StreamSupervisor } from './stream-supervisor.ts'

/** So long after it was asked for last a market is listened to, milliseconds. */
const ASKED_FOR_MS = 30_000
/** More markets of one account at a time are not listened to. */
const MAX_MARKETS = 10

export interface StreamManager {
  /** To be called after whatever may have made a stream wanted, or wanted no longer. */
  wake(): void
  /** The book of this market was asked for. */
  marketAsked(accountId: string, market: string): void
  /** Ends every stream. */
  stop(): Promise<void>
}

export interface StreamManagerParts {
  accounts: Pick<Accounts, 'list' | 'context'>
  journal: Pick<OrderJournal, 'withStatus'>
  isUnlocked: () => boolean
  isInFlight: (intentId: string) => boolean
  /** The account that was looked at last. */
  isWatched: (accountId: string) => boolean
  evidence: OrderStreamHandler
  cover: Pick<StreamCover, 'up' | 'gap'>
  /** Has the orders that are not final looked at soon. */
  look: () => void
  /** The prices of an account are others now. */
  pricesTold: (context: AccountContext) => void
  clock: Clock
  scheduler: Scheduler
}

/** Builds it; nothing is opened yet. */
export function createStreamManager(parts: StreamManagerParts): StreamManager {
  const { accounts, journal, clock } = parts
  const supervisors = new Map<string, StreamSupervisor>()
  const askedAt = new Map<string, number>()
  const over = new AbortController()
  let isTimed = false

  /** An order on its way opens no stream by itself: a second call beside it could cost it its place in line. */
  const hasOrders = (accountId: string): boolean =>
    journal
      .withStatus(['submitting', 'unknown', 'stuck', 'open', 'partially-filled'])
      .some((order) => order.accountId === accountId && isLive(order.status) && !parts.isInFlight(order.intentId))

  const keyEndOf = (accountId: string) =>
    accounts.list().find((account) => account.accountId === accountId)?.keyEnd ?? null
  const isWanted = (accountId: string, keyEnd: string, subscription: Subscription): boolean => {
    if (over.signal.aborted || !parts.isUnlocked() || keyEndOf(accountId) !== keyEnd) return false
    if (subscription.kind === 'orders') return parts.isWatched(accountId) || hasOrders(accountId)
    return clock.monotonic() - (askedAt.get(nameOf(accountId, subscription)) ?? Number.NEGATIVE_INFINITY) < ASKED_FOR_MS
  }

  const hear =
    (context: AccountContext): OnStreamEvent =>
    (news) => {
      if (news.kind === 'order') parts.evidence.heard(context.account.accountId, news.order)
      else if (news.kind === 'depth') {
        context.view.told(news.market, news.depth)
        parts.pricesTold(context)
      }
    }

  const keep = (accountId: string, subscription: Subscription) => {
    // A stream ends with its key: one that was replaced or removed is used no longer.
    const keyEnd = keyEndOf(accountId)
    if (keyEnd === null || !isWanted(accountId, keyEnd, subscription)) return
    const name = `${nameOf(accountId, subscription)} ${keyEnd}`
    const context = accounts.context(accountId)
    const { watch, record } = context.exchange
    if (watch === undefined || !record.streams.includes(subscription.kind)) return
    const tell = hear(context)
    let stood = false
    const supervisor =
      supervisors.get(name) ??
      createStreamSupervisor({
        open: async (told) => {
          const end = await watch(subscription, told)
          return () => {
            // One that is cut tells of its end no more.
            if (subscription.kind === 'orders') parts.cover.gap(accountId)
            end()
          }
        },
        isWanted: () => isWanted(accountId, keyEnd, subscription),
        hear: (news) => {
          // What was missed before it stood, and what is missed from now on, only a look-up finds.
          const isGap = news.kind === 'up' || news.kind === 'down' || news.kind === 'stir'
          if (subscription.kind === 'orders' && news.kind === 'up') parts.cover.up(accountId)
          else if (subscription.kind === 'orders' && isGap) parts.cover.gap(accountId)
          // One that never stood has missed nothing that was not to be looked for anyway.
          const isLook = isGap && (news.kind !== 'down' || stood)
          if (news.kind === 'up' || news.kind === 'down') stood = news.kind === 'up'
          if (subscription.kind === 'orders' && isLook) parts.look()
          tell(news)
        },
        clock,
        scheduler: parts.scheduler,
      })
    supervisors.set(name, supervisor)
    supervisor.wake()
  }

  const wake = () => {
    if (over.signal.aborted) return
    for (const supervisor of supervisors.values()) supervisor.wake()
    if (!parts.isUnlocked()) return
    for (const { accountId } of accounts.list()) keep(accountId, { kind: 'orders' })
  }
  /** Nobody says that a market is not asked for any more. */
  const lookAgain = () => {
    if (isTimed) return
    isTimed = true
    clock.sleep(ASKED_FOR_MS, over.signal).then(
      () => {
        isTimed = false
        for (const [name, at] of askedAt) if (clock.monotonic() - at >= ASKED_FOR_MS) askedAt.delete(name)
        for (const supervisor of supervisors.values()) supervisor.wake()
        if (askedAt.size > 0) lookAgain()
      },
      () => {},
    )
  }

  return {
    wake,
    marketAsked: (accountId, market) => {
      const subscription = { kind: 'book', market } as const
      const name = nameOf(accountId, subscription)
      if (over.signal.aborted || (askedAt.size >= MAX_MARKETS && !askedAt.has(name))) return
      askedAt.set(name, clock.monotonic())
      lookAgain()
      keep(accountId, subscription)
    },
    stop: async () => {
      over.abort()
      await Promise.all([...supervisors.values()].map((supervisor) => supervisor.stop()))
    },
  }
}

function nameOf(accountId: string, subscription: Subscription): string {
  return JSON.stringify([accountId, subscription])
}
