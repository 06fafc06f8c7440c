// The last price of a coin on an account, with its age beside it.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import { formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { CASH, marketFor, useMarkets } from '../../state/markets/markets-store.ts'
import { QuoteAge } from '../../ui/QuoteAge.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { NotListed } from './NotListed.tsx'

/** Stages without a trade yet. */
const NOT_OPEN: readonly MarketStage[] = ['announced', 'pre-launch', 'auction']

/** Price and age, or why there is none. */
export function PriceCell({ accountId, coinId }: { accountId: string; coinId: string }) {
  const market = useMarkets((state) => marketFor(state, accountId, coinId))
  if (market === null) return <NotListed accountId={accountId} />
  if (market === undefined) return <Unknown why={text.coins.unknown.price} />
  if (market.price === null) {
    const notOpen = NOT_OPEN.includes(market.stage)
    return <Unknown why={notOpen ? text.coins.unknown.priceNotOpen : text.coins.unknown.price} />
  }
  return (
    <span className="price">
      <span className="number">
        {formatPrice(market.price.last, market.rules.tick)}
        {market.quote === CASH ? null : <span className="muted"> {market.quote}</span>}
      </span>
      <QuoteAge quote={market.price} />
      {market.stage === 'trading' ? null : <span className="muted">{text.stages.name[market.stage]}</span>}
    </span>
  )
}
