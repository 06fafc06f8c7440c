// The price in a coin's detail: large, with its age and the prices seen since the window opened.

import { compare, type Decimal } from '../../../shared/decimal.ts'
import { formatPrice, formatZonedMoment } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { marketFor, seenKey, useMarkets } from '../../state/markets/markets-store.ts'
import { Sparkline } from '../../ui/pictures/Sparkline.tsx'
import { QuoteAge } from '../../ui/QuoteAge.tsx'
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

/** Price, age and range, or why there is none. */
export function CoinPrice({ accountId, coinId }: { accountId: string; coinId: string }) {
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  const seen = useMarkets((state) => (market ? (state.seen[seenKey(accountId, market.market)] ?? NONE) : NONE))
  const price = market?.price ?? null
  const tick = market?.rules.tick ?? null
  return (
    <div className="coin-price">
      <p>
        {market === null ? (
          <NotListed accountId={accountId} />
        ) : price === null ? (
          <Unknown why={text.coins.unknown.price} />
        ) : (
          <>
            <span className="big-number">{formatPrice(price.last, tick)}</span>{' '}
            <span className="muted">{market?.quote}</span> <QuoteAge quote={price} />
          </>
        )}
      </p>
      {market && market.stage !== 'trading' ? (
        <p className="hint">
          {text.coins.marketStage(text.stages.name[market.stage])}{' '}
          {market.opensAt === null ? null : text.stages.opens(formatZonedMoment(market.opensAt))}
          {market.closesAt === null ? null : text.stages.closes(formatZonedMoment(market.closesAt))}
        </p>
      ) : null}
      <SeenPrices prices={seen} tick={tick} />
    </div>
  )
}
