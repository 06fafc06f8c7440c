// The window: rail, header, one screen, ticket, status line and footer, in a frame that shows the mode; or, while the
// profile cannot be opened, the one screen that says so.

import { useEffect, useRef, useState } from 'react'
import { CoinTrade } from '../features/orders/CoinTrade.tsx'
import { AppFooter } from '../features/shell/AppFooter.tsx'
import { AppHeader, Notices } from '../features/shell/AppHeader.tsx'
import { Rail } from '../features/shell/Rail.tsx'
import { WatchlistScreen } from '../features/watchlist/WatchlistScreen.tsx'
import { text } from '../messages/en.ts'
import { useRecovery } from '../state/profile/recovery-store.ts'
import type { Screen } from '../state/route.ts'
import { followAddress } from '../state/route-actions.ts'
import { useRoute } from '../state/route-store.ts'
import { usePalette } from '../state/search/palette-store.ts'
import { environmentOf, useSession } from '../state/session/session-store.ts'
import { useTicket } from '../state/ticket/ticket-store.ts'
import { PartBoundary } from '../ui/ErrorBoundary.tsx'
import { Late } from '../ui/late/Late.tsx'
import { loadInIdleTime } from '../ui/late/late-view.ts'
import { useWhenIdle } from '../ui/late/when-idle.ts'
import { Skeleton } from '../ui/StateView.tsx'
import { StatusLine } from '../ui/StatusLine.tsx'
import { CoinMarket, IN_IDLE_TIME, LATE_SCREENS, PALETTE, RECOVERY, TICKET, TIPS, UNDO } from './late-views.tsx'
import { followKeys } from './shortcut-actions.ts'

/** Takes no props, and the same empty ones each time are no reason to draw anew. */
const NOTHING = {}

/** The whole page. */
export function App() {
  const profile = useRecovery((state) => state.status)
  const wasClosed = useRecovery((state) => state.tries > 0)
  const closed = profile !== null && profile.state !== 'open'
  return closed ? <Late view={RECOVERY} given={{ status: profile }} /> : <Screens takesFocus={wasClosed} />
}

/** The first screen is part of the first script; the others come by themselves or when they are gone to. */
function View({ screen }: { screen: Screen }) {
  if (screen === 'watchlist') return <WatchlistScreen Trade={CoinTrade} Market={CoinMarket} />
  return <Late view={LATE_SCREENS[screen]} given={NOTHING} instead={<Skeleton />} />
}

function Ticket() {
  const isOpen = useTicket((state) => state.subject !== null)
  return isOpen ? <Late view={TICKET} given={NOTHING} /> : null
}

/** Its code comes in idle time, or when it is opened before. Once here it stays drawn: it gives the focus back as it closes. */
function AnyTimePalette({ isIdle }: { isIdle: boolean }) {
  const isOpen = usePalette(({ open }) => open)
  const [isWanted, want] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    want(true)
    // Also one that could not be loaded before.
    void PALETTE.load()
  }, [isOpen])
  return isIdle || isWanted ? <Late view={PALETTE} given={NOTHING} unasked={!isOpen} /> : null
}

/** In the file that asks for the data: nothing that has the focus goes away before that is here. */
function keepFocusLater(): () => void {
  let stop = () => {}
  const here = import('../ui/keep-focus.ts').then(
    ({ keepFocus }) => {
      stop = keepFocus()
    },
    // That the rest of the file is missing is said already.
    () => {},
  )
  return () => void here.then(() => stop())
}

/** `takesFocus` when they take the place of another screen, whose focus would be lost with it. */
function Screens({ takesFocus }: { takesFocus: boolean }) {
  const screen = useRoute((state) => state.screen)
  const environment = useSession(environmentOf)
  useEffect(followAddress, [])
  useEffect(followKeys, [])
  useEffect(keepFocusLater, [])
  const content = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) content.current?.focus()
  }, [takesFocus])
  const isIdle = useWhenIdle()
  useEffect(() => {
    if (isIdle) void loadInIdleTime(IN_IDLE_TIME)
  }, [isIdle])
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
          <View screen={screen} />
        </PartBoundary>
      </main>
      <PartBoundary>
        <Ticket />
      </PartBoundary>
      <PartBoundary>
        <StatusLine />
      </PartBoundary>
      <PartBoundary>
        <AppFooter />
      </PartBoundary>
      <PartBoundary>
        <AnyTimePalette isIdle={isIdle} />
      </PartBoundary>
      <PartBoundary>{isIdle ? <Late view={TIPS} given={NOTHING} unasked /> : null}</PartBoundary>
      <PartBoundary>{isIdle ? <Late view={UNDO} given={NOTHING} unasked /> : null}</PartBoundary>
    </div>
  )
}
