// The trader's own price of a coin that no exchange of his prices. It says what he holds of it is worth by his own word, dated and
// marked as that; limits and orders never reckon with it, since a price that was typed too high would loosen them.

import { add, compare, type Decimal, multiply, subtract, sum } from '../../../shared/decimal.ts'
import { type CoinFact, dateOf, factsOf } from '../../../shared/research/coin-facts.ts'
import { CASH } from '../markets/rates.ts'
import type { Valuation, ValuedPosition } from './valuation.ts'

/** USDT for one unit, and the day or moment for which the trader noted it. */
export interface OwnPrice {
  price: Decimal
  at: string
}

/** Dollars and what stands for them count one to one, as in what was paid. */
const DOLLARS: readonly string[] = [CASH, 'USD', 'USDC']

/** The newest price of the trader's; `null` without one, or where nobody tells what its currency is worth. */
export function ownPriceOf(facts: readonly CoinFact[], rate: (currency: string) => Decimal | null): OwnPrice | null {
  const [newest] = factsOf(facts, 'price')
  if (newest === undefined) return null
  const { price, currency } = newest.value
  const one = DOLLARS.includes(currency) ? '1' : rate(currency)
  return one === null ? null : { price: multiply(price, one), at: dateOf(newest) }
}

export interface ShownPosition extends ValuedPosition {
  /** Where `valuedAt` is `own-price`: that price. */
  own: OwnPrice | null
}

/** What is held with the trader's own prices where no market tells one, and the total with what they say. */
export function withOwnPrices(
  { held, book }: Pick<Valuation, 'held' | 'book'>,
  priceOf: (coinId: string) => OwnPrice | null,
  hasAccounts: boolean,
): { held: ShownPosition[]; total: Decimal | null } {
  const shown = held.map((position): ShownPosition => {
    const { coinId, amount, valuedAt, isShared } = position
    // What another coin counts as well, and what is owed, is left to what the exchange says.
    const isOpen = valuedAt !== 'price' && !isShared && compare(amount, '0') > 0
    const own = isOpen ? priceOf(coinId) : null
    return own === null
      ? { ...position, own }
      : { ...position, own, value: multiply(amount, own.price), valuedAt: 'own-price' }
  })
  const gains = shown.flatMap(({ own, value }, at) =>
    own === null || value === null ? [] : [subtract(value, held[at]?.value ?? '0')],
  )
  if (gains.length === 0) return { held: shown, total: book.total }
  // Without an account, and without another value, there was nothing that a total could be of.
  const base = book.total ?? (hasAccounts ? null : '0')
  return { held: shown, total: base === null ? null : add(base, sum(gains)) }
}
