// How many holdings no total can count: they stand at the end of the table, and must not be forgotten there.

import type { Portfolio } from '../../../shared/portfolio.ts'
import { text } from '../../messages/late/en.ts'
import { Icon } from '../../ui/pictures/Icon.tsx'

/** Nothing while every holding has a price. */
export function UnpricedNotice({ portfolio: { unpriced } }: { portfolio: Portfolio }) {
  if (unpriced.length === 0) return null
  return (
    <section className="notice warn" aria-label={text.portfolio.unpriced}>
      <Icon name="info" />
      <div>
        <h2>{text.portfolio.unpriced}</h2>
        <p>
          {text.portfolio.unpricedCount(unpriced.length)} {text.portfolio.unpricedHelp}
        </p>
      </div>
    </section>
  )
}
