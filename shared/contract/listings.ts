// The operations on listings: which market trades which coin, what became of it, and when one opens.

import type { Listing, ListingEvent, ListingPlan, Preflight } from '../markets/listing.ts'
import type { NotTradingYet } from '../markets/not-trading-yet.ts'
import type { Page } from '../page.ts'
import type { Announcement } from '../sources/announcements.ts'
import type { Nothing } from './nothing.ts'

interface PageInput {
  before?: number | undefined
  limit?: number | undefined
}

export interface ListingOperations {
  'listings.list': { input: { coinId?: string | undefined }; output: Listing[] }
  'listings.confirm': {
    input: { venue: string; market: string; coinId: string; same: boolean; accountId?: string | undefined }
    output: Listing
  }
  /** Newest first. */
  'listings.events': { input: PageInput; output: ListingEvent[] }
  'listings.eventsPage': { input: PageInput; output: Page<ListingEvent> }
  /** Titles that name the ticker of a coin, newest first: text of exchanges that are on, which nobody has checked. */
  'listings.announcements': { input: { coinId?: string | undefined }; output: Announcement[] }
  /** `opensAt: null` takes the plan away; then the answer is `null`. */
  'listings.plan': {
    input: { coinId: string; venue: string; market: string; opensAt: string | null }
    output: ListingPlan | null
  }
  'listings.plans': { input: Nothing; output: ListingPlan[] }
  'listings.preflight': { input: { coinId: string }; output: Preflight }
  'listings.notTradingYet': { input: { coinId: string }; output: NotTradingYet[] }
}

/** A record, so that a name that is missing here does not compile. */
export const LISTING_OPERATIONS: Record<keyof ListingOperations, true> = {
  'listings.list': true,
  'listings.confirm': true,
  'listings.events': true,
  'listings.eventsPage': true,
  'listings.announcements': true,
  'listings.plan': true,
  'listings.plans': true,
  'listings.preflight': true,
  'listings.notTradingYet': true,
}
