// The window: rail, header, one screen, ticket, status line and footer, in a frame that shows the mode; or, while the
// profile cannot be opened, the one screen that says so.

import { lazy, Suspense, useEffect, useRef } from 'react'
import { AccountsScreen } from '../features/accounts/AccountsScreen.tsx'
import { ActivityScreen } from '../features/activity/ActivityScreen.tsx'
import { AirdropsScreen } from '../features/airdrops/AirdropsScreen.tsx'
import { CoinTrade } from '../features/orders/CoinTrade.tsx'
import { OrdersScreen } from '../features/orders/OrdersScreen.tsx'
import { TicketPanel } from '../features/orders/ticket/TicketPanel.tsx'
import { PortfolioScreen } from '../features/portfolio/PortfolioScreen.tsx'
import { RecoveryScreen } from '../features/recovery/RecoveryScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { AppFooter } from '../features/shell/AppFooter.tsx'
import { AppHeader, Notices } from '../features/shell/AppHeader.tsx'
import { Rail } from '../features/shell/Rail.tsx'
import { BackupCard } from '../features/vault/BackupCard.tsx'
import { VaultCard } from '../features/vault/VaultCard.tsx'
import { UnlockForms } from '../features/vault/VaultForms.tsx'
import { WatchlistScreen } from '../features/watchlist/WatchlistScreen.tsx'
import { text } from '../messages/en.ts'
import { useRecovery } from '../state/profile/recovery-store.ts'
import type { Screen } from '../state/route.ts'
import { followAddress } from '../state/route-actions.ts'
import { useRoute } from '../state/route-store.ts'
import { environmentOf, useSession } from '../state/session/session-store.ts'
import { PartBoundary } from '../ui/ErrorBoundary.tsx'
import { keepFocus } from '../ui/keep-focus.ts'
import { StatusLine } from '../ui/StatusLine.tsx'
import { useWhenIdle } from '../ui/when-idle.ts'
import { followKeys } from './shortcut-actions.ts'

/** Loaded after the first paint: nothing is pointed at before. */
const Tips = lazy(async () => ({ default: (await import('../ui/overlay/Tips.tsx')).Tips }))

/** Each screen, with the parts that other features offer it: no feature imports another. */
const VIEWS: Record<Screen, () => React.JSX.Element> = {
  watchlist: () => <WatchlistScreen Trade={CoinTrade} />,
  airdrops: AirdropsScreen,
  portfolio: PortfolioScreen,
  orders: OrdersScreen,
  accounts: () => (
    <AccountsScreen
      vault={
        <>
          <VaultCard />
          <BackupCard />
        </>
      }
    />
  ),
  activity: ActivityScreen,
  settings: SettingsScreen,
}

/** The whole page. */
export function App() {
  const profile = useRecovery((state) => state.status)
  const wasClosed = useRecovery((state) => state.tries > 0)
  const closed = profile !== null && profile.state !== 'open'
  return closed ? <RecoveryScreen status={profile} /> : <Screens takesFocus={wasClosed} />
}

function LateTips() {
  return (
    <Suspense fallback={null}>
      <Tips />
    </Suspense>
  )
}

/** `takesFocus` when they take the place of another screen, whose focus would be lost with it. */
function Screens({ takesFocus }: { takesFocus: boolean }) {
  const screen = useRoute((state) => state.screen)
  const environment = useSession(environmentOf)
  useEffect(followAddress, [])
  useEffect(followKeys, [])
  useEffect(keepFocus, [])
  const content = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) content.current?.focus()
  }, [takesFocus])
  const isIdle = useWhenIdle()
  const View = VIEWS[screen]
  return (
    <div className="app" data-mode={environment}>
      <Rail onSkip={() => content.current?.focus()} />
      <PartBoundary>
        <AppHeader />
      </PartBoundary>
      <main ref={content} tabIndex={-1} className="content">
        <PartBoundary>
          <Notices />
        </PartBoundary>
        <PartBoundary key={screen} title={text.shell.screens[screen]}>
          <View />
        </PartBoundary>
      </main>
      <PartBoundary>
        <TicketPanel Unlock={UnlockForms} />
      </PartBoundary>
      <PartBoundary>
        <StatusLine />
      </PartBoundary>
      <PartBoundary>
        <AppFooter />
      </PartBoundary>
      <PartBoundary>{isIdle ? <LateTips /> : null}</PartBoundary>
    </div>
  )
}
