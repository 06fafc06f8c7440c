// Text filter, the star, and the screen by tech score with its honest count.

import { useMemo, useState } from 'react'
import type { Coin } from '../../../shared/coin.ts'
import { text } from '../../messages/en.ts'
import { useCoins } from '../../state/coins/coins-store.ts'
import { FILTER_ID } from '../../ui/element-ids.ts'
import { useListedCoins } from './use-listed-coins.ts'
import { screenCoins } from './watchlist-rows.ts'
import { useWatchlist } from './watchlist-store.ts'

const HIGHEST_SCORE = 100

function ScreenResult({ coins }: { coins: readonly Coin[] }) {
  const filter = useWatchlist((state) => state.filter)
  const matching = useListedCoins(coins)
  const screening = useMemo(() => screenCoins(matching, filter), [matching, filter])
  if (screening === null) return null
  const { passes, fails, unknown } = screening
  return text.coins.filter.screenResult(passes.length, fails.length, unknown.length)
}

function ScreenChoice() {
  const filter = useWatchlist((state) => state.filter)
  const coins = useCoins((state) => state.coins.value)
  const setFilter = useWatchlist((state) => state.setFilter)
  // What is half typed, or erased to be typed anew, is no score yet; when the field is left, it shows the one that counts.
  const [typed, type] = useState<string | null>(null)
  return (
    <div className="screen-choice">
      <label className="check">
        <input
          type="checkbox"
          aria-label={text.coins.filter.screenOn}
          checked={filter.screenOn}
          onChange={(event) => setFilter({ screenOn: event.target.checked })}
        />
        <span>{text.coins.filter.screen}</span>
      </label>
      <input
        className="input short"
        type="number"
        min={0}
        max={HIGHEST_SCORE}
        aria-label={text.coins.filter.screen}
        value={typed ?? filter.minScore}
        onChange={({ target }) => {
          type(target.value)
          const minScore = target.valueAsNumber
          if (minScore >= 0 && minScore <= HIGHEST_SCORE) setFilter({ minScore })
        }}
        onBlur={() => type(null)}
      />
      <span className="screen-result" aria-live="polite">
        {coins === null || !filter.screenOn ? null : <ScreenResult coins={coins} />}
      </span>
    </div>
  )
}

/** What narrows the list down. Escape in the text field clears it. */
export function WatchlistFilter() {
  const query = useWatchlist((state) => state.filter.query)
  const filters = useWatchlist((state) => state.filter.filters)
  const setFilter = useWatchlist((state) => state.setFilter)
  return (
    <search className="filter">
      <input
        id={FILTER_ID}
        className="input"
        type="search"
        aria-label={text.coins.filter.label}
        placeholder={text.coins.filter.placeholder}
        value={query}
        onChange={(event) => setFilter({ query: event.target.value })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={filters['watched']?.kind === 'is' && filters['watched'].is}
          onChange={(event) => {
            const { watched: _, ...others } = filters
            setFilter({ filters: event.target.checked ? { ...others, watched: { kind: 'is', is: true } } : others })
          }}
        />
        <span>{text.coins.filter.watched}</span>
      </label>
      <ScreenChoice />
    </search>
  )
}
