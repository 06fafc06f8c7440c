// What became of listings, and when and where coins list.

import { create } from 'zustand'
import type { Listing, ListingEvent, ListingPlan, Preflight } from '../../../shared/markets/listing.ts'
import type { NotTradingYet } from '../../../shared/markets/not-trading-yet.ts'
import type { Announcement } from '../../../shared/sources/announcements.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface ListingsState {
  /** The newest first. */
  events: Loadable<ListingEvent[]>
  /** Where to go on; `null` where all of them are here. */
  next: number | null
  plans: Loadable<ListingPlan[]>
  /** Of every coin, the newest first. */
  announcements: Loadable<Announcement[]>
  /** Of the coin that is open, as are the two below. */
  coinId: string | null
  listings: Loadable<Listing[]>
  preflight: Loadable<Preflight>
  /** Of the coin that the ticket asks about, which can be another one. */
  meaningsOf: string | null
  meanings: Loadable<NotTradingYet[]>
  begin: (coinId: string) => void
  beginMeanings: (coinId: string) => void
  putEvents: (step: Partial<Loadable<ListingEvent[]>>, next?: number | null) => void
  /** Earlier ones, or one that just happened; each is kept once. */
  addEvents: (events: readonly ListingEvent[]) => void
  putPlans: (step: Partial<Loadable<ListingPlan[]>>) => void
  putAnnouncements: (step: Partial<Loadable<Announcement[]>>) => void
  putListings: (step: Partial<Loadable<Listing[]>>) => void
  putPreflight: (step: Partial<Loadable<Preflight>>) => void
  putMeanings: (step: Partial<Loadable<NotTradingYet[]>>) => void
}

export const useListings = create<ListingsState>()((set) => ({
  events: NOT_LOADED,
  next: null,
  plans: NOT_LOADED,
  announcements: NOT_LOADED,
  coinId: null,
  listings: NOT_LOADED,
  preflight: NOT_LOADED,
  meaningsOf: null,
  meanings: NOT_LOADED,
  begin: (coinId) => set({ coinId, listings: NOT_LOADED, preflight: NOT_LOADED }),
  beginMeanings: (meaningsOf) => set({ meaningsOf, meanings: NOT_LOADED }),
  putEvents: (step, next) =>
    set((state) => ({ events: { ...state.events, ...step }, ...(next === undefined ? {} : { next }) })),
  addEvents: (events) =>
    set((state) => {
      const known = state.events.value
      // Before the first reading one event alone must not look like the whole list.
      if (known === null) return {}
      const added = events.filter(({ eventId }) => !known.some((event) => event.eventId === eventId))
      const value = [...known, ...added].toSorted((a, b) => b.eventId - a.eventId)
      return { events: { ...state.events, value } }
    }),
  putPlans: (step) => set((state) => ({ plans: { ...state.plans, ...step } })),
  putAnnouncements: (step) => set((state) => ({ announcements: { ...state.announcements, ...step } })),
  putListings: (step) => set((state) => ({ listings: { ...state.listings, ...step } })),
  putPreflight: (step) => set((state) => ({ preflight: { ...state.preflight, ...step } })),
  putMeanings: (step) => set((state) => ({ meanings: { ...state.meanings, ...step } })),
}))

/** The plans of one coin, the earliest opening first. */
export function plansOf(plans: readonly ListingPlan[] | null, coinId: string): ListingPlan[] {
  return (plans ?? []).filter((plan) => plan.coinId === coinId).toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
}
