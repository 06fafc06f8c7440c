// The last balances, markets and prices that a venue told us, with the time of the telling: for the hours without it.

import { MARKET_STAGES } from '../../../../shared/markets/market-stages.ts'
import type { VenueCache } from '../../../ports/stores.ts'
import type { KeptQuote, MarketListing } from '../../../ports/venue.ts'
import type { Database } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'

/** Builds the cache. What it holds is a copy: losing it costs a look at the venue, nothing else. */
export function createVenueCache(db: Database): VenueCache {
  return {
    balances: (accountId) => {
      const read = soundRow(
        db,
        'venue_reads',
        db.get("SELECT at FROM venue_reads WHERE account_id = ? AND what = 'balances'", accountId),
      )
      if (!read) return null
      const rows = db.all('SELECT asset, total, free FROM venue_balances WHERE account_id = ?', accountId)
      const balances = soundRows(db, 'venue_balances', rows).map((row) => ({
        asset: String(row.asset),
        total: String(row.total),
        free: String(row.free),
      }))
      return { at: String(read.at), balances }
    },
    saveBalances: (accountId, at, balances) =>
      db.transaction(() => {
        db.run("INSERT OR REPLACE INTO venue_reads (account_id, what, at) VALUES (?, 'balances', ?)", accountId, at)
        db.run('DELETE FROM venue_balances WHERE account_id = ?', accountId)
        db.run(
          `INSERT INTO venue_balances (account_id, asset, total, free)
           SELECT ?, ${field('asset')}, ${field('total')}, ${field('free')} FROM json_each(?)`,
          accountId,
          JSON.stringify(balances),
        )
      }),
    markets: (accountId) =>
      soundRows(
        db,
        'venue_markets',
        db.all('SELECT account_id, market, listing, quote FROM venue_markets WHERE account_id = ?', accountId),
      ).map((row) => ({
        listing: asListing(JSON.parse(String(row.listing))),
        price: row.quote === null ? null : asQuote(row.quote),
      })),
    rates: (accountId) =>
      soundRows(
        db,
        'venue_rates',
        db.all('SELECT account_id, market, quote FROM venue_rates WHERE account_id = ?', accountId),
      ).map((row) => ({
        market: String(row.market),
        quote: asQuote(row.quote),
      })),
    saveMarkets: (accountId, listings, quotes) =>
      db.transaction(() => {
        db.run('DELETE FROM venue_markets WHERE account_id = ?', accountId)
        db.run('DELETE FROM venue_rates WHERE account_id = ?', accountId)
        const listed = new Set(listings.map(({ market }) => market))
        const quoteOf = new Map(quotes.map(({ market, quote }) => [market, JSON.stringify(quote)]))
        const rates = [...quoteOf].flatMap(([market, quote]) => (listed.has(market) ? [] : [{ market, quote }]))
        db.run(
          `INSERT INTO venue_rates (account_id, market, quote) SELECT ?, ${field('market')}, ${field('quote')} FROM json_each(?)`,
          accountId,
          JSON.stringify(rates),
        )
        const markets = listings.map((listing) => {
          return {
            market: listing.market,
            listing: JSON.stringify(listing),
            quote: quoteOf.get(listing.market) ?? null,
          }
        })
        db.run(
          `INSERT INTO venue_markets (account_id, market, listing, quote)
           SELECT ?, ${field('market')}, ${field('listing')}, ${field('quote')} FROM json_each(?)`,
          accountId,
          JSON.stringify(markets),
        )
      }),
  }
}

/** Of an element of a list that is bound as one value: however long it is, it is one statement. */
const field = (name: string) => `json_extract(value, '$.${name}')`

/** Earlier versions kept one time alone. */
function asQuote(kept: unknown): KeptQuote {
  const quote = JSON.parse(String(kept)) as KeptQuote
  return { ...quote, receivedAt: quote.receivedAt ?? quote.at }
}

/** Earlier versions called an auction a call auction, and knew no end of a market. */
function asListing(kept: MarketListing): MarketListing {
  const isKnown = MARKET_STAGES.includes(kept.stage)
  const stage = (kept.stage as string) === 'call-auction' ? 'auction' : isKnown ? kept.stage : 'unknown'
  return { ...kept, stage, opensAt: kept.opensAt ?? null, closesAt: kept.closesAt ?? null }
}
