// The terms of an order as the trader confirmed them, in one spelling, and the hash that tells a repeat from a change.

import { createHash } from 'node:crypto'
import { normalize } from '../../../shared/decimal.ts'
import type { OrderInput } from '../../../shared/order.ts'
import type { DraftRow } from '../../ports/stores.ts'
import type { AccountContext } from '../accounts/accounts.ts'

/** The fields of a new order that come from its ticket and its draft. */
export function orderTerms(draft: DraftRow, input: OrderInput, context: AccountContext) {
  return {
    intentId: draft.intentId,
    accountId: draft.accountId,
    environment: context.account.environment,
    coinId: draft.coinId,
    market: draft.market,
    side: draft.side,
    type: input.type,
    timeInForce: input.timeInForce ?? 'gtc',
    size: { unit: input.size.unit, value: normalize(input.size.value) },
    price: input.price === undefined ? null : normalize(input.price),
    stopPrice: input.stopPrice === undefined ? null : normalize(input.stopPrice),
  } as const
}

/** SHA-256 over the terms that the trader confirmed, in a fixed order; the same amount in another spelling is the same. */
export function payloadHash(
  origin: Pick<DraftRow, 'intentId' | 'accountId' | 'coinId' | 'market' | 'side'>,
  input: OrderInput,
): string {
  const terms = [
    origin.intentId,
    origin.accountId,
    origin.coinId,
    origin.market,
    origin.side,
    input.type,
    input.size.unit,
    normalize(input.size.value),
    input.price === undefined ? null : normalize(input.price),
    input.timeInForce ?? 'gtc',
    // Only where there is one: orders of the ledger keep the hash that they were written down with.
    ...(input.stopPrice === undefined ? [] : [normalize(input.stopPrice)]),
  ]
  return createHash('sha256').update(JSON.stringify(terms)).digest('hex')
}
