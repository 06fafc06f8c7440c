// The last look before the first byte: what is not exactly our order, in every field and in the way it goes, does not
// leave; nor does a second request, nor a cancel of something else.

import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../../../electron/adapters/http-request.ts'
import type { OutgoingOrder } from '../../../../../electron/ports/system.ts'
import { outgoing } from '../../../../support/questions.ts'
import { cancelCheck, sentCheck } from './spoken-checks.ts'

const KEY = '0123456789abcdef0123456789abcdef'
const UNTIL = Date.parse('2026-11-23T12:00:05.000Z')
const SEALS = { signature: 'c2lnbmF0dXJl', nonce: '1795435200001' }

type Values = Record<string, unknown>
interface Right {
  path: string
  kind: 'form' | 'json'
  marketId: string
  fields: Values
  headers: Record<string, string>
}

const LIMIT = outgoing(KEY, { type: 'limit', amount: '25', price: '2.1', validUntil: UNTIL })
const MARKET = outgoing(KEY, { amount: '25', validUntil: UNTIL })
const IOC: OutgoingOrder = { ...LIMIT, timeInForce: 'ioc' }
const POST_ONLY: OutgoingOrder = { ...LIMIT, timeInForce: 'post-only' }
const STOP = outgoing(KEY, { type: 'stop-limit', amount: '25', price: '2.3', stopPrice: '2.2', validUntil: UNTIL })
const SALE: OutgoingOrder = { ...STOP, side: 'sell', price: '1.7', stopPrice: '1.8' }

const agent = { 'User-Agent': 'Prelist' }
const json = { ...agent, 'Content-Type': 'application/json' }
const form = { ...agent, 'Content-Type': 'application/x-www-form-urlencoded' }

const binance = (fields: Values): Right => ({
  path: '/api/v3/order',
  kind: 'form',
  marketId: 'PEAQUSDT',
  headers: { ...form, 'X-MBX-APIKEY': 'key' },
  fields: {
    ...{ symbol: 'PEAQUSDT', side: 'BUY', quantity: '25', newClientOrderId: KEY, newOrderRespType: 'FULL' },
    ...{ timestamp: String(UNTIL - 5_000), recvWindow: '5000', signature: SEALS.signature, ...fields },
  },
})
const kraken = (fields: Values): Right => ({
  path: '/0/private/AddOrder',
  kind: 'form',
  marketId: 'PEAQUSDT',
  headers: { ...form, 'API-Key': 'key', 'API-Sign': SEALS.signature },
  fields: {
    ...{ nonce: SEALS.nonce, pair: 'PEAQUSDT', type: 'buy', volume: '25', cl_ord_id: KEY },
    ...{ deadline: '2026-11-23T12:00:05.000Z', ...fields },
  },
})
const coinbase = (order_configuration: Values, side = 'BUY'): Right => ({
  path: '/api/v3/brokerage/orders',
  kind: 'json',
  marketId: 'PEAQ-USDT',
  headers: { ...json, Authorization: 'Bearer e30.e30.c2ln' },
  fields: { client_order_id: KEY, product_id: 'PEAQ-USDT', side, order_configuration },
})
const bybit = (fields: Values): Right => ({
  path: '/v5/order/create',
  kind: 'json',
  marketId: 'PEAQUSDT',
  headers: {
    ...{ ...json, 'X-BAPI-API-KEY': 'key', 'X-BAPI-SIGN': SEALS.signature },
    ...{ 'X-BAPI-TIMESTAMP': String(UNTIL - 5_000), 'X-BAPI-RECV-WINDOW': '5000' },
  },
  fields: { symbol: 'PEAQUSDT', side: 'Buy', orderLinkId: KEY, category: 'spot', qty: '25', ...fields },
})
const okx = (fields: Values): Right => ({
  path: '/api/v5/trade/order',
  kind: 'json',
  marketId: 'PEAQ-USDT',
  headers: {
    ...{ ...json, 'OK-ACCESS-KEY': 'key', 'OK-ACCESS-SIGN': SEALS.signature, 'OK-ACCESS-PASSPHRASE': 'words' },
    ...{ 'OK-ACCESS-TIMESTAMP': '2026-11-23T12:00:00.000Z', 'x-simulated-trading': '1', expTime: String(UNTIL) },
  },
  fields: { instId: 'PEAQ-USDT', side: 'buy', sz: '25', tdMode: 'cash', clOrdId: KEY, ...fields },
})

