// What is marked on the picture of a coin's price: the trader's own trades, and what became of its listings.

import { useMemo } from 'react'
import type { ListingEvent } from '../../../shared/markets/listing.ts'
import type { Order } from '../../../shared/order.ts'
import { formatDecimal, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { useListings } from '../../state/listings/listings-store.ts'
import { useCoinMarket } from '../../state/quotes/coin-market-store.ts'
import { venueName } from '../../state/session/names.ts'
import type { ChartMark } from '../../ui/chart/chart-geometry.ts'

export interface NamedMark extends ChartMark {
  label: string
}

const words = text.market

function tradeMark({ intentId, side, filled, averagePrice, environment, updatedAt }: Order): NamedMark {
  const price = averagePrice ?? '0'
  return {
    ...{ id: intentId, kind: side, at: updatedAt, price },
    label: words.trade(side, formatDecimal(filled), formatPrice(price, null), words.tradeOf[environment]),
  }
}

function listingMark({ eventId, market, venue, to, at, seenAt }: ListingEvent): NamedMark {
  return {
    ...{ id: `listing ${eventId}`, kind: 'listing', at: at ?? seenAt, price: null },
    label: words.listing(market, venueName(venue), text.stages.name[to]),
  }
}

/** Trades and listing events of a coin, the newest first. */
export function useMarks(coinId: string): NamedMark[] {
  const trades = useCoinMarket((state) => state.trades.value)
  const events = useListings((state) => state.events.value)
  return useMemo(() => {
    const ofCoin = (events ?? []).filter(({ coinIds }) => coinIds.includes(coinId))
    const marks = [...(trades ?? []).map(tradeMark), ...ofCoin.map(listingMark)]
    return marks.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }, [trades, events, coinId])
}
