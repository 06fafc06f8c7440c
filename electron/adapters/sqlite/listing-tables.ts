// The tables of what exchanges list, as steps of the schema.

// What exchanges list, told once: the markets of the trader's coins by row, the names of all others as one text, so that a market
// that is new is known from one that was there before its coin was added. The number of a change or a notification is its place.
export const LISTING_WATCH = `
CREATE TABLE listing_sources (venue TEXT PRIMARY KEY, venue_at TEXT, read_at TEXT NOT NULL) STRICT;
CREATE TABLE listing_names (venue TEXT PRIMARY KEY, names TEXT NOT NULL) STRICT;
CREATE TABLE listed_markets (
  venue TEXT NOT NULL, market TEXT NOT NULL, base TEXT NOT NULL, quote TEXT NOT NULL, stage TEXT NOT NULL,
  opens_at TEXT, closes_at TEXT, contract TEXT, since TEXT,
  PRIMARY KEY (venue, market)
) STRICT;
CREATE TABLE listing_events (
  event_id INTEGER PRIMARY KEY, venue TEXT NOT NULL, market TEXT NOT NULL, coin_ids TEXT NOT NULL, match TEXT NOT NULL,
  from_stage TEXT, to_stage TEXT NOT NULL, at TEXT, seen_at TEXT NOT NULL, opens_at TEXT,
  told INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX listing_events_untold ON listing_events (event_id) WHERE told = 0;
CREATE TABLE listing_plans (
  coin_id TEXT NOT NULL, venue TEXT NOT NULL, market TEXT NOT NULL, opens_at TEXT NOT NULL, saved_at TEXT NOT NULL,
  PRIMARY KEY (coin_id, venue, market)
) STRICT
`

// An exchange may list a coin on several chains: what was one contract of a market is a list of them.
export const LISTED_ON_CHAINS = `
ALTER TABLE listed_markets ADD COLUMN contracts TEXT NOT NULL DEFAULT '[]';
UPDATE listed_markets SET contracts = json_array(contract) WHERE contract <> '';
ALTER TABLE listed_markets DROP COLUMN contract
`

// When a market ends, as the exchange told it beside a change.
export const WHEN_MARKETS_CLOSE = 'ALTER TABLE listing_events ADD COLUMN closes_at TEXT'
