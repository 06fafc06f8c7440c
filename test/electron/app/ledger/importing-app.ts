// An import in a process of its own, which is killed while it writes the row that is named.

import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createImports } from '../../../../electron/services/ledger/ledger-import.ts'

const [dataDir = '', dies = '0', rows = '0'] = process.argv.slice(2)
const db = openDatabase(dataDir)
const run = db.run
let written = 0
db.run = (sql, ...values) => {
  run(sql, ...values)
  if (!sql.startsWith('INSERT INTO ledger')) return
  written += 1
  if (written === Number(dies)) process.kill(process.pid, 'SIGKILL')
}
const imports = createImports(
  createLedgerStore(db),
  { byTicker: () => new Map() },
  { environmentOf: () => null, liveAt: () => [] },
  async () => '',
  () => 'preview',
  () => '2026-01-01T00:00:00.000Z',
  // The database is asked for after each row.
  { turn: async () => {}, isLong: () => true },
  () => {},
)
const lines = Array.from({ length: Number(rows) }, (_, n) => `2026-01-01,buy,PEAQ,${n + 1}`)
const { previewId } = await imports.preview({ text: ['Time,Kind,Asset,Amount', ...lines].join('\n') })
await imports.commit({ previewId })
process.kill(process.pid, 'SIGKILL')
