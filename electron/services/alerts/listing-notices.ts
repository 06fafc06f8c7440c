// What the trader is told of a listing: each change of a coin that he watches, and whatever else an alert of his is about. Part of the
// transaction that writes the change, so that neither is there without the other.

import type { Coin } from '../../../shared/coin.ts'
import type { ListingEvent } from '../../../shared/markets/listing.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { AlertStore, KeptAlert, ListedRow } from '../../ports/listings.ts'
import type { Clock } from '../../ports/system.ts'
import type { ListingView } from '../listings/listing-view.ts'
import { venueNameOf } from '../listings/preflight.ts'
import type { CoinService } from '../research/coin-service.ts'

type StageAlert = Extract<KeptAlert, { kind: 'listing-stage' }>

export interface ListingNotices {
  /** Writes down what is told of these; `seenAt`: when the list came that moved those, ISO 8601. */
  write(events: readonly ListingEvent[], moved: readonly ListedRow[], seenAt: string): void
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
    const { eventId, venue, market, from, to, opensAt } = event
    const match = event.match === 'refused' ? 'ticker' : event.match
    const told = { coin: namesOf(meant), venue: venueNameOf(venue), market, to, match }
    store.addNotification({
      ...{ key: `listing:${eventId}`, kind: 'listing', at: iso(), venue, market },
      coinId: meant[0]?.id ?? null,
      reason: from === null ? reason('LISTING_NEW', { ...told, opensAt }) : reason('LISTING_CHANGED', told),
      ...{ alertId: alert?.alertId ?? null, sound: alert?.sound ?? false },
    })
    if (alert !== null) store.saveAlert({ ...alert, toldAt: iso(), isOn: alert.repeat })
  }
  const tellMoved = (row: ListedRow, seenAt: string) => {
    const { venue, market, opensAt } = row
    const known = coinsOf(row).filter(({ match }) => match !== 'refused')
    const meant = coins.some(known.map(({ coinId }) => coinId)).filter(({ watched }) => watched)
    if (opensAt === null || meant.length === 0) return
    store.addNotification({
      // An opening can be moved back to where it was before: that is news as well.
      ...{ key: `opening:${venue}:${market}:${opensAt}:${seenAt}`, kind: 'listing', at: iso(), venue, market },
      coinId: meant[0]?.id ?? null,
      reason: reason('OPENING_MOVED', { coin: namesOf(meant), venue: venueNameOf(venue), market, opensAt }),
      ...{ alertId: null, sound: false },
    })
  }
  return {
    write: (events, moved, seenAt) => {
      for (const event of events) tell(event)
      for (const row of moved) tellMoved(row, seenAt)
    },
  }
}
