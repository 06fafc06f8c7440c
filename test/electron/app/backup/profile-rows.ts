// One row for every table of the profile, each marked by a name, so that a test sees whose rows are there.

export const order = (id: string, status: string) =>
  `INSERT INTO orders (intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit, size_value,
     amount, payload_hash, venue_client_id, status, created_at, updated_at)
   VALUES ('${id}', 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'buy', 'market', 'gtc', 'base', '1', '1', 'x', '${id}',
     '${status}', ${AT}, ${AT})`

export const entry = (seq: number, who: string) =>
  `INSERT INTO audit VALUES (${seq}, ${AT}, 'app', 'app-opened', NULL, '{}', x'${'00'.repeat(32)}', CAST('${who}${seq}' AS BLOB))`

/** In SQL. */
export const AT = "'2026-11-24T00:00:00.000Z'"

const VIEW = JSON.stringify({
  ...{ sorting: [], layout: { visibility: {}, order: [], widths: {} }, search: '', screen: null, filters: {} },
})
const rulesOf = (name: string) =>
  JSON.stringify({
    project: { limit: name === 'here' ? '0.05' : '0.06', level: 'block' },
    earlyStage: { limit: '0.01', level: 'block', basis: 'each' },
  })
const listingOf = (name: string) =>
  JSON.stringify({
    market: 'PEAQ/USDT',
    coinId: 'peaq',
    base: name,
    quote: 'USDT',
    stage: 'trading',
    opensAt: null,
    rules: {},
  })
const FEE = JSON.stringify({ asset: 'USDT', coinId: null, amount: '0.1' })
const ALERT = JSON.stringify({ kind: 'price-above', coinId: 'peaq', price: '1' })
const CHECKED = JSON.stringify({ value: '1', at: '2026-11-24T00:00:00.000Z', source: 'binance' })
const NEWS = JSON.stringify({
  code: 'LISTING_CHANGED',
  params: { coin: 'peaq', venue: 'binance', market: 'PEAQ/USDT', to: 'trading', match: 'ticker' },
})
const QUOTE = JSON.stringify({ bid: '1', ask: '1', last: '1', at: '2026-11-24T00:00:00.000Z' })

