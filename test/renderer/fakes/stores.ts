// Every store of the page, so that no test leaves one behind in another state for the next; a test compares them with the files.

import { useAccounts } from '../../../renderer/features/accounts/accounts-store.ts'
import { useAirdropsView } from '../../../renderer/features/airdrops/airdrops-view-store.ts'
import { useOrdersView } from '../../../renderer/features/orders/orders-view-store.ts'
import { useListed } from '../../../renderer/features/watchlist/tools/listed-store.ts'
import { useWatchlist } from '../../../renderer/features/watchlist/watchlist-store.ts'
import { useActivity } from '../../../renderer/state/activity/activity-store.ts'
import { useAlerts } from '../../../renderer/state/alerts/alerts-store.ts'
import { useClock } from '../../../renderer/state/clock-store.ts'
import { useAirdrops } from '../../../renderer/state/coins/airdrops-store.ts'
import { useCoins } from '../../../renderer/state/coins/coins-store.ts'
import { useListFile } from '../../../renderer/state/coins/list-file-store.ts'
import { useSince } from '../../../renderer/state/coins/since-store.ts'
import { useTasks } from '../../../renderer/state/coins/tasks-store.ts'
import { useViews } from '../../../renderer/state/coins/views-store.ts'
import { useImports } from '../../../renderer/state/ledger/imports-store.ts'
import { useMovements } from '../../../renderer/state/ledger/movements-store.ts'
import { useResults } from '../../../renderer/state/ledger/results-store.ts'
import { useTransfers } from '../../../renderer/state/ledger/transfers-store.ts'
import { useLinks } from '../../../renderer/state/links/links-store.ts'
import { useListings } from '../../../renderer/state/listings/listings-store.ts'
import { useStaged } from '../../../renderer/state/listings/staged-store.ts'
import { useMarkets } from '../../../renderer/state/markets/markets-store.ts'
import { useNotes } from '../../../renderer/state/notes/notes-store.ts'
import { useOrders } from '../../../renderer/state/orders/orders-store.ts'
import { useOverrides } from '../../../renderer/state/portfolio/overrides-store.ts'
import { usePortfolio } from '../../../renderer/state/portfolio/portfolio-store.ts'
import { usePortfolioView } from '../../../renderer/state/portfolio/portfolio-view-store.ts'
import { useRules } from '../../../renderer/state/portfolio/rules-store.ts'
import { useTargets } from '../../../renderer/state/portfolio/targets-store.ts'
import { useValue } from '../../../renderer/state/portfolio/value-store.ts'
import { useBackup } from '../../../renderer/state/profile/backup-store.ts'
import { useProfileCheck } from '../../../renderer/state/profile/profile-store.ts'
import { useRecovery } from '../../../renderer/state/profile/recovery-store.ts'
import { useCoinMarket } from '../../../renderer/state/quotes/coin-market-store.ts'
import { useQuotes } from '../../../renderer/state/quotes/quotes-store.ts'
import { useCriteria } from '../../../renderer/state/research/criteria-store.ts'
import { useRoute } from '../../../renderer/state/route-store.ts'
import { usePalette } from '../../../renderer/state/search/palette-store.ts'
import { useGateway } from '../../../renderer/state/session/gateway-store.ts'
import { useSession } from '../../../renderer/state/session/session-store.ts'
import { useSources } from '../../../renderer/state/sources/sources-store.ts'
import { useStatus } from '../../../renderer/state/status-store.ts'
import { useTicket } from '../../../renderer/state/ticket/ticket-store.ts'
import { useUndo } from '../../../renderer/state/undo/undo-store.ts'
import { useKeychain } from '../../../renderer/state/vault/keychain-store.ts'
import { useVault } from '../../../renderer/state/vault/vault-store.ts'

/** What there is to a store, whatever it keeps. */
export interface AnyStore {
  getInitialState: () => object
  getState: () => object
  setState: (state: never, replace: true) => void
}

export const STORES: readonly AnyStore[] = [
  ...[
    useAccounts,
    useActivity,
    useAirdrops,
    useAlerts,
    useAirdropsView,
    useBackup,
    useClock,
    useCoinMarket,
    useCoins,
    useGateway,
  ],
  ...[
    useImports,
    useKeychain,
    useListings,
    useMarkets,
    useMovements,
    useOrders,
    useOrdersView,
    usePortfolio,
    usePortfolioView,
    useProfileCheck,
    useQuotes,
    useRecovery,
    useResults,
    useRoute,
  ],
  ...[
    useOverrides,
    useRules,
    useSession,
    useSources,
    useStaged,
    useStatus,
    useNotes,
    usePalette,
    useTargets,
    useValue,
    useTasks,
    useTicket,
    useTransfers,
    useVault,
    useWatchlist,
  ],
  ...[useListFile, useListed, useSince, useViews, useLinks, useCriteria, useUndo],
]
