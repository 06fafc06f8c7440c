// Opens the ledger over the profile: movements, what they made, and the file of them.

import { randomUUID } from 'node:crypto'
import { createLedgerStore } from '../adapters/sqlite/ledger/ledger-store.ts'
import { createValueDays } from '../adapters/sqlite/ledger/value-days.ts'
import { readTextFile } from '../adapters/text-file.ts'
import type { LedgerServices } from '../ipc/handlers/ledger.ts'
import type { Accounts } from '../services/accounts/accounts.ts'
import { createTurns } from '../services/common/turns.ts'
import { exportLedger } from '../services/ledger/ledger-export.ts'
import { createImports } from '../services/ledger/ledger-import.ts'
import { createLedgerRuns } from '../services/ledger/ledger-runs.ts'
import { createLedgerService, type LedgerService } from '../services/ledger/ledger-service.ts'
import { type AssetPrice, createResults } from '../services/ledger/results.ts'
import { createTransfers } from '../services/ledger/transfer-service.ts'
import { createValueHistory } from '../services/ledger/value-history.ts'
import { writeNamed } from '../vault/backup/named-file.ts'
import type { SourceArea } from './market-data/open-sources.ts'
import type { CoinArea } from './open-coins.ts'
import type { Core } from './open-core.ts'
import type { PortfolioArea } from './open-portfolio.ts'

export interface LedgerArea {
  ledger: LedgerService
  operations: Omit<LedgerServices, 'files'>
}

/** Years of statements are some megabytes. */
const MAX_FILE_BYTES = 32 * 1024 * 1024

const pause = () => new Promise<void>((resume) => setImmediate(resume))

/** Opens it. */
export function openLedger(
  { db, clock, now, page, unfinished, preferences }: Core,
  { coins }: CoinArea,
  { portfolio, operations: { portfolio: shown } }: PortfolioArea,
  accounts: Accounts,
  sources: Pick<SourceArea, 'operations'>,
): LedgerArea {
  const store = createLedgerStore(db)
  const turns = createTurns(clock.monotonic, pause)
  const { turn } = turns
  const environmentOf = (accountId: string) => accounts.find(accountId)?.account.environment ?? null
  const liveAt = (venue: string) =>
    accounts
      .list()
      .filter((each) => each.venue === venue && each.environment === 'live')
      .map((each) => each.accountId)
  const ledger = createLedgerService(store, coins, environmentOf, randomUUID)
  const basis = () => preferences.get().airdropBasis
  const pricesOf = async (environment: Parameters<typeof portfolio.get>[0]) => {
    const { holdings, assets } = await portfolio.get(environment, { byMarket: true })
    const prices = new Map<string, AssetPrice>()
    for (const { asset, price, priceAt } of assets) if (price !== null) prices.set(`asset:${asset}`, { price, priceAt })
    for (const { coinId, price, priceAt } of holdings) if (price !== null) prices.set(coinId, { price, priceAt })
    return prices
  }
  const imports = createImports(
    store,
    coins,
    { environmentOf, liveAt },
    (path) => readTextFile(path, MAX_FILE_BYTES),
    randomUUID,
    now,
    turns,
    (progress) => page.emit('import.progress', progress),
  )
  const results = createResults(createLedgerRuns(store, turn), pricesOf, basis, now, turn)
  return {
    ledger,
    operations: {
      valueHistory: createValueHistory({
        ...{ ledger: store, values: createValueDays(db), portfolio: shown.get, now, turn },
        history: sources.operations.quotes.history,
      }),
      ...{ ledger, results, imports, transfers: createTransfers(store, turn) },
      exportLedger: async ({ path, year, environment = 'live', method = 'average' }) => {
        const terms = { environment, method, basis: basis(), year: year ?? null }
        const write = (parts: AsyncIterable<Uint8Array>) => unfinished.during(path, () => writeNamed(path, parts))
        const movements = await exportLedger(store, terms, turn, write)
        return { path, movements }
      },
    },
  }
}