const resting = (post_only: boolean) => ({ limit_limit_gtc: { base_size: '25', limit_price: '2.1', post_only } })
const stopLimit = (limit_price: string, stop_price: string, stop_direction: string) => ({
  stop_limit_stop_limit_gtc: { base_size: '25', limit_price, stop_price, stop_direction },
})

const RIGHT: readonly [venue: string, what: string, order: OutgoingOrder, request: Right][] = [
  ['binance', 'market', MARKET, binance({ type: 'MARKET' })],
  ['binance', 'limit', LIMIT, binance({ type: 'LIMIT', price: '2.1', timeInForce: 'GTC' })],
  ['binance', 'ioc', IOC, binance({ type: 'LIMIT', price: '2.1', timeInForce: 'IOC' })],
  ['binance', 'post-only', POST_ONLY, binance({ type: 'LIMIT_MAKER', price: '2.1' })],
  [
    ...(['binance', 'stop-limit', STOP] as const),
    binance({ type: 'STOP_LOSS_LIMIT', price: '2.3', stopPrice: '2.2', timeInForce: 'GTC' }),
  ],
  ['kraken', 'market', MARKET, kraken({ ordertype: 'market' })],
  ['kraken', 'limit', LIMIT, kraken({ ordertype: 'limit', price: '2.1', timeinforce: 'GTC' })],
  ['kraken', 'ioc', IOC, kraken({ ordertype: 'limit', price: '2.1', timeinforce: 'IOC' })],
  ['kraken', 'post-only', POST_ONLY, kraken({ ordertype: 'limit', price: '2.1', oflags: 'post' })],
  ['kraken', 'stop-limit', STOP, kraken({ ordertype: 'stop-loss-limit', price: '2.2', price2: '2.3' })],
  ['coinbase', 'market', MARKET, coinbase({ market_market_ioc: { base_size: '25' } })],
  ['coinbase', 'limit', LIMIT, coinbase(resting(false))],
  ['coinbase', 'ioc', IOC, coinbase({ sor_limit_ioc: { base_size: '25', limit_price: '2.1' } })],
  ['coinbase', 'post-only', POST_ONLY, coinbase(resting(true))],
  ['coinbase', 'stop-limit', STOP, coinbase(stopLimit('2.3', '2.2', 'STOP_DIRECTION_STOP_UP'))],
  ['coinbase', 'sale by a stop', SALE, coinbase(stopLimit('1.7', '1.8', 'STOP_DIRECTION_STOP_DOWN'), 'SELL')],
  ['bybit', 'market', MARKET, bybit({ orderType: 'Market', marketUnit: 'baseCoin' })],
  ['bybit', 'limit', LIMIT, bybit({ orderType: 'Limit', price: '2.1', timeInForce: 'GTC' })],
  ['bybit', 'ioc', IOC, bybit({ orderType: 'Limit', price: '2.1', timeInForce: 'IOC' })],
  ['bybit', 'post-only', POST_ONLY, bybit({ orderType: 'Limit', price: '2.1', timeInForce: 'PostOnly' })],
  ['okx', 'market', MARKET, okx({ ordType: 'market', tgtCcy: 'base_ccy' })],
  ['okx', 'limit', LIMIT, okx({ ordType: 'limit', px: '2.1' })],
  ['okx', 'ioc', IOC, okx({ ordType: 'ioc', px: '2.1' })],
  ['okx', 'post-only', POST_ONLY, okx({ ordType: 'post_only', px: '2.1' })],
]

const bodyOf = (kind: Right['kind'], fields: Values) =>
  kind === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields as Record<string, string>).toString()

const toRequest = ({ path, kind, fields, headers }: Right): HttpRequest => ({
  ...{ method: 'POST', url: `https://exchange.example${path}`, headers, body: bodyOf(kind, fields), deadlineMs: 1 },
})

const check = (venue: string, order: OutgoingOrder, { marketId }: Right, environment: 'test' | 'live' = 'test') =>
  sentCheck(venue, { order, marketId, environment, windowMs: venue === 'coinbase' ? 0 : 5_000 })

/** Every single thing that can be changed about the fields, each by itself. */
function changes(fields: Values): [what: string, fields: Values][] {
  const more: Values = { ...fields, leverage: '2' }
  return [
    ['a field besides', more],
    ...Object.entries(fields).flatMap(([name, value]): [string, Values][] => {
      const { [name]: _, ...left } = fields
      const other: [string, unknown][] =
        typeof value === 'object' && value !== null
          ? changes(value as Values).map(([what, changed]) => [`${name}: ${what}`, changed])
          : others(value).map((one) => [`${name} as ${JSON.stringify(one)}`, one])
      return [
        [`without ${name}`, left],
        ...other.map(([what, one]): [string, Values] => [what, { ...fields, [name]: one }]),
      ]
    }),
  ]
}

