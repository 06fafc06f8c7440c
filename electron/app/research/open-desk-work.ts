// Opens the research desk: what the trader works on each morning beside the coins themselves.

import type { Order } from '../../../shared/order.ts'
import { hostParts } from '../../adapters/public-suffix.ts'
import { createUndoStore } from '../../adapters/sqlite/research/undo-store.ts'
import type { AirdropServices } from '../../ipc/handlers/airdrops.ts'
import type { NoteServices } from '../../ipc/handlers/notes.ts'
import type { CoinFactServices } from '../../ipc/handlers/research/coin-facts.ts'
import type { CriterionServices } from '../../ipc/handlers/research/criteria.ts'
import type { UndoServices } from '../../ipc/handlers/research/undo.ts'
import type { SearchServices } from '../../ipc/handlers/search.ts'
import type { OpenOutside } from '../../ports/outside.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import { createLinks } from '../../services/links/links.ts'
import { createSearch } from '../../services/search/search.ts'
import { createUndo } from '../../services/undo/undo.ts'
import type { SourceArea } from '../market-data/open-sources.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import { openAirdrops } from './open-airdrops.ts'
import { openLinks } from './open-links.ts'
import { openList } from './open-list.ts'
import { openNotes } from './open-notes.ts'

export interface DeskWork {
  start(): void
  operations: Omit<AirdropServices, 'files'> &
    NoteServices &
    SearchServices &
    ReturnType<typeof openList>['operations'] &
    Omit<CoinFactServices, 'seenStages'> &
    CriterionServices &
    UndoServices
}

/** Opens it over the coins. */
export function openDeskWork(
  core: Core,
  coins: CoinArea,
  journal: OrderJournal,
  sources: Pick<SourceArea, 'operations' | 'announcements'>,
  openOutside: OpenOutside | undefined,
): DeskWork {
  const { quotes } = sources.operations
  const airdrops = openAirdrops(core, coins)
  const { notes, writing } = openNotes(core, coins, airdrops)
  const search = createSearch({
    ...{ coins: coins.coins.list, changed: coins.coins.changed, tasks: airdrops.tasks.all },
    notes: (text, limit) => notes.page({ ...(text !== '' && { text }), limit }).items,
    orders: (text, limit) => ordersWith(journal, text, limit),
  })
  const list = openList(core, coins, journal, quotes)
  const links = createLinks(coins.coins, coins.store, hostParts)
  const linkOpening = openLinks(links, coins.coins, quotes, sources.announcements, openOutside)
  const undo = createUndo({
    ...{ store: createUndoStore(core.db), clock: core.clock, logger: core.logger, isUsed: coins.store.coinIsUsed },
    nameOf: ({ coinId, taskId, criterionId }) => {
      const task = typeof taskId === 'string' ? airdrops.store.task(taskId) : null
      if (task !== null) return task.title
      const criterion = coins.coins.criteria.list().find((each) => each.criterionId === criterionId)
      if (criterion !== undefined && coinId === undefined) return criterion.name ?? ''
      return typeof coinId === 'string' ? (coins.coins.some([coinId])[0]?.name ?? '') : ''
    },
    changed: (step) => {
      if (step === null) {
        core.internal.emit('tickers.changed', null)
        airdrops.changed()
      }
      core.page.emit('undo.changed', step)
    },
  })
  return {
    start: () => {
      airdrops.start()
      list.start()
    },
    // The coins among them take the place of those without versions.
    operations: {
      ...airdrops.operations,
      ...writing,
      notes,
      search,
      links,
      linkOpening,
      undo,
      ...list.operations,
    },
  }
}

/** No index knows the words of an order: so many of the newest are gone through, in some milliseconds. */
const NEWEST_ORDERS = 2_000

function ordersWith(journal: OrderJournal, text: string, limit: number): Order[] {
  if (text === '') return journal.page({ limit }).items
  const { found } = journal.search({ text, limit }, NEWEST_ORDERS)
  return found.flatMap(({ order }) => order ?? [])
}
