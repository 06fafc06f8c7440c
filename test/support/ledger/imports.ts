// An import over a database of its own, in which every turn ends after a row.

import { createLedgerStore } from '../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createTraderStore } from '../../../electron/adapters/sqlite/stores/trader-store.ts'
import { readTextFile } from '../../../electron/adapters/text-file.ts'
import type { Turns } from '../../../electron/services/common/turns.ts'
import { createImports } from '../../../electron/services/ledger/ledger-import.ts'
import type { ImportProgress } from '../../../shared/ledger/imports.ts'
import { AT, openTestDatabase } from '../profile/journal.ts'

const HEAD = 'Time,Kind,Asset,Amount,Price'
/** A file in the generic form. */
export const file = (...rows: string[]) => [HEAD, ...rows].join('\n')

/** Every turn ends after a row, so that others run between any two. */
const SHORT: Turns = { turn: async () => {}, isLong: () => true }

/** The service over a new database; PEAQ is one coin there, and TEN is two. */
export function openImports(live: string[] = [], turns: Turns = SHORT) {
  const progress: ImportProgress[] = []
  const db = openTestDatabase()
  const store = createLedgerStore(db)
  let made = 0
  const coins = {
    byTicker: (tickers: Iterable<string>) =>
      new Map(
        [...tickers].map((ticker) => [
          ticker,
          ticker === 'PEAQ' ? [{ id: 'peaq' }] : ticker === 'TEN' ? [{ id: 'ten' }, { id: 'own-ten' }] : [],
        ]),
      ),
  }
  const imports = createImports(
    store,
    coins as unknown as Parameters<typeof createImports>[1],
    {
      environmentOf: (accountId) => (accountId === 'practice' ? 'practice' : null),
      liveAt: (venue) => live.filter((each) => each.startsWith(venue)),
    },
    (name) => readTextFile(name, 1_000),
    () => {
      made += 1
      return `preview-${made}`
    },
    () => AT,
    turns,
    (told) => progress.push(told),
  )
  const dump = () => ({
    shared: db.all('SELECT * FROM import_rows'),
    ledger: db.all('SELECT * FROM ledger ORDER BY place'),
    held: db.all('SELECT environment, coin_id, amount FROM holdings ORDER BY coin_id'),
  })
  const bring = async (text: string, more: object = {}) =>
    imports.commit({ previewId: (await imports.preview({ text, ...more })).previewId })
  const seen = () => store.page({ limit: 500 }).items.length
  return { db, store, imports, dump, bring, seen, progress, trader: createTraderStore(db) }
}
