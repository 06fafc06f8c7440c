// Gate's markets: the rows of its lists, their prices and their stage.

import type { Side } from '../../../shared/order.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import type { Venue } from '../common/library.ts'
import { type MarketRows, named } from '../common/market-rows.ts'
import { ahead, iso, type ToldStage, untilIts, word } from '../common/stages.ts'

/** What each row must have is what ccxt 4.5.84 fails without; it reads the list of margin markets along. */
export const GATE_MARKET_ROWS: readonly MarketRows[] = [
  named(/\/spot\/currency_pairs$/, [], 'id', 'base', 'quote'),
  named(/\/margin\/currency_pairs$/, [], 'id'),
  named(/\/spot\/tickers$/, [], 'currency_pair'),
]

/** It takes one market or none; the prices of all of them are a hundred times as much. */
export async function gateQuotes(exchange: Venue, markets: string[] | undefined): Promise<object> {
  const [only, ...more] = markets ?? []
  return only !== undefined && more.length === 0 ? [await exchange.fetchTicker(only)] : exchange.fetchTickers(markets)
}

const SIDES: Readonly<Record<string, readonly Side[]>> = {
  tradable: ['buy', 'sell'],
  buyable: ['buy'],
  sellable: ['sell'],
}

// docs/CurrencyPair.md of gateio/gateapi-go of 2025-07-24 and of gate/gateapi-python of 2026-03-31; its times are seconds. What
// may be traded in a market of the type `premarket` is not said.
export function gateStage(info: unknown, now: number): ToldStage {
  const seconds = (name: string) => {
    const at = Number(textOf(member(info, name)) ?? '0')
    return Number.isSafeInteger(at) && at > 0 ? at * 1_000 : null
  }
  const ends = seconds('delisting_time')
  const begins = { buy: ahead(seconds('buy_start'), now), sell: ahead(seconds('sell_start'), now) }
  const status = word(info, 'trade_status')
  if (!['', 'normal'].includes(word(info, 'type'))) return { stage: 'unknown' }
  if (status === 'untradable') {
    if (begins.buy !== null) return { stage: 'announced', opensAt: iso(begins.buy) }
    return { stage: ends !== null && ends <= now ? 'delisted' : 'halted', closesAt: iso(ends) }
  }
  const taken = Object.hasOwn(SIDES, status) ? (SIDES[status] ?? []) : null
  if (taken === null) return { stage: 'unknown' }
  const sides = taken.filter((side) => begins[side] === null)
  if (sides.length === 0) return { stage: 'announced', opensAt: iso(begins.buy ?? begins.sell) }
  if (sides.length === 2) return untilIts(ends, now)
  if (status === 'sellable') return { stage: 'delisting', closesAt: iso(ends), takes: { sides } }
  return { ...untilIts(ends, now), takes: { sides } }
}
