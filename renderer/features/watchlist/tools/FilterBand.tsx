// Every column that can be asked for, with what is asked of it. What is chosen counts at once.

import { useMemo } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import type { FilterValue } from '../../../../shared/list/views.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { WITHOUT } from '../../../ui/table/filters.ts'
import type { CoinLive, CoinTableGiven } from '../coin-columns.tsx'
import { NO_NEWS } from '../watchlist-rows.ts'
import { useWatchlist } from '../watchlist-store.ts'
import { ALL_COLUMNS } from './all-columns.ts'
import { putFilter } from './filter-actions.ts'
import { isWords, sayValue } from './filter-words.ts'
import styles from './Tools.module.css'

type CoinsColumn = Column<Coin, CoinTableGiven, CoinLive>
type FilterOf<Kind extends string> = Extract<NonNullable<CoinsColumn['filter']>, { kind: Kind }>

const words = text.list.filters
/** Of more values nobody reads the list; the search finds the others. */
const MOST_VALUES = 60

interface Props<Kind extends FilterValue['kind']> {
  column: Pick<CoinsColumn, 'id' | 'head'>
  filter: FilterOf<Kind>
  asked: Extract<FilterValue, { kind: Kind }> | null
}

/** Each value that a coin has, the commonest first. */
function valuesOf(coins: readonly Coin[], filter: FilterOf<'any'>): string[] {
  const counts = new Map<string, number>()
  for (const coin of coins) {
    const values = filter.values(coin, NO_NEWS)
    for (const value of values.length === 0 ? [WITHOUT] : values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value)
}

function AnyOf({ column, filter, asked }: Props<'any'>) {
  const coins = useCoins((state) => state.coins.value)
  const all = useMemo(() => valuesOf(coins ?? [], filter), [coins, filter])
  const chosen = asked?.values ?? []
  const shown = [...new Set([...chosen, ...all.slice(0, MOST_VALUES)])]
  return (
    <fieldset className={styles['choices']}>
      <legend className="label">{column.head}</legend>
      <div className={styles['values']}>
        {shown.map((value) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const values = target.checked ? [...chosen, value] : chosen.filter((each) => each !== value)
                putFilter(column.id, values.length === 0 ? null : { kind: 'any', values })
              }}
            />
            <span>{sayValue(filter, value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function IsOrNot({ column, asked }: Props<'is'>) {
  const { yes, no } = isWords(column.id)
  return (
    <Segmented
      legend={column.head}
      options={[
        { value: 'all', label: words.all },
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      value={asked === null ? 'all' : asked.is ? 'yes' : 'no'}
      onChange={(value) => putFilter(column.id, value === 'all' ? null : { kind: 'is', is: value === 'yes' })}
    />
  )
}

/** Nothing, or no number yet, asks nothing. */
const numberIn = ({ value, valueAsNumber }: HTMLInputElement) =>
  value === '' || Number.isNaN(valueAsNumber) ? null : valueAsNumber

function Range({ column, filter, asked }: Props<'range'>) {
  const coins = useCoins((state) => state.coins.value)
  const kinds = useMemo(
    () => (filter.of === undefined ? [] : [...new Set((coins ?? []).flatMap((coin) => filter.of?.(coin) ?? []))]),
    [coins, filter],
  )
  const { of, from, to } = asked ?? { of: null, from: null, to: null }
  const put = (change: { of?: string | null; from?: number | null; to?: number | null }) => {
    const next = { kind: 'range' as const, of, from, to, ...change }
    putFilter(column.id, next.of === null && next.from === null && next.to === null ? null : next)
  }
  return (
    <fieldset className={styles['choices']}>
      <legend className="label">{column.head}</legend>
      <div className={styles['range']}>
        {kinds.length < 2 ? null : (
          <Select
            label={words.kind(column.head)}
            value={of ?? ''}
            options={[{ value: '', label: words.any }, ...kinds.map((kind) => ({ value: kind, label: kind }))]}
            onChange={(value) => put({ of: value === '' ? null : value })}
          />
        )}
        <input
          className="input short"
          type="number"
          step="any"
          aria-label={words.from(column.head)}
          placeholder={words.min}
          value={from ?? ''}
          onChange={({ target }) => put({ from: numberIn(target) })}
        />
        <span aria-hidden="true">–</span>
        <input
          className="input short"
          type="number"
          step="any"
          aria-label={words.to(column.head)}
          placeholder={words.max}
          value={to ?? ''}
          onChange={({ target }) => put({ to: numberIn(target) })}
        />
      </div>
    </fieldset>
  )
}

const MOST_DAYS = 3_660

function Within({ column, asked }: Props<'days'>) {
  return (
    <fieldset className={styles['choices']}>
      <legend className="label">{words.withinDays(column.head)}</legend>
      <div className={styles['range']}>
        <input
          className="input short"
          type="number"
          min={0}
          max={MOST_DAYS}
          aria-label={words.days(column.head)}
          placeholder={words.daysUnit}
          value={asked?.days ?? ''}
          onChange={({ target }) => {
            const days = numberIn(target)
            const isDays = days !== null && Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
            putFilter(column.id, isDays ? { kind: 'days', days } : null)
          }}
        />
        <span className="muted">{words.daysUnit}</span>
      </div>
    </fieldset>
  )
}

const askedAs = <Kind extends FilterValue['kind']>(asked: FilterValue | undefined, kind: Kind) =>
  asked?.kind === kind ? (asked as Extract<FilterValue, { kind: Kind }>) : null

function Editor({ column, asked }: { column: CoinsColumn; asked: FilterValue | undefined }) {
  const { filter } = column
  if (filter?.kind === 'any' && filter.editor !== undefined) return filter.editor(askedAs(asked, 'any')?.values ?? [])
  if (filter?.kind === 'any') return <AnyOf {...{ column, filter }} asked={askedAs(asked, 'any')} />
  if (filter?.kind === 'is') return <IsOrNot {...{ column, filter }} asked={askedAs(asked, 'is')} />
  if (filter?.kind === 'range') return <Range {...{ column, filter }} asked={askedAs(asked, 'range')} />
  if (filter?.kind === 'days') return <Within {...{ column, filter }} asked={askedAs(asked, 'days')} />
  return null
}

/** One editor a column. */
export function FilterBand() {
  const filters = useWatchlist((state) => state.filter.filters)
  return (
    <div className={styles['editors']}>
      {ALL_COLUMNS.filter(({ filter }) => filter !== undefined).map((column) => (
        <Editor key={column.id} column={column} asked={filters[column.id]} />
      ))}
    </div>
  )
}
