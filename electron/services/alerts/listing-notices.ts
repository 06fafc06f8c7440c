// What the trader is told of a listing: each change of a coin that he watches, and whatever else an alert of his is about. Part of the
// transaction that writes the change, so that neither is there without the other.

import type { Coin } from '../../../shared/coin.ts'
import type { ListingEvent } from '../../../shared/markets/listing.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import type { AlertStore, KeptAlert, ListedRow } from '../../ports/listings.ts'
import type { Clock } from '../../ports/system.ts'
import type { ListDiff } from '../listings/list-diff.ts'
import type { ListingView } from '../listings/listing-view.ts'
import type { CoinService } from '../research/coin-service.ts'

type StageAlert = Extract<KeptAlert, { kind: 'listing-stage' }>

export interface ListingNotices {
  /** Writes down what is told of these; `seenAt`: when the list came that moved openings and ends, ISO 8601. */
  write(events: readonly ListingEvent[], moved: Pick<ListDiff, 'moved' | 'closing'>, seenAt: string): void
}

export interface ListingNoticeParts {
  store: Pick<AlertStore, 'alerts' | 'addNotification' | 'saveAlert'>
  coins: Pick<CoinService, 'some'>
  coinsOf: ListingView['coinsOf']
  clock: Pick<Clock, 'now'>
}

/** Builds it. */
export function createListingNotices({ store, coins, coinsOf, clock }: ListingNoticeParts): ListingNotices {
  const iso = () => new Date(clock.now()).toISOString()
  const alertFor = ({ venue, coinIds, to }: ListingEvent): StageAlert | null => {
    const wants = (alert: KeptAlert): alert is StageAlert =>
      alert.kind === 'listing-stage' &&
      alert.isOn &&
      (alert.coinId === null || coinIds.includes(alert.coinId)) &&
      (alert.venue === null || alert.venue === venue) &&
      (alert.stages === null || alert.stages.includes(to))
    const all = store.alerts().filter(wants)
    return all.find(({ sound }) => sound) ?? all[0] ?? null
  }
  const namesOf = (all: readonly Coin[]) => all.map(({ name }) => name).join(' / ')

  const tell = (event: ListingEvent) => {
    const alert = alertFor(event)
    const meant = coins.some(event.coinIds)
    if (alert === null && !meant.some(({ watched }) => watched)) return
    const { eventId, venue, market } = event
    store.addNotification({
      ...{ key: `listing:${eventId}`, kind: 'listing', at: iso(), venue, market },
      coinId: meant[0]?.id ?? null,
      reason: reasonOf(event, namesOf(meant)),
      ...{ alertId: alert?.alertId ?? null, sound: alert?.sound ?? false },
    })
    if (alert !== null) store.saveAlert({ ...alert, toldAt: iso(), isOn: alert.repeat })
  }
  const tellMoved = (row: ListedRow, what: 'opening' | 'closing', seenAt: string) => {
    const { venue, market, opensAt, closesAt } = row
    const at = what === 'opening' ? opensAt : closesAt
    const known = coinsOf(row).filter(({ match }) => match !== 'refused')
    const meant = coins.some(known.map(({ coinId }) => coinId)).filter(({ watched }) => watched)
    if (at === null || meant.length === 0) return
    const told = { coin: namesOf(meant), venue: venueNameOf(venue), market }
    store.addNotification({
      // It can be moved back to where it was before: that is news as well.
      ...{ key: `${what}:${venue}:${market}:${at}:${seenAt}`, kind: 'listing', at: iso(), venue, market },
      coinId: meant[0]?.id ?? null,
      reason:
        what === 'opening'
          ? reason('OPENING_MOVED', { ...told, opensAt: at })
          : reason('CLOSING_MOVED', { ...told, closesAt: at }),
      ...{ alertId: null, sound: false },
    })
  }
  return {
    write: (events, { moved, closing }, seenAt) => {
      for (const event of events) tell(event)
      for (const row of moved) tellMoved(row, 'opening', seenAt)
      for (const row of closing) tellMoved(row, 'closing', seenAt)
    },
  }
}

function reasonOf({ venue, market, from, to, opensAt, closesAt, match: known }: ListingEvent, coin: string): Reason {
  const match = known === 'refused' ? 'ticker' : known
  const told = { coin, venue: venueNameOf(venue), market, match }
  if (to === 'delisting' && closesAt !== null) return reason('LISTING_CLOSES', { ...told, closesAt })
  return from === null ? reason('LISTING_NEW', { ...told, to, opensAt }) : reason('LISTING_CHANGED', { ...told, to })
}
