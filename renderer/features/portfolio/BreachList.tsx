// What is over a limit now, in words.

import type { Breach, Portfolio } from '../../../shared/portfolio.ts'
import { formatLimit, formatShare } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'

function lineOf({ rule, coinId, name: group, share, limit }: Breach, { holdings }: Portfolio): string {
  if (rule === 'reserve') return text.portfolio.reserveLine(formatShare(share), formatLimit(limit))
  if (group !== undefined) return text.portfolio.breachLine(group, formatShare(share), formatLimit(limit))
  const name =
    coinId === null ? text.portfolio.breachAll : (holdings.find((held) => held.coinId === coinId)?.name ?? coinId)
  return text.portfolio.breachLine(name, formatShare(share), formatLimit(limit))
}

/** Nothing while every part is within its limit. */
export function BreachList({ portfolio }: { portfolio: Portfolio }) {
  if (portfolio.breaches.length === 0) return null
  return (
    <section className="notice bad" aria-label={text.portfolio.breaches}>
      <Icon name="warn" />
      <div>
        <h2>{text.portfolio.breaches}</h2>
        <ul>
          {portfolio.breaches.map((breach) => (
            <li key={`${breach.rule} ${breach.coinId ?? breach.subject ?? ''}`}>
              {lineOf(breach, portfolio)} ({text.portfolio.ruleNames[breach.rule]})
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
