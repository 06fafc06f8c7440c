// The donut and, beside it, the same content as text: each slice with its share and its limit.

import { useState } from 'react'
import type { Portfolio } from '../../../shared/portfolio.ts'
import { formatLimit, formatMoney, formatShare } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { colorOf, Donut, isPlain } from '../../ui/pictures/Donut.tsx'
import { cashShare, drawnLimitOf, orderHoldings, otherShare, slicesOf } from './allocation.ts'

interface Line {
  id: string
  name: string
  words: string
}

function linesOf(portfolio: Portfolio): Line[] {
  const lines = orderHoldings(portfolio.holdings).flatMap((holding) => {
    const { coinId, name, share } = holding
    const limit = drawnLimitOf(holding)
    if (share === null) return []
    const words = limit === null ? formatShare(share) : text.portfolio.sliceLine(formatShare(share), formatLimit(limit))
    return [{ id: coinId, name, words }]
  })
  const rest = [
    { id: 'other', name: text.portfolio.assets, share: otherShare(portfolio) },
    { id: 'cash', name: text.portfolio.cash, share: cashShare(portfolio) },
  ]
  return [
    ...lines,
    ...rest.flatMap(({ id, name, share }) => (share === null ? [] : [{ id, name, words: formatShare(share) }])),
  ]
}

/** Nothing while there is nothing to spread. */
export function AllocationView({ portfolio }: { portfolio: Portfolio }) {
  /** The slice that is pointed at. */
  const [highlighted, highlight] = useState<string | null>(null)
  const lines = linesOf(portfolio)
  if (portfolio.total === null || lines.length === 0) return null
  return (
    <section className="allocation" aria-label={text.portfolio.allocation}>
      <Donut
        slices={slicesOf(portfolio)}
        highlighted={highlighted}
        center={{ label: text.portfolio.total, value: formatMoney(portfolio.total) }}
      />
      <div className="legend-box">
        {lines.some(({ id }) => !isPlain(id)) ? <p className="hint">{text.portfolio.marks}</p> : null}
        <ul className="legend" aria-label={text.portfolio.allocationTable}>
          {lines.map(({ id, name, words }, index) => (
            <li
              key={id}
              className="legend-line"
              onPointerEnter={() => highlight(id)}
              onPointerLeave={() => highlight(null)}
            >
              <span className={`swatch ${isPlain(id) ? `fill-${id}` : `fill-${colorOf(index)}`}`} aria-hidden="true" />
              <span className="legend-name">{name}</span>
              <span className="number">{words}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
