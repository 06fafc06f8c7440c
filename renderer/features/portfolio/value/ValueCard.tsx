// What the portfolio was worth, day by day: a line with its gaps, and the table behind it.

import { useEffect, useMemo } from 'react'
import { compare } from '../../../../shared/decimal.ts'
import { VALUE_RANGES, type ValueDay, type ValueHistory } from '../../../../shared/ledger/value-history.ts'
import { formatChartTime, formatDate, formatMoney } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { loadValue, showValueRange } from '../../../state/portfolio/value-actions.ts'
import { useValue } from '../../../state/portfolio/value-store.ts'
import { chartOf, HEIGHT, WIDTH } from '../../../ui/chart/chart-geometry.ts'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { columnsOf } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { runsOf } from './value-line.ts'

const words = text.value
const { column } = words

function Missing({ ids }: { ids: readonly string[] }) {
  const coins = useCoins()
  return ids.map((id) => coinName(coins, id)).join(', ')
}

const COLUMNS = columnsOf<ValueDay, null>({
  day: { head: column.day, rowHeader: true, width: 132, cell: ({ day }) => formatDate(day) },
  value: {
    head: column.value,
    align: 'end',
    width: 140,
    cell: ({ value }) => (value === null ? <Unknown why={words.gap} /> : formatMoney(value)),
  },
  from: { head: column.from, width: 200, givesWay: 2, cell: ({ from }) => words.from[from ?? 'gap'] },
  missing: { head: column.missing, width: 'rest', givesWay: 1, cell: ({ missing }) => <Missing ids={missing} /> },
})
const rowKey = ({ day }: ValueDay) => day

function Line({ history: { days, range } }: { history: ValueHistory }) {
  const runs = useMemo(() => runsOf(days), [days])
  const known = runs.flat()
  const chart = chartOf(known.map((day) => ({ ...day, open: null, high: null, low: null, volume: null })))
  const sorted = known.map(({ close }) => close).toSorted(compare)
  const [first, last, low, high] = [known[0], known.at(-1), sorted[0], sorted.at(-1)]
  if (chart === null || first === undefined || last === undefined || low === undefined || high === undefined) {
    return <p className="hint">{words.none}</p>
  }
  const { x, y, plot, levels, times } = chart
  const label = words.picture(formatDate(first.at), formatDate(last.at), formatMoney(low), formatMoney(high))
  return (
    <svg className="price-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {levels.map((level) => (
        <g key={level}>
          <line className="chart-grid" x1={plot.left} x2={plot.right} y1={y(level)} y2={y(level)} />
          <text className="chart-label" x={plot.right + 6} y={y(level) + 4}>
            {formatMoney(String(level))}
          </text>
        </g>
      ))}
      {times.map((at) => (
        <text key={at} className="chart-label middle" x={x(at)} y={HEIGHT - 6}>
          {formatChartTime(at, range)}
        </text>
      ))}
      {runs.map((run) => {
        const points = run.map(({ at, close }) => `${x(at).toFixed(1)},${y(Number(close)).toFixed(1)}`)
        // A day by itself has no line: it is a point.
        return run.length === 1 ? (
          <circle
            key={run[0]?.at}
            className="chart-line"
            cx={x(run[0]?.at ?? '')}
            cy={y(Number(run[0]?.close))}
            r={1.5}
          />
        ) : (
          <path key={run[0]?.at} className="chart-line" d={`M${points.join('L')}`} />
        )
      })}
    </svg>
  )
}

function Loaded({ history }: { history: ValueHistory }) {
  const groups = useMemo(() => [{ id: 'days', rows: history.days.toReversed() }], [history])
  return (
    <>
      <Line history={history} />
      {history.gap === null ? null : <p className="hint">{words.gaps[history.gap]}</p>}
      {history.days.length === 0 ? null : (
        <details>
          <summary>{words.show}</summary>
          <DataTable label={words.table} columns={COLUMNS} given={null} groups={groups} rowKey={rowKey} />
        </details>
      )}
    </>
  )
}

/** The card. */
export function ValueCard() {
  const history = useValue((state) => state.history)
  const range = useValue((state) => state.range)
  useEffect(() => void loadValue(), [])
  return (
    <section className="card" aria-labelledby="value-title">
      <h2 id="value-title">{words.title}</h2>
      <p className="hint">{words.help}</p>
      <Segmented
        legend={words.range}
        quietLegend
        options={VALUE_RANGES.map((value) => ({ value, label: words.ranges[value] }))}
        value={range}
        onChange={(next) => void showValueRange(next)}
      />
      <LoadedView from={history} onRetry={() => void loadValue()}>
        {(loaded) => <Loaded history={loaded} />}
      </LoadedView>
    </section>
  )
}
