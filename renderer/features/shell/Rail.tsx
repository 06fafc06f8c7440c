// The rail at the left: the screens, as links, with what needs attention.

import { text } from '../../messages/en.ts'
import { SCREENS, type Screen } from '../../state/route.ts'
import { useRoute } from '../../state/route-store.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Icon, type IconName } from '../../ui/pictures/Icon.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'

const ICONS: Record<Screen, IconName> = {
  watchlist: 'list',
  airdrops: 'gift',
  portfolio: 'pie',
  orders: 'orders',
  accounts: 'key',
  activity: 'clock',
  listings: 'bell',
  notes: 'note',
  settings: 'gear',
}

/** Navigation between the screens. */
export function Rail({ onSkip }: { onSkip: () => void }) {
  const current = useRoute((state) => state.screen)
  const unsettled = useSession((state) => state.status.value?.unsettledOrders ?? 0)
  return (
    <nav className="rail" aria-label={text.shell.navigation}>
      <button type="button" className="button skip" onClick={onSkip}>
        {text.shell.skip}
      </button>
      <p className="brand">{text.shell.appName}</p>
      <ul>
        {SCREENS.map((screen) => (
          <li key={screen}>
            <ScreenLink screen={screen} className="text-button screen-link" current={screen === current}>
              <Icon name={ICONS[screen]} />
              <span>{text.shell.screens[screen]}</span>
            </ScreenLink>
            {screen === 'orders' && unsettled > 0 ? (
              <span className="rail-count" title={text.shell.unsettled(unsettled)}>
                <span aria-hidden="true">{unsettled}</span>
                <span className="visually-hidden">{text.shell.unsettled(unsettled)}</span>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}
