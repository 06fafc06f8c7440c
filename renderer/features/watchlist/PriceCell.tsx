// The last price of a coin on an account, with its age beside it.

import { formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { CASH, marketFor, useMarkets } from '../markets/markets-store.ts'

/** After this a price is called old; the practice exchange makes a new one every few seconds. */
export const PRICE_FRESH_MS = 30_000

/** Price and age, or why there is none. */
export function PriceCell({ accountId, coinId }: { accountId: string; coinId: string }) {
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  if (market === null) return <Unknown why={text.coins.unknown.priceNoMarket} />
  if (market === undefined) return <Unknown why={text.coins.unknown.price} />
  if (market.price === null) {
    const notOpen = market.stage === 'announced' || market.stage === 'call-auction'
    return <Unknown why={notOpen ? text.coins.unknown.priceNotOpen : text.coins.unknown.price} />
  }
  return (
    <span className="price">
      <span className="number">
        {formatPrice(market.price.last, market.rules.tick)}
        {market.quote === CASH ? null : <span className="muted"> {market.quote}</span>}
      </span>
      <Age at={market.price.at} freshFor={PRICE_FRESH_MS} />
    </span>
  )
}
