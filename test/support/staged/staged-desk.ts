// Staged orders over the whole of what they stand on, with an exchange and public lists that a test writes, and a clock that it moves.

import { onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { createOrderJournal } from '../../../electron/adapters/sqlite/stores/order-journal.ts'
import { createVenueCache } from '../../../electron/adapters/sqlite/stores/venue-cache.ts'
import { openAccounts } from '../../../electron/app/open-accounts.ts'
import { openAudit } from '../../../electron/app/open-audit.ts'
import { openCoins } from '../../../electron/app/open-coins.ts'
import { openCore } from '../../../electron/app/open-core.ts'
import { openListings } from '../../../electron/app/open-listings.ts'
import { openMarkets } from '../../../electron/app/open-markets.ts'
import { openOrders } from '../../../electron/app/open-orders.ts'
import { openPolls } from '../../../electron/app/open-polls.ts'
import { openPortfolio } from '../../../electron/app/open-portfolio.ts'
import { openVault } from '../../../electron/app/open-vault.ts'
import { openStaged } from '../../../electron/app/staged/open-staged.ts'
import type { MarketLists } from '../../../electron/ports/market-lists.ts'
import type { Trace } from '../../../electron/ports/system.ts'
import { createAccountCache } from '../../../electron/services/markets/account-cache.ts'
import type { Account } from '../../../shared/accounts.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import { type AppClock, makeAppClock } from '../app-clock.ts'
import { settled } from '../listings/listing-desk.ts'
import { memoryStore } from '../profile/memory-store.ts'
import { makeProfile } from '../profile/temp-folder.ts'
import { type ScriptedExchange, scriptedExchange } from './scripted-exchange.ts'

export const MINUTE = 60_000

const KEY: NonNullable<Account['key']> = {
  ...({ source: 'vault', isConfirmed: true, addedAt: '2026-11-01T00:00:00.000Z', lastUsedAt: null } as const),
  check: null,
} as unknown as NonNullable<Account['key']>

/** An account with a key at an exchange that names no coins itself. */
export const ACCOUNT: Account = {
  ...{ accountId: 'scripted', venue: 'binance', environment: 'test', label: 'Scripted', venueAccountId: null },
  ...{ keyEnd: 'abcd', key: KEY, rotation: null, leak: null, oneClick: null },
}

export interface StagedDeskParts {
  dataDir?: string
  clock?: AppClock
  exchange?: ScriptedExchange
  account?: Account
  lists?: MarketLists
  trace?: Trace
}

const NO_LISTS: MarketLists = { venues: () => [], read: () => Promise.reject(new Error('off')) }

/** Opens it; what is staged is looked at from now on. */
export function openStagedDesk(parts: StagedDeskParts = {}) {
  const { dataDir = makeProfile(), clock = makeAppClock(), exchange = scriptedExchange() } = parts
  const { account = ACCOUNT, lists = NO_LISTS, trace = () => {} } = parts
  const db = openDatabase(dataDir)
  const options = { dataDir, clock, trace, secretStore: memoryStore(), settings: { get: () => ({}), set: () => {} } }
  const opened = openCore(options, db)
  const profileCheck = { ...opened.profileCheck, isPassed: () => true, passed: async () => {} }
  const core = { ...opened, profileCheck }
  const audit = openAudit(core).log
  let isUnlocked = true
  const vaultArea = openVault(core, audit, options)
  const vault = { ...vaultArea, vault: { ...vaultArea.vault, isOpen: () => isUnlocked } }
  const coins = openCoins(core)
  const journal = createOrderJournal(db, trace, audit.append, coins.onlyCoin)
  const view = createAccountCache(account.accountId, exchange, createVenueCache(db), clock, core.logger)
  const practice = { account, exchange, view }
  const area = openAccounts({ core, audit, vault, practice, journal, assets: coins.assets })
  const accounts = { ...area, checks: { ...area.checks, assertReady: async () => {} } }
  const markets = openMarkets(core, coins, accounts.accounts)
  const portfolio = openPortfolio(core, coins, journal, accounts.accounts, markets.matches)
  const sources = { lists, operations: { sources: { list: () => [] }, quotes: { list: () => [] } } }
  const listings = openListings({
    ...{ core, vault, journal, coins, accounts, markets, portfolio },
    sources: sources as unknown as Parameters<typeof openListings>[0]['sources'],
    notify: () => {},
  })
  const orders = openOrders({ core, audit, vault, journal, coins, accounts, markets, portfolio })
  const staged = openStaged({ core, audit, vault, journal, coins, accounts, markets, portfolio, listings, orders })
  const polls = openPolls({ core, vault, accounts, markets, orders, staged })
  listings.start()
  orders.start()
  staged.start()
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await Promise.all([staged.stop(), listings.stop(), orders.stop(), polls.stop(), markets.stop()])
    await vaultArea.close()
    await audit.idle()
    db.close()
  }
  onTestFinished(close)
  const list = () => staged.operations.staged.list({})
  return {
    ...{ dataDir, clock, exchange, db, core, journal, orders, listings, markets, portfolio, view, close, list },
    staged: staged.operations.staged,
    /** The only one that there is. */
    one: () => {
      const [row, ...more] = list()
      if (row === undefined || more.length > 0) throw new Error(`${more.length + 1} staged orders`)
      return row
    },
    told: () => listings.notifications.list({}).filter(({ kind }) => kind === 'staged'),
    unlock: (open: boolean) => {
      isUnlocked = open
      if (open) core.internal.emit('vault.opened', null)
      else core.internal.emit('vault.locked', { wasOpen: true })
    },
    confirm: (same = true) =>
      markets.matches.confirm({ venue: account.venue, market: 'OLA/USDT', coinId: 'ola', same }),
  }
}

export type StagedDesk = ReturnType<typeof openStagedDesk>

const iso = (at: number) => new Date(at).toISOString()

/** What a trader stages: a buy of OLA for 10 USDT, from now on for two hours. */
export function terms(
  desk: Pick<StagedDesk, 'clock'>,
  changes: Partial<Input<'staged.save'>> = {},
): Input<'staged.save'> {
  const now = desk.clock.now()
  return {
    ...{ accountId: ACCOUNT.accountId, coinId: 'ola', venue: ACCOUNT.venue, market: 'OLA/USDT', side: 'buy' },
    ...({ trigger: 'send', size: { unit: 'quote', value: '10' }, maxPrice: '0.2', maxValue: '50' } as const),
    ...{ from: iso(now), until: iso(now + 120 * MINUTE) },
    ...changes,
  }
}

/** Moves the clock on by `ms`, in steps that are short enough for a process that is awake. */
export async function pass({ clock }: Pick<StagedDesk, 'clock'>, ms: number, stepMs = 500): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    clock.advance(Math.min(stepMs, left))
    for (let turn = 0; turn < 2; turn += 1) await settled()
  }
}
