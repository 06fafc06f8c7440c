// The price of a coin with who says it and its age: the real quote, else the price of the account's market.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import type { Market } from '../../../shared/order.ts'
import type { Quote } from '../../../shared/sources/quotes.ts'
import { formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { CASH, marketFor, useMarkets } from '../../state/markets/markets-store.ts'
import { realQuote, showsQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { modeOf, useSession } from '../../state/session/session-store.ts'
import { QuoteAge } from '../../ui/QuoteAge.tsx'
import { QuoteSource } from '../../ui/quotes/QuoteSource.tsx'
import { SimulatedMark } from '../../ui/quotes/SimulatedMark.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { NotListed } from './NotListed.tsx'

/** Stages without a trade yet. */
const NOT_OPEN: readonly MarketStage[] = ['announced', 'pre-launch', 'auction']

function Unit({ currency }: { currency: string }) {
  return currency === CASH ? null : <span className="muted"> {currency}</span>
}

function Quoted({ quote }: { quote: Quote }) {
  return (
    <span className="price">
      <span className="number">
        {formatPrice(quote.price, null)}
        <Unit currency={quote.currency} />
      </span>
      <QuoteSource quote={quote} />
    </span>
  )
}

/** A price that orders of the account meet. */
function OfMarket({ market, accountId }: { market: Market; accountId: string }) {
  const environment = useSession((state) => modeOf(state, accountId))
  const { price, rules, quote, stage } = market
  if (price === null) {
    return <Unknown why={NOT_OPEN.includes(stage) ? text.coins.unknown.priceNotOpen : text.coins.unknown.price} />
  }
  return (
    <span className="price">
      <span className="number">
        {formatPrice(price.last, rules.tick)}
        <Unit currency={quote} />
      </span>
      <span>
        <SimulatedMark environment={environment} /> <QuoteAge quote={price} />
      </span>
      {stage === 'trading' ? null : <span className="muted">{text.stages.name[stage]}</span>}
    </span>
  )
}

/** Price, source and age, or why there is none. */
export function PriceCell({ accountId, coinId }: { accountId: string; coinId: string }) {
  const environment = useSession((state) => modeOf(state, accountId))
  const quote = useQuotes((state) => realQuote(state, coinId))
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  if (showsQuote(quote, market, environment)) return <Quoted quote={quote} />
  if (market === null) return <NotListed accountId={accountId} />
  if (market === undefined) return <Unknown why={text.coins.unknown.price} />
  return <OfMarket market={market} accountId={accountId} />
}
