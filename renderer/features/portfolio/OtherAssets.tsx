// What the accounts hold beside the coins of the list and USDT: no limit holds for it, and the total counts what has a price.

import type { OtherAsset, Portfolio } from '../../../shared/portfolio.ts'
import { formatDecimal, formatMoney, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Age } from '../../ui/Age.tsx'
import { PRICE_FRESH_MS } from '../../ui/QuoteAge.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'

const { column, unknown } = text.portfolio

const COLUMNS = columnsOf<OtherAsset, null>({
  asset: { head: column.asset, rowHeader: true, cell: ({ asset }) => asset },
  amount: { head: column.amount, align: 'end', cell: ({ amount }) => formatDecimal(amount) },
  price: {
    head: column.price,
    align: 'end',
    cell: ({ price, priceAt, priceAsOfMs }) =>
      price === null ? (
        <Unknown why={unknown.assetPrice} />
      ) : (
        <span className="price">
          <span className="number">{formatPrice(price, null)}</span>
          {priceAt === null ? null : <Age at={priceAt} asOfMs={priceAsOfMs} freshFor={PRICE_FRESH_MS} />}
        </span>
      ),
  },
  value: {
    head: column.value,
    align: 'end',
    cell: ({ value }) => (value === null ? <Unknown why={unknown.assetValue} /> : formatMoney(value)),
  },
})

const assetKey = ({ asset }: OtherAsset) => asset

/** The table, the largest value first; nothing while there is none of it. */
export function OtherAssets({ portfolio: { assets } }: { portfolio: Portfolio }) {
  if (assets.length === 0) return null
  return (
    <section className="other-assets" aria-label={text.portfolio.assets}>
      <h2>{text.portfolio.assets}</h2>
      <p className="hint">{text.portfolio.assetsHelp}</p>
      <DataTable
        label={text.portfolio.assets}
        columns={COLUMNS}
        given={null}
        groups={[{ id: 'assets', rows: assets }]}
        rowKey={assetKey}
      />
    </section>
  )
}
