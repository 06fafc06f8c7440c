// What of the page is loaded after the first paint, and in which order: first what a trader may press first.

import { ORDERING } from '../features/orders/ordering.ts'
import { KEY_SHEET } from '../features/shell/late-sheet.ts'
import { ADD_COIN_PANEL, COIN_PANEL } from '../features/watchlist/coin/late-panels.ts'
import { LIST_TOOLS } from '../features/watchlist/list-tools.ts'
import { Late } from '../ui/late/Late.tsx'
import { lateView } from '../ui/late/late-view.ts'
import { Skeleton } from '../ui/StateView.tsx'
import { HEAD_TOOLS } from '../ui/table/use-head-tools.ts'
import { LONG_TABLES } from '../ui/table/use-virtualizer.ts'

/** With the parts that other features offer them: no feature imports another. */
export const TICKET = lateView(async () => {
  const [{ TicketPanel }, { UnlockForms }] = await Promise.all([
    import('../features/orders/ticket/TicketPanel.tsx'),
    import('../features/vault/VaultForms.tsx'),
  ])
  return () => <TicketPanel Unlock={UnlockForms} />
})

const ACCOUNTS = lateView(async () => {
  const [{ AccountsScreen }, { VaultCard }, { BackupCard }] = await Promise.all([
    import('../features/accounts/AccountsScreen.tsx'),
    import('../features/vault/VaultCard.tsx'),
    import('../features/vault/BackupCard.tsx'),
  ])
  const vault = (
    <>
      <VaultCard />
      <BackupCard />
    </>
  )
  return () => <AccountsScreen vault={vault} />
})

const SETTINGS = lateView(async () => {
  const [{ SettingsScreen }, { SourcesCard }] = await Promise.all([
    import('../features/settings/SettingsScreen.tsx'),
    import('../features/sources/SourcesCard.tsx'),
  ])
  const sources = <SourcesCard />
  return () => <SettingsScreen sources={sources} />
})

/** Every screen but the first one. */
export const LATE_SCREENS = {
  airdrops: lateView(async () => (await import('../features/airdrops/AirdropsScreen.tsx')).AirdropsScreen),
  portfolio: lateView(async () => (await import('../features/portfolio/PortfolioScreen.tsx')).PortfolioScreen),
  orders: lateView(async () => (await import('../features/orders/OrdersScreen.tsx')).OrdersScreen),
  accounts: ACCOUNTS,
  activity: lateView(async () => (await import('../features/activity/ActivityScreen.tsx')).ActivityScreen),
  listings: lateView(async () => (await import('../features/listings/ListingsScreen.tsx')).ListingsScreen),
  notes: lateView(async () => (await import('../features/notes/NotesScreen.tsx')).NotesScreen),
  settings: SETTINGS,
}

const COIN_MARKET = lateView(async () => {
  const [{ CoinMarket: Market }, { CoinListings }, { CoinAlerts }] = await Promise.all([
    import('../features/market/CoinMarket.tsx'),
    import('../features/listings/coin/CoinListings.tsx'),
    import('../features/listings/alerts/CoinAlerts.tsx'),
  ])
  return ({ coinId }: { coinId: string }) => (
    <>
      <Market coinId={coinId} />
      <CoinListings coinId={coinId} />
      <CoinAlerts coinId={coinId} />
    </>
  )
})

/** What public data says of a coin, its listings and its alerts, in its detail. */
export function CoinMarket({ coinId }: { coinId: string }) {
  return <Late view={COIN_MARKET} given={{ coinId }} instead={<Skeleton />} />
}

export const RECOVERY = lateView(async () => (await import('../features/recovery/RecoveryScreen.tsx')).RecoveryScreen)

export const PALETTE = lateView(async () => {
  const [{ Palette }, { follow }] = await Promise.all([
    import('../features/palette/Palette.tsx'),
    import('./palette-targets.ts'),
  ])
  return () => <Palette onPick={follow} />
})

export const TIPS = lateView(async () => (await import('../ui/overlay/Tips.tsx')).Tips)

export const UNDO = lateView(async () => (await import('../features/undo/UndoBar.tsx')).UndoBar)

/** One after the other. The recovery screen is among them: a profile can be lost while it is open. */
export const IN_IDLE_TIME = [
  ORDERING,
  TICKET,
  LIST_TOOLS,
  HEAD_TOOLS,
  COIN_PANEL,
  COIN_MARKET,
  UNDO,
  PALETTE,
  KEY_SHEET,
  TIPS,
  ...Object.values(LATE_SCREENS),
  ADD_COIN_PANEL,
  LONG_TABLES,
  RECOVERY,
]
