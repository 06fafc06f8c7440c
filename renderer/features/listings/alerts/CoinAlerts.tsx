// The alerts of one coin, in its detail.

import { useEffect } from 'react'
import { text } from '../../../messages/late/en.ts'
import { loadAlerts } from '../../../state/alerts/alerts-actions.ts'
import { useAlerts } from '../../../state/alerts/alerts-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { AddAlert } from './AddAlert.tsx'
import { AlertList } from './AlertList.tsx'

const words = text.alerts

/** The section. */
export function CoinAlerts({ coinId }: { coinId: string }) {
  const alerts = useAlerts((state) => state.alerts)
  useEffect(() => void loadAlerts(), [])
  return (
    <section className="block" aria-label={words.ofCoin}>
      <h3>{words.ofCoin}</h3>
      <LoadedView from={alerts} onRetry={() => void loadAlerts()}>
        {(list) => {
          const own = list.filter((alert) => 'coinId' in alert && alert.coinId === coinId)
          return own.length === 0 ? <p className="muted">{words.noneOfCoin}</p> : <AlertList alerts={own} isFixed />
        }}
      </LoadedView>
      <AddAlert key={coinId} coinId={coinId} isFixed />
    </section>
  )
}