/** `signature` and the like may be any text. */
function others(value: unknown): unknown[] {
  if (typeof value !== 'string') return [!value, String(value), null]
  if (Object.values(SEALS).includes(value)) return ['']
  const number = Number(value)
  return [`${value}x`, '', null, [value], { value }, ...(Number.isNaN(number) ? [] : [number, String(number * 1.5)])]
}

/** Another field of ours with the same text: then this one carries it by chance. */
const isForm = ({ kind }: Right) => kind === 'form'

describe.each(RIGHT)('%s, %s', (venue, _what, order, right) => {
  it('passes as it is written down, in any spelling of its numbers', () => {
    expect(check(venue, order, right)(toRequest(right))).toBeNull()
    const body = (toRequest(right).body ?? '').replace(/(["=])25(["&]|$)/, '$125.0$2')
    expect(check(venue, order, right)({ ...toRequest(right), body })).toBeNull()
  })

  it('is stopped with any field gone, changed, of another type or besides', () => {
    const passed = changes(right.fields)
      // A form has texts alone: what becomes the same text is no change.
      .filter(([, fields]) => !(isForm(right) && bodyOf('form', fields) === bodyOf('form', right.fields)))
      .filter(([, fields]) => check(venue, order, right)(toRequest({ ...right, fields })) === null)
      .map(([what]) => what)
    expect(passed).toEqual([])
  })

  it('is stopped with any header gone, changed or besides', () => {
    const names = Object.keys(right.headers)
    const isProof = (name: string) => /key|sign|passphrase|authorization|ok-access-timestamp/i.test(name)
    const headers = [
      ...names.map((name) => Object.fromEntries(Object.entries(right.headers).filter(([one]) => one !== name))),
      ...names.map((name) => ({ ...right.headers, [name]: isProof(name) ? '' : `${right.headers[name]}1` })),
      { ...right.headers, Referer: 'CCXT' },
      { ...right.headers, 'x-forwarded-host': 'elsewhere' },
    ]
    const passed = headers.filter((all) => check(venue, order, right)(toRequest({ ...right, headers: all })) === null)
    expect(passed).toEqual([])
  })

  it('is stopped as any other order', () => {
    const meant: Partial<OutgoingOrder>[] = [
      ...[{ side: order.side === 'buy' ? ('sell' as const) : ('buy' as const) }, { key: 'f'.repeat(32) }],
      ...[{ amount: '24.9' }, ...(order.price === null ? [] : [{ price: '2.4' }])],
      ...(order.stopPrice === null ? [] : [{ stopPrice: '2.25' }]),
      ...(venue === 'coinbase' ? [] : [{ validUntil: UNTIL + 2_000 }]),
      ...(order.type !== 'limit' ? [] : [{ timeInForce: order.timeInForce === 'ioc' ? ('gtc' as const) : 'ioc' }]),
    ] as Partial<OutgoingOrder>[]
    for (const change of meant) {
      expect(check(venue, { ...order, ...change }, right)(toRequest(right)), JSON.stringify(change)).toContain(
        'different',
      )
    }
    const elsewhere = check(venue, order, { ...right, marketId: 'MOVEUSDT' })
    expect(elsewhere(toRequest(right))).toBe('The request had a different market than the order. Nothing was sent.')
    for (const [, , another] of RIGHT.filter(([one, , other]) => one === venue && other !== order)) {
      expect(check(venue, another, right)(toRequest(right))).toContain('Nothing was sent.')
    }
  })

  it('is stopped another way: another path, method, query or place', () => {
    const request = toRequest(right)
    const body = request.body ?? ''
    const ways: Partial<HttpRequest>[] = [
      { method: 'PUT' },
      { url: `${request.url}/test` },
      { url: `${request.url}?leverage=2` },
      { url: `${request.url}?${body}`, body: null },
      { url: `${request.url}#x` },
      { body: null },
      ...['', '{', 'null', '[]', '1', '"x"', `[${body}]`, ` ${body}`, `${body}&`].map((one) => ({ body: one })),
    ]
    for (const way of ways) {
      const isSame = right.kind === 'form' && way.body === `${body}&`
      const problem = check(venue, order, right)({ ...request, ...way })
      if (isSame) expect(problem).toBeNull()
      else expect(problem, JSON.stringify(way)).toContain('Nothing was sent.')
    }
  })

  it('is stopped with a field twice, whichever of them counts there', () => {
    const request = toRequest(right)
    const body = request.body ?? ''
    for (const name of Object.keys(right.fields)) {
      const value = right.fields[name]
      const twice =
        right.kind === 'form'
          ? [`${name}=${value}&${body}`, `${body}&${name}=x`]
          : [body.replace('{', `{"${name}":"x",`), body.replace('{', `{"${name}":${JSON.stringify(value)},`)]
      for (const one of twice) {
        expect(check(venue, order, right)({ ...request, body: one }), one).toContain('Nothing was sent.')
      }
    }
  })

  it('leaves once; what is read before passes', () => {
    const once = check(venue, order, right)
    expect(once({ ...toRequest(right), method: 'GET', body: null })).toBeNull()
    expect(once(toRequest(right))).toBeNull()
    expect(once(toRequest(right))).toBe('A second request for this order was blocked. It wasn’t sent.')
  })
})

