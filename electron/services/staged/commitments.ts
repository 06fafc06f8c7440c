// What staged buys may come to, for the limits: an order that sends itself must find the room that the trader saw.

import { type Decimal, min, multiply } from '../../../shared/decimal.ts'
import type { Staged } from '../../../shared/markets/staged.ts'
import type { Environment } from '../../../shared/order.ts'
import type { StagedStore } from '../../ports/staged.ts'
import type { OrderJournal } from '../../ports/stores.ts'
import type { Accounts } from '../accounts/accounts.ts'

/** A buy that waits for its market: in USDT at most, and what it is paid with. */
export interface Commitment {
  coinId: string
  value: Decimal
  quote: string
}

/** The most that it can be worth in USDT; `rate`: for one unit of what it is paid with, `null` where nobody tells it. */
export function worthAtMost(
  { size, maxPrice, maxValue }: Pick<Staged, 'size' | 'maxPrice' | 'maxValue'>,
  rate: Decimal | null,
): Decimal | null {
  if (maxPrice === null || maxValue === null) return null
  const inQuote = size.unit === 'quote' ? size.value : multiply(size.value, maxPrice)
  return rate === null ? maxValue : min(maxValue, multiply(inQuote, rate))
}

/**
 * Builds what answers with the buys of an environment that wait for their markets, without `except`, by its own id or its order's. What has
 * an order by now is counted as that order; a ticket that asks is the trader's own decision, and is checked when he presses.
 */
export function createCommitments(
  store: Pick<StagedStore, 'open'>,
  journal: Pick<OrderJournal, 'get'>,
  accounts: Pick<Accounts, 'find'>,
): (environment: Environment, except?: string) => Commitment[] {
  return (environment, except) =>
    store.open().flatMap((row) => {
      const { accountId, coinId, intentId, side, stagedId, state, trigger, market } = row
      if (side !== 'buy' || trigger === 'tell' || state === 'asking') return []
      const context = accounts.find(accountId)
      if (context === null || context.account.environment !== environment) return []
      if (stagedId === except || (intentId !== null && (intentId === except || journal.get(intentId) !== null)))
        return []
      const [, quote = ''] = market.split('/')
      const value = worthAtMost(row, context.view.lastRate(quote)?.price ?? null)
      return value === null ? [] : [{ coinId, value, quote }]
    })
}
