// The app as a process of its own: an import is there, and it is killed while it learns what one of its orders has traded.

import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createOrderJournal } from '../../../../electron/adapters/sqlite/stores/order-journal.ts'
import { createImports } from '../../../../electron/services/ledger/ledger-import.ts'

const [dataDir = '', dies = '0'] = process.argv.slice(2)
const AT = '2026-01-01T00:00:00.000Z'
const db = openDatabase(dataDir)
const journal = createOrderJournal(
  db,
  () => {},
  () => {},
)
const imports = createImports(
  createLedgerStore(db),
  { byTicker: () => new Map() },
  { environmentOf: () => 'practice', liveAt: () => [] },
  async () => '',
  () => 'preview',
  () => AT,
  { turn: async () => {}, isLong: () => true },
  () => {},
)
const text = ['Time,Kind,Asset,Amount,Price', '2026-01-01,buy,PEAQ,100,2', '2026-01-01,buy,PEAQ,7,2'].join('\n')
await imports.commit(await imports.preview({ text, accountId: 'practice' }))
const fee = { asset: 'USDT', amount: '0' }
journal.recordIntent({
  ...{ intentId: 'intent', accountId: 'practice', environment: 'practice', coinId: 'peaq', market: 'PEAQ/USDT' },
  ...{
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    size: { unit: 'base', value: '100' },
    amount: '100',
    price: null,
  },
  ...{ stopPrice: null, payloadHash: 'hash', venueClientId: 'intent', createdAt: AT },
})
journal.startAttempt('intent', AT, null)
const run = db.run
let written = 0
db.run = (sql, ...values) => {
  run(sql, ...values)
  written += 1
  if (written === Number(dies)) process.kill(process.pid, 'SIGKILL')
}
journal.change('intent', AT, {
  status: 'partially-filled',
  venueOrder: {
    ...{ orderId: 'o', key: 'intent', market: 'PEAQ/USDT', side: 'buy', type: 'market', amount: '100', price: null },
    ...{ stopPrice: null, status: 'open', filled: '100', averagePrice: '2', fee, reason: null },
    fills: [{ fillId: 'f', price: '2', amount: '100', fee, at: AT }],
  },
})
process.kill(process.pid, 'SIGKILL')
