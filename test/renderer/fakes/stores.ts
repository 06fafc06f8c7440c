// Every store of the page, so that no test leaves one behind in another state for the next; a test compares them with the files.

import { useAccounts } from '../../../renderer/features/accounts/accounts-store.ts'
import { useActivity } from '../../../renderer/features/activity/activity-store.ts'
import { useAirdrops } from '../../../renderer/features/airdrops/airdrops-store.ts'
import { useMarkets } from '../../../renderer/features/markets/markets-store.ts'
import { useOrders } from '../../../renderer/features/orders/orders-store.ts'
import { useTicket } from '../../../renderer/features/orders/ticket/ticket-store.ts'
import { usePortfolio } from '../../../renderer/features/portfolio/portfolio-store.ts'
import { useRecovery } from '../../../renderer/features/recovery/recovery-store.ts'
import { useSession } from '../../../renderer/features/session/session-store.ts'
import { useGateway } from '../../../renderer/features/settings/gateway-store.ts'
import { useKeychain } from '../../../renderer/features/settings/keychain-store.ts'
import { useProfileCheck } from '../../../renderer/features/settings/profile-store.ts'
import { useRoute } from '../../../renderer/features/shell/route-store.ts'
import { useBackup } from '../../../renderer/features/vault/backup-store.ts'
import { useVault } from '../../../renderer/features/vault/vault-store.ts'
import { useCoins } from '../../../renderer/features/watchlist/coins-store.ts'
import { useClock } from '../../../renderer/ui/clock-store.ts'
import { useStatus } from '../../../renderer/ui/status-store.ts'

/** What there is to a store, whatever it keeps. */
export interface AnyStore {
  getInitialState: () => object
  getState: () => object
  setState: (state: never, replace: true) => void
}

export const STORES: readonly AnyStore[] = [
  ...[useAccounts, useActivity, useAirdrops, useBackup, useClock, useCoins, useGateway, useKeychain, useMarkets],
  ...[useOrders, usePortfolio, useProfileCheck, useRecovery, useRoute, useSession, useStatus, useTicket, useVault],
]
