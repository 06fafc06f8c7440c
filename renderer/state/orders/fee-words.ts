// What was paid for an order, in each asset.

import type { Fee } from '../../../shared/order.ts'
import { formatDecimal } from '../../format.ts'
import { text } from '../../messages/actions/en.ts'

/** `0.05 USDT and 0.001 BNB`; what is below zero was paid to the trader. */
export function feeWords(fees: readonly Fee[]): string {
  return fees
    .map(({ asset, amount }) => {
      const isRebate = amount.startsWith('-')
      const words = `${formatDecimal(isRebate ? amount.slice(1) : amount)} ${asset}`
      return isRebate ? text.orders.rebate(words) : words
    })
    .join(text.orders.feeAnd)
}
