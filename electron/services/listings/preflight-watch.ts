// The check before an opening, by itself: from an hour before it, and again at five minutes. What is missing is told once each.

import type { PreflightItem, PreflightTarget } from '../../../shared/markets/listing.ts'
import type { Logger } from '../../ports/system.ts'
import type { Loop, Scheduler } from '../common/scheduler.ts'
import type { VenueClocks } from './venue-clock.ts'

const HOUR_MS = 3_600_000
const LAST_MS = 5 * 60_000
/** How often is looked while an opening is known, milliseconds. */
const LOOK_EVERY_MS = 15_000
/** And while none is: accounts and the trader's word on a market bring one without telling this watch. */
const LOOK_FOR_ONE_MS = 60_000

/** An opening of a market of a coin, as far as it is known. */
export interface Opening {
  coinId: string
  venue: string
  market: string
  opensAt: string
}

/** What is missing before an opening, for one account. */
export interface PreflightNews extends Opening {
  /** Of one key there is one: a check is told once, over restarts. */
  key: string
  accountId: string | null
  missing: PreflightItem[]
}

export interface PreflightWatchParts {
  openings: () => readonly Opening[]
  target: (opening: Opening) => readonly PreflightTarget[]
  venueClocks: Pick<VenueClocks, 'now'>
  scheduler: Scheduler
  logger: Logger
  tell: (news: PreflightNews) => void
}

/**
 * In which check an opening is now: `hour`, `last` at five minutes, or `null`. An opening that is over has none: nobody needs to know
 * then what was missing.
 */
function checkAt(now: number, opensAt: number): 'hour' | 'last' | null {
  const left = opensAt - now
  if (left <= 0 || left > HOUR_MS) return null
  return left <= LAST_MS ? 'last' : 'hour'
}

/** Builds it; nothing is checked before its start. */
export function createPreflightWatch(parts: PreflightWatchParts): Loop {
  const { openings, target, venueClocks, scheduler, logger, tell } = parts
  const look = (opening: Opening) => {
    const { coinId, venue, market, opensAt } = opening
    const check = checkAt(venueClocks.now(venue), Date.parse(opensAt))
    if (check === null) return
    for (const { accountId, items } of target(opening)) {
      const missing = items.filter(({ state }) => state === 'attention')
      const key = ['preflight', coinId, venue, market, opensAt, accountId ?? '', check].join(' ')
      if (missing.length > 0) tell({ ...opening, key, accountId, missing })
    }
  }
  /** Answers how long to wait, milliseconds. */
  const lookAtAll = (): number => {
    try {
      const all = openings()
      for (const opening of all) look(opening)
      return all.length === 0 ? LOOK_FOR_ONE_MS : LOOK_EVERY_MS
    } catch (error) {
      logger.error('preflight-not-done', { error })
      return LOOK_EVERY_MS
    }
  }
  return scheduler.loop('preflight', async ({ delay, isStopped }) => {
    while (!isStopped()) await delay(lookAtAll())
  })
}