it('tells in words what is wrong, and which fields are too many', () => {
  const [, , order, right] = RIGHT.find(([venue, what]) => venue === 'bybit' && what === 'ioc') ?? RIGHT[0] ?? []
  if (order === undefined || right === undefined) throw new Error('no order')
  const said = (fields: Values) => check('bybit', order, right)(toRequest({ ...right, fields }))
  const { fields } = right
  expect(said({ ...fields, timeInForce: 'GTC', category: 'linear' })).toBe(
    'The request had a different account and time in force than the order. Nothing was sent.',
  )
  expect(said({ ...fields, isLeverage: 1, takeProfit: '3' })).toBe(
    'The request had unexpected fields for the order: isLeverage, takeProfit. Nothing was sent.',
  )
})

it('holds the word for simulated trading to the account', () => {
  const right = okx({ ordType: 'limit', px: '2.1' })
  const { 'x-simulated-trading': _, ...headers } = right.headers
  expect(check('okx', LIMIT, right)(toRequest({ ...right, headers }))).toContain('different environment')
  expect(check('okx', LIMIT, right, 'live')(toRequest(right))).toContain(
    'unexpected fields for the order: x-simulated-trading',
  )
  expect(check('okx', LIMIT, right, 'live')(toRequest({ ...right, headers }))).toBeNull()
})

it('sends no kind of order that an exchange is not sent, and none without its end', () => {
  expect(check('okx', STOP, okx({}))(toRequest(okx({})))).toBe(
    'Prelist doesn’t place this kind of order on this exchange. Nothing was sent.',
  )
  for (const [venue, , order, right] of RIGHT.filter(([one]) => one !== 'coinbase')) {
    const { deadline: _, timestamp: __, recvWindow: ___, ...fields } = right.fields
    const endless = check(venue, { ...order, validUntil: null }, right)
    expect(endless(toRequest(right)), venue).toContain('validity')
    expect(endless(toRequest({ ...right, fields })), venue).toContain('Nothing was sent.')
  }
})

const CANCELS: readonly [venue: string, byId: Partial<HttpRequest>, byKey: Partial<HttpRequest> | null][] = (() => {
  const at = (path: string) => `https://exchange.example${path}`
  const query = (named: string) =>
    at(`/api/v3/order?timestamp=1795435200000&symbol=PEAQUSDT&${named}&recvWindow=5000&signature=s`)
  const cancel = { headers: { ...agent, 'X-MBX-APIKEY': 'key' }, method: 'DELETE', body: null }
  const bybitBody = (named: object) =>
    JSON.stringify({ symbol: 'PEAQUSDT', orderFilter: 'Order', ...named, category: 'spot' })
  const { expTime: _, ...okxHeaders } = okx({}).headers
  const okxCancel = { url: at('/api/v5/trade/cancel-order'), headers: okxHeaders }
  const krakenCancel = { url: at('/0/private/CancelOrder'), headers: kraken({}).headers }
  const bybitCancel = { url: at('/v5/order/cancel'), headers: bybit({}).headers }
  return [
    ['binance', { ...cancel, url: query('orderId=77') }, { ...cancel, url: query(`origClientOrderId=${KEY}`) }],
    [
      'kraken',
      { ...krakenCancel, body: `nonce=${SEALS.nonce}&txid=77` },
      { ...krakenCancel, body: `nonce=${SEALS.nonce}&cl_ord_id=${KEY}` },
    ],
    [
      'coinbase',
      {
        url: at('/api/v3/brokerage/orders/batch_cancel'),
        headers: coinbase({}).headers,
        body: JSON.stringify({ order_ids: ['77'] }),
      },
      null,
    ],
    [
      'bybit',
      { ...bybitCancel, body: bybitBody({ orderId: '77' }) },
      { ...bybitCancel, body: bybitBody({ orderLinkId: KEY }) },
    ],
    [
      'okx',
      { ...okxCancel, body: JSON.stringify({ instId: 'PEAQ-USDT', ordId: '77' }) },
      { ...okxCancel, body: JSON.stringify({ instId: 'PEAQ-USDT', clOrdId: KEY }) },
    ],
    ['mexc', { url: at('/orders/77'), method: 'DELETE', body: null, headers: {} }, null],
  ]
})()

