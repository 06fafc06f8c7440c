// What each field of an exchange's requests means to the trader: he is told by this word which of them was not his order's. Written
// down here once more, field by field.

import { describe, expect, it } from 'vitest'
import { binanceCancel, binanceOrder } from '../../../../electron/exchanges/binance/request.ts'
import { bybitCancel, bybitOrder } from '../../../../electron/exchanges/bybit/request.ts'
import { coinbaseCancel, coinbaseOrder } from '../../../../electron/exchanges/coinbase/request.ts'
import type { ExactRequest, Field, Fields } from '../../../../electron/exchanges/common/request-fields.ts'
import type { OrderTerms } from '../../../../electron/exchanges/common/request-terms.ts'
import { gateCancel, gateOrder } from '../../../../electron/exchanges/gate/request.ts'
import { krakenCancel, krakenOrder } from '../../../../electron/exchanges/kraken/request.ts'
import { okxCancel, okxOrder } from '../../../../electron/exchanges/okx/request.ts'
import type { OutgoingOrder } from '../../../../electron/ports/system.ts'
import { outgoing } from '../../../support/questions.ts'

const KEY = '0123456789abcdef0123456789abcdef'
const UNTIL = Date.parse('2026-11-23T12:00:05.000Z')
const AT = { marketId: 'PEAQUSDT', environment: 'test', windowMs: 5_000 } as const
const LIMIT = outgoing(KEY, { type: 'limit', amount: '25', price: '2.1', validUntil: UNTIL })
const ORDERS: OutgoingOrder[] = [
  LIMIT,
  { ...LIMIT, timeInForce: 'ioc' },
  { ...LIMIT, timeInForce: 'post-only' },
  outgoing(KEY, { amount: '25', validUntil: UNTIL }),
  outgoing(KEY, { type: 'stop-limit', amount: '25', price: '2.3', stopPrice: '2.2', validUntil: UNTIL }),
]

/** Every field of a request and of its parts. */
function fieldsOf(fields: Fields): [name: string, field: Field][] {
  return Object.entries(fields).flatMap(([name, field]) => ('parts' in field ? fieldsOf(field.parts) : [[name, field]]))
}
const meaningsOf = ({ fields, headers }: ExactRequest) =>
  [...fieldsOf(fields), ...fieldsOf(headers)].map(([name, { meaning }]) => `${name}: ${meaning}`)

interface Case {
  order: (terms: OrderTerms) => ExactRequest | null
  cancel: typeof binanceCancel
  /** Of all orders together, and of cancels with and without the exchange's own id. */
  ordered: string
  canceled: string
  /** The field or header that ends the order, and what it says then; `null`: it has none. */
  ends: [name: string, value: string] | null
}

