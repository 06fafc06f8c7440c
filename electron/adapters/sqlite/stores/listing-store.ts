// What the listing watch keeps: the markets of the trader's coins, the names of all others, each change, and his plans.

import type { ListingEvent, ListingMatch } from '../../../../shared/markets/listing.ts'
import type { MarketStage } from '../../../../shared/markets/market-stages.ts'
import type { KeptPlan, ListedRow, ListingStore } from '../../../ports/listings.ts'
import { textOf } from '../columns.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** No more than these are kept, so that a profile does not grow for ever. */
const MAX_EVENTS = 5_000

/** Builds the store. */
export function createListingStore(db: Database): ListingStore {
  const allRows = whileUnchanged(db, ['listed_markets'], () =>
    soundRows(db, 'listed_markets', db.all('SELECT * FROM listed_markets ORDER BY venue, market')).map(toRow),
  )
  const saveRead: ListingStore['saveRead'] = (venue, venueAt, readAt) =>
    db.run('INSERT OR REPLACE INTO listing_sources (venue, venue_at, read_at) VALUES (?, ?, ?)', venue, venueAt, readAt)
  const saveRow = ({ venue, market, base, quote, stage, opensAt, closesAt, contracts, since }: ListedRow) =>
    db.run(
      `INSERT OR REPLACE INTO listed_markets (venue, market, base, quote, stage, opens_at, closes_at, contracts, since)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[venue, market, base, quote, stage, opensAt, closesAt, JSON.stringify(contracts), since],
    )
  const addEvent = (event: Omit<ListingEvent, 'eventId'>): ListingEvent => {
    const { venue, market, coinIds, match, from, to, at, seenAt, opensAt, closesAt } = event
    const row = db.get(
      `INSERT INTO listing_events (venue, market, coin_ids, match, from_stage, to_stage, at, seen_at, opens_at,
         closes_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING event_id`,
      ...[venue, market, JSON.stringify(coinIds), match, from, to, at, seenAt, opensAt, closesAt],
    )
    return { eventId: Number(row?.['event_id']), ...event }
  }
  return {
    reads: whileUnchanged(db, ['listing_sources'], () => {
      const rows = soundRows(db, 'listing_sources', db.all('SELECT * FROM listing_sources'))
      return new Map(
        rows.map((row) => [String(row['venue']), { venueAt: textOf(row['venue_at']), readAt: String(row['read_at']) }]),
      )
    }),
    names: (venue) => {
      const row = soundRow(db, 'listing_names', db.get('SELECT * FROM listing_names WHERE venue = ?', venue))
      return row === undefined ? null : new Set(String(row['names']).split('\n'))
    },
    rows: (venue) => (venue === undefined ? allRows() : allRows().filter((row) => row.venue === venue)),
    save: ({ venue, rows, dropped, events, names, venueAt, readAt }, also) =>
      db.transaction(() => {
        saveRead(venue, venueAt, readAt)
        if (names !== null) {
          const text = [...names].toSorted().join('\n')
          db.run('INSERT OR REPLACE INTO listing_names (venue, names) VALUES (?, ?)', venue, text)
        }
        for (const row of rows) saveRow(row)
        for (const market of dropped) db.run('DELETE FROM listed_markets WHERE venue = ? AND market = ?', venue, market)
        const added = events().map(addEvent)
        const newest = added.at(-1)
        if (newest !== undefined) {
          db.run('DELETE FROM listing_events WHERE event_id <= ?', newest.eventId - MAX_EVENTS)
        }
        also(added)
        return added
      }),
    saveRead,
    events: ({ before, limit }) => {
      const at = before ?? Number.MAX_SAFE_INTEGER
      const found = db.all(
        'SELECT * FROM listing_events WHERE event_id < ? ORDER BY event_id DESC LIMIT ?',
        at,
        limit + 1,
      )
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const next = found.length > limit && last !== undefined ? Number(last['event_id']) : null
      return { items: soundRows(db, 'listing_events', page).map(toEvent), next }
    },
    untold: () =>
      soundRows(db, 'listing_events', db.all('SELECT * FROM listing_events WHERE told = 0 ORDER BY event_id')).map(
        toEvent,
      ),
    saveTold: (eventIds) =>
      db.run(
        'UPDATE listing_events SET told = 1 WHERE event_id IN (SELECT value FROM json_each(?))',
        JSON.stringify(eventIds),
      ),
    plans: whileUnchanged(db, ['listing_plans'], () =>
      soundRows(db, 'listing_plans', db.all('SELECT * FROM listing_plans ORDER BY opens_at, rowid')).map(toPlan),
    ),
    savePlan: ({ coinId, venue, market, opensAt, savedAt }) =>
      db.run(
        'INSERT OR REPLACE INTO listing_plans (coin_id, venue, market, opens_at, saved_at) VALUES (?, ?, ?, ?, ?)',
        ...[coinId, venue, market, opensAt, savedAt],
      ),
    removePlan: ({ coinId, venue, market }) =>
      db.run('DELETE FROM listing_plans WHERE coin_id = ? AND venue = ? AND market = ?', coinId, venue, market),
    changed: () => db.changes(['listed_markets', 'listing_plans']),
  }
}

const toRow = (row: Row): ListedRow => ({
  venue: String(row['venue']),
  market: String(row['market']),
  base: String(row['base']),
  quote: String(row['quote']),
  stage: row['stage'] as MarketStage,
  opensAt: textOf(row['opens_at']),
  closesAt: textOf(row['closes_at']),
  contracts: JSON.parse(String(row['contracts'])) as string[],
  since: textOf(row['since']),
})

const toEvent = (row: Row): ListingEvent => ({
  eventId: Number(row['event_id']),
  venue: String(row['venue']),
  market: String(row['market']),
  coinIds: JSON.parse(String(row['coin_ids'])) as string[],
  match: row['match'] as ListingMatch,
  from: row['from_stage'] as MarketStage | null,
  to: row['to_stage'] as MarketStage,
  at: textOf(row['at']),
  seenAt: String(row['seen_at']),
  opensAt: textOf(row['opens_at']),
  closesAt: textOf(row['closes_at']),
})

const toPlan = (row: Row): KeptPlan => ({
  coinId: String(row['coin_id']),
  venue: String(row['venue']),
  market: String(row['market']),
  opensAt: String(row['opens_at']),
  savedAt: String(row['saved_at']),
})