describe.each(CANCELS)('a cancel at %s', (venue, byId, byKey) => {
  const marketId = ['coinbase', 'okx'].includes(venue) ? 'PEAQ-USDT' : 'PEAQUSDT'
  const cancel = (orderId: string | null, key = KEY) =>
    cancelCheck(venue, { marketId, environment: 'test', windowMs: 5_000, key, orderId })
  const whole = (parts: Partial<HttpRequest>): HttpRequest => ({
    ...{ method: 'POST', url: '', headers: {}, body: null, deadlineMs: 1, ...parts },
  })

  it('names the order by the one id that is known, once, and nothing else', () => {
    expect(cancel('77')(whole(byId))).toBeNull()
    expect(cancel('78')(whole(byId))).toContain('Nothing was sent.')
    expect(cancel(null)(whole(byId))).toContain('Nothing was sent.')
    if (byKey === null) return
    expect(cancel(null)(whole(byKey))).toBeNull()
    expect(cancel(null, 'f'.repeat(32))(whole(byKey))).toContain('different key than the cancel')
    expect(cancel('77')(whole(byKey))).toContain('Nothing was sent.')
    const twice = cancel('77')
    expect([twice(whole(byId)), twice(whole(byId))]).toEqual([null, expect.stringContaining('A second request')])
  })

  it('of an order without an id does not leave', () => {
    for (const none of ['undefined', 'null', '']) {
      const swap = (text: string) => text.replaceAll('77', none)
      const changed = { ...byId, url: swap(byId.url ?? ''), body: byId.body == null ? null : swap(byId.body) }
      expect(cancel('77')(whole(changed)), none).toContain('Nothing was sent.')
      expect(cancel(null)(whole(changed)), none).toContain('Nothing was sent.')
      expect(cancel(none)(whole(changed)), none).toContain('Nothing was sent.')
    }
  })
})

describe('at an exchange whose fields are not written down', () => {
  const terms = { marketId: 'PEAQ_USDT', environment: 'live', windowMs: 0 } as const
  const right = { text: KEY, currency_pair: 'PEAQ_USDT', side: 'buy', type: 'limit', amount: '25', price: '2.1' }
  const post = (body: string | null, url = 'https://exchange.example/orders') => ({
    ...{ method: 'POST', url, headers: {}, body, deadlineMs: 1 },
  })
  const problem = (fields: Values, order = LIMIT) =>
    sentCheck('mexc', { ...terms, order })(post(JSON.stringify(fields)))

  it('each thing must stand somewhere in the request by itself', () => {
    expect(problem(right)).toBeNull()
    const text = new URLSearchParams(right).toString()
    expect(sentCheck('mexc', { ...terms, order: LIMIT })(post(text))).toBeNull()
    expect(sentCheck('mexc', { ...terms, order: LIMIT })(post(null, `https://exchange.example/o?${text}`))).toBeNull()
    expect(problem({ ...right, text: 'ccxt-1' })).toContain('different key')
    expect(problem({ ...right, currency_pair: 'MOVE_USDT' })).toContain('different market')
    expect(problem({ ...right, side: 'sell' })).toContain('different side')
    expect(problem({ ...right, close: 'sell' })).toContain('different side')
    expect(problem({ ...right, type: 'market' })).toContain('different type')
    expect(problem({ ...right, amount: '26' })).toContain('different amount')
    expect(problem({ ...right, price: '2.2' })).toContain('different price')
    expect(problem({ ...right, stop: '2.2' }, STOP)).toContain('stop price')
  })

  it.each(['', 'null', '25', JSON.stringify(KEY), '{'])('garbage does not leave: %s', (body) => {
    expect(sentCheck('mexc', { ...terms, order: LIMIT })(post(body))).toContain('Nothing was sent.')
  })
})
