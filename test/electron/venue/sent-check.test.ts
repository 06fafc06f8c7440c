// The last look before the first byte: what does not carry exactly our order does not leave.

import { describe, expect, it } from 'vitest'
import { sentCheck } from '../../../electron/adapters/venue/sent-check.ts'
import { outgoing } from '../../support/questions.ts'

const ORDER = outgoing('0123456789abcdef0123456789abcdef', { type: 'limit', amount: '25', price: '2.1' })
const KEY = ORDER.key

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const post = (body: string) => ({ method: 'POST', url: 'http://127.0.0.1/x', headers: {}, body, deadlineMs: 1 })

const RIGHT: [venue: string, body: (key: string, amount: string, price: string) => string][] = [
  ['binance', (newClientOrderId, quantity, price) => form({ newClientOrderId, quantity, price })],
  ['kraken', (cl_ord_id, volume, price) => form({ cl_ord_id, volume, price })],
  ['okx', (clOrdId, sz, px) => JSON.stringify({ clOrdId, sz, px })],
  ['okx', (clOrdId, sz, px) => JSON.stringify([{ clOrdId, sz, px }])],
  ['bybit', (orderLinkId, qty, price) => JSON.stringify({ orderLinkId, qty, price })],
  [
    'coinbase',
    (client_order_id, base_size, limit_price) =>
      JSON.stringify({ client_order_id, order_configuration: { limit_limit_gtc: { base_size, limit_price } } }),
  ],
  ['gate', (text, amount, price) => JSON.stringify({ text, amount, price })],
  ['gate', (text, amount, price) => form({ price, amount, text })],
]

describe.each(RIGHT)('%s', (venue, body) => {
  const check = sentCheck(venue, ORDER)

  it('lets the order pass that was written down, in any spelling of its numbers', () => {
    expect(check(post(body(KEY, '25', '2.1')))).toBeNull()
    expect(check(post(body(KEY, '25.0', '2.10')))).toBeNull()
  })

  it.each([
    ['key', ['ccxt-123', '25', '2.1']],
    ['amount', [KEY, '24.9', '2.1']],
    ['amount', [KEY, '2.5e1', '2.1']],
    ['amount', [KEY, '', '2.1']],
    ['price', [KEY, '25', '2.2']],
  ] as const)('stops another %s: %j', (field, [key, amount, price]) => {
    const problem = check(post(body(key, amount, price)))
    expect(problem).toBe(`The request would have carried another ${field} than the order. Nothing was sent.`)
  })
})

const STOP = outgoing(KEY, { type: 'stop-limit', amount: '25', price: '2.3', stopPrice: '2.2' })
const coinbaseStop = (limit_price: string, stop_price: string | undefined, stop_direction = 'STOP_DIRECTION_STOP_UP') =>
  JSON.stringify({
    client_order_id: KEY,
    order_configuration: { stop_limit_stop_limit_gtc: { base_size: '25', limit_price, stop_price, stop_direction } },
  })
const binanceStop = (price: string, stopPrice: string, type = 'STOP_LOSS_LIMIT') =>
  form({ newClientOrderId: KEY, quantity: '25', price, stopPrice, type })
const krakenStop = (price2: string, price: string, ordertype = 'stop-loss-limit') =>
  form({ cl_ord_id: KEY, volume: '25', price, price2, ordertype })

describe.each([
  ['binance', binanceStop],
  ['kraken', krakenStop],
  ['coinbase', coinbaseStop],
] as const)('a stop-limit order at %s', (venue, body) => {
  const problem = (order: typeof STOP, ...parts: [string, string, string?]) =>
    sentCheck(venue, order)(post(body(...parts)))

  it('passes with exactly its two prices', () => {
    expect(problem(STOP, '2.3', '2.20')).toBeNull()
    expect(problem(STOP, '2.3', '2.21')).toContain('another stop price than')
    expect(problem(STOP, '2.31', '2.2')).toContain('another price than')
    expect(problem(STOP, '2.2', '2.3')).toContain('another price, stop price than')
  })

  it('is stopped where the request is another kind of order, and where a limit order would be one', () => {
    const others = { binance: 'TAKE_PROFIT_LIMIT', kraken: 'take-profit-limit', coinbase: 'STOP_DIRECTION_STOP_DOWN' }
    const alike = { ...STOP, price: '2.2' }
    expect(problem(alike, '2.2', '2.2')).toBeNull()
    expect(problem(alike, '2.2', '2.2', others[venue])).toContain('another stop price')
    expect(problem({ ...STOP, type: 'limit', stopPrice: null }, '2.3', '2.2')).toContain('another stop price')
  })
})

