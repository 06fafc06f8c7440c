// The ledger's tables. Money is text in decimal notation, times are whole epoch milliseconds.

export const SCHEMA_VERSION = 2

/** The first version; a new ledger goes through the same steps as an old one. */
export const SCHEMA = `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE accounts (
  account_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account_keys (
  account_id TEXT NOT NULL REFERENCES accounts,
  key_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  PRIMARY KEY (account_id, key_id)
) STRICT;

CREATE TABLE nonces (
  account_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  nonce TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key_id, nonce)
) STRICT;
CREATE INDEX nonces_by_expiry ON nonces (expires_at);

CREATE TABLE orders (
  order_id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES accounts,
  idempotency_key TEXT NOT NULL,
  market TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('buy', 'sell')),
  type TEXT NOT NULL CHECK (type IN ('market', 'limit')),
  time_in_force TEXT NOT NULL CHECK (time_in_force IN ('gtc', 'ioc', 'post-only')),
  amount TEXT NOT NULL,
  price TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'partially-filled', 'filled', 'canceled', 'expired')),
  held TEXT NOT NULL,
  reason TEXT,
  settled_step INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX orders_by_key ON orders (account_id, idempotency_key);
CREATE INDEX orders_by_status ON orders (account_id, status);

CREATE TABLE fills (
  fill_id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders,
  price TEXT NOT NULL,
  amount TEXT NOT NULL,
  fee TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX fills_by_order ON fills (order_id);

CREATE TABLE idempotency_keys (
  account_id TEXT NOT NULL REFERENCES accounts,
  key TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('order', 'refused', 'buried')),
  fingerprint TEXT,
  order_id INTEGER REFERENCES orders,
  code TEXT,
  message TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE balances (
  account_id TEXT NOT NULL REFERENCES accounts,
  asset TEXT NOT NULL,
  total TEXT NOT NULL,
  held TEXT NOT NULL,
  PRIMARY KEY (account_id, asset)
) STRICT;
`

/** Version 2: prices of real exchanges, and which of them a fill was at. */
export const REAL_PRICES = `
CREATE TABLE real_prices (
  market TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  bid TEXT NOT NULL,
  ask TEXT NOT NULL,
  last TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  told_at INTEGER NOT NULL
) STRICT;

ALTER TABLE fills ADD COLUMN source TEXT;
`
