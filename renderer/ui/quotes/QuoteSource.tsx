// Who says a price and when, beside it; and whether others say something else.

import type { Quote } from '../../../shared/sources/quotes.ts'
import { formatChange, formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { sourceName } from '../../source-names.ts'
import { Age } from '../Age.tsx'
import { Tip } from '../overlay/Tip.tsx'
import { Icon } from '../pictures/Icon.tsx'

/** After this a public quote is called stale: sources without a stream are asked every few minutes. */
const QUOTE_FRESH_MS = 15 * 60_000

/** The words of each source that does not agree. */
function differingWords({ differs }: Pick<Quote, 'differs'>): string[] {
  return differs.map(({ source, price, currency, by }) =>
    text.common.differs(sourceName(source), `${formatPrice(price, null)} ${currency}`, formatChange(by)),
  )
}

/** A mark where sources are more than 5% apart; nothing where they agree. */
function DiffersMark({ quote }: { quote: Quote }) {
  const words = differingWords(quote)
  if (words.length === 0) return null
  const all = [text.common.sourcesDiffer, ...words].join(' ')
  return (
    <Tip label={all} tip={all} className="differs">
      <Icon name="warn" />
    </Tip>
  )
}

/** `Binance 4 s ago`. */
export function QuoteSource({ quote }: { quote: Quote }) {
  const { source, at, receivedAt } = quote
  return (
    <span className="quote-source">
      {sourceName(source)}{' '}
      <Age
        at={at ?? receivedAt}
        freshFor={QUOTE_FRESH_MS}
        source={at === null ? text.common.receivedUndated : text.common.sourceDated}
      />
      <DiffersMark quote={quote} />
    </span>
  )
}
