// Opens the list as a tool: its views, what is done to many of its coins, and files of it.

import { randomUUID } from 'node:crypto'
import { lastUse } from '../../adapters/sqlite/list/last-use.ts'
import { createListFileStore } from '../../adapters/sqlite/list/list-file-store.ts'
import { createViewStore } from '../../adapters/sqlite/list/view-store.ts'
import { readAnyTextFile } from '../../adapters/text-file.ts'
import type { CoinListServices } from '../../ipc/handlers/list/coin-list.ts'
import type { ListFileServices } from '../../ipc/handlers/list/list-file.ts'
import { unfitField } from '../../ipc/handlers/list/list-rows.ts'
import type { ViewServices } from '../../ipc/handlers/list/views.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import { createCoinBatches } from '../../services/list/coin-batches.ts'
import { createListFiles } from '../../services/list/list-file.ts'
import { createSinceLast } from '../../services/list/since-last.ts'
import { createViews } from '../../services/list/views.ts'
import type { QuoteService } from '../../services/sources/quote-service.ts'
import { writeNamed } from '../../vault/backup/named-file.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'

/** 100,000 coins with a line of notes each are a third of it. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

const pause = () => new Promise<void>((resume) => setImmediate(resume))

/** Opens it over the coins. */
export function openList(
  { db, now, page, internal, unfinished }: Core,
  { coins, store, listings }: CoinArea,
  journal: OrderJournal,
  quotes: Pick<QuoteService, 'list'>,
): { start(): void; operations: ViewServices & CoinListServices & Omit<ListFileServices, 'files'> } {
  const since = createSinceLast(lastUse(db), () => quotes.list({}), listings, journal)
  const listFiles = createListFiles({
    ...{ trader: store, store: createListFileStore(db), newId: randomUUID, now, pause, unfit: unfitField },
    read: (path) => readAnyTextFile(path, MAX_FILE_BYTES),
    progress: (progress) => page.emit('list.progress', progress),
    written: () => internal.emit('tickers.changed', null),
  })
  return {
    start: since.begin,
    operations: {
      views: createViews(createViewStore(db), randomUUID),
      batches: createCoinBatches(coins, store),
      since,
      listFiles,
      exportList: async ({ path }) => {
        let count = 0
        const parts = listFiles.exported((coins) => {
          count += coins
        })
        await unfinished.during(path, () => writeNamed(path, parts))
        return { path, coins: count }
      },
    },
  }
}
