// Holdings that no total can count, listed so that they are not forgotten.

import type { Portfolio } from '../../../shared/portfolio.ts'
import { formatDecimal } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Nothing while every holding has a price. */
export function UnpricedList({ portfolio }: { portfolio: Portfolio }) {
  const unpriced = portfolio.holdings.filter(({ coinId }) => portfolio.unpriced.includes(coinId))
  if (unpriced.length === 0) return null
  return (
    <section className="notice warn" aria-label={text.portfolio.unpriced}>
      <Icon name="info" />
      <div>
        <h2>{text.portfolio.unpriced}</h2>
        <p>{text.portfolio.unpricedHelp}</p>
        <ul>
          {unpriced.map(({ coinId, name, amount }) => (
            <li key={coinId}>
              {name}: {formatDecimal(amount)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
