// The ledger's steps among the migrations, in the order in which they were released. None is ever edited.

// Movements: what happened to what the trader owns. `place` is the order in which they were written down, `own` says that an
// amount is held at a place of the trader's own, where no exchange tells the balance: 1 where it was, 2 where it went, 3 both.
// The sums of those by coin are kept in `holdings`. What it held before becomes an opening entry, and so do fills a row each.
export const LEDGER = `
CREATE TABLE ledger (
  place INTEGER PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, group_id TEXT NOT NULL, sequence INTEGER NOT NULL,
  environment TEXT NOT NULL, at TEXT NOT NULL, account_id TEXT NOT NULL, kind TEXT NOT NULL, coin_id TEXT, asset TEXT NOT NULL,
  amount TEXT NOT NULL, price TEXT, currency TEXT NOT NULL, total TEXT, fee TEXT, target TEXT,
  source TEXT NOT NULL, note TEXT NOT NULL, own INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_by_time ON ledger (at);
CREATE INDEX ledger_by_environment ON ledger (environment, at);
CREATE INDEX ledger_by_coin ON ledger (coin_id, at);
CREATE INDEX ledger_by_account ON ledger (account_id, at);
CREATE INDEX ledger_by_kind ON ledger (kind, at);
CREATE INDEX ledger_by_source ON ledger (source);
CREATE INDEX ledger_by_group ON ledger (group_id);

INSERT INTO ledger (entry_id, group_id, sequence, environment, at, account_id, kind, coin_id, asset, amount, currency,
  source, note, own)
SELECT 'opening:' || environment || ':' || coin_id, 'opening:' || environment || ':' || coin_id, 0, environment, updated_at,
  'manual', 'adjustment', coin_id, coin_id, amount, 'USDT', 'opening', '', 1 FROM holdings;

INSERT OR IGNORE INTO ledger (entry_id, group_id, sequence, environment, at, account_id, kind, coin_id, asset, amount, price,
  currency, fee, source, note, own)
SELECT 'fill:' || f.account_id || ':' || f.intent_id || ':' || f.fill_id, 'order:' || f.intent_id, 0, o.environment,
  coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', f.at), o.created_at), f.account_id, o.side, o.coin_id,
  substr(o.market, 1, instr(o.market || '/', '/') - 1), f.amount,
  CASE WHEN CAST(f.price AS REAL) > 0 THEN f.price END, substr(o.market, instr(o.market, '/') + 1),
  CASE WHEN f.fee_asset <> '' AND CAST(f.fee_amount AS REAL) <> 0 THEN json_object('asset', f.fee_asset, 'coinId',
    CASE WHEN f.fee_asset = substr(o.market, 1, instr(o.market || '/', '/') - 1) THEN o.coin_id END,
    'amount', f.fee_amount) END,
  'fill', '', 0
FROM fills f JOIN orders o ON o.intent_id = f.intent_id WHERE CAST(f.amount AS REAL) > 0 ORDER BY f.at, f.rowid
`

// A trade paid with a coin of the list takes that coin's lots.
export const PAID_WITH_COINS = 'ALTER TABLE ledger ADD COLUMN currency_coin_id TEXT'

// Orders that were filled before the ledger was there, and of which no exchange has told a single trade: each is the one row that
// `bookFills` would write of it.
export const FILLED_WITHOUT_TRADES = `
INSERT OR IGNORE INTO ledger (entry_id, group_id, sequence, environment, at, account_id, kind, coin_id, asset, amount, price,
  currency, fee, source, note, own)
SELECT 'rest:' || o.intent_id, 'order:' || o.intent_id, 0, o.environment, o.updated_at, o.account_id, o.side, o.coin_id,
  substr(o.market, 1, instr(o.market || '/', '/') - 1), o.filled,
  CASE WHEN CAST(o.average_price AS REAL) > 0 THEN o.average_price END, substr(o.market, instr(o.market, '/') + 1),
  CASE WHEN o.fee_asset <> '' AND CAST(o.fee_amount AS REAL) <> 0 THEN json_object('asset', o.fee_asset, 'coinId',
    CASE WHEN o.fee_asset = substr(o.market, 1, instr(o.market || '/', '/') - 1) THEN o.coin_id END,
    'amount', o.fee_amount) END,
  'fill', '', 0
FROM orders o WHERE o.filled <> '0' AND CAST(o.filled AS REAL) > 0
  AND NOT EXISTS (SELECT 1 FROM fills f WHERE f.intent_id = o.intent_id)
  AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.group_id = 'order:' || o.intent_id)
ORDER BY o.updated_at, o.rowid
`

// Rows that an import had in its file too, and that another one had brought: taking that one back leaves them.
export const ROWS_OF_SEVERAL_IMPORTS = `
CREATE TABLE import_rows (source TEXT NOT NULL, entry_id TEXT NOT NULL, PRIMARY KEY (source, entry_id)) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_by_entry ON import_rows (entry_id, source)
`

// What the trader has said of a withdrawal and a deposit: 1 that they are one transfer, 0 that they are not.
export const TRANSFERS = `
CREATE TABLE transfers (
  withdrawal_id TEXT NOT NULL, deposit_id TEXT NOT NULL, is_one INTEGER NOT NULL, PRIMARY KEY (withdrawal_id, deposit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfers_by_deposit ON transfers (deposit_id);
CREATE INDEX ledger_passages ON ledger (environment, place) WHERE kind IN ('withdrawal', 'deposit')
`

// Imports that are being written, or taken back: none of their rows is seen, so that each is whole or nothing though it takes
// many transactions. One that was killed stays here until its rows are gone.
export const UNFINISHED_IMPORTS = 'CREATE TABLE unfinished_imports (source TEXT PRIMARY KEY) STRICT, WITHOUT ROWID'

// What each portfolio was worth on the days on which it was seen.
export const VALUE_DAYS = `
CREATE TABLE venue_value_days (
  environment TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, value TEXT NOT NULL, unpriced TEXT NOT NULL,
  PRIMARY KEY (environment, day)
) STRICT, WITHOUT ROWID
`

// The exchange's own id of a trade, where a file tells it: by it the trade of an own order is known for certain.
export const TRADE_IDS = `
ALTER TABLE ledger ADD COLUMN trade_id TEXT;
CREATE INDEX ledger_by_trade ON ledger (trade_id) WHERE trade_id IS NOT NULL
`
