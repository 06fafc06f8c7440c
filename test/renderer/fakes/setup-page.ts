// Puts a fake desktop behind the page's api, and every store back to its first state.

import { useAccounts } from '../../../renderer/features/accounts/accounts-store.ts'
import { useActivity } from '../../../renderer/features/activity/activity-store.ts'
import { useAirdrops } from '../../../renderer/features/airdrops/airdrops-store.ts'
import { useMarkets } from '../../../renderer/features/markets/markets-store.ts'
import { useOrders } from '../../../renderer/features/orders/orders-store.ts'
import { useTicket } from '../../../renderer/features/orders/ticket/ticket-store.ts'
import { usePortfolio } from '../../../renderer/features/portfolio/portfolio-store.ts'
import { useSession } from '../../../renderer/features/session/session-store.ts'
import { useRoute } from '../../../renderer/features/shell/route-store.ts'
import { useBackup } from '../../../renderer/features/vault/backup-store.ts'
import { useVault } from '../../../renderer/features/vault/vault-store.ts'
import { useCoins } from '../../../renderer/features/watchlist/coins-store.ts'
import { useStatus } from '../../../renderer/ui/status-store.ts'
import { type FakeDesktop, fakeDesktop } from './fake-desktop.ts'

const STORES = [
  ...[useAccounts, useActivity, useAirdrops, useBackup, useCoins, useMarkets, useOrders, usePortfolio, useRoute],
  ...[useSession, useStatus, useTicket, useVault],
]

interface Resettable {
  getInitialState: () => object
  setState: (state: never, replace: true) => void
}

/** A page without a document: enough for stores and actions. */
export function setUpPage(options: { filled?: boolean } = {}): FakeDesktop {
  const desktop = fakeDesktop(options)
  Object.assign(globalThis, { window: { desktop: desktop.api } })
  for (const store of STORES as Resettable[]) store.setState(store.getInitialState() as never, true)
  return desktop
}
