// What the trader was told, the newest first: each to be put off or away.

import { useEffect } from 'react'
import type { Notification } from '../../../../shared/alerts.ts'
import { sayReason } from '../../../answer-words.ts'
import { formatZonedMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { loadEarlierNotifications, loadNotifications, snooze } from '../../../state/alerts/alerts-actions.ts'
import { useAlerts } from '../../../state/alerts/alerts-store.ts'
import { useClock } from '../../../state/clock-store.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { openCoin } from '../../../state/route-actions.ts'
import { Age } from '../../../ui/Age.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { optionsOf } from '../../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { EmptyState } from '../../../ui/StateView.tsx'

const words = text.alerts
const MINUTE_MS = 60_000

/** From now on by the backend's clock, which is the one that it is shown by. */
function putOff(notificationId: number, minutes: number): void {
  const until = new Date(useClock.getState().now + minutes * MINUTE_MS).toISOString()
  void snooze(notificationId, until)
}

function stateWords({ state, snoozedUntil, shownAt }: Notification): string {
  if (state === 'snoozed' && snoozedUntil !== null) return words.snoozedUntil(formatZonedMoment(snoozedUntil))
  return state === 'new' && shownAt === null ? words.waiting : words.states[state]
}

function OpenCoin({ coinId }: { coinId: string }) {
  const name = useCoins((state) => coinName(state, coinId))
  return (
    <button type="button" className="button quiet" onClick={() => openCoin(coinId)}>
      {words.openCoin(name)}
    </button>
  )
}

function Line({ notification }: { notification: Notification }) {
  const { notificationId, kind, at, reason, coinId, state } = notification
  const sentence = sayReason(reason)
  return (
    <li className="told-line">
      <p>
        <Badge tone={state === 'new' ? 'accent' : 'plain'}>{words.toldKinds[kind]}</Badge> {sentence} <Age at={at} />
      </p>
      <p className="action-row">
        <span className="muted">{stateWords(notification)}</span>
        {coinId === null ? null : <OpenCoin coinId={coinId} />}
        {state === 'dismissed' ? null : (
          <>
            <span className="label">{words.snooze}</span>
            {optionsOf(words.snoozes).map(({ value, label }) => (
              <button
                key={value}
                type="button"
                className="button quiet"
                aria-label={words.snoozeOf(label, sentence)}
                onClick={() => putOff(notificationId, Number(value))}
              >
                {label}
              </button>
            ))}
            <button
              type="button"
              className="button quiet"
              aria-label={words.dismissOf(sentence)}
              onClick={() => void snooze(notificationId, null)}
            >
              {words.dismiss}
            </button>
          </>
        )}
      </p>
    </li>
  )
}

/** The view; `onAlerts` leads to where alerts are added. */
export function NotificationsView({ onAlerts }: { onAlerts: () => void }) {
  const notifications = useAlerts((state) => state.notifications)
  const hasMore = useAlerts((state) => state.next !== null)
  useEffect(() => void loadNotifications(), [])
  return (
    <section className="block" aria-label={words.notifications}>
      <LoadedView from={notifications} onRetry={() => void loadNotifications()}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.notificationsNone} help={words.notificationsNoneHelp}>
              <button type="button" className="button" onClick={onAlerts}>
                {words.addAlerts}
              </button>
            </EmptyState>
          ) : (
            <ul className="told-lines">
              {list.map((notification) => (
                <Line key={notification.notificationId} notification={notification} />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {hasMore ? (
        <button type="button" className="button" onClick={() => void loadEarlierNotifications()}>
          {words.earlier}
        </button>
      ) : null}
    </section>
  )
}
