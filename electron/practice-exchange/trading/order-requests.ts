// What can be asked about orders: place, look up, void, cancel. Each is decided in one transaction.

import type { Exchange } from '../exchange.ts'
import { transaction } from '../ledger.ts'
import { ExchangeError } from '../wire/errors.ts'
import { refuseExpired, type Signer } from '../wire/signature.ts'
import { changeBalance, freeBalance } from './balances.ts'
import {
  buryKey,
  findKey,
  forgetOldKeys,
  isBuried,
  type KnownKey,
  storeOrderKey,
  storeRefusedKey,
} from './idempotency.ts'
import { findMarket } from './markets.ts'
import { fillAtOnce, finish, marketState, settleAccount } from './matching.ts'
import {
  insertOrder,
  isLive,
  liveOrders,
  type OrderRow,
  orderById,
  orderByKey,
  showOrder,
  updateOrder,
} from './orders.ts'
import { fingerprintOf, type OrderPayload } from './payload.ts'
import { stepAt } from './price-process.ts'
import { refusalOf, reservationOf } from './rules.ts'

export interface Placed {
  order: Record<string, unknown>
  replayed: boolean
}

/** A refusal that the ledger keeps under its key; thrown only after the transaction that stored it. */
export interface Refused {
  refusal: ExchangeError
  replayed: boolean
}

function buried(): ExchangeError {
  return new ExchangeError('KEY_BURIED', 'this key was voided: there is no order with it and there will be none')
}

/**
 * Accepts or refuses an order. Key, order, reservation and fills are one transaction. Throws `REQUEST_EXPIRED`,
 * `KEY_BURIED` and `IDEMPOTENCY_KEY_REUSED`, which are not kept under the key; refusals that are kept are returned.
 */
export function placeOrder(exchange: Exchange, signer: Signer, terms: OrderPayload): Placed | Refused {
  const { db } = exchange
  return transaction(db, () => {
    const now = exchange.clock.now()
    // Asked again here, after all waiting: a request that is not in by its expiry must never act.
    refuseExpired(signer, now)
    forgetOldKeys(db, now)
    settleAccount(exchange, signer.accountId, now)
    const known = findKey(db, signer.accountId, terms.idempotencyKey)
    return known === null ? decide(exchange, terms, now) : replay(exchange, known, fingerprintOf(terms))
  })
}

function replay(exchange: Exchange, known: KnownKey, fingerprint: string): Placed | Refused {
  if (known.outcome === 'buried') throw buried()
  if (known.fingerprint !== fingerprint) {
    throw new ExchangeError('IDEMPOTENCY_KEY_REUSED', 'this key was used for another order; the first result stands')
  }
  if (known.outcome === 'refused') return { refusal: known.refusal, replayed: true }
  return { order: showOrder(exchange.db, orderById(exchange.db, known.orderId)), replayed: true }
}

function decide(exchange: Exchange, terms: OrderPayload, now: number): Placed | Refused {
  const { db } = exchange
  const { accountId, idempotencyKey: key } = terms
  const use = { accountId, key, fingerprint: fingerprintOf(terms), now }
  const market = findMarket(terms.market)
  if (market === undefined) {
    const refusal = new ExchangeError('MARKET_UNKNOWN', 'there is no such market')
    storeRefusedKey(db, use, refusal)
    return { refusal, replayed: false }
  }
  const state = marketState(exchange, market, now)
  const refusal = refusalOf(terms, market, state, (asset) => freeBalance(db, accountId, asset))
  if (refusal !== null) {
    storeRefusedKey(db, use, refusal)
    return { refusal, replayed: false }
  }
  const order = insertOrder(db, terms, stepAt(now), now)
  storeOrderKey(db, use, order.order_id)
  const need = reservationOf(terms, market, state)
  changeBalance(db, accountId, need.asset, '0', need.amount)
  order.held = need.amount
  fillAtOnce(exchange, order, state, now)
  return { order: showOrder(db, order), replayed: false }
}

function requireOrder(exchange: Exchange, accountId: string, key: string): OrderRow {
  const order = orderByKey(exchange.db, accountId, key)
  if (order !== null) return order
  if (isBuried(exchange.db, accountId, key)) throw buried()
  throw new ExchangeError('ORDER_NOT_FOUND', 'there is no order with this key yet')
}

/** The order with this key. Throws `ORDER_NOT_FOUND` or `KEY_BURIED`. */
export function lookUpOrder(exchange: Exchange, accountId: string, key: string): Record<string, unknown> {
  return transaction(exchange.db, () => {
    settleAccount(exchange, accountId, exchange.clock.now())
    return showOrder(exchange.db, requireOrder(exchange, accountId, key))
  })
}

/** All orders of the account that can still fill, oldest first. */
export function openOrders(exchange: Exchange, accountId: string): Record<string, unknown>[] {
  return transaction(exchange.db, () => {
    settleAccount(exchange, accountId, exchange.clock.now())
    return liveOrders(exchange.db, accountId).map((order) => showOrder(exchange.db, order))
  })
}

/** The order with this key, or the proof that there will never be one: from then on the key is buried. */
export function voidKey(exchange: Exchange, accountId: string, key: string): Record<string, unknown> {
  const { db } = exchange
  return transaction(db, () => {
    const now = exchange.clock.now()
    settleAccount(exchange, accountId, now)
    const order = orderByKey(db, accountId, key)
    if (order !== null) return { outcome: 'order', order: showOrder(db, order) }
    buryKey(db, accountId, key, now)
    return { outcome: 'buried' }
  })
}

/** Cancels what has not filled; a final order comes back as it is. Throws `ORDER_NOT_FOUND` or `KEY_BURIED`. */
export function cancelOrder(exchange: Exchange, accountId: string, key: string): Record<string, unknown> {
  const { db } = exchange
  return transaction(db, () => {
    const now = exchange.clock.now()
    settleAccount(exchange, accountId, now)
    const order = requireOrder(exchange, accountId, key)
    if (isLive(order)) {
      finish(exchange, order, 'canceled', 'canceled on request', now)
      updateOrder(db, order)
    }
    return showOrder(db, order)
  })
}
