// A coin's timeline.

import { useEffect } from 'react'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import { formatDate } from '../../../../format.ts'
import { text } from '../../../../messages/late/en.ts'
import { loadTasks } from '../../../../state/coins/tasks-actions.ts'
import { useTasks } from '../../../../state/coins/tasks-store.ts'
import { useListings } from '../../../../state/listings/listings-store.ts'
import { useCoinMarket } from '../../../../state/quotes/coin-market-store.ts'
import { lifeOf } from './life.ts'

const words = text.life

/** A moment as its day on this computer; a day, a month or a year as it was said. */
const dayOf = (at: string): string => (at.includes('T') ? formatDate(at) : at)

/** The section; folded, since every part of it stands somewhere else too. */
export function Timeline({ coin }: { coin: CoinDetail }) {
  const events = useListings((state) => state.events.value) ?? []
  const orders = useCoinMarket((state) => (state.coinId === coin.id ? state.trades.value : null)) ?? []
  const tasks = useTasks((state) => state.tasks.value)
  useEffect(() => void (tasks === null && loadTasks()), [tasks])
  const entries = lifeOf({ coin, events, orders, tasks: tasks ?? [] })
  return (
    <details className="own">
      <summary>
        <strong>{words.title}</strong>
      </summary>
      {entries.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="later-list" aria-label={words.title}>
        {entries.map(({ key, at, says, source }) => (
          <li key={key} className="later-fact">
            <p className="later-when">
              <time dateTime={at}>{dayOf(at)}</time>
            </p>
            <div>
              <p>{says}</p>
              {source === null ? null : <p className="source">{source}</p>}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
