// How a venue answers: when it did last, whether it takes the account's key, and when it may be asked again.

import type { VenueState } from '../../../shared/app.ts'
import { AppError } from '../../../shared/result.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { AccountCache } from './account-cache.ts'

/** A price or balance younger than this is not asked for again, milliseconds. */
export const FRESH_MS = 2_000
/** After a failure the venue is left alone for this long, so that every screen is not held up by it. */
const RETRY_MS = 1_000

/** How fresh one kind of answer is. */
export interface Freshness {
  /** Counts what made earlier answers wrong; an answer to an earlier question is not fresh. */
  epoch: number
  /** When what is known was asked for. */
  readAt: number | null
  failedAt: number | null
  /** How many reads have failed. */
  failures: number
  /** The read that is under way: the epoch in which it was begun, and when. */
  running: { over: Promise<void>; since: number; askedAt: number } | null
}

export interface Refreshing {
  /** How old the last answer may be, milliseconds. */
  maxAgeMs?: number
  /** Nobody waits for it: its failure keeps nobody from asking at once, and none is kept from being asked again. */
  isPoll?: boolean
}

export interface VenueContact {
  /** It has answered just now. */
  answered(): void
  /** Asks by `read` where the last answer is old; waits for the one that is under way. Never rejects. */
  refresh(fresh: Freshness, read: () => Promise<void>, how?: Refreshing): Promise<void>
  /** It refuses the account's key with these words, or takes it (`null`). */
  heard(words: string | null): void
  status(): ReturnType<AccountCache['status']>
}

/** Nothing was read yet. */
export const unread = (): Freshness => ({ epoch: 0, readAt: null, failedAt: null, failures: 0, running: null })

/** What was read is wrong from now on. */
export function forget(fresh: Freshness): void {
  fresh.epoch += 1
  fresh.readAt = null
  fresh.failedAt = null
}

/** Builds it; nothing was asked yet. */
export function createVenueContact(accountId: string, clock: Clock, logger: Logger): VenueContact {
  let state: VenueState = 'not-started'
  let lastAnswerAt: string | null = null
  let lastAnswerMs: number | null = null
  /** The exchange answers, but not to this key: what anybody may read would hide that. */
  let refusal: string | null = null
  /** The last question was kept back here: there was no key to ask it with. */
  let isKeptBack = false
  const timestamp = () => new Date(clock.now()).toISOString()
  const answered = () => {
    lastAnswerAt = timestamp()
    lastAnswerMs = clock.monotonic()
  }

  const refresh: VenueContact['refresh'] = async (fresh, read, { maxAgeMs = FRESH_MS, isPoll = false } = {}) => {
    const { epoch } = fresh
    const isFresh = () => fresh.readAt !== null && clock.monotonic() - fresh.readAt < maxAgeMs
    // What is known well enough is not waited for because it is just being asked for anew.
    if (isFresh()) return
    const now = clock.monotonic()
    while (fresh.running !== null) {
      const { since, askedAt } = fresh.running
      await fresh.running.over
      // A read that was under way when an order changed the balances may have seen them before, and one that has been under way
      // for long what was true then.
      if (since >= epoch && now - askedAt < FRESH_MS) return
    }
    if (isFresh()) return
    if (!isPoll && fresh.failedAt !== null && clock.monotonic() - fresh.failedAt < RETRY_MS) return
    if (state === 'not-started' && !isKeptBack) state = 'starting'
    const since = fresh.epoch
    // What it tells is as old as the question.
    const askedAt = clock.monotonic()
    const over = read()
      .then(() => {
        fresh.readAt = fresh.epoch === since ? askedAt : null
        fresh.failedAt = null
        state = 'reachable'
        isKeptBack = false
        answered()
      })
      .catch((error: unknown) => {
        fresh.failures += 1
        if (!isPoll) fresh.failedAt = clock.monotonic()
        // Said once: a poll would fill the log with the same line.
        // Its words may name what was typed: a variable, a path.
        const code = error instanceof AppError ? error.code : 'INTERNAL'
        // Whether it answers is not known from a question that was not asked, so as not to ask too often.
        if (code === 'KEY_REFUSED' || code === 'RATE_LIMITED') return
        isKeptBack = code === 'VAULT_LOCKED'
        // It was not asked, so its silence is none.
        if (isKeptBack) {
          state = 'not-started'
          return
        }
        if (state !== 'unreachable') logger.warn('venue-unreachable', { accountId, code })
        state = 'unreachable'
      })
      .finally(() => {
        fresh.running = null
      })
    fresh.running = { over, since, askedAt }
    return over
  }

  const heard = (words: string | null) => {
    if (words !== null && refusal === null) logger.warn('venue-refuses-key', { accountId })
    refusal = words
  }

  return {
    ...{ answered, refresh, heard },
    status: () => ({
      state,
      lastAnswerAt,
      lastAnswerMs,
      ...(refusal !== null && { state: 'refused', words: refusal }),
    }),
  }
}
