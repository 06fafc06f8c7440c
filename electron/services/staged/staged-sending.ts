// Sends the order of a staged one through the order service, as a ticket's is sent: the key is on the disk before anything leaves, and
// whatever forbids it is asked until the first byte.

import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError, type ErrorCode } from '../../../shared/result.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import { intentIdOf } from './staged-key.ts'
import type { StagedLook, StagedSight } from './staged-look.ts'
import type { StagedParts } from './staged-parts.ts'
import { orderNow, type StagedOrderNow } from './staged-terms.ts'
import type { StagedTime } from './staged-time.ts'
import type { StagedWrites } from './staged-writes.ts'

/** Between two tries of an order of which nothing was written down, milliseconds. */
const TRY_EVERY_MS = 2_000
/** What may be over in a moment: nothing was written down, and the same key is tried again while it is on time. */
const PASSING: readonly ErrorCode[] = [
  ...(['MARKET_CLOSED', 'NO_MARKET', 'PRICE_FAR', 'PRICE_MOVED', 'PRICE_UNKNOWN', 'VENUE_UNREACHABLE'] as const),
  ...(['VAULT_LOCKED', 'STORAGE_FAILED', 'RATE_LIMITED', 'PROFILE_CHECKING', 'CLOSED'] as const),
]

export interface StagedSending {
  /** Mints the key, once; it is on the disk when this returns, and its ticket with it. */
  arm(row: StagedRow, state: 'armed' | 'asking', told: Reason | null): StagedRow
  /** Why this one must not be sent now, by what only it asks; the order's own checks ask the rest. */
  blocked(row: StagedRow, sight: StagedSight, context: AccountContext): Reason | null
  /** Arms and sends it, if the market takes its order now. */
  sendNow(row: StagedRow, sight: StagedSight, context: AccountContext): void
  /** Whether this process armed it: another one may have sent what it armed. */
  isOwn(stagedId: string): boolean
  isRunning(stagedId: string): boolean
  /** Resolves once the order of this one, or of every one, is on its way no more. */
  idle(stagedId?: string): Promise<void>
}

type Sendable = Extract<StagedOrderNow, { kind: 'order' }>

/** Builds it. `wake`: something is to be looked at now. */
export function createStagedSending(
  parts: StagedParts,
  look: StagedLook,
  writes: StagedWrites,
  time: StagedTime,
  wake: () => void,
): StagedSending {
  const { store, journal, orderService, accounts, clock, logger } = parts
  const { put, end, waitsFor, settle, timestamp } = writes
  const own = new Set<string>()
  const running = new Map<string, Promise<void>>()
  const triedAt = new Map<string, number>()

  const blocked: StagedSending['blocked'] = (row, sight, { account }) => {
    if (!parts.canUse(account)) return reason('STAGED_LOCKED')
    const { all, accounts: halted } = journal.halts()
    if (all || halted.includes(row.accountId)) return reason('STAGED_HALTED')
    const isHis = sight.match === 'contract' || sight.match === 'confirmed'
    return isHis ? null : reason('STAGED_UNCONFIRMED', { market: row.market })
  }
  /** Asked until the first byte. */
  const forbidden = (stagedId: string): Reason | null => {
    const row = store.find(stagedId)
    if (row === null || row.state !== 'armed') return reason('STAGED_CANCELED_BEFORE_SENDING')
    const context = accounts.find(row.accountId)
    if (context === null) return reason('STAGED_NO_ACCOUNT')
    const sight = look.at(row, context)
    const isInWindow = sight.now >= Date.parse(row.from) && sight.now < Date.parse(row.until)
    if (!isInWindow) return reason('STAGED_WINDOW_OVER')
    return time.isDue(stagedId) ? blocked(row, sight, context) : reason('STAGED_MISSED')
  }
  const failed = (stagedId: string, error: unknown): void => {
    const row = store.find(stagedId)
    if (row === null || row.state !== 'armed' || settle(row)) return
    if (!(error instanceof AppError)) {
      logger.error('staged-order-failed', { stagedId, error })
      end(row, 'refused', reason('FAULT'))
    } else if (PASSING.includes(error.code)) waitsFor(row, error.reason)
    else end(row, 'refused', error.reason)
  }
  const send = async (row: StagedRow, intentId: string, { size, price, timeInForce }: Sendable): Promise<void> => {
    const { stagedId, accountId } = row
    const terms = { type: 'limit', size, price, timeInForce } as const
    try {
      await orderService.submit({ intentId, ...terms, accountId }, () => forbidden(stagedId))
      const after = store.find(stagedId)
      if (after !== null) settle(after)
    } catch (error) {
      failed(stagedId, error)
    }
  }
  const arm: StagedSending['arm'] = (row, state, told) => {
    const { stagedId, accountId, coinId, side, market } = row
    const intentId = intentIdOf(stagedId)
    return put(row, { state, intentId, reason: null }, told, () => {
      if (journal.findDraft(intentId) !== null) return
      const createdAt = timestamp()
      journal.putDraft({ intentId, window: `staged-${stagedId}`, accountId, coinId, side, market, createdAt })
    })
  }
  const sendNow: StagedSending['sendNow'] = (row, sight, { exchange, account, view }) => {
    const { market } = sight
    if (market === null || !sight.isTold) return
    const rate = view.lastRate(market.quote)?.price ?? null
    const now = { market, venue: account.venue, record: exchange.record, farPrice: parts.farPrice(), rate }
    const order = orderNow(row, now)
    if (order.kind === 'wait') return
    if (order.kind === 'refused') {
      end(row, 'refused', order.why)
      return
    }
    if (clock.monotonic() - (triedAt.get(row.stagedId) ?? Number.NEGATIVE_INFINITY) < TRY_EVERY_MS) return
    const armed = row.state === 'armed' ? row : arm(row, 'armed', null)
    if (armed.intentId === null || settle(armed)) return
    const { stagedId, intentId } = armed
    own.add(stagedId)
    triedAt.set(stagedId, clock.monotonic())
    const over = send(armed, intentId, order)
      .catch((error: unknown) => logger.error('staged-order-not-noted', { stagedId, error }))
      .finally(() => {
        running.delete(stagedId)
        wake()
      })
    running.set(stagedId, over)
  }
  return {
    ...{ arm, blocked, sendNow },
    isOwn: (stagedId) => own.has(stagedId),
    isRunning: (stagedId) => running.has(stagedId),
    idle: async (stagedId) => {
      await Promise.all(stagedId === undefined ? running.values() : [running.get(stagedId)])
    },
  }
}