/** In SQL, and in an order that the keys between tables allow. */
export const rowsOf = (name: string): string[] => [
  `INSERT INTO own_coins VALUES ('own-${name}', '${name}', NULL, '', '[]', ${AT})`,
  `INSERT INTO coin_marks (coin_id, note) VALUES ('peaq', '${name}')`,
  `INSERT INTO airdrop_work VALUES ('peaq', 'done', '${name}', NULL, ${AT})`,
  `INSERT INTO note_versions (kind, subject, text, at) VALUES ('coin', 'peaq', '${name}', ${AT})`,
  `INSERT INTO list_views VALUES ('view-${name}', '${name}', '${VIEW}')`,
  `INSERT INTO list_columns VALUES ('last', '${VIEW}')`,
  `INSERT INTO coin_facts VALUES ('fact-${name}', 'peaq', '{"kind":"event","text":"${name}"}', NULL, NULL, ${AT})`,
  `INSERT INTO criteria VALUES ('criterion-${name}', '${name}')`,
  `INSERT INTO criterion_marks VALUES ('peaq', 'criterion-${name}', 'met', ${AT})`,
  `INSERT INTO undo_steps VALUES (1, 'tags.set', '${name}', ${AT}, '[]')`,
  `INSERT INTO airdrop_outlooks VALUES ('peaq', NULL, '${name === 'here' ? '1' : '2'}')`,
  `INSERT INTO airdrop_tasks VALUES ('task-${name}', 'peaq', '${name}', 'once', NULL, NULL, NULL, NULL, '[]', NULL,
     NULL, NULL, ${AT}, ${AT})`,
  `INSERT INTO airdrop_records VALUES ('task-${name}', 'once', ${AT}, '[]', NULL, NULL, NULL, NULL, NULL, NULL, '')`,
  `INSERT INTO airdrop_claims VALUES ('claim-${name}', 'peaq', 'live', '1', NULL, ${AT}, NULL, NULL, '', ${AT})`,
  `INSERT INTO holdings VALUES ('live', 'peaq-${name}', '1', ${AT})`,
  `INSERT INTO transfers VALUES ('out-${name}', 'in-${name}', 1)`,
  `INSERT INTO import_rows VALUES ('import:${name}', 'entry-${name}')`,
  `INSERT INTO targets VALUES ('live', '{"items":[{"coinId":"peaq-${name}","share":"0.1"}],"band":"0.01"}', ${AT})`,
  `INSERT INTO venue_value_days VALUES ('live', '2026-11-0${name.length}', ${AT}, '${name.length}', '[]')`,
  `INSERT INTO unfinished_imports VALUES ('import:half-${name}')`,
  `INSERT INTO rules VALUES (1, '${rulesOf(name)}')`,
  `INSERT INTO halts VALUES ('${name}')`,
  `INSERT INTO drafts VALUES ('draft-${name}', 'w', 'practice', 'peaq', 'buy', 'PEAQ/USDT', ${AT})`,
  `INSERT INTO overrides VALUES ('${name}', '${name}', ${AT}, ${AT})`,
  `INSERT INTO timed_overrides VALUES ('timed-${name}', 'live', 'project', NULL, '${name}', ${AT}, ${AT}, ${AT})`,
  `INSERT INTO override_uses VALUES ('order:${name}', '${name}', '[]', ${AT})`,
  order(`order-${name}`, 'filled'),
  `INSERT INTO attempts VALUES ('order-${name}', 1, ${AT}, NULL, NULL, NULL, NULL, NULL, NULL)`,
  `INSERT INTO fills VALUES ('practice', 'fill', 'order-${name}', '1', '1', 'USDT', '0', ${AT})`,
  `INSERT INTO venue_balances VALUES ('practice', 'USDT', '1', '1')`,
  `INSERT INTO venue_markets VALUES ('practice', 'PEAQ/USDT', '${listingOf(name)}', NULL)`,
  `INSERT INTO venue_rates VALUES ('practice', 'BTC-${name}/USDT', '${QUOTE}')`,
  `INSERT INTO venue_reads VALUES ('practice', 'balances-${name}', ${AT})`,
  `INSERT INTO vault_headers VALUES ('A', 3, CAST('${name}' AS BLOB))`,
  `INSERT INTO sealed_records VALUES ('record-${name}', 'exchange-key', 'live', 1, 1, x'00')`,
  `INSERT INTO accounts (account_id, venue, environment, label, created_at)
     VALUES ('account-${name}', 'binance', 'live', '${name}', ${AT})`,
  `INSERT INTO account_keys (key_id, account_id, role, source, record_id, added_at)
     VALUES ('key', 'account-${name}', 'current', 'vault', 'record-${name}', ${AT})`,
  `INSERT INTO confirmed_references VALUES ('command', 'op read ${name}', 'op read ${name}', '')`,
  entry(1, name),
  entry(2, name),
  `INSERT INTO audit_checkpoints VALUES (2, x'00', '${name}')`,
  `INSERT INTO gateway_pins VALUES ('practice', '${name}', 1, ${AT})`,
  `INSERT INTO gateway_pins VALUES ('gateway-${name}', '${name}', 1, ${AT})`,
  `INSERT INTO meta VALUES ('practice-account', 'p-${name}')`,
  `INSERT INTO meta VALUES ('of-this-machine', '${name}')`,
  `INSERT INTO searches VALUES ('order-${name}', 1, 1, 1, ${AT}, NULL)`,
  `INSERT INTO coin_matches VALUES ('binance', '', 'PEAQ/USDT', 'PEAQ', 'peaq-${name}', 1, ${AT})`,
  `INSERT INTO ledger VALUES (7, 'entry-${name}', 'group-${name}', 0, 'live', ${AT}, 'wallet', 'buy', 'peaq', 'PEAQ', '1',
     '2', 'USDT', '2', '${FEE}', NULL, 'manual', '${name}', 0, NULL, 'trade-${name}')`,
  `INSERT INTO scheduled_tasks VALUES ('reminder', '${name}', 1)`,
  `INSERT INTO listing_sources VALUES ('binance', ${AT}, ${AT})`,
  `INSERT INTO listing_names VALUES ('binance', 'PEAQ/USDT ${name}')`,
  `INSERT INTO listed_markets VALUES ('binance', 'PEAQ/USDT', 'PEAQ', 'USDT', 'trading', ${AT}, NULL, ${AT}, '["${name}"]')`,
  `INSERT INTO listing_events VALUES (1, 'binance', 'PEAQ/USDT', '["peaq"]', 'ticker', 'announced', 'trading', ${AT}, ${AT},
     ${AT}, 1, ${AT})`,
  `INSERT INTO listing_plans VALUES ('peaq', 'binance', 'PEAQ-${name}/USDT', ${AT}, ${AT})`,
  `INSERT INTO staged_orders VALUES ('staged-${name}', 'practice', 'peaq', 'practice', 'PEAQ/USDT', 'buy', 'quote', '50', 'send',
     '1', '50', ${AT}, ${AT}, '${name}', 'sent', NULL, NULL, 'place', ${AT}, ${AT})`,
  `INSERT INTO alerts VALUES ('alert-${name}', '${ALERT}', 1, 1, 0, '${name}', ${AT}, ${AT}, '${CHECKED}', 1)`,
  `INSERT INTO alert_samples VALUES ('alert-${name}', 1, '1')`,
  `INSERT INTO notifications VALUES (1, 'key-${name}', 'listing', ${AT}, '${NEWS}', 'peaq', 'binance', 'PEAQ/USDT',
     'alert-${name}', 'new', NULL, ${AT}, 0)`,
  `INSERT INTO data_sources VALUES ('coingecko', 0, 'demo', 30, 10000, 'vault', '${name}', 'record-${name}', NULL, ${AT},
     ${AT}, NULL, NULL)`,
  `INSERT INTO source_usage VALUES ('coingecko', '2026-11-24', 1)`,
  `INSERT INTO source_values VALUES ('binance', 'ticker', 'PEAQ-${name}/USDT', ${AT}, ${AT}, '${QUOTE}')`,
  `INSERT INTO source_coins VALUES ('coingecko', 'peaq-${name}', '${name}', 'confirmed', ${AT})`,
]
