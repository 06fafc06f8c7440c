// The schema, as numbered steps that are never edited once released: a profile of any age walks through the rest.

import {
  FILLED_WITHOUT_TRADES,
  LEDGER,
  PAID_WITH_COINS,
  ROWS_OF_SEVERAL_IMPORTS,
  TRADE_IDS,
  TRANSFERS,
  UNFINISHED_IMPORTS,
  VALUE_DAYS,
} from './ledger/ledger-tables.ts'
import { OVERRIDES_END } from './ledger/rule-tables.ts'
import { LISTED_ON_CHAINS, LISTING_WATCH, WHEN_MARKETS_CLOSE } from './listing-tables.ts'
import { STAGED_ORDERS } from './staged/staged-store.ts'
import { NOTES } from './stores/note-tables.ts'

const FOUNDATION = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE own_coins (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, ticker TEXT, what TEXT NOT NULL, narratives TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coin_marks (
  coin_id TEXT PRIMARY KEY, watched INTEGER, tags TEXT NOT NULL DEFAULT '[]', early INTEGER,
  note TEXT, note_updated_at TEXT
) STRICT;

CREATE TABLE airdrop_work (
  coin_id TEXT PRIMARY KEY, progress TEXT NOT NULL, note TEXT NOT NULL, deadline TEXT, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE holdings (
  environment TEXT NOT NULL, coin_id TEXT NOT NULL, amount TEXT NOT NULL, updated_at TEXT NOT NULL,
  PRIMARY KEY (environment, coin_id)
) STRICT;

CREATE TABLE rules (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL) STRICT;
CREATE TABLE halts (account_id TEXT PRIMARY KEY) STRICT;

CREATE TABLE drafts (
  intent_id TEXT PRIMARY KEY, window TEXT NOT NULL, account_id TEXT NOT NULL, coin_id TEXT NOT NULL,
  side TEXT NOT NULL, market TEXT NOT NULL, created_at TEXT NOT NULL,
  UNIQUE (window, account_id, coin_id, side)
) STRICT;

CREATE TABLE overrides (intent_id TEXT PRIMARY KEY, reason TEXT NOT NULL, at TEXT NOT NULL) STRICT;

CREATE TABLE orders (
  intent_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, environment TEXT NOT NULL, coin_id TEXT NOT NULL,
  market TEXT NOT NULL, side TEXT NOT NULL, type TEXT NOT NULL, time_in_force TEXT NOT NULL,
  size_unit TEXT NOT NULL, size_value TEXT NOT NULL, amount TEXT NOT NULL, price TEXT,
  payload_hash TEXT NOT NULL, venue_client_id TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
  venue_order_id TEXT, filled TEXT NOT NULL DEFAULT '0', average_price TEXT, fee_asset TEXT, fee_amount TEXT,
  cancel_requested_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  UNIQUE (account_id, venue_client_id)
) STRICT;
CREATE INDEX orders_by_status ON orders (status);
CREATE INDEX orders_by_time ON orders (created_at);

CREATE TABLE attempts (
  intent_id TEXT NOT NULL REFERENCES orders (intent_id), number INTEGER NOT NULL, started_at TEXT NOT NULL,
  outcome TEXT, detail TEXT, ended_at TEXT,
  PRIMARY KEY (intent_id, number)
) STRICT;

CREATE TABLE fills (
  account_id TEXT NOT NULL, fill_id TEXT NOT NULL, intent_id TEXT NOT NULL REFERENCES orders (intent_id),
  price TEXT NOT NULL, amount TEXT NOT NULL, fee_asset TEXT NOT NULL, fee_amount TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (account_id, fill_id)
) STRICT;

CREATE TABLE venue_balances (
  account_id TEXT NOT NULL, asset TEXT NOT NULL, total TEXT NOT NULL, free TEXT NOT NULL,
  PRIMARY KEY (account_id, asset)
) STRICT;
CREATE TABLE venue_markets (
  account_id TEXT NOT NULL, market TEXT NOT NULL, listing TEXT NOT NULL, quote TEXT,
  PRIMARY KEY (account_id, market)
) STRICT;
CREATE TABLE venue_reads (account_id TEXT NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account_id, what)) STRICT
`

const VAULT = `
CREATE TABLE vault_headers (
  copy TEXT PRIMARY KEY CHECK (copy IN ('A', 'B')), generation INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;

CREATE TABLE sealed_records (
  record_id TEXT PRIMARY KEY, type TEXT NOT NULL, environment TEXT NOT NULL, epoch INTEGER NOT NULL,
  version INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;

CREATE TABLE accounts (
  account_id TEXT PRIMARY KEY, venue TEXT NOT NULL, environment TEXT NOT NULL, label TEXT NOT NULL,
  leak TEXT, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE account_keys (
  key_id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (account_id),
  role TEXT NOT NULL CHECK (role IN ('current', 'next', 'old')), key_end TEXT,
  fingerprint TEXT, source TEXT NOT NULL, reference TEXT,
  record_id TEXT, added_at TEXT NOT NULL, last_used_at TEXT, checked TEXT,
  told_days INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account_id, role)
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL, subject TEXT,
  detail TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject);

CREATE TABLE gateway_pins (
  account_id TEXT PRIMARY KEY, identity TEXT NOT NULL, serial INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TABLE audit_checkpoints (
  seq INTEGER PRIMARY KEY, signer BLOB NOT NULL, note TEXT NOT NULL
) STRICT
`

const ORDERS_AT_EXCHANGES = `
ALTER TABLE attempts ADD COLUMN valid_until INTEGER;
ALTER TABLE orders ADD COLUMN decided_at TEXT;

CREATE TABLE searches (
  intent_id TEXT PRIMARY KEY REFERENCES orders (intent_id), rounds INTEGER NOT NULL, silent INTEGER NOT NULL,
  last_silent_at INTEGER, looked_at TEXT NOT NULL, detail TEXT
) STRICT;
CREATE INDEX orders_by_venue_id ON orders (account_id, venue_order_id)
`

const HOW_MUCH_HAD_LEFT = 'ALTER TABLE attempts ADD COLUMN sent TEXT'

const STOP_ORDERS = 'ALTER TABLE orders ADD COLUMN stop_price TEXT'

// A trade's id is one of its market at some exchanges, and both sides of a trade with oneself have the same one, so a fill
// is known by its order as well. The index answers what a coin cost without a look at any other order; what traded nothing
// is not in it. Rates are the prices of what is held or paid with beside the listed markets.
const PORTFOLIO_AT_EXCHANGES = `
CREATE TABLE fills_by_order (
  account_id TEXT NOT NULL, fill_id TEXT NOT NULL, intent_id TEXT NOT NULL REFERENCES orders (intent_id),
  price TEXT NOT NULL, amount TEXT NOT NULL, fee_asset TEXT NOT NULL, fee_amount TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (account_id, intent_id, fill_id)
) STRICT;
INSERT INTO fills_by_order SELECT * FROM fills;
DROP TABLE fills;
ALTER TABLE fills_by_order RENAME TO fills;

CREATE INDEX orders_filled_by_coin ON orders (environment, coin_id, created_at) WHERE filled <> '0';

CREATE TABLE venue_rates (
  account_id TEXT NOT NULL, market TEXT NOT NULL, quote TEXT NOT NULL, PRIMARY KEY (account_id, market)
) STRICT
`

// What a trader has said yes to on this machine. It is never taken from a backup: a reference that comes with one does
// nothing until its trader confirms it here. Those of before were all made here.
const CONFIRMED_REFERENCES = `
CREATE TABLE confirmed_references (
  kind TEXT NOT NULL, api_key TEXT NOT NULL, api_secret TEXT NOT NULL, passphrase TEXT NOT NULL,
  PRIMARY KEY (kind, api_key, api_secret, passphrase)
) STRICT;
INSERT OR IGNORE INTO confirmed_references
SELECT json_extract(reference, '$.kind'), json_extract(reference, '$.apiKey'), json_extract(reference, '$.apiSecret'),
  coalesce(json_extract(reference, '$.passphrase'), '')
FROM account_keys
WHERE CASE WHEN json_valid(reference) THEN json_type(reference, '$.kind') = 'text'
  AND json_type(reference, '$.apiKey') = 'text' AND json_type(reference, '$.apiSecret') = 'text'
  AND coalesce(json_type(reference, '$.passphrase'), 'text') = 'text' ELSE 0 END
`

// Which coin a market trades is the trader's word, for one account or (with an empty id) for all at that exchange.
const WHAT_A_COIN_IS = `
ALTER TABLE coin_marks ADD COLUMN kind TEXT;
ALTER TABLE coin_marks ADD COLUMN tickers TEXT NOT NULL DEFAULT '[]';

CREATE TABLE coin_matches (
  venue TEXT NOT NULL, account_id TEXT NOT NULL, market TEXT NOT NULL, base TEXT NOT NULL, coin_id TEXT NOT NULL,
  same INTEGER NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (venue, account_id, market, coin_id)
) STRICT
`

const THE_EXCHANGES_WORDS = 'ALTER TABLE attempts ADD COLUMN words TEXT'

// What the exchange calls the account: it stays known when the key is replaced or dropped.
const ACCOUNTS_BY_THE_EXCHANGES_NAME = 'ALTER TABLE accounts ADD COLUMN venue_account TEXT'

// A coin is looked up by a ticker, its own or one that the trader gave it besides; few coins have one of those.
const COINS_BY_TICKER = `
CREATE INDEX own_coins_by_ticker ON own_coins (ticker);
CREATE INDEX coin_marks_by_tickers ON coin_marks (tickers) WHERE tickers <> '[]'
`

// A page of orders, by whatever it is asked for, is read off the end of an index.
const ORDERS_BY_PAGE = `
DROP INDEX orders_by_status;
CREATE INDEX orders_by_status_time ON orders (status, created_at);
CREATE INDEX orders_by_account_time ON orders (account_id, created_at);
CREATE INDEX orders_by_environment_time ON orders (environment, created_at);
CREATE INDEX orders_by_coin_time ON orders (coin_id, created_at)
`

// What is to be done at a time, so that a restart forgets none of it: one task a kind and subject.
const SCHEDULED_TASKS = `
CREATE TABLE scheduled_tasks (
  kind TEXT NOT NULL, subject TEXT NOT NULL, due_at INTEGER NOT NULL,
  PRIMARY KEY (kind, subject)
) STRICT;
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (due_at)
`

// The newest entries of a rare kind are found without a look at all the others.
const AUDIT_BY_KIND = 'CREATE INDEX audit_by_kind ON audit (kind)'

// What was said of orders stood here as English sentences. They stay as they were, as texts among codes with parameters.
const asTexts = (table: string, column: string) =>
  `UPDATE ${table} SET ${column} = json_object('code', 'TEXT', 'params', json_object('text', ${column})) WHERE ${column} IS NOT NULL`
const REASONS_AS_CODES = [
  asTexts('orders', 'reason'),
  asTexts('attempts', 'detail'),
  asTexts('searches', 'detail'),
].join(';\n')

// The last word on a key, which stands in JSON of its own. A field that is no JSON is left to whoever looks at the row.
const KEY_CHECKS_AS_CODES = `
UPDATE account_keys SET checked = json_set(checked, '$.detail',
  json_object('code', 'TEXT', 'params', json_object('text', json_extract(checked, '$.detail'))))
WHERE CASE WHEN json_valid(checked) THEN json_type(checked, '$.detail') = 'text' ELSE 0 END
`

// Which sources of market data are on, with which key, how often each was asked on which day, and what each said last. A source
// without a row is off. The names that a source has for coins stand apart: they were found once and cost requests.
const DATA_SOURCES = `
CREATE TABLE data_sources (
  source TEXT PRIMARY KEY, enabled INTEGER NOT NULL, plan TEXT, per_minute INTEGER, per_month INTEGER,
  key_source TEXT, key_end TEXT, record_id TEXT, reference TEXT,
  last_asked_at TEXT, last_answer_at TEXT, last_error TEXT, rests_until TEXT
) STRICT;

CREATE TABLE source_usage (
  source TEXT NOT NULL, day TEXT NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (source, day)
) STRICT;

CREATE TABLE source_values (
  source TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, at TEXT, received_at TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (kind, source, subject)
) STRICT;

CREATE TABLE source_coins (
  source TEXT NOT NULL, coin_id TEXT NOT NULL, remote_id TEXT NOT NULL, basis TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (source, coin_id)
) STRICT
`

const ALERTS = `
CREATE TABLE alerts (
  alert_id TEXT PRIMARY KEY, condition TEXT NOT NULL, is_on INTEGER NOT NULL, repeats INTEGER NOT NULL,
  sound INTEGER NOT NULL, note TEXT NOT NULL, created_at TEXT NOT NULL, told_at TEXT, checked TEXT,
  armed INTEGER NOT NULL
) STRICT;
CREATE TABLE alert_samples (
  alert_id TEXT NOT NULL, at INTEGER NOT NULL, price TEXT NOT NULL, PRIMARY KEY (alert_id, at)
) STRICT;
CREATE TABLE notifications (
  notification_id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at TEXT NOT NULL,
  reason TEXT NOT NULL, coin_id TEXT, venue TEXT, market TEXT, alert_id TEXT, state TEXT NOT NULL,
  snoozed_until TEXT, shown_at TEXT, sound INTEGER NOT NULL
) STRICT;
CREATE INDEX notifications_due ON notifications (state, shown_at)
`

// Where a coin's token lies, by the trader's word: what an exchange's own list is compared with.
const CONTRACTS = "ALTER TABLE coin_marks ADD COLUMN contracts TEXT NOT NULL DEFAULT '[]'"

// The trader's work on airdrops beyond progress and note. A task is done once a period, and a claim is booked once.
const AIRDROP_WORK = `
CREATE TABLE airdrop_outlooks (coin_id TEXT PRIMARY KEY, project TEXT, expected TEXT) STRICT;

CREATE TABLE airdrop_tasks (
  task_id TEXT PRIMARY KEY, coin_id TEXT NOT NULL, title TEXT NOT NULL, period TEXT NOT NULL,
  due_day TEXT, due_time TEXT, time_zone TEXT, wallet TEXT, friction TEXT NOT NULL, difficulty TEXT,
  remind_minutes INTEGER, snoozed_until TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX airdrop_tasks_by_coin ON airdrop_tasks (coin_id);

CREATE TABLE airdrop_records (
  task_id TEXT NOT NULL REFERENCES airdrop_tasks (task_id), period TEXT NOT NULL, done_at TEXT NOT NULL,
  fees TEXT NOT NULL, money TEXT, minutes INTEGER, link TEXT, hash TEXT, picture TEXT, day TEXT, note TEXT NOT NULL,
  PRIMARY KEY (task_id, period)
) STRICT;

CREATE TABLE airdrop_claims (
  claim_id TEXT PRIMARY KEY, coin_id TEXT NOT NULL, environment TEXT NOT NULL, amount TEXT NOT NULL, price TEXT,
  received_at TEXT NOT NULL, hash TEXT, wallet TEXT, note TEXT NOT NULL, booked_at TEXT NOT NULL
) STRICT;
CREATE INDEX airdrop_claims_by_coin ON airdrop_claims (coin_id)
`

// What the trader found out about a coin: a fact a row, with its source and its day.
const COIN_FACTS = `
CREATE TABLE coin_facts (
  fact_id TEXT PRIMARY KEY, coin_id TEXT NOT NULL, value TEXT NOT NULL, source TEXT, as_of TEXT, saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX coin_facts_by_coin ON coin_facts (coin_id)
`

// How the list of coins is looked at: views that were named, and how its columns stood last.
const LIST_VIEWS = `
CREATE TABLE list_views (view_id TEXT PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL) STRICT;
CREATE TABLE list_columns (list TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT
`

// What a person changed, as rows before and after, for as long as it can be taken back.
const UNDO_STEPS = `
CREATE TABLE undo_steps (
  step_id INTEGER PRIMARY KEY, operation TEXT NOT NULL, subject TEXT NOT NULL, at TEXT NOT NULL, changes TEXT NOT NULL
) STRICT
`

// What share each coin or narrative should have, by environment.
const TARGETS =
  'CREATE TABLE targets (environment TEXT PRIMARY KEY, value TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT'
// What the trader looks for in a coin, and which coins have it.
const CRITERIA = `
CREATE TABLE criteria (criterion_id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE criterion_marks (
  coin_id TEXT NOT NULL, criterion_id TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (coin_id, criterion_id)
) STRICT
`

/** Step n brings a database from `user_version` n to n + 1. */
export const MIGRATIONS: readonly string[] = [
  FOUNDATION,
  VAULT,
  ORDERS_AT_EXCHANGES,
  HOW_MUCH_HAD_LEFT,
  STOP_ORDERS,
  PORTFOLIO_AT_EXCHANGES,
  CONFIRMED_REFERENCES,
  WHAT_A_COIN_IS,
  THE_EXCHANGES_WORDS,
  ACCOUNTS_BY_THE_EXCHANGES_NAME,
  COINS_BY_TICKER,
  ORDERS_BY_PAGE,
  SCHEDULED_TASKS,
  AUDIT_BY_KIND,
  REASONS_AS_CODES,
  KEY_CHECKS_AS_CODES,
  DATA_SOURCES,
  LISTING_WATCH,
  ALERTS,
  CONTRACTS,
  AIRDROP_WORK,
  LEDGER,
  NOTES,
  PAID_WITH_COINS,
  COIN_FACTS,
  FILLED_WITHOUT_TRADES,
  ROWS_OF_SEVERAL_IMPORTS,
  TRANSFERS,
  LIST_VIEWS,
  UNDO_STEPS,
  UNFINISHED_IMPORTS,
  TARGETS,
  CRITERIA,
  LISTED_ON_CHAINS,
  WHEN_MARKETS_CLOSE,
  TRADE_IDS,
  OVERRIDES_END,
  STAGED_ORDERS,
  VALUE_DAYS,
]
