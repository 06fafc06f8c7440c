// One quiet panel: what changed while the app was closed. Nothing where nothing did.

import { useEffect } from 'react'
import { call } from '../../../api.ts'
import { formatDate, formatExact, formatZonedMoment } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { useAirdrops } from '../../../state/coins/airdrops-store.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { useSince } from '../../../state/coins/since-store.ts'
import { useTasks } from '../../../state/coins/tasks-store.ts'
import { reportFailure } from '../../../state/report.ts'
import { goTo, openCoin } from '../../../state/route-actions.ts'
import { Change } from '../../../ui/quotes/Change.tsx'
import { endOf } from '../../../ui/table/filters.ts'
import styles from './Tools.module.css'

const words = text.list.since

/** Asks once a window: what changes from now on is seen where it happens. */
async function ask(): Promise<void> {
  if (useSince.getState().asked) return
  useSince.setState({ asked: true })
  try {
    useSince.setState({ since: await call('since.get', {}) })
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Deadlines that passed meanwhile. */
function usePassed(since: string | null): { coinId: string; at: string }[] {
  const airdrops = useAirdrops((state) => state.airdrops.value)
  const tasks = useTasks((state) => state.tasks.value)
  const now = useClock.getState().now
  if (since === null) return []
  const from = Date.parse(since)
  return [
    ...(airdrops ?? []).map(({ coinId, deadline }) => ({ coinId, at: deadline })),
    ...(tasks ?? []).filter(({ state }) => state !== 'done').map(({ coinId, dueAt }) => ({ coinId, at: dueAt })),
  ].flatMap(({ coinId, at }) => {
    const end = at === null ? Number.NaN : endOf(at)
    return at !== null && end > from && end <= now ? [{ coinId, at }] : []
  })
}

function Coin({ coinId }: { coinId: string }) {
  const name = useCoins((state) => coinName(state, coinId))
  return (
    <button type="button" className="button" onClick={() => openCoin(coinId)}>
      {name}
    </button>
  )
}

/** The panel. */
export function SinceLastPanel() {
  const since = useSince((state) => state.since)
  useEffect(() => void ask(), [])
  const passed = usePassed(since?.since ?? null)
  if (since === null || since.since === null) return null
  const { prices, stages, orders } = since
  const count = prices.length + stages.length + orders.length + passed.length
  if (count === 0) return null
  return (
    <details className={styles['band']}>
      <summary>
        {words.title(formatZonedMoment(since.since))}{' '}
        <span className="muted">{words.counts(prices.length, stages.length, passed.length, orders.length)}</span>
      </summary>
      <ul className={styles['since']}>
        {prices.map(({ coinId, from, to, currency, change }) => (
          <li key={`price ${coinId}`}>
            <Coin coinId={coinId} /> {words.price(formatExact(from), formatExact(to), currency)}{' '}
            <Change change={change} />
          </li>
        ))}
        {stages.map(({ eventId, venue, market, from, to, coinIds }) => (
          <li key={`stage ${eventId}`}>
            {coinIds.slice(0, 1).map((coinId) => (
              <Coin key={coinId} coinId={coinId} />
            ))}{' '}
            {words.stage(venue, market, from ?? '', to)}
          </li>
        ))}
        {passed.map(({ coinId, at }) => (
          <li key={`deadline ${coinId} ${at}`}>
            <Coin coinId={coinId} />{' '}
            {words.deadline(at.includes('T') ? formatZonedMoment(at) : formatDate(`${at}T12:00:00`))}
          </li>
        ))}
        {orders.map(({ intentId, coinId, side, market, status }) => (
          <li key={`order ${intentId}`}>
            <Coin coinId={coinId} /> {words.order(side, market, status)}
          </li>
        ))}
      </ul>
      <p className={styles['columnEnd']}>
        <button type="button" className="button" onClick={() => useSince.setState({ since: null })}>
          {text.common.dismiss}
        </button>
        <button type="button" className="button" onClick={() => goTo({ screen: 'orders', coinId: null })}>
          {words.toOrders}
        </button>
      </p>
    </details>
  )
}
