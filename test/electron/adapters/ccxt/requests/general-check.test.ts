// The last look before the first byte at an exchange whose requests are not written down: each term must stand in it, in the
// address or the body, whatever its field is called.

import { expect, it } from 'vitest'
import type { HttpRequest } from '../../../../../electron/adapters/http-request.ts'
import { outgoing } from '../../../../support/questions.ts'
import { cancelCheck, sentCheck } from './spoken-checks.ts'

const KEY = '0123456789abcdef0123456789abcdef'
const ORDER = outgoing(KEY, { type: 'limit', amount: '20', price: '1.5' })
const RIGHT = { symbol: 'PEAQUSDT', side: 'BUY', type: 'LIMIT', quantity: '20', price: '1.50', id: KEY }

const asked = (url: string, body: string | null): HttpRequest => ({
  method: 'POST',
  url,
  headers: {},
  body,
  deadlineMs: 1,
  maxBytes: 1,
})
const inAddress = (fields: Record<string, string>) =>
  asked(`https://x.example/order?${new URLSearchParams(fields)}`, null)
const inBody = (fields: object) => asked('https://x.example/order', JSON.stringify(fields))
const terms = (order: Partial<typeof ORDER> = {}, marketId = 'PEAQUSDT') => ({
  order: { ...ORDER, ...order },
  marketId,
  environment: 'test' as const,
  windowMs: 0,
})
const said = (request: HttpRequest, ...more: Parameters<typeof terms>) => sentCheck('mexc', terms(...more))(request)
const otherThan = (what: string) => `The request had a different ${what} than the order. Nothing was sent.`

it('lets a request with every term, in the address, as a form or as JSON', () => {
  expect(said(inAddress(RIGHT))).toBeNull()
  expect(said(asked('https://x.example/order', String(new URLSearchParams(RIGHT))))).toBeNull()
  expect(said(inBody({ ...RIGHT, stop: null, more: [{ price: 1.5 }] }))).toBeNull()
  expect(said(inBody({ ...RIGHT, side: 'ask' }), { side: 'sell' })).toBeNull()
  expect(said(inBody({ ...RIGHT, side: 'bid' }))).toBeNull()
  const { price: _, ...market } = RIGHT
  expect(said(inBody({ ...market, type: 'market' }), { type: 'market', price: null })).toBeNull()
})

it('names each term that is missing or another', () => {
  expect(said(inBody({ ...RIGHT, id: 'another' }))).toBe(otherThan('key'))
  expect(said(inBody({ ...RIGHT, symbol: 'MOVEUSDT' }))).toBe(otherThan('market'))
  expect(said(inBody({ ...RIGHT, side: 'SELL' }))).toBe(otherThan('side'))
  expect(said(inBody({ ...RIGHT, other: 'sell' }))).toBe(otherThan('side'))
  expect(said(inBody({ ...RIGHT, type: 'MARKET' }))).toBe(otherThan('type'))
  expect(said(inBody({ ...RIGHT, more: 'market' }))).toBe(otherThan('type'))
  expect(said(inBody({ ...RIGHT, type: 'something' }))).toBe(otherThan('type'))
  expect(said(inBody({ ...RIGHT, quantity: '21' }))).toBe(otherThan('amount'))
  expect(said(inBody({ ...RIGHT, price: '1.6' }))).toBe(otherThan('price'))
  expect(said(inBody(RIGHT), { stopPrice: '2' })).toBe(otherThan('stop price'))
  expect(said(inBody({ ...RIGHT, side: '', type: '' }))).toBe(otherThan('side and type'))
  expect(said(inBody({ ...RIGHT, symbol: null }), {}, 'null')).toBe(otherThan('market'))
  expect(said(asked('nowhere', ''))).toBe(otherThan('key, market, side, type, amount, and price'))
})

it('lets one request of a call leave, and says of which there was a second', () => {
  const order = sentCheck('mexc', terms())
  expect([order(inBody(RIGHT)), order(inBody(RIGHT))]).toEqual([
    null,
    'A second request for this order was blocked. It wasn’t sent.',
  ])
  for (const venue of ['mexc', 'okx']) {
    const cancel = cancelCheck(venue, { ...terms(), key: KEY, orderId: '77' })
    const right = { ...inBody({ instId: 'PEAQUSDT', ordId: '77' }), url: 'https://x.example/api/v5/trade/cancel-order' }
    const headers = {
      'user-agent': 'Prelist',
      'content-type': 'application/json',
      'ok-access-key': 'k',
      'ok-access-sign': 's',
      'ok-access-passphrase': 'p',
      'ok-access-timestamp': '2026-11-23T12:00:00.000Z',
      'x-simulated-trading': '1',
    }
    expect([cancel({ ...right, headers }), cancel({ ...right, headers })]).toEqual([
      null,
      'A second request for this cancel was blocked. It wasn’t sent.',
    ])
  }
})

it('finds the id of what is canceled in the address too, and needs one', () => {
  const cancel = (orderId: string | null, request: HttpRequest) =>
    cancelCheck('mexc', { ...terms(), key: KEY, orderId })(request)
  expect(cancel('77', asked('https://x.example/orders/77', null))).toBeNull()
  const other = 'The request would have canceled a different order. Nothing was sent.'
  for (const url of ['https://x.example/orders/78', 'nowhere']) expect(cancel('77', asked(url, null))).toBe(other)
  expect(cancel(null, asked('https://x.example/orders/77', null))).toBe(other)
})

it('names five of many fields that are no part of a request, and not all of a long one', () => {
  const long = Array.from({ length: 7 }, (_, at): [string, string] => [`${at}${'x'.repeat(60)}`, '1'])
  const known = { symbol: 'PEAQUSDT', orderId: '77', timestamp: '1795435200000', recvWindow: '5000', signature: 's' }
  const query = new URLSearchParams([...Object.entries(known), ...long])
  const request = { ...asked(`https://x.example/api/v3/order?${query}`, null), method: 'DELETE' }
  const headers = { 'user-agent': 'Prelist', 'x-mbx-apikey': 'k' }
  const cancel = cancelCheck('binance', { ...terms(), windowMs: 5_000, key: KEY, orderId: '77' })
  const named = [0, 1, 2, 3, 4].map((at) => `${at}${'x'.repeat(39)}`).join(', ')
  expect(cancel({ ...request, headers })).toBe(
    `The request had unexpected fields for the cancel: ${named}. Nothing was sent.`,
  )
})
