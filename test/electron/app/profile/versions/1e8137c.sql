-- A profile as the app of commit 1e8137c left it, with something in every table: made by the backend of that commit at its practice
-- exchange, its vault opened by a passphrase, then written out. Long words stand in pieces. Nothing of it was ever used elsewhere.
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
  cancel_requested_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, decided_at TEXT, stop_price TEXT,
  UNIQUE (account_id, venue_client_id)
) STRICT;
CREATE INDEX orders_by_status ON orders (status);
CREATE INDEX orders_by_time ON orders (created_at);
CREATE TABLE attempts (
  intent_id TEXT NOT NULL REFERENCES orders (intent_id), number INTEGER NOT NULL, started_at TEXT NOT NULL,
  outcome TEXT, detail TEXT, ended_at TEXT, valid_until INTEGER, sent TEXT,
  PRIMARY KEY (intent_id, number)
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
;
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
;
CREATE TABLE searches (
  intent_id TEXT PRIMARY KEY REFERENCES orders (intent_id), rounds INTEGER NOT NULL, silent INTEGER NOT NULL,
  last_silent_at INTEGER, looked_at TEXT NOT NULL, detail TEXT
) STRICT;
CREATE INDEX orders_by_venue_id ON orders (account_id, venue_order_id)
;
CREATE TABLE "fills" (
  account_id TEXT NOT NULL, fill_id TEXT NOT NULL, intent_id TEXT NOT NULL REFERENCES orders (intent_id),
  price TEXT NOT NULL, amount TEXT NOT NULL, fee_asset TEXT NOT NULL, fee_amount TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (account_id, intent_id, fill_id)
) STRICT;
CREATE INDEX orders_filled_by_coin ON orders (environment, coin_id, created_at) WHERE filled <> '0';
CREATE TABLE venue_rates (
  account_id TEXT NOT NULL, market TEXT NOT NULL, quote TEXT NOT NULL, PRIMARY KEY (account_id, market)
) STRICT
;
INSERT INTO meta VALUES ('practice-account', ('p-8b02ca8d-0b9f-458f-b0f' || 'a-3170633caff7'));
INSERT INTO own_coins VALUES (('own-a910e823-6553-48e4-8' || '13c-81893cb1db6f'), 'Own coin', 'OWN', 'What it is', '["DePIN"]', '2026-11-23T12:00:00.000Z');
INSERT INTO coin_marks VALUES ('peaq', 0, '["one","two"]', NULL, 'a note
with two lines, and an ’ apostrophe''s quote', '2026-11-23T12:00:00.000Z');
INSERT INTO airdrop_work VALUES ('peaq', 'in-progress', 'Step two', '2027-01-31', '2026-11-23T12:00:00.000Z');
INSERT INTO holdings VALUES ('practice', ('own-a910e823-6553-48e4-8' || '13c-81893cb1db6f'), '3.000000000000000001', '2026-11-23T12:00:00.000Z');
INSERT INTO holdings VALUES ('live', 'peaq', '1200.5', '2026-11-23T12:00:00.000Z');
INSERT INTO rules VALUES (1, '{"project":{"limit":"0.2","level":"warn"},"earlyStage":{"limit":"0.3","level":"warn","basis":"together"}}');
INSERT INTO halts VALUES ('kraken-bf088f4b');
INSERT INTO drafts VALUES ('20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', 'direct', 'practice', 'movement', 'buy', 'MOVE/USDT', '2026-11-23T12:00:00.000Z');
INSERT INTO drafts VALUES ('a5792c52-c9cd-4256-a28c-1a0c19d86b59', 'direct', 'practice', 'peaq', 'sell', 'PEAQ/USDT', '2026-11-23T12:00:00.000Z');
INSERT INTO overrides VALUES ('20418bb5-e8b4-40ac-b740-747f9fe7efc6', 'a large one', '2026-11-23T12:00:00.000Z');
INSERT INTO orders VALUES ('20418bb5-e8b4-40ac-b740-747f9fe7efc6', 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'buy', 'market', 'gtc', 'quote', '50', '348.699', NULL, ('c34a992212d493f48fccdf10' || '479abe5a54cf95469428701f' || '3b05333de2fe6adb'), '20418bb5-e8b4-40ac-b740-747f9fe7efc6', 'filled', NULL, 'order-1', '348.699', '0.14339', 'USDT', '0.04999994961', NULL, '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', NULL, NULL);
INSERT INTO orders VALUES ('90e59ead-58a9-42e3-850e-77badbad1b9b', 'practice', 'practice', 'peaq', 'PEAQ/USDT', 'buy', 'limit', 'gtc', 'base', '1000', '1000', '0.1', ('2b1928d6557d079c3689fb8e' || '719b34b4006f8ddbedfa6bbc' || '298b4258f3e2e693'), '90e59ead-58a9-42e3-850e-77badbad1b9b', 'open', NULL, 'order-2', '0', NULL, NULL, NULL, NULL, '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', NULL, NULL);
INSERT INTO orders VALUES ('20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', 'practice', 'practice', 'movement', 'MOVE/USDT', 'buy', 'market', 'gtc', 'quote', '40', '190.38', NULL, ('cf237ef603297cc8638738f3' || '32eae5c0656da1ca3973f0d1' || '1e84ece7806c68e9'), '20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', 'unknown', 'The answer of the exchange was lost. Prelist is finding out what became of the order.', NULL, '0', NULL, NULL, NULL, NULL, '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', NULL, NULL);
INSERT INTO attempts VALUES ('20418bb5-e8b4-40ac-b740-747f9fe7efc6', 1, '2026-11-23T12:00:00.000Z', 'accepted', NULL, '2026-11-23T12:00:00.000Z', NULL, 'whole');
INSERT INTO attempts VALUES ('90e59ead-58a9-42e3-850e-77badbad1b9b', 1, '2026-11-23T12:00:00.000Z', 'accepted', NULL, '2026-11-23T12:00:00.000Z', NULL, 'whole');
INSERT INTO attempts VALUES ('20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', 1, '2026-11-23T12:00:00.000Z', 'unknown', 'The connection broke before the answer was complete (ECONNRESET).', '2026-11-23T12:00:00.000Z', NULL, 'whole');
INSERT INTO venue_balances VALUES ('practice', 'MOVE', '190.38', '190.38');
INSERT INTO venue_balances VALUES ('practice', 'PEAQ', '348.699', '348.699');
INSERT INTO venue_balances VALUES ('practice', 'USDT', '9909.91121360239', '9809.81121360239');
INSERT INTO venue_markets VALUES ('practice', 'GRVT/USDT', '{"market":"GRVT/USDT","coinId":"gravity","base":"GRVT","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.00001","step":"0.1","minAmount":"10","maxAmount":"2000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.08838","ask":"0.08842","last":"0.08842","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'NIL/USDT', '{"market":"NIL/USDT","coinId":"nillion","base":"NIL","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.0001","step":"0.1","minAmount":"1","maxAmount":"500000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.3224","ask":"0.3226","last":"0.3224","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'KARRAT/USDT', '{"market":"KARRAT/USDT","coinId":"my-pet-hooligan","base":"KARRAT","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.00001","step":"1","minAmount":"10","maxAmount":"5000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.02238","ask":"0.0224","last":"0.02238","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'PRCL/USDT', '{"market":"PRCL/USDT","coinId":"parcl","base":"PRCL","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.00001","step":"0.5","minAmount":"5","maxAmount":"3000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.05839","ask":"0.05841","last":"0.05841","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'NIBI/USDT', '{"market":"NIBI/USDT","coinId":"nibiru","base":"NIBI","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.000001","step":"1","minAmount":"50","maxAmount":"10000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.012057","ask":"0.012063","last":"0.012057","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'DOLO/USDT', '{"market":"DOLO/USDT","coinId":"dolomite","base":"DOLO","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.00001","step":"0.01","minAmount":"1","maxAmount":"4000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.0459","ask":"0.04592","last":"0.04592","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'MOVE/USDT', '{"market":"MOVE/USDT","coinId":"movement","base":"MOVE","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.0001","step":"0.01","minAmount":"0.1","maxAmount":"800000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.2099","ask":"0.2101","last":"0.2101","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'TEN/USDT', '{"market":"TEN/USDT","coinId":"ten","base":"TEN","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.000001","step":"1","minAmount":"100","maxAmount":"12000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.009073","ask":"0.009077","last":"0.009077","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'PEAQ/USDT', '{"market":"PEAQ/USDT","coinId":"peaq","base":"PEAQ","quote":"USDT","stage":"trading","opensAt":null,"rules":{"tick":"0.00001","step":"0.001","minAmount":"0.5","maxAmount":"1000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', '{"bid":"0.14333","ask":"0.14339","last":"0.14333","at":"2026-11-23T12:00:00.000Z"}');
INSERT INTO venue_markets VALUES ('practice', 'RDYX/USDT', '{"market":"RDYX/USDT","coinId":"readygg","base":"RDYX","quote":"USDT","stage":"announced","opensAt":"2026-11-24T12:00:00.000Z","rules":{"tick":"0.01","step":"0.0001","minAmount":"0.01","maxAmount":"10000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_markets VALUES ('practice', 'OLA/USDT', '{"market":"OLA/USDT","coinId":"ola","base":"OLA","quote":"USDT","stage":"announced","opensAt":"2026-11-25T12:00:00.000Z","rules":{"tick":"0.0001","step":"0.1","minAmount":"1","maxAmount":"600000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_markets VALUES ('practice', 'LURK/USDT', '{"market":"LURK/USDT","coinId":"lurk","base":"LURK","quote":"USDT","stage":"announced","opensAt":"2026-11-27T12:00:00.000Z","rules":{"tick":"0.001","step":"0.01","minAmount":"0.1","maxAmount":"40000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_markets VALUES ('practice', 'NIMBLE/USDT', '{"market":"NIMBLE/USDT","coinId":"nimble","base":"NIMBLE","quote":"USDT","stage":"announced","opensAt":"2026-11-30T12:00:00.000Z","rules":{"tick":"0.00001","step":"0.1","minAmount":"5","maxAmount":"3000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_markets VALUES ('practice', 'DOJIMA/USDT', '{"market":"DOJIMA/USDT","coinId":"dojima","base":"DOJIMA","quote":"USDT","stage":"announced","opensAt":"2026-12-07T12:00:00.000Z","rules":{"tick":"0.0000001","step":"10","minAmount":"1000","maxAmount":"50000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_markets VALUES ('kraken-bf088f4b', 'PEAQ/USD', '{"market":"PEAQ/USD","coinId":"dojima","base":"DOJIMA","quote":"USDT","stage":"announced","opensAt":"2026-12-07T12:00:00.000Z","rules":{"tick":"0.0000001","step":"10","minAmount":"1000","maxAmount":"50000000","minNotional":"5","takerFee":"0.001","makerFee":"0.0008"}}', NULL);
INSERT INTO venue_reads VALUES ('practice', 'balances', '2026-11-23T12:00:00.000Z');
INSERT INTO vault_headers VALUES ('A', 1, unhex('504c535601010580c6e19047403bb1c4 cee8d2a878c400000000000000010100 0001a20846fe00010200000000000100 00000000030172b751e7365e91067f54 b6b0380f1079000001a20846fe0065c6 aef80c95c9b60782045e4586204a0454 cc8f17da30c1a596be7ab59439345732 7d58c70908bd272017b73a481bfe697d 75e8f481a5d7a95192c52afbb2e9e023 e03ffe10a4bd0100000001000001a208 46fe008d5b1b6d9de9fdc208f346f409 343976f20deaeb573e5ad9e4b6b2a9f7 b4b3ef5f009257e2d8db3c10b0cac6cd ed96c322ac84095797a69e98423a3095 80771da488ae84accd331401b63e6565 52e5b216909ae81671b4c593bb85e750 15165d7dd69f15af4882605e914df953 84d75ad81677647a48d62db3ee78380e 0e119caf21e731c41f74484debf90e1d d644d1aff20ec5156bf3e87c31d007f2 7e1e622f457a712c705454c5a494a5d0 f3c3a9ef0a9a4c38adcbd774d11ff328 7b5e19b413690c958f58e94623c8e14f 60f2ac', ' '));
INSERT INTO vault_headers VALUES ('B', 1, unhex('504c535601010580c6e19047403bb1c4 cee8d2a878c400000000000000010100 0001a20846fe00010200000000000100 00000000030172b751e7365e91067f54 b6b0380f1079000001a20846fe0065c6 aef80c95c9b60782045e4586204a0454 cc8f17da30c1a596be7ab59439345732 7d58c70908bd272017b73a481bfe697d 75e8f481a5d7a95192c52afbb2e9e023 e03ffe10a4bd0100000001000001a208 46fe008d5b1b6d9de9fdc208f346f409 343976f20deaeb573e5ad9e4b6b2a9f7 b4b3ef5f009257e2d8db3c10b0cac6cd ed96c322ac84095797a69e98423a3095 80771da488ae84accd331401b63e6565 52e5b216909ae81671b4c593bb85e750 15165d7dd69f15af4882605e914df953 84d75ad81677647a48d62db3ee78380e 0e119caf21e731c41f74484debf90e1d d644d1aff20ec5156bf3e87c31d007f2 7e1e622f457a712c705454c5a494a5d0 f3c3a9ef0a9a4c38adcbd774d11ff328 7b5e19b413690c958f58e94623c8e14f 60f2ac', ' '));
INSERT INTO sealed_records VALUES ('f23f8f20-54ec-45a0-a0af-fff0de227da6', 'exchange-key', 'test', 1, 1, unhex('504c5352010100010200000001000000 0000000001bead4ad7aa2a72426d33c3 b63fec388db406bf36bf3014b027229b d06d4309004d7d05fdfa28bb0fa1070b 16a344e0f9382ce8813e5a621422a408 f166f1afd2af772fb6c2a7ba6ed7c487 50a1a8f14f332f048095883311799c5a 6f3b2d67fd0c27fa85221bfcade2761b 84805fd0195547e8f101d6a09a7089a8 adbd388018b356126ab19906bbf162ec 79c65846bdbf1b5c89a41f5c904de41a 23ed54ef023ef7c23ef1b7886c23bb08 489fcf047e68201274fb5d8c9a57009f 9f812c14a3b0d4d7cc6f9d4be4adb22f e28e8a988d74616922', ' '));
INSERT INTO sealed_records VALUES ('94f6828b-c021-40ad-8484-ea2ceee7029c', 'exchange-key', 'test', 1, 1, unhex('504c5352010100010200000001000000 00000000016dc407892e18d5ff3cd838 c23ceb3eb72e6be043496a8294f887aa 1bbc061009d22663fe5bb5153cb685ba 67f604bc3e5e63b566d3e3bbf2a65dca e66d0f6196aa2b4a5133373066f3d3fa 29391a58d89fb289d57e35718e98176d 8e45031b52317d06ad787916e4ac31c3 42693da687c20de3ad8c6c8ee43b1ead 9c8508f78b465d249817fe0e4c2eee40 031b9366cae2394dc23da1e5bf5153d3 3d085f72485cfcfbf19a12627feca998 1a3fd1565fa0854366bc6ed54085f86f 44a721e88aab9dd1eb1c5ee7668b9603 956b83bbddd5088ce3', ' '));
INSERT INTO sealed_records VALUES ('13de234c-257f-4c95-967b-4646d3146593', 'exchange-key', 'live', 1, 1, unhex('504c5352010100010300000001000000 000000000164c00889a694fdf07d8cc9 f1b5cd19c29f996787d7ecf354096e40 92daadc19ad1355f965167796a686088 41ea91512ab8c415d9387de292bf4fb6 6f1ae2c97f4f25f2464a5028a3e0bfda 377b68533df393b5469a5b9552a5ad30 8d95e72bdd8c32560db0024b006b451b 6ad02453638e93a93c1d9ae1fd72422d b900f8d9ee61b1c8934352f565ea6634 d6853c744dae72f39ead45046000e1a4 0e2760e37c14f6e25ea09d12a60dfc0a a8af6c4f8868a117583aa4f4e31a24c7 ecc8db8d9759dbc5f45daf0d35668571 e81ced0a1701b8a959', ' '));
INSERT INTO accounts VALUES ('binance-43f6fdce', 'binance', 'test', 'Mine', NULL, '2026-11-23T12:00:00.000Z');
INSERT INTO accounts VALUES ('kraken-bf088f4b', 'kraken', 'live', 'Kraken', '{"reportedAt":"2026-11-23T12:00:00.000Z","revokeAt":"https://pro.kraken.com/app/settings/api","steps":[{"step":"stop-sending","state":"done","at":"2026-11-23T12:00:00.000Z"},{"step":"cancel-orders","state":"waiting","at":null},{"step":"revoke-at-venue","state":"waiting","at":null},{"step":"drop-local-copy","state":"waiting","at":null},{"step":"review-uses","state":"waiting","at":null}]}', '2026-11-23T12:00:00.000Z');
INSERT INTO accounts VALUES ('bybit-15313fc0', 'bybit', 'live', 'Elsewhere', NULL, '2026-11-23T12:00:00.000Z');
INSERT INTO account_keys VALUES ('7da05eeb-7f7f-4f3f-a7e3-b4b33b8170e6', 'binance-43f6fdce', 'current', '8QNL', ('86b21e58d4035b6b89eb7bda' || 'c6a03f0c5349e9bd0aaf3276' || 'a25c4f383307a9a5'), 'vault', NULL, 'f23f8f20-54ec-45a0-a0af-fff0de227da6', '2026-11-23T12:00:00.000Z', NULL, NULL, 0);
INSERT INTO account_keys VALUES ('ee9e8e60-ebc6-4910-99a3-cb98af18e371', 'binance-43f6fdce', 'next', 'sIc0', ('db91ca9fb9116abbe401f2d2' || 'a60d9d93c42f1fb1bd51b68c' || '850e8e7d51f4eb0c'), 'vault', NULL, '94f6828b-c021-40ad-8484-ea2ceee7029c', '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', '{"permissions":null,"ipBound":null,"expiresAt":null,"at":"2026-11-23T12:00:00.000Z","state":"unreachable","detail":"The exchange could not be asked about the key."}', 0);
INSERT INTO account_keys VALUES ('c45fa21b-417e-45dd-90b4-5e2b4a25b1a2', 'kraken-bf088f4b', 'current', 'qqxj', ('2160b5f47f08459dab65bb7a' || 'bf7ddfb6a7367ce45dea7ff2' || '3539c1e106274778'), 'vault', NULL, '13de234c-257f-4c95-967b-4646d3146593', '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', NULL, 0);
INSERT INTO account_keys VALUES ('5f1858a3-23a1-40cb-a446-ecaaeca36183', 'bybit-15313fc0', 'current', NULL, NULL, 'environment', '{"kind":"environment","apiKey":"PRELIST_OLD_KEY","apiSecret":"PRELIST_OLD_WORD"}', NULL, '2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', NULL, 0);
INSERT INTO audit VALUES (1, '2026-11-23T12:00:00.000Z', 'app', 'app-opened', NULL, '{"shell":"none","version":"0.1.0"}', unhex('00000000000000000000000000000000 00000000000000000000000000000000', ' '), unhex('81001d8c68a4c0eaf3ca568ba79c3274 c6d6eee70b4206e01084b0a24c170267', ' '));
INSERT INTO audit VALUES (2, '2026-11-23T12:00:00.000Z', 'vault', 'vault-created', NULL, '{}', unhex('81001d8c68a4c0eaf3ca568ba79c3274 c6d6eee70b4206e01084b0a24c170267', ' '), unhex('2434736c6427be129bc5299f929c877c b53a0ab2741f585e29c31c3740f5ac31', ' '));
INSERT INTO audit VALUES (3, '2026-11-23T12:00:00.000Z', 'key', 'account-added', 'binance-43f6fdce', '{"environment":"test","venue":"binance"}', unhex('2434736c6427be129bc5299f929c877c b53a0ab2741f585e29c31c3740f5ac31', ' '), unhex('7272659405f6d7169b3e22bdcdfb59f8 f3cd0870bbf6239f6e659c51be42150e', ' '));
INSERT INTO audit VALUES (4, '2026-11-23T12:00:00.000Z', 'secret', 'key-stored', 'binance-43f6fdce', '{"keyEnd":"8QNL"}', unhex('7272659405f6d7169b3e22bdcdfb59f8 f3cd0870bbf6239f6e659c51be42150e', ' '), unhex('6213ac3ec736985925cc60261b04e9e1 a3e1a7c47c50077aff71913484c05bf8', ' '));
INSERT INTO audit VALUES (5, '2026-11-23T12:00:00.000Z', 'key', 'rotation-started', 'binance-43f6fdce', '{}', unhex('6213ac3ec736985925cc60261b04e9e1 a3e1a7c47c50077aff71913484c05bf8', ' '), unhex('e9dd2ca4366ed5315b340ebc4e87997a 9722b82976e2a90b1c48ae2be01bff54', ' '));
INSERT INTO audit VALUES (6, '2026-11-23T12:00:00.000Z', 'secret', 'key-stored', 'binance-43f6fdce', '{"keyEnd":"sIc0"}', unhex('e9dd2ca4366ed5315b340ebc4e87997a 9722b82976e2a90b1c48ae2be01bff54', ' '), unhex('27c6d776f541e47614f56f811d99341e c34de96071ad3c6ab091e92bfcb5e0cd', ' '));
INSERT INTO audit VALUES (7, '2026-11-23T12:00:00.000Z', 'secret', 'key-used', 'binance-43f6fdce', '{"keyEnd":"sIc0","purpose":"check","source":"vault"}', unhex('27c6d776f541e47614f56f811d99341e c34de96071ad3c6ab091e92bfcb5e0cd', ' '), unhex('e3604ffb26b1c43a7ca9585666af044d f41a95a8004d3b0ca971e3befa4e4dab', ' '));
INSERT INTO audit VALUES (8, '2026-11-23T12:00:00.000Z', 'key', 'key-checked', 'binance-43f6fdce', '{"state":"unreachable"}', unhex('e3604ffb26b1c43a7ca9585666af044d f41a95a8004d3b0ca971e3befa4e4dab', ' '), unhex('cb80e90f3f3a81c450261b0ba39c223e d4077ba273a50fe2aa32e7dca207e20e', ' '));
INSERT INTO audit VALUES (9, '2026-11-23T12:00:00.000Z', 'key', 'rotation-checked', 'binance-43f6fdce', '{"state":"unreachable"}', unhex('cb80e90f3f3a81c450261b0ba39c223e d4077ba273a50fe2aa32e7dca207e20e', ' '), unhex('009b2acf6e7e0adce416ed95834629b9 dab2ef35316e262286428615dbb721b2', ' '));
INSERT INTO audit VALUES (10, '2026-11-23T12:00:00.000Z', 'key', 'account-added', 'kraken-bf088f4b', '{"environment":"live","venue":"kraken"}', unhex('009b2acf6e7e0adce416ed95834629b9 dab2ef35316e262286428615dbb721b2', ' '), unhex('b4fc2b5ad8910f3c9a311a25a869b082 d89a1f6f1304f4914d367a75828c33dd', ' '));
INSERT INTO audit VALUES (11, '2026-11-23T12:00:00.000Z', 'secret', 'key-stored', 'kraken-bf088f4b', '{"keyEnd":"qqxj"}', unhex('b4fc2b5ad8910f3c9a311a25a869b082 d89a1f6f1304f4914d367a75828c33dd', ' '), unhex('9dbd049741ce883a07fc0da4978afa40 2c648565842a9faa2909195ae82052e0', ' '));
INSERT INTO audit VALUES (12, '2026-11-23T12:00:00.000Z', 'order', 'sending-halted', 'kraken-bf088f4b', '{}', unhex('9dbd049741ce883a07fc0da4978afa40 2c648565842a9faa2909195ae82052e0', ' '), unhex('71b7c0911ae8f3f27add598783674958 83cc063559bd4bc390e3339d3cd7110b', ' '));
INSERT INTO audit VALUES (13, '2026-11-23T12:00:00.000Z', 'key', 'leak-reported', 'kraken-bf088f4b', '{}', unhex('71b7c0911ae8f3f27add598783674958 83cc063559bd4bc390e3339d3cd7110b', ' '), unhex('edfc6f307c88258dab256e46c4f229a7 232ed4438f8d9b03760132abd61cd50b', ' '));
INSERT INTO audit VALUES (14, '2026-11-23T12:00:00.000Z', 'key', 'account-added', 'bybit-15313fc0', '{"environment":"live","venue":"bybit"}', unhex('edfc6f307c88258dab256e46c4f229a7 232ed4438f8d9b03760132abd61cd50b', ' '), unhex('a0f7e4aac87b10ddb73bae533f647b2e 8d6a21effb12784f1ece6f8b2bd8decb', ' '));
INSERT INTO audit VALUES (15, '2026-11-23T12:00:00.000Z', 'key', 'gateway-key-accepted', 'practice', '{"fingerprint":"4ae8 57ef fd3c aafc 85ec 3ee0 97e5 a734","how":"remembered","serial":1}', unhex('a0f7e4aac87b10ddb73bae533f647b2e 8d6a21effb12784f1ece6f8b2bd8decb', ' '), unhex('2f8ee4fb8e2a32b509639a57f5507320 e5aeb7ed96becca32b44395d2a6935b8', ' '));
INSERT INTO audit VALUES (16, '2026-11-23T12:00:00.000Z', 'secret', 'key-used', 'bybit-15313fc0', '{"keyEnd":null,"purpose":"read","source":"environment"}', unhex('2f8ee4fb8e2a32b509639a57f5507320 e5aeb7ed96becca32b44395d2a6935b8', ' '), unhex('99ef5bab64baf4c4f61a3fec32692b72 46e3dace8ae83b516502a7763b06a7f0', ' '));
INSERT INTO audit VALUES (17, '2026-11-23T12:00:00.000Z', 'secret', 'key-used', 'kraken-bf088f4b', '{"keyEnd":"qqxj","purpose":"read","source":"vault"}', unhex('99ef5bab64baf4c4f61a3fec32692b72 46e3dace8ae83b516502a7763b06a7f0', ' '), unhex('e4974178d63cabd8abbef9c6987a4ea7 39d7f01434aaf5f55f93e1425c126415', ' '));
INSERT INTO audit VALUES (18, '2026-11-23T12:00:00.000Z', 'rule', 'rules-saved', NULL, '{"early":"0.3","earlyBasis":"together","earlyLevel":"warn","project":"0.2","projectLevel":"warn"}', unhex('e4974178d63cabd8abbef9c6987a4ea7 39d7f01434aaf5f55f93e1425c126415', ' '), unhex('2490e8fe8bf7f2e32c734b3adefa77ef d3621e56f862a3d7d08138ad02db1d6e', ' '));
INSERT INTO audit VALUES (19, '2026-11-23T12:00:00.000Z', 'rule', 'rule-overridden', '20418bb5-e8b4-40ac-b740-747f9fe7efc6', '{"reason":"a large one"}', unhex('2490e8fe8bf7f2e32c734b3adefa77ef d3621e56f862a3d7d08138ad02db1d6e', ' '), unhex('5d0450ac726cc0435b2682f35c2cb718 8d27a3d3789b04f5820d1d1e01e2f10b', ' '));
INSERT INTO audit VALUES (20, '2026-11-23T12:00:00.000Z', 'order', 'order-recorded', '20418bb5-e8b4-40ac-b740-747f9fe7efc6', '{"account":"practice","amount":"348.699","environment":"practice","market":"PEAQ/USDT","price":null,"side":"buy","type":"market"}', unhex('5d0450ac726cc0435b2682f35c2cb718 8d27a3d3789b04f5820d1d1e01e2f10b', ' '), unhex('3711db4491d6183061775786aa0ae42c 81758e636a12491183f187bb2628b9cc', ' '));
INSERT INTO audit VALUES (21, '2026-11-23T12:00:00.000Z', 'order', 'order-attempted', '20418bb5-e8b4-40ac-b740-747f9fe7efc6', '{"attempt":1}', unhex('3711db4491d6183061775786aa0ae42c 81758e636a12491183f187bb2628b9cc', ' '), unhex('1e55a107b15ed1c5ab45f1859a3c83e8 346342a9b2c1a073520f316e90b60a38', ' '));
INSERT INTO audit VALUES (22, '2026-11-23T12:00:00.000Z', 'order', 'order-answered', '20418bb5-e8b4-40ac-b740-747f9fe7efc6', '{"attempt":1,"filled":"348.699","outcome":"accepted","status":"filled","venueOrder":"order-1"}', unhex('1e55a107b15ed1c5ab45f1859a3c83e8 346342a9b2c1a073520f316e90b60a38', ' '), unhex('50a9a9996b4945cd080aaf41363809a6 add21229490be735cfdebffe66bfda72', ' '));
INSERT INTO audit VALUES (23, '2026-11-23T12:00:00.000Z', 'order', 'order-recorded', '90e59ead-58a9-42e3-850e-77badbad1b9b', '{"account":"practice","amount":"1000","environment":"practice","market":"PEAQ/USDT","price":"0.1","side":"buy","type":"limit"}', unhex('50a9a9996b4945cd080aaf41363809a6 add21229490be735cfdebffe66bfda72', ' '), unhex('102f4bd763d1a30365e08280af3472e2 f7a482fc5a1ccfcb6aa732a78e5db23f', ' '));
INSERT INTO audit VALUES (24, '2026-11-23T12:00:00.000Z', 'order', 'order-attempted', '90e59ead-58a9-42e3-850e-77badbad1b9b', '{"attempt":1}', unhex('102f4bd763d1a30365e08280af3472e2 f7a482fc5a1ccfcb6aa732a78e5db23f', ' '), unhex('e8be1e477cdaddd8cce1bfc48ae03cfd 645407e9c9b39d4892efb010d89edb70', ' '));
INSERT INTO audit VALUES (25, '2026-11-23T12:00:00.000Z', 'order', 'order-answered', '90e59ead-58a9-42e3-850e-77badbad1b9b', '{"attempt":1,"filled":"0","outcome":"accepted","status":"open","venueOrder":"order-2"}', unhex('e8be1e477cdaddd8cce1bfc48ae03cfd 645407e9c9b39d4892efb010d89edb70', ' '), unhex('2b9ef7abfd6ec8ef769ee81c5c40ece3 971442ab15525d6f9d34019bdabc59c0', ' '));
INSERT INTO audit VALUES (26, '2026-11-23T12:00:00.000Z', 'order', 'order-recorded', '20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', '{"account":"practice","amount":"190.38","environment":"practice","market":"MOVE/USDT","price":null,"side":"buy","type":"market"}', unhex('2b9ef7abfd6ec8ef769ee81c5c40ece3 971442ab15525d6f9d34019bdabc59c0', ' '), unhex('128b64b5921d7b61f7c9bc9ebbdc605d b89ec5d18bd1a0d719356f8b3ead8eb9', ' '));
INSERT INTO audit VALUES (27, '2026-11-23T12:00:00.000Z', 'order', 'order-attempted', '20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', '{"attempt":1}', unhex('128b64b5921d7b61f7c9bc9ebbdc605d b89ec5d18bd1a0d719356f8b3ead8eb9', ' '), unhex('f3e15f7c547c131bd82aea697f514df5 e5cd9afa3eb0ebcb04fb1bb14ae0ed6b', ' '));
INSERT INTO audit VALUES (28, '2026-11-23T12:00:00.000Z', 'order', 'order-answered', '20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', '{"attempt":1,"outcome":"unknown","reason":"The connection broke before the answer was complete (ECONNRESET).","status":"unknown"}', unhex('f3e15f7c547c131bd82aea697f514df5 e5cd9afa3eb0ebcb04fb1bb14ae0ed6b', ' '), unhex('e581f9440ab5f9ab75e55b92ff59b49a e551915fe15ad35d32861e17853a761a', ' '));
INSERT INTO audit VALUES (29, '2026-11-23T12:00:00.000Z', 'order', 'sending-halted', 'kraken-bf088f4b', '{}', unhex('e581f9440ab5f9ab75e55b92ff59b49a e551915fe15ad35d32861e17853a761a', ' '), unhex('d47af5b4e575776146ed4540f9a913e9 ff7b7ff57512d4c129c974d78bce26ec', ' '));
INSERT INTO audit VALUES (30, '2026-11-23T12:00:00.000Z', 'vault', 'vault-locked', NULL, '{"reason":"trader"}', unhex('d47af5b4e575776146ed4540f9a913e9 ff7b7ff57512d4c129c974d78bce26ec', ' '), unhex('a647f5e9780987d3b40cb5cafeb519cf 4ce3685e8d0e676db53a9538ce6272f7', ' '));
INSERT INTO audit VALUES (31, '2026-11-23T12:00:00.000Z', 'app', 'app-closed', NULL, '{}', unhex('a647f5e9780987d3b40cb5cafeb519cf 4ce3685e8d0e676db53a9538ce6272f7', ' '), unhex('3273f6ef4b187968b52254088ded06e4 c4a7d10d063d5b6c68dc477f22209aaf', ' '));
INSERT INTO gateway_pins VALUES ('practice', ('bTnRzrAf5X0nSuZPcGCWp2uX' || 'j8BWEpNn2seVGH_gMSk'), 1, '2026-11-23T12:00:00.000Z');
INSERT INTO audit_checkpoints VALUES (2, unhex('01b63e656552e5b216909ae81671b4c5 93bb85e75015165d7dd69f15af488260', ' '), 'prelist/audit-log/v1
2
JDRzbGQnvhKbxSmfkpyHfLU6CrJ0H1heKcMcN0D1rDE=

— prelist/audit-log/v1 w0qrPwHT1QwEsG+VqXKBu3g38nsWJDezXFAlTqRe7254HDssp/3C97YQ9RojE0bI+Ue7/zWpzSClRBDPu7DsDLVA9As=
');
INSERT INTO audit_checkpoints VALUES (30, unhex('01b63e656552e5b216909ae81671b4c5 93bb85e75015165d7dd69f15af488260', ' '), 'prelist/audit-log/v1
30
pkf16XgJh9O0DLXK/rUZz0zjaF6NDmdttTqVOM5icvc=

— prelist/audit-log/v1 w0qrP+4J6uZIeXktOZhv2PZcJMktVi2cEMkBF9xtFGGxpiznQR+bNrm3C3d0zNphWl/d0REVP4/vzyD7AAGtSKZurgE=
');
INSERT INTO searches VALUES ('20dde0f7-999e-4d7f-80aa-a4b2d0e6ca7c', 2, 1, 1795435200000, '2026-11-23T12:00:00.000Z', 'The exchange did not answer.');
INSERT INTO fills VALUES ('practice', 'fill-1', '20418bb5-e8b4-40ac-b740-747f9fe7efc6', '0.14339', '348.699', 'USDT', '0.04999994961', '2026-11-23T12:00:00.000Z');
INSERT INTO venue_rates VALUES ('kraken-bf088f4b', 'BTC/USD', '{"bid":"90000","ask":"90001","last":"90000.5","at":"2026-11-23T12:00:00.000Z"}');
PRAGMA user_version = 6;