const PROGRAM = 'user-agent: program'
const BODY = 'content-type: body-kind'
const CASES: Record<string, Case> = {
  binance: {
    ...{ order: binanceOrder, cancel: binanceCancel, ends: ['timestamp', String(UNTIL - 5_000)] },
    ordered: `symbol: market, side: side, type: type, newClientOrderId: key, quantity: amount, price: price, stopPrice: stop-price,
      timeInForce: time-in-force, newOrderRespType: answer-kind, timestamp: validity, recvWindow: validity, signature: key-proof,
      ${PROGRAM}, x-mbx-apikey: key-proof, ${BODY}`,
    canceled: `symbol: market, origClientOrderId: key, orderId: id, timestamp: validity, recvWindow: validity, signature: key-proof,
      ${PROGRAM}, x-mbx-apikey: key-proof`,
  },
  kraken: {
    ...{ order: krakenOrder, cancel: krakenCancel, ends: ['deadline', '2026-11-23T12:00:05.000Z'] },
    // A stop-limit order has the stop where the others have their price.
    ordered: `nonce: number, pair: market, type: side, ordertype: type, volume: amount, cl_ord_id: key, price: price,
      price: stop-price, price2: price, timeinforce: time-in-force, oflags: time-in-force, deadline: validity, ${PROGRAM},
      api-key: key-proof, api-sign: key-proof, ${BODY}`,
    canceled: `nonce: number, cl_ord_id: key, txid: id, ${PROGRAM}, api-key: key-proof, api-sign: key-proof, ${BODY}`,
  },
  coinbase: {
    ...{ order: coinbaseOrder, cancel: coinbaseCancel, ends: null },
    ordered: `client_order_id: key, product_id: market, side: side, base_size: amount, limit_price: price, post_only: time-in-force,
      stop_price: stop-price, stop_direction: stop-price, ${PROGRAM}, authorization: key-proof, ${BODY}`,
    canceled: `order_ids: id, ${PROGRAM}, authorization: key-proof, ${BODY}`,
  },
  bybit: {
    ...{ order: bybitOrder, cancel: bybitCancel, ends: ['x-bapi-timestamp', String(UNTIL - 5_000)] },
    ordered: `category: account, symbol: market, side: side, orderType: type, qty: amount, orderLinkId: key, marketUnit: amount-unit,
      price: price, timeInForce: time-in-force, ${PROGRAM}, x-bapi-api-key: key-proof, x-bapi-sign: key-proof,
      x-bapi-timestamp: validity, x-bapi-recv-window: validity, ${BODY}`,
    canceled: `category: account, symbol: market, orderFilter: order-kind, orderLinkId: key, orderId: id, ${PROGRAM},
      x-bapi-api-key: key-proof, x-bapi-sign: key-proof, x-bapi-timestamp: validity, x-bapi-recv-window: validity, ${BODY}`,
  },
  okx: {
    ...{ order: okxOrder, cancel: okxCancel, ends: ['exptime', String(UNTIL)] },
    ordered: `instId: market, tdMode: account, side: side, ordType: type, sz: amount, clOrdId: key, tgtCcy: amount-unit, px: price,
      ${PROGRAM}, ok-access-key: key-proof, ok-access-sign: key-proof, ok-access-passphrase: key-proof, ok-access-timestamp: time,
      x-simulated-trading: environment, ${BODY}, exptime: validity`,
    canceled: `instId: market, clOrdId: key, ordId: id, ${PROGRAM}, ok-access-key: key-proof, ok-access-sign: key-proof,
      ok-access-passphrase: key-proof, ok-access-timestamp: time, x-simulated-trading: environment, ${BODY}`,
  },
  gate: {
    ...{ order: gateOrder, cancel: gateCancel, ends: ['x-gate-exptime', String(UNTIL)] },
    ordered: `currency_pair: market, type: type, account: account, side: side, amount: amount, price: price,
      time_in_force: time-in-force, text: key, ${PROGRAM}, key: key-proof, sign: key-proof, timestamp: time, ${BODY},
      x-gate-exptime: validity`,
    canceled: `account: account, currency_pair: market, ${PROGRAM}, key: key-proof, sign: key-proof, timestamp: time, ${BODY}`,
  },
}
const listed = (text: string) => text.split(/,\s+/).toSorted()
const together = (requests: (ExactRequest | null)[]) =>
  [...new Set(requests.flatMap((request) => (request === null ? [] : meaningsOf(request))))].toSorted()

describe.each(Object.entries(CASES))('%s', (_venue, { order, cancel, ordered, canceled, ends }) => {
  it('says what each field means', () => {
    expect(together(ORDERS.map((each) => order({ ...AT, order: each })))).toEqual(listed(ordered))
    expect(together([null, 'O-1'].map((orderId) => cancel({ ...AT, key: KEY, orderId })))).toEqual(listed(canceled))
  })

  it('ends the order when its attempt does, and none whose end is not known', () => {
    const endOf = (validUntil: number | null) => {
      const request = order({ ...AT, order: { ...LIMIT, validUntil } })
      if (request === null) throw new Error('a limit order is taken everywhere')
      return [...fieldsOf(request.fields), ...fieldsOf(request.headers)].find(([name]) => name === ends?.[0])?.[1]
    }
    const values = [ends?.[1], '', 'null', 'NaN', '-5000', '0', true, null, undefined, `${ends?.[1]}0`, ` ${ends?.[1]}`]
    if (ends === null) expect(endOf(UNTIL)).toBeUndefined()
    else {
      expect(values.filter((value) => endOf(UNTIL)?.holds(value))).toEqual([ends[1]])
      expect(values.filter((value) => endOf(null)?.holds(value))).toEqual([])
    }
  })

  it('takes what proves and counts from its beginning to its end', () => {
    const orders = ORDERS.flatMap((each) => order({ ...AT, order: each }) ?? [])
    const requests = [...orders, cancel({ ...AT, key: KEY, orderId: 'O-1' })]
    const fields = requests.flatMap((request) => [...fieldsOf(request.fields), ...fieldsOf(request.headers)])
    const open = fields.filter(([, { meaning }]) => ['key-proof', 'number', 'time', 'validity'].includes(meaning))
    const right = ['1795435200', '1795435200001', 'Bearer e30.e30.c2ln', '2026-11-23T12:00:00.000Z']
    for (const [name, field] of open) {
      for (const value of right)
        expect([name, field.holds(`\n${value}`), field.holds(`${value}\n`)]).toEqual([name, false, false])
    }
    expect(open.length).toBeGreaterThan(5)
  })
})
