// Every source's price of a coin, which of them counts and by which rule, and which sources say nothing.

import type { Quote, QuoteDetail } from '../../../shared/sources/quotes.ts'
import { sayReason } from '../../answer-words.ts'
import { formatChange, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { sourceName } from '../../source-names.ts'
import { Age } from '../../ui/Age.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/pictures/Icon.tsx'
import { Change } from '../../ui/quotes/Change.tsx'
import { SimulatedMark } from '../../ui/quotes/SimulatedMark.tsx'

const words = text.market

interface LineProps {
  quote: Quote
  counts: Quote
}

function Line({ quote, counts }: LineProps) {
  const { source, market, price, currency, change24h, at, receivedAt, basis, simulated } = quote
  const apart = counts.differs.find((other) => other.source === source)
  return (
    <li className="source-quote">
      <span>
        <strong>{sourceName(source)}</strong>{' '}
        <span className="muted">{[market, words.bases[basis]].filter((part) => part !== null).join(', ')}</span>
      </span>
      <span className="source-price">
        <span className="number">{formatPrice(price, null)}</span> <span className="muted">{currency}</span>{' '}
        {change24h === null ? null : <Change change={change24h} />}
      </span>
      <span>
        {quote === counts ? (
          <Badge tone="accent" icon="check">
            {words.counts}
          </Badge>
        ) : null}
        {simulated ? <SimulatedMark environment="practice" /> : null}
        {apart === undefined ? null : (
          <Badge tone="warn" icon="warn">
            {words.apart(formatChange(apart.by))}
          </Badge>
        )}
      </span>
      <span className="source-price">
        <Age at={at ?? receivedAt} />
      </span>
    </li>
  )
}

/** The section; `children` is the credit that sources ask for near their data. */
export function QuotesBySource({ detail: { quote, all, silent } }: { detail: QuoteDetail }) {
  return (
    <section className="block" aria-label={words.sources}>
      <h3>{words.sources}</h3>
      {quote === null ? (
        <p>{words.sourcesNone}</p>
      ) : (
        <>
          {quote.differs.length === 0 ? null : (
            <div className="notice warn">
              <Icon name="warn" />
              <p>{words.differ}</p>
            </div>
          )}
          <ul className="source-quotes">
            {all.map((each) => (
              <Line key={`${each.source} ${each.market ?? ''}`} quote={each} counts={all[0] ?? quote} />
            ))}
          </ul>
        </>
      )}
      {silent.length === 0 ? null : (
        <div>
          <h4>{words.silent}</h4>
          <ul className="hint">
            {silent.map(({ source, why }) => (
              <li key={source}>{words.silentLine(sourceName(source), sayReason(why))}</li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{words.rule}</summary>
        <ol className="hint spaced-list">
          {words.rules.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}
