// The largest numbers of the page: total and cash.

import type { Portfolio } from '../../../shared/portfolio.ts'
import { formatMoney } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Unknown } from '../../ui/Unknown.tsx'

const BALANCES_FRESH_MS = 60_000

/** Total and what it leaves out, cash by asset and the age of the balances. */
export function Totals({ portfolio }: { portfolio: Portfolio }) {
  const { total, cash, asOf, asOfMs, unpriced, assets } = portfolio
  const ownPriced = portfolio.holdings.filter(({ valuedAt }) => valuedAt === 'own-price').length
  const leftOut = unpriced.length + assets.filter(({ value }) => value === null).length
  return (
    <dl className="totals">
      <div>
        <dt>{text.portfolio.total}</dt>
        <dd className="big-number">
          {total === null ? <Unknown why={text.portfolio.unknown.total} /> : formatMoney(total)}
        </dd>
      </div>
      {leftOut === 0 ? null : (
        <div>
          <dt>{text.portfolio.leftOut}</dt>
          <dd>{text.portfolio.leftOutCount(leftOut)}</dd>
        </div>
      )}
      {ownPriced === 0 ? null : (
        <div>
          <dt>{text.portfolio.ownPriced}</dt>
          <dd>{text.portfolio.ownPricedCount(ownPriced)}</dd>
        </div>
      )}
      {cash.map(({ asset, amount }) => (
        <div key={asset}>
          <dt>{`${text.portfolio.cash}, ${asset}`}</dt>
          <dd className="mid-number">{formatMoney(amount)}</dd>
        </div>
      ))}
      <div>
        <dt>{text.portfolio.asOf}</dt>
        <dd>
          {asOf === null ? (
            text.portfolio.balancesNever
          ) : (
            <Age at={asOf} asOfMs={asOfMs} freshFor={BALANCES_FRESH_MS} />
          )}
        </dd>
      </div>
    </dl>
  )
}
