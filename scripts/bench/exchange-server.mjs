// The exchange of the benchmark: as much of Binance's spot API as an order needs, on loopback, in a process of its own. It
// tells on request when the first byte of the last order came.

import { createServer } from 'node:http'

const now = () => performance.timeOrigin + performance.now()
let arrived = 0
let orders = 0

const market = {
  ...{ symbol: 'PEAQUSDT', status: 'TRADING', baseAsset: 'PEAQ', quoteAsset: 'USDT', isSpotTradingAllowed: true },
  ...{ baseAssetPrecision: 8, quotePrecision: 8, quoteAssetPrecision: 8, orderTypes: ['LIMIT', 'MARKET'] },
  ...{ permissions: [], permissionSets: [['SPOT']] },
  filters: [
    { filterType: 'PRICE_FILTER', minPrice: '0.0001', maxPrice: '100000', tickSize: '0.0001' },
    { filterType: 'LOT_SIZE', minQty: '0.1', maxQty: '9000000', stepSize: '0.1' },
    { filterType: 'NOTIONAL', minNotional: '5', applyMinToMarket: true, maxNotional: '9000000', avgPriceMins: 5 },
  ],
}

/** @type {Record<string, () => unknown>} */
const ANSWERS = {
  'GET /api/v3/time': () => ({ serverTime: Date.now() }),
  'GET /api/v3/exchangeInfo': () => ({ timezone: 'UTC', rateLimits: [], exchangeFilters: [], symbols: [market] }),
  'GET /api/v3/ticker/24hr': () => [{ symbol: 'PEAQUSDT', lastPrice: '2', bidPrice: '2', askPrice: '2' }],
  'GET /api/v3/account': () => ({
    canTrade: true,
    permissions: ['SPOT'],
    balances: [
      { asset: 'USDT', free: '1000000', locked: '0' },
      { asset: 'PEAQ', free: '1000', locked: '0' },
    ],
  }),
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://exchange')
  const name = `${request.method} ${pathname}`
  const isOrder = name === 'POST /api/v3/order'
  if (isOrder) arrived = now()
  let body = ''
  request.on('data', (/** @type {Buffer} */ chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const fields = new URLSearchParams(body === '' ? searchParams : body)
    orders += isOrder ? 1 : 0
    const placed = { symbol: 'PEAQUSDT', orderId: orders, clientOrderId: fields.get('newClientOrderId'), fills: [] }
    const answer = isOrder
      ? { ...placed, status: 'FILLED', type: 'MARKET', side: fields.get('side'), transactTime: Date.now() }
      : name === 'GET /arrived'
        ? { arrived }
        : (ANSWERS[name]?.() ?? [])
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`)
})
