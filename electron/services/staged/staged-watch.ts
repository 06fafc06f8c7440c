// Looks at staged orders again and again: often where a market may open soon, seldom before that, and at once when something is told.

import { elapsed, type Moment } from '../../../shared/elapsed.ts'
import { isStagedOpen } from '../../../shared/markets/staged.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { StagedLook } from './staged-look.ts'
import type { StagedParts } from './staged-parts.ts'
import type { StagedTime } from './staged-time.ts'

/** A disk that takes no write now may take it later, milliseconds. */
const FAILED_PAUSE_MS = 5_000
/** A loop that looks this much later than it meant to was held up: the machine slept, milliseconds. */
const SLEPT_MS = 30_000

export interface StagedWatch {
  /** As of `StagedOrders`. */
  needs(accountId: string): boolean
  wake(): void
  start(): void
  stop(): Promise<void>
}

/** Builds it; nothing is looked at before `start`. */
export function createStagedWatch(
  parts: StagedParts,
  look: StagedLook,
  time: Pick<StagedTime, 'forget'>,
  step: (row: StagedRow) => void,
): StagedWatch {
  const { store, accounts, clock, logger } = parts
  let isStarted = false
  let lastLook: Moment | null = null
  let meantMs = 0
  let needed = ''

  const contextOf = (row: StagedRow): AccountContext | null => accounts.find(row.accountId)
  const needs = (accountId: string): boolean =>
    store.open().some((row) => {
      const context = row.accountId === accountId ? contextOf(row) : null
      return context !== null && row.trigger !== 'tell' && row.state !== 'asking' && look.isClose(row, context)
    })
  /** What was seen before a sleep, or before a clock was set, is worth nothing after it. */
  const watchClocks = (): void => {
    const now = { wall: clock.now(), monotonic: clock.monotonic() }
    const since = lastLook === null ? 0 : elapsed(lastLook, now)
    lastLook = now
    if (since !== null && since <= meantMs + SLEPT_MS) return
    time.forget()
    look.forget()
    for (const { accountId } of store.open()) accounts.find(accountId)?.view.touchMarkets()
  }
  const stepAll = (accountId?: string): number => {
    watchClocks()
    let wait = Number.POSITIVE_INFINITY
    for (const { stagedId, accountId: at } of store.open()) {
      if (accountId !== undefined && at !== accountId) continue
      // One step may have ended another.
      const row = store.find(stagedId)
      if (row === null || !isStagedOpen(row)) continue
      try {
        step(row)
        const context = contextOf(row)
        wait = Math.min(wait, context === null ? FAILED_PAUSE_MS : look.everyMs(store.find(stagedId) ?? row, context))
      } catch (error) {
        logger.error('staged-order-not-looked-at', { stagedId, error })
        wait = Math.min(wait, FAILED_PAUSE_MS)
      }
    }
    return wait
  }
  /** Those that are being asked: one exchange that is slow holds up no other. */
  const asking = new Map<string, Promise<unknown>>()
  /** Asks the accounts on which one waits; polls of an account that is needed have mostly asked already. */
  const refresh = (): void => {
    for (const { accountId, state } of store.open()) {
      const context = accounts.find(accountId)
      if (context === null || state === 'asking' || asking.has(accountId) || !parts.canUse(context.account)) continue
      const over = context.view
        .markets()
        .then(() => (isStarted ? stepAll(accountId) : 0))
        .catch((error: unknown) => logger.error('staged-account-not-read', { accountId, error }))
        .finally(() => asking.delete(accountId))
      asking.set(accountId, over)
    }
  }
  const tellNeeded = (): void => {
    const now = [...new Set(store.open().map(({ accountId }) => accountId))].filter(needs).join(' ')
    if (now === needed) return
    needed = now
    parts.needed()
  }
  /** Answers how long to wait, milliseconds; `null` while there is nothing to wait for. */
  const pass = (): number | null => {
    try {
      if (store.open().length === 0) return null
      refresh()
      meantMs = stepAll()
      tellNeeded()
      return store.open().length === 0 ? null : meantMs
    } catch (error) {
      logger.error('staged-orders-not-looked-at', { error })
      return FAILED_PAUSE_MS
    }
  }
  const loop = parts.scheduler.loop(
    'staged-orders',
    async ({ delay, isStopped }) => {
      lastLook = null
      for (let ms = pass(); ms !== null && !isStopped(); ms = pass()) await delay(ms)
    },
    // One may have been saved while the loop came to rest.
    () => isStarted && store.open().length > 0,
  )
  const wake = () => {
    if (isStarted) loop.wake()
  }
  return {
    ...{ needs, wake },
    start: () => {
      isStarted = true
      loop.start()
    },
    stop: async () => {
      isStarted = false
      await loop.stop()
      await Promise.all(asking.values())
    },
  }
}
