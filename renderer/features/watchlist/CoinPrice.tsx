// The price in a coin's detail: large, with who says it and its age, and the prices seen since the window opened.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { Market } from '../../../shared/order.ts'
import type { Quote } from '../../../shared/sources/quotes.ts'
import { formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { momentInWords } from '../../messages/reasons/en-figures.ts'
import { marketFor, seenKey, useMarkets } from '../../state/markets/markets-store.ts'
import { realQuote, showsQuote, useQuotes } from '../../state/quotes/quotes-store.ts'
import { modeOf, useSession } from '../../state/session/session-store.ts'
import { Sparkline } from '../../ui/pictures/Sparkline.tsx'
import { QuoteAge } from '../../ui/QuoteAge.tsx'
import { Change } from '../../ui/quotes/Change.tsx'
import { QuoteSource } from '../../ui/quotes/QuoteSource.tsx'
import { SimulatedMark } from '../../ui/quotes/SimulatedMark.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { NotListed } from './NotListed.tsx'

const NONE: Decimal[] = []

function SeenPrices({ prices, tick }: { prices: readonly Decimal[]; tick: Decimal | null }) {
  const ordered = prices.toSorted(compare)
  const [low, high] = [ordered[0], ordered.at(-1)]
  if (low === undefined || high === undefined || prices.length < 2) return null
  return (
    <figure className="seen">
      <Sparkline values={prices} />
      <figcaption>
        {text.coins.detail.seen}: {text.coins.detail.seenRange(formatPrice(low, tick), formatPrice(high, tick))}
      </figcaption>
    </figure>
  )
}

interface Where {
  accountId: string
  coinId: string
}

/** The price that orders of the account meet, or why there is none. */
function OfMarket({ accountId, coinId, large }: Where & { large: boolean }) {
  const environment = useSession((state) => modeOf(state, accountId))
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  if (market === null) return large ? <NotListed accountId={accountId} /> : null
  const price = market?.price ?? null
  if (price === null) return large ? <Unknown why={text.coins.unknown.price} /> : null
  return (
    <>
      {large ? null : `${text.coins.detail.accountPrice[environment]} `}
      <span className={large ? 'big-number' : 'number'}>{formatPrice(price.last, market?.rules.tick ?? null)}</span>{' '}
      <span className="muted">{market?.quote}</span> {large ? <SimulatedMark environment={environment} /> : null}{' '}
      <QuoteAge quote={price} />
    </>
  )
}

function Quoted({ quote, accountId, coinId }: Where & { quote: Quote }) {
  return (
    <>
      <p className="quoted">
        <span className="big-number">{formatPrice(quote.price, null)}</span>{' '}
        <span className="muted">{quote.currency}</span>{' '}
        {quote.change24h === null ? null : (
          <>
            <Change change={quote.change24h} /> <span className="muted">{text.coins.detail.in24h}</span>
          </>
        )}{' '}
        <QuoteSource quote={quote} />
      </p>
      <p className="hint">
        <OfMarket accountId={accountId} coinId={coinId} large={false} />
      </p>
    </>
  )
}

function StageLine({ market }: { market: Market }) {
  if (market.stage === 'trading') return null
  return (
    <p className="hint">
      {text.coins.marketStage(text.stages.name[market.stage])}{' '}
      {market.opensAt === null ? null : text.stages.opens(momentInWords(market.opensAt))}
      {market.closesAt === null ? null : text.stages.closes(momentInWords(market.closesAt))}
    </p>
  )
}

/** Price, source, age and range, or why there is none. */
export function CoinPrice({ accountId, coinId }: Where) {
  const environment = useSession((state) => modeOf(state, accountId))
  const quote = useQuotes((state) => realQuote(state, coinId))
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  const seen = useMarkets((state) => (market ? (state.seen[seenKey(accountId, market.market)] ?? NONE) : NONE))
  const isQuoted = showsQuote(quote, market, environment)
  return (
    <div className="coin-price">
      {isQuoted ? (
        <Quoted quote={quote} accountId={accountId} coinId={coinId} />
      ) : (
        <p>
          <OfMarket accountId={accountId} coinId={coinId} large />
        </p>
      )}
      {market ? <StageLine market={market} /> : null}
      {isQuoted ? null : <SeenPrices prices={seen} tick={market?.rules.tick ?? null} />}
    </div>
  )
}
