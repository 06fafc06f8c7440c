// The history of a coin's price: a line, candles or the same as a table, over a range, with the trader's own trades on it.

import { useMemo, useState } from 'react'
import { compare } from '../../../shared/decimal.ts'
import { type Candle, HISTORY_RANGES, type History } from '../../../shared/sources/quotes.ts'
import { sayReason } from '../../answer-words.ts'
import { formatChartTime, formatMoment, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { sourceName } from '../../source-names.ts'
import { loadHistory, showRange } from '../../state/quotes/coin-market-actions.ts'
import { type ChartView, useCoinMarket } from '../../state/quotes/coin-market-store.ts'
import { liveStateOf, useSources } from '../../state/sources/sources-store.ts'
import { Age } from '../../ui/Age.tsx'
import type { ChartMark } from '../../ui/chart/chart-geometry.ts'
import { PriceChart } from '../../ui/chart/PriceChart.tsx'
import { optionsOf, Segmented } from '../../ui/fields/Segmented.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { HistoryTable } from './HistoryTable.tsx'
import { type NamedMark, useMarks } from './use-marks.ts'

const words = text.market

/** Of a source that tells a price a time and no more there are none. */
const hasCandles = (candles: readonly Candle[]) => candles.some(({ open }) => open !== null)

/** What the point that is chosen says, in words and in numbers. */
function Reading({ candle }: { candle: Candle }) {
  const { at, open, high, low, close } = candle
  const parts = [
    [words.open, open],
    [words.high, high],
    [words.low, low],
    [words.close, close],
  ] as const
  return (
    <p className="chart-reading">
      <time dateTime={at}>{formatMoment(at)}</time>{' '}
      {parts.map(([name, price]) =>
        price === null ? null : (
          <span key={name}>
            <span className="muted">{name}</span> <span className="number">{formatPrice(price, null)}</span>{' '}
          </span>
        ),
      )}
    </p>
  )
}

interface DrawnProps {
  history: History
  view: 'line' | 'candles'
  marks: readonly ChartMark[]
}

/** The picture, and the slider that reads it out: the arrow keys go from price to price. */
function Drawn({ history: { candles, range, currency }, view, marks }: DrawnProps) {
  const [chosen, setChosen] = useState<number | null>(null)
  const last = candles.length - 1
  const index = Math.min(chosen ?? last, last)
  const candle = candles[index]
  if (candle === undefined) return null
  const price = `${formatPrice(candle.close, null)} ${currency ?? ''}`.trim()
  return (
    <>
      <Reading candle={candle} />
      <PriceChart
        candles={candles}
        view={view}
        marks={marks}
        chosen={index}
        onChoose={setChosen}
        timeLabel={(at) => formatChartTime(at, range)}
      />
      <input
        className="chart-slider"
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={words.point}
        aria-valuetext={words.pointAt(formatMoment(candle.at), price)}
        onChange={(event) => setChosen(event.target.valueAsNumber)}
      />
    </>
  )
}

function Marks({ marks }: { marks: readonly NamedMark[] }) {
  if (marks.length === 0) return null
  return (
    <section aria-label={words.trades}>
      <h4>{words.trades}</h4>
      <ul className="chart-marks">
        {marks.map(({ id, at, kind, label }) => (
          <li key={id}>
            <span className={`mark-sign ${kind}`} aria-hidden="true" />
            <time dateTime={at}>{formatMoment(at)}</time> <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Origin({ history }: { history: History }) {
  const { source, market, currency, receivedAt, problem, candles } = history
  const prices = candles.map(({ close }) => close).toSorted(compare)
  const [low, high] = [prices[0], prices.at(-1)]
  const name = source === null ? null : sourceName(source)
  return (
    <>
      <p className="hint">
        {name === null ? null : words.shown(name, market ?? currency ?? '')}{' '}
        {receivedAt === null ? null : <Age at={receivedAt} />}
      </p>
      {low === undefined || high === undefined ? null : (
        <p className="hint">{words.from(formatPrice(low, null), formatPrice(high, null))}</p>
      )}
      {problem === null ? null : (
        <p className="hint">
          {sayReason(problem)} {words.old}
        </p>
      )}
    </>
  )
}

function Loaded({ history, view, marks }: { history: History; view: ChartView; marks: readonly NamedMark[] }) {
  const isOff = useSources((state) => liveStateOf(state.sources.value)?.kind === 'off')
  const { candles, problem } = history
  if (candles.length < 2) {
    const why = problem === null ? '' : sayReason(problem)
    return (
      // Below the heading of its section: one of the second level would end the coin.
      <div className="state-view">
        <h4 className="state-title">{words.empty}</h4>
        <p>{isOff ? words.off : why}</p>
        <ScreenLink screen="settings" className="button">
          {words.toSettings}
        </ScreenLink>
      </div>
    )
  }
  const drawn = view === 'candles' && !hasCandles(candles) ? 'line' : view
  return (
    <>
      {drawn !== view ? <p className="hint">{words.noCandles}</p> : null}
      {drawn === 'table' ? (
        <HistoryTable history={history} />
      ) : (
        <Drawn key={history.range} history={history} view={drawn} marks={marks} />
      )}
      <Origin history={history} />
    </>
  )
}

/** The section. */
export function PriceHistory({ coinId }: { coinId: string }) {
  const history = useCoinMarket((state) => state.history)
  const range = useCoinMarket((state) => state.range)
  const view = useCoinMarket((state) => state.view)
  const setView = useCoinMarket((state) => state.setView)
  const all = useMarks(coinId)
  const first = history.value?.candles[0]?.at
  // What lies before the picture would be drawn on its edge, as if it had been then.
  const marks = useMemo(() => all.filter(({ at }) => first !== undefined && at >= first), [all, first])
  return (
    <section className="block price-history" aria-label={words.title}>
      <h3>{words.title}</h3>
      <div className="segment-row">
        <Segmented
          legend={words.range}
          quietLegend
          options={HISTORY_RANGES.map((value) => ({ value, label: words.ranges[value] }))}
          value={range}
          onChange={(next) => void showRange(next)}
        />
        <Segmented legend={words.view} quietLegend options={optionsOf(words.views)} value={view} onChange={setView} />
      </div>
      <LoadedView from={history} onRetry={() => void loadHistory()}>
        {(value) => <Loaded history={value} view={view} marks={marks} />}
      </LoadedView>
      {history.value === null ? null : <Marks marks={marks} />}
    </section>
  )
}
