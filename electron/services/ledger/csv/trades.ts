// A trade from its two sides: what left, what came, and the fees, whichever of them is money.

import { knownAsset } from '../../../../shared/assets.ts'
import { add, multiply } from '../../../../shared/decimal.ts'
import { type CsvRow, type Draft, isNothing, type Leg } from './csv-format.ts'

/** Money and stablecoins are what is paid with; where both sides are coins, the one that left is. */
const isMoneyAsset = (asset: string): boolean => {
  const kind = knownAsset(asset)?.kind
  return kind === 'money' || kind === 'stablecoin'
}

/** The movements of a trade: one of the coin, and one for each fee beyond the first. */
export function tradeOf(rows: CsvRow[], at: string, left: Leg, came: Leg, fees: readonly Leg[], note = ''): Draft[] {
  const [fee = null, ...more] = fees.filter(({ amount }) => !isNothing(amount))
  const isSale = !isMoneyAsset(left.asset) && isMoneyAsset(came.asset)
  const [of, with_] = isSale ? [left, came] : [came, left]
  const trade: Draft = {
    ...{ rows, at, kind: isSale ? 'sell' : 'buy', ...of, total: with_.amount, currency: with_.asset, fee, note },
  }
  return [trade, ...more.map((each): Draft => ({ rows, at, kind: 'fee', ...each, note }))]
}

/** A trade of a market by its side, amount and price; `total` where the file tells it. */
export function marketTrade(
  row: CsvRow,
  at: string,
  of: { base: string; quote: string; side: string; amount: string; price: string; total: string | null },
  fee: Leg | null,
): Draft[] {
  const base = { asset: of.base, amount: of.amount }
  const quote = { asset: of.quote, amount: of.total ?? multiply(of.amount, of.price) }
  const fees = fee === null ? [] : [fee]
  const isBuy = /^b/i.test(of.side)
  return isBuy ? tradeOf([row], at, quote, base, fees) : tradeOf([row], at, base, quote, fees)
}

/** The same with the id that the exchange gave the trade. */
export const named = (drafts: readonly Draft[], tradeId: string): Draft[] =>
  drafts.map((draft) => (draft.kind === 'buy' || draft.kind === 'sell' ? { ...draft, tradeId } : draft))

/** One leg of several rows of the same asset. */
export const summed = (legs: readonly Leg[]): Leg[] =>
  [...Map.groupBy(legs, ({ asset }) => asset)].map(([asset, same]) => ({
    asset,
    amount: same.reduce((sum, { amount }) => add(sum, amount), '0'),
  }))
