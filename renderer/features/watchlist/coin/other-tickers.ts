// The further tickers of a coin as one line: what is typed, what is wrong with it, and what is stored of it.

import type { Coin, CoinTicker } from '../../../../shared/coin.ts'
import { TICKER_PATTERN } from '../../../../shared/markets/ticker.ts'
import { text } from '../../../messages/late/en.ts'
import { tickerOf } from './own-coin-input.ts'

/** As many as the desk takes. */
const MOST = 12

type Named = Pick<Coin, 'ticker' | 'tickers'>

/** The line of a coin, without its present ticker. */
export function tickerLine({ ticker, tickers }: Named): string {
  return tickers
    .filter((other) => other.ticker !== ticker)
    .map((other) => other.ticker)
    .join(', ')
}

/** What would be stored of the line; `null` with a fault. Days that are known of a ticker stay with it. */
export function readTickers(line: string, coin: Named): { tickers: CoinTicker[] | null; fault: string | null } {
  const typed = line
    .split(',')
    .map(tickerOf)
    .filter((ticker) => ticker !== '')
  const others = [...new Set(typed)].filter((ticker) => ticker !== coin.ticker)
  if (!others.every((ticker) => TICKER_PATTERN.test(ticker)))
    return { tickers: null, fault: text.ownCoins.invalid.ticker }
  if (others.length > MOST) return { tickers: null, fault: text.coins.otherTickers.most(MOST) }
  const known = (ticker: string) => coin.tickers.find((one) => one.ticker === ticker)
  return { tickers: others.map((ticker) => known(ticker) ?? { ticker, since: null, until: null }), fault: null }
}
