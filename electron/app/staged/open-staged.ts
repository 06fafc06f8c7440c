// Opens the staged orders over listings, accounts and the order service, all of which they only use.

import { randomUUID } from 'node:crypto'
import { profilePlace } from '../../adapters/profile-place.ts'
import { createStagedStore } from '../../adapters/sqlite/staged/staged-store.ts'
import type { StagedServices } from '../../ipc/handlers/staged.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { AuditLog } from '../../services/audit/audit-log.ts'
import { createStagedOrders, type StagedOrders } from '../../services/staged/staged-orders.ts'
import type { AccountsArea } from '../open-accounts.ts'
import type { CoinArea } from '../open-coins.ts'
import type { Core } from '../open-core.ts'
import type { ListingArea } from '../open-listings.ts'
import type { MarketArea } from '../open-markets.ts'
import type { OrderArea } from '../open-orders.ts'
import { mayBePolled } from '../open-polls.ts'
import type { PortfolioArea } from '../open-portfolio.ts'
import type { VaultArea } from '../open-vault.ts'

export interface StagedArea extends Pick<StagedOrders, 'needs' | 'start' | 'stop'> {
  operations: StagedServices
}

export interface StagedAreaParts {
  core: Core
  audit: AuditLog
  vault: VaultArea
  journal: OrderJournal
  coins: CoinArea
  accounts: AccountsArea
  markets: MarketArea
  portfolio: PortfolioArea
  listings: ListingArea
  orders: OrderArea
}

/** Opens it; nothing is looked at before `start`. */
export function openStaged(parts: StagedAreaParts): StagedArea {
  const { core, audit, journal, listings, orders } = parts
  const { clock, scheduler, logger, internal, page, preferences } = core
  const { accounts } = parts.accounts
  const isKeyOwn: Parameters<typeof createStagedOrders>[0]['isKeyOwn'] = (account) =>
    (account.key === null && account.venue === 'practice') || mayBePolled(account)
  const staged = createStagedOrders({
    ...{ journal, accounts, clock, scheduler, logger, isKeyOwn, recheck: orders.recheck },
    store: createStagedStore(core.db),
    orderService: orders.orderService,
    matches: parts.markets.matches,
    coins: parts.coins.coins,
    listings: listings.view,
    portfolio: parts.portfolio.portfolio,
    notifications: listings.notifications,
    venueClocks: listings.venueClocks,
    newId: randomUUID,
    canUse: (account) => isKeyOwn(account) && (account.key === null || parts.vault.vault.isOpen()),
    farPrice: () => preferences.get().farPrice,
    place: profilePlace(core.dataDir),
    audit: audit.append,
    changed: (row) => page.emit('staged.changed', row),
    needed: () => internal.emit('staged.needs', null),
  })
  internal.on('order.changed', staged.heard)
  for (const event of ['vault.opened', 'accounts.changed', 'openings.changed', 'profile.restored'] as const) {
    internal.on(event, staged.wake)
  }
  internal.on('listings.read', staged.wake)
  return { ...staged, start: () => core.atStart('staged', staged.start), operations: { staged } }
}
