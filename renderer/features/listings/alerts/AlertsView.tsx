// Every alert.

import { useEffect } from 'react'
import { text } from '../../../messages/late/en.ts'
import { loadAlerts } from '../../../state/alerts/alerts-actions.ts'
import { useAlerts } from '../../../state/alerts/alerts-store.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { AddAlert } from './AddAlert.tsx'
import { AlertList } from './AlertList.tsx'

const words = text.alerts

/** The view. */
export function AlertsView() {
  const alerts = useAlerts((state) => state.alerts)
  const first = useCoins((state) => state.coins.value?.[0]?.id ?? '')
  useEffect(() => void loadAlerts(), [])
  return (
    <section className="block" aria-label={words.title}>
      <p className="hint">{words.explain}</p>
      <AddAlert coinId={first} />
      <LoadedView from={alerts} onRetry={() => void loadAlerts()}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">
              {words.none}. {words.noneHelp}
            </p>
          ) : (
            <AlertList alerts={list} />
          )
        }
      </LoadedView>
    </section>
  )
}
