// The picture of prices: a line or candles, with marks on it. Decoration for who hears the page: a slider beside it reads each
// price out, and a table holds them all.

import { area, line } from 'd3-shape'
import type { Candle } from '../../../shared/sources/quotes.ts'
import { formatPrice } from '../../format.ts'
import { type Chart, type ChartMark, chartOf, HEIGHT, nearestTo, WIDTH } from './chart-geometry.ts'

interface Props {
  candles: readonly Candle[]
  view: 'line' | 'candles'
  marks: readonly ChartMark[]
  /** The price that is read; its place in `candles`. */
  chosen: number
  onChoose: (index: number) => void
  timeLabel: (at: string) => string
}

/** Digits of a level at the axis. */
const LEVEL_DIGITS = 4

function Grid({ chart: { levels, times, plot, x, y }, timeLabel }: { chart: Chart } & Pick<Props, 'timeLabel'>) {
  return (
    <>
      {levels.map((level) => (
        <g key={level}>
          <line className="chart-grid" x1={plot.left} x2={plot.right} y1={y(level)} y2={y(level)} />
          <text className="chart-label" x={plot.right + 6} y={y(level) + 4}>
            {formatPrice(String(Number(level.toPrecision(LEVEL_DIGITS))), null)}
          </text>
        </g>
      ))}
      {times.map((at) => (
        <text key={at} className="chart-label middle" x={x(at)} y={HEIGHT - 6}>
          {timeLabel(at)}
        </text>
      ))}
    </>
  )
}

function Line({ candles, chart: { x, y, plot } }: { candles: readonly Candle[]; chart: Chart }) {
  const place = (candle: Candle) => x(candle.at)
  const height = (candle: Candle) => y(Number(candle.close))
  const under = area<Candle>().x(place).y0(plot.bottom).y1(height).digits(1)
  const through = line<Candle>().x(place).y(height).digits(1)
  return (
    <>
      <path className="chart-area" d={under([...candles]) ?? ''} />
      <path className="chart-line" d={through([...candles]) ?? ''} />
    </>
  )
}

function Candles({ candles, chart: { x, y, candle: width } }: { candles: readonly Candle[]; chart: Chart }) {
  return candles.map(({ at, open, high, low, close }) => {
    const [from, until] = [y(Number(open ?? close)), y(Number(close))]
    const middle = x(at)
    // Hollow and filled, so that nobody needs the colours.
    return (
      <g key={at} className={until <= from ? 'candle rise' : 'candle fall'}>
        <line x1={middle} x2={middle} y1={y(Number(high ?? close))} y2={y(Number(low ?? close))} />
        <rect
          x={middle - width / 2}
          y={Math.min(from, until)}
          width={width}
          height={Math.max(1, Math.abs(from - until))}
        />
      </g>
    )
  })
}

const ARROW = 6

function Mark({ mark: { kind, at, price }, chart: { x, y, plot } }: { mark: ChartMark; chart: Chart }) {
  const left = x(at)
  if (price === null) {
    return (
      <g className={`chart-mark ${kind}`}>
        <line x1={left} x2={left} y1={plot.top} y2={plot.bottom} />
        <path d={`M${left},${plot.top}h9l-3,4l3,4h-9z`} />
      </g>
    )
  }
  const top = y(Number(price))
  const tip = kind === 'buy' ? ARROW : -ARROW
  return <path className={`chart-mark ${kind}`} d={`M${left},${top}l${-ARROW},${tip * 1.6}h${ARROW * 2}z`} />
}

/** The picture; nothing where there are too few prices for one. */
export function PriceChart({ candles, view, marks, chosen, onChoose, timeLabel }: Props) {
  const chart = chartOf(candles)
  if (chart === null) return null
  const read = candles[chosen]
  const { plot, x, y } = chart
  return (
    <svg
      className="price-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        onChoose(nearestTo(candles, chart, (event.clientX - box.left) / box.width))
      }}
    >
      <Grid chart={chart} timeLabel={timeLabel} />
      {view === 'line' ? <Line candles={candles} chart={chart} /> : <Candles candles={candles} chart={chart} />}
      {read === undefined ? null : (
        <g className="chart-cursor">
          <line x1={x(read.at)} x2={x(read.at)} y1={plot.top} y2={plot.bottom} />
          <circle cx={x(read.at)} cy={y(Number(read.close))} r={3.5} />
        </g>
      )}
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} chart={chart} />
      ))}
    </svg>
  )
}
