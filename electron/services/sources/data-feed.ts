// Keeps the values of the sources that are on fresh: each as often as it is worth and as its budget allows. What is off is not
// asked, and with none on the feed rests.

import type { Quote } from '../../../shared/sources/quotes.ts'
import { isPublicVenue, sourceFacts } from '../../../shared/sources/source-facts.ts'
import { SOURCE_IDS, type SourceId } from '../../../shared/sources/sources.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Scheduler } from '../common/scheduler.ts'
import { KEPT } from './kept-values.ts'
import type { QuoteService } from './quote-service.ts'
import type { Refreshes } from './refreshes.ts'
import type { SourceClient } from './source-client.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const MONTH_MS = 30 * DAY_MS
/** How long a turn of the feed rests. */
const TURN_MS = 5 * SECOND_MS
/** An exchange's tickers while a window shows them, and while none does. */
const SHOWN_MS = 15 * SECOND_MS
const UNSHOWN_MS = MINUTE_MS
const EVERY_MS: Readonly<Record<string, number>> = {
  defillama: MINUTE_MS,
  coingecko: 5 * MINUTE_MS,
  'token-metrics': DAY_MS,
  cryptorank: 60 * MINUTE_MS,
}
/** Values that nobody has told anew for so long are forgotten. */
const FORGET_MS = 90 * DAY_MS

export interface DataFeed {
  /** Begins, or asks anew what is due. */
  wake(): void
  /** One source now, whatever is due. */
  refresh(source: SourceId): Promise<void>
  stop(): Promise<void>
}

export interface DataFeedParts {
  store: Pick<SourceStore, 'row' | 'forgetValues'>
  client: Pick<SourceClient, 'problem'>
  refreshes: Refreshes
  quotes: Pick<QuoteService, 'list'>
  scheduler: Scheduler
  clock: Pick<Clock, 'now' | 'monotonic'>
  logger: Pick<Logger, 'warn'>
  isShown: () => boolean
  /** Told of the quotes that are others now. */
  changed: (quotes: Quote[]) => void
}

/** Builds the feed at rest. */
export function createDataFeed(parts: DataFeedParts): DataFeed {
  const { store, client, refreshes, quotes, clock, logger } = parts
  const triedAt = new Map<SourceId, number>()
  const under = new Map<SourceId, Promise<void>>()
  const told = new Map<string, string>()

  const every = (source: SourceId): number => {
    if (isPublicVenue(source)) return parts.isShown() ? SHOWN_MS : UNSHOWN_MS
    const own = EVERY_MS[source] ?? DAY_MS
    const { plan, perMonth } = store.row(source)
    const allowed = perMonth ?? sourceFacts(source).limits(plan).perMonth
    const cost = refreshes.cost(source)
    // The month's budget is spread over the month.
    return allowed === null || cost === 0 ? own : Math.max(own, MONTH_MS / Math.max(1, Math.floor(allowed / cost)))
  }
  const isDue = (source: SourceId): boolean => {
    const { enabled, lastAnswerAt } = store.row(source)
    if (!enabled || client.problem(source) !== null) return false
    const tried = triedAt.get(source)
    if (tried !== undefined) return clock.monotonic() - tried >= every(source)
    // The first time in this run: what an earlier one has asked counts.
    const age = lastAnswerAt === null ? Number.POSITIVE_INFINITY : clock.now() - Date.parse(lastAnswerAt)
    return age < 0 || age >= every(source)
  }
  const tell = () => {
    const news = quotes.list({}).filter((quote) => {
      const text = JSON.stringify(quote)
      if (told.get(quote.coinId) === text) return false
      told.set(quote.coinId, text)
      return true
    })
    if (news.length > 0) parts.changed(news)
  }
  const refresh = (source: SourceId): Promise<void> => {
    const running =
      under.get(source) ??
      refreshes
        .run(source)
        .catch((error: unknown) => logger.warn('source-not-refreshed', { source, error }))
        .finally(() => {
          under.delete(source)
          tell()
        })
    under.set(source, running)
    triedAt.set(source, clock.monotonic())
    return running
  }
  const loop = parts.scheduler.loop('market-data', async ({ delay, isStopped }) => {
    const before = new Date(clock.now() - FORGET_MS).toISOString()
    for (const kind of Object.values(KEPT)) store.forgetValues(kind, before)
    while (!isStopped() && SOURCE_IDS.some((source) => store.row(source).enabled)) {
      for (const source of SOURCE_IDS) if (!under.has(source) && isDue(source)) void refresh(source)
      await delay(TURN_MS)
    }
  })
  return {
    wake: loop.wake,
    refresh,
    stop: async () => {
      await loop.stop()
      await Promise.all(under.values())
    },
  }
}
