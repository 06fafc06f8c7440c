// Asks what became of listings, keeps plans, and answers whether a market is of a coin.

import type { ListingEvent, ListingPlan } from '../../../shared/markets/listing.ts'
import { asAppError, call } from '../../api.ts'
import { load } from '../loadable.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { useListings } from './listings-store.ts'

const eventRequests = requests()
const planRequests = requests()
const announcementRequests = requests()
const ofCoin = () => useListings.getState().coinId
const listingRequests = requests(ofCoin)
const preflightRequests = requests(ofCoin)
// The ticket asks of its own coin, whichever panel is open beside it.
const meaningRequests = requests(() => useListings.getState().meaningsOf)

/** Loads the newest events. */
export async function loadEvents(): Promise<void> {
  const { putEvents } = useListings.getState()
  const isCurrent = eventRequests.begin()
  putEvents({ loading: true })
  try {
    const { items, next } = await call('listings.eventsPage', {})
    if (isCurrent()) putEvents({ value: items, error: null, loading: false }, next)
  } catch (thrown) {
    if (isCurrent()) putEvents({ error: asAppError(thrown), loading: false })
  }
}

/** Loads the events before those that are here. */
export async function loadEarlierEvents(): Promise<void> {
  const { next, addEvents, putEvents } = useListings.getState()
  if (next === null) return
  const isCurrent = eventRequests.join()
  try {
    const page = await call('listings.eventsPage', { before: next })
    if (!isCurrent()) return
    addEvents(page.items)
    putEvents({}, page.next)
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Loads the plans of every coin. */
export async function loadPlans(): Promise<void> {
  await load(planRequests, useListings.getState().putPlans, () => call('listings.plans', {}))
}

/** Loads what exchanges announce, of every coin. */
export async function loadAnnouncements(): Promise<void> {
  const { putAnnouncements } = useListings.getState()
  await load(announcementRequests, putAnnouncements, () => call('listings.announcements', {}))
}

/** Loads the markets that the coin has or may have. */
export async function loadListings(coinId: string): Promise<void> {
  await load(listingRequests, useListings.getState().putListings, () => call('listings.list', { coinId }))
}

/** Asks whether an order could go out at the opening. */
export async function loadPreflight(coinId: string): Promise<void> {
  await load(preflightRequests, useListings.getState().putPreflight, () => call('listings.preflight', { coinId }))
}

/** Asks what "not trading yet" means for the coin at the trader's exchanges. */
export async function loadMeanings(coinId: string): Promise<void> {
  const { meaningsOf, beginMeanings, putMeanings } = useListings.getState()
  if (meaningsOf !== coinId) beginMeanings(coinId)
  await load(meaningRequests, putMeanings, () => call('listings.notTradingYet', { coinId }))
}

/** Shows another coin. */
export async function showListings(coinId: string): Promise<void> {
  if (ofCoin() !== coinId) useListings.getState().begin(coinId)
  await Promise.all([loadListings(coinId), loadPlans()])
}

/** Takes in one change of a stage: what is shown of that coin is another one now. */
export function noteEvent(event: ListingEvent): void {
  useListings.getState().addEvents([event])
  const open = ofCoin()
  if (open === null || !event.coinIds.includes(open)) return
  void loadListings(open)
  void loadPlans()
}

/** Keeps when and where a coin lists; `opensAt: null` takes the plan away. Answers whether that was stored. */
export async function savePlan(
  plan: Pick<ListingPlan, 'coinId' | 'venue' | 'market'> & { opensAt: string | null },
): Promise<boolean> {
  try {
    await call('listings.plan', plan)
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  const open = ofCoin()
  await Promise.all([loadPlans(), ...(open === plan.coinId ? [loadListings(open), loadPreflight(open)] : [])])
  return true
}

/** Says whether a market of a public list trades this coin. */
export async function confirmListing(answer: {
  venue: string
  market: string
  coinId: string
  same: boolean
}): Promise<boolean> {
  try {
    await call('listings.confirm', answer)
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
  if (ofCoin() === answer.coinId) await loadListings(answer.coinId)
  return true
}
