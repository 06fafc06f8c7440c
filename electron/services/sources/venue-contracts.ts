// Which contracts an exchange names for its assets, where it has a list of them apart from its markets. That list is long and
// changes seldom: it is read some times a day, and when an asset appears that was on no list before.

import type { KnownExchange } from '../../../shared/venues/known.ts'
import type { Clock } from '../../ports/system.ts'
import type { SourceClient } from './source-client.ts'

const HOLDS_MS = 6 * 3_600_000
/** A list that did not come, or that does not have what is new yet, is asked for again after this. */
const AGAIN_MS = 10 * 60_000
/** Something new: at once, but not at every turn of a list that is another one each time. */
const SOON_MS = 60_000
/** An asset that its exchange names no contract of for so long is not waited for any more. */
const AWAITED_MS = 2 * 3_600_000
/** A list of markets is held up by no more than this: a change must be told in time, also by a ticker alone. */
const WAIT_MS = 1_000

interface Known {
  /** `null` until a list has come in this run. */
  byAsset: ReadonlyMap<string, readonly string[]> | null
  bases: ReadonlySet<string>
  /** What had no market before, and is on no list of assets yet; since when, monotonic. */
  awaited: Map<string, number>
  /** Monotonic: when it was asked last, and when it has answered. */
  askedAt: number
  readAt: number
  under: Promise<void> | null
}

export interface VenueContracts {
  /**
   * Reads the list where that is due, and answers with what is known of an asset by then: `null` where nothing is. `bases`: every
   * asset that has a market now. @throws never
   */
  of(venue: KnownExchange, bases: ReadonlySet<string>): Promise<(asset: string) => readonly string[] | null>
}

export interface VenueContractParts {
  client: Pick<SourceClient, 'ask'>
  clock: Pick<Clock, 'monotonic' | 'sleep'>
  namesContracts: (venue: KnownExchange) => boolean
}

/** Builds it; nothing is read yet. */
export function createVenueContracts({ client, clock, namesContracts }: VenueContractParts): VenueContracts {
  const all = new Map<KnownExchange, Known>()
  const knownOf = (venue: KnownExchange): Known => {
    const never = Number.NEGATIVE_INFINITY
    const known = all.get(venue) ?? {
      ...{ byAsset: null, bases: new Set<string>(), awaited: new Map<string, number>() },
      ...{ askedAt: never, readAt: never, under: null },
    }
    all.set(venue, known)
    return known
  }
  /** Notes what is new and not on the list, and says whether that list is read now. */
  const isDue = (known: Known, bases: ReadonlySet<string>): boolean => {
    const now = clock.monotonic()
    const isKnown = (base: string) => known.byAsset?.has(base) === true
    const appeared = known.bases.size === 0 ? [] : [...bases].filter((base) => !known.bases.has(base) && !isKnown(base))
    for (const base of appeared) known.awaited.set(base, now)
    for (const [base, since] of known.awaited) {
      if (isKnown(base) || now - since >= AWAITED_MS) known.awaited.delete(base)
    }
    const sinceAsked = now - known.askedAt
    if (appeared.length > 0) return sinceAsked >= SOON_MS
    const isOld = known.byAsset === null || now - known.readAt >= HOLDS_MS
    return (isOld || known.awaited.size > 0) && sinceAsked >= AGAIN_MS
  }
  const read = async (venue: KnownExchange, known: Known): Promise<void> => {
    known.askedAt = clock.monotonic()
    const answer = await client.ask(venue, 'assets', {})
    if (!answer.ok) return
    // Of an asset that is told twice nobody knows which one trades: all that is told of it counts.
    const told = Map.groupBy(answer.rows, ({ asset }) => asset)
    known.byAsset = new Map([...told].map(([asset, rows]) => [asset, rows.flatMap(({ contracts }) => contracts)]))
    known.readAt = clock.monotonic()
  }
  return {
    of: async (venue, bases) => {
      if (!namesContracts(venue)) return () => null
      const known = knownOf(venue)
      if (known.under === null && isDue(known, bases)) {
        known.under = read(venue, known).finally(() => {
          known.under = null
        })
        const late = new AbortController()
        await Promise.race([known.under, clock.sleep(WAIT_MS, late.signal).catch(() => {})])
        late.abort()
      }
      known.bases = bases
      return (asset) => known.byAsset?.get(asset) ?? null
    },
  }
}
