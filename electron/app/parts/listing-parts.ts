// Parts of the listings: telling the page of changes, what stands on the screen of a list that cannot be true, and which openings lie
// ahead.

import type { Listing, ListingPlan } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import type { ListingStore } from '../../ports/listings.ts'
import type { Opening } from '../../services/listings/preflight-watch.ts'
import type { VenueClocks } from '../../services/listings/venue-clock.ts'
import type { Core } from '../open-core.ts'

/**
 * Answers with what tells the page of every change that it was not told of. They are noted as told after that: what a dead process
 * wrote down and told nobody is told to whoever listens first.
 */
export function tellListings(
  { page, internal, logger }: Core,
  store: Pick<ListingStore, 'untold' | 'saveTold'>,
): () => void {
  const tell = () => {
    try {
      if (page.listeners('listings.changed') === 0) return
      const events = store.untold()
      for (const event of events) page.emit('listings.changed', event)
      if (events.length > 0) store.saveTold(events.map(({ eventId }) => eventId))
    } catch (error) {
      logger.error('listings-not-told', { error })
    }
  }
  internal.on('page.listening', (event) => {
    if (event === 'listings.changed') tell()
  })
  return tell
}

/** Answers with what shows the list of an exchange that cannot be true, and takes it away once it can. */
export function listFaults({ notices }: Core): (venue: string, fault: { before: number; now: number } | null) => void {
  const faults = new Map<string, { before: number; now: number }>()
  return (venue, fault) => {
    if (fault === null) faults.delete(venue)
    else faults.set(venue, fault)
    notices.clear('LIST_IMPLAUSIBLE')
    const [first] = faults
    // One stands for all of them: what helps is the same.
    if (first !== undefined) notices.raise(reason('LIST_IMPLAUSIBLE', { venue: venueNameOf(first[0]), ...first[1] }))
  }
}

/** What has not opened yet by its exchange's clock: the trader's plans, and what exchanges tell of coins that are known to be his. */
export function openingsOf(
  plans: readonly ListingPlan[],
  rows: readonly Listing[],
  venueClocks: Pick<VenueClocks, 'now'>,
): Opening[] {
  const told = rows.filter(
    ({ match, accountIds }) => accountIds.length > 0 && (match === 'contract' || match === 'confirmed'),
  )
  const all = [...plans.filter(({ stage }) => stage !== 'trading'), ...told]
  const byPlace = new Map(
    all.flatMap(({ coinId, venue, market, opensAt }) =>
      opensAt === null || Date.parse(opensAt) <= venueClocks.now(venue)
        ? []
        : [[JSON.stringify([coinId, venue, market]), { coinId, venue, market, opensAt }] as const],
    ),
  )
  return [...byPlace.values()]
}
