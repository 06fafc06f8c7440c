// The prices of the picture as a table, the newest first.

import { useMemo } from 'react'
import type { Candle, History } from '../../../shared/sources/quotes.ts'
import { formatDecimal, formatMoment, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'

const words = text.market
const NONE = '–'

const price = (value: string | null) => (value === null ? NONE : formatPrice(value, null))

const COLUMNS = columnsOf<Candle, null>({
  time: {
    head: words.time,
    rowHeader: true,
    width: 132,
    cell: ({ at }) => <time dateTime={at}>{formatMoment(at)}</time>,
  },
  close: { head: words.close, align: 'end', width: 76, cell: ({ close }) => price(close) },
  open: { head: words.open, align: 'end', width: 76, givesWay: 5, cell: ({ open }) => price(open) },
  high: { head: words.high, align: 'end', width: 76, cell: ({ high }) => price(high) },
  low: { head: words.low, align: 'end', width: 76, cell: ({ low }) => price(low) },
  volume: {
    head: words.volume,
    align: 'end',
    width: 76,
    givesWay: 4,
    cell: ({ volume }) => (volume === null ? NONE : formatDecimal(volume, { min: 0, max: 2 })),
  },
})

const candleKey = ({ at }: Candle) => at

/** The table. */
export function HistoryTable({ history: { candles, range } }: { history: History }) {
  const groups = useMemo(() => [{ id: 'candles', rows: candles.toReversed() }], [candles])
  return (
    <div className="history-table">
      <DataTable label={words.table(range)} columns={COLUMNS} given={null} groups={groups} rowKey={candleKey} />
    </div>
  )
}