it('stops a stop-limit order whose stop price is missing, and any at a venue whose words are not known here', () => {
  const missing = [
    ['binance', form({ newClientOrderId: KEY, quantity: '25', price: '2.3', type: 'STOP_LOSS_LIMIT' })],
    ['binance', form({ newClientOrderId: KEY, quantity: '25', price: '2.3', type: 'LIMIT' })],
    ['kraken', form({ cl_ord_id: KEY, volume: '25', price2: '2.3', ordertype: 'stop-loss-limit' })],
    ['coinbase', coinbaseStop('2.3', undefined)],
    ['gate', JSON.stringify({ text: KEY, amount: '25', price: '2.3', stopPrice: '2.2' })],
  ] as const
  for (const [venue, body] of missing) expect(sentCheck(venue, STOP)(post(body)), body).toContain('another stop price')
})

it('stops a price on an order that has none, and garbage', () => {
  const market = sentCheck('bybit', outgoing(KEY, { amount: '25' }))
  expect(market(post(JSON.stringify({ orderLinkId: KEY, qty: '25' })))).toBeNull()
  expect(market(post(JSON.stringify({ orderLinkId: KEY, qty: '25', price: '2' })))).toContain('another price')
  for (const body of ['', '{', 'null', '[]', '1', '"x"'])
    expect(market(post(body)), body).toContain('Nothing was sent.')
})

it.each([
  ['a number, which may have lost digits', 'okx', JSON.stringify({ clOrdId: KEY, sz: 25, px: '2.1' }), 'amount'],
  ['a second price', 'kraken', form({ cl_ord_id: KEY, volume: '25', price: '2.1', price2: '3' }), 'stop price'],
  ['two at once', 'okx', JSON.stringify([{ clOrdId: KEY, sz: '25', px: '2.1' }, {}]), 'key, amount, price'],
  ['none', 'okx', '[]', 'key, amount, price'],
  ['no terms', 'coinbase', JSON.stringify({ client_order_id: KEY }), 'amount, price'],
  ['null for terms', 'coinbase', JSON.stringify({ client_order_id: KEY, order_configuration: null }), 'amount, price'],
  ['a word for terms', 'coinbase', JSON.stringify({ client_order_id: KEY, order_configuration: 'x' }), 'amount, price'],
  ['empty terms', 'coinbase', JSON.stringify({ client_order_id: KEY, order_configuration: {} }), 'amount, price'],
  ['null', 'gate', 'null', 'key, amount, price'],
  ['a number alone', 'gate', '25', 'key, amount, price'],
  ['a word alone', 'gate', JSON.stringify(KEY), 'key, amount, price'],
])('stops an order with %s at %s', (_what, venue, body, fields) => {
  const problem = `The request would have carried another ${fields} than the order. Nothing was sent.`
  expect(sentCheck(venue, ORDER)(post(body))).toBe(problem)
})

it('reads an order in the address, where there is no body', () => {
  const check = sentCheck('binance', ORDER)
  const asked = (fields: Record<string, string>, body: string | null) =>
    check({ ...post(''), url: `http://127.0.0.1/api/v3/order?${form(fields)}`, body })
  for (const body of [null, '']) {
    expect(asked({ newClientOrderId: KEY, quantity: '25', price: '2.1' }, body)).toBeNull()
    expect(asked({ newClientOrderId: KEY, quantity: '26', price: '2.1' }, body)).toContain('another amount')
  }
})

it('knows a market order where the fields are not written down', () => {
  const check = sentCheck('gate', outgoing(KEY, { amount: '25' }))
  expect(check(post(JSON.stringify({ account: 'spot', amount: '25', text: KEY })))).toBeNull()
  expect(check(post(JSON.stringify({ account: 'spot', amount: '26', text: KEY })))).toContain('another amount')
})

it('lets what is read before an order pass', () => {
  expect(sentCheck('binance', ORDER)({ ...post(''), method: 'GET', body: null })).toBeNull()
})
