// MEXC's spot API over the engine: Binance's words with its own ids, rules of markets and silences. Nothing is documented of
// client ids that come twice, and the answer to an order does not repeat its own.

import { dialectOf, shownOrder } from './binance/api.ts'
import type { Engine } from './engine.ts'
import { byHeader, type StandIn, unlisted } from './stand-in.ts'

const KEY = { apiKey: 'mexc-test-key', apiSecret: 'mexc-test-secret' }

const orderId = ({ orderId: number }: { orderId: number }) => `C02__${number}`

const exchangeInfo = (engine: Engine) => ({
  timezone: 'CST',
  serverTime: engine.now(),
  symbols: engine.markets.map(({ base, quote, name, step, tick, minNotional }) => ({
    symbol: base + quote,
    status: '1',
    baseAsset: base,
    baseAssetPrecision: step === '1' ? 0 : 1,
    quoteAsset: quote,
    quoteAssetPrecision: tick.length - 2,
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    orderTypes: ['LIMIT', 'MARKET', 'LIMIT_MAKER'],
    permissions: ['SPOT'],
    filters: [{ filterType: 'PERCENT_PRICE_BY_SIDE', bidMultiplierUp: '0.005', askMultiplierDown: '0.005' }],
    tradeSideType: 1,
    st: false,
    baseSizePrecision: step,
    maxQuoteAmount: '2000000',
    quoteAmountPrecision: minNotional,
    makerCommission: '0',
    takerCommission: '0.0005',
    ...engine.wordsOf(name),
  })),
})

const SPOT = dialectOf({
  keyHeader: 'x-mexc-apikey',
  key: KEY,
  orderId,
  shown: (order) => ({
    ...shownOrder(order),
    orderId: orderId(order),
    status: order.status === 'canceled' && order.filled > 0 ? 'PARTIALLY_CANCELED' : shownOrder(order)['status'],
  }),
  placed: (order) => {
    const { symbol, price, origQty, type, side, transactTime } = shownOrder(order)
    return { symbol, orderId: orderId(order), orderListId: -1, price, origQty, type, side, transactTime }
  },
  info: exchangeInfo,
  // Its documents name a window. This stand-in does not keep it, as nothing in the app may rely on that here.
  keepsWindow: false,
  isStrict: false,
  stream: null,
})

export const MEXC: StandIn = {
  key: KEY,
  dialect: {
    ...SPOT,
    handle: (request, engine) => {
      // The markets of contracts are read along with the others.
      if (request.path === '/api/v1/contract/detail') return { status: 200, body: { success: true, code: 0, data: [] } }
      if (request.path === '/api/v3/openOrders' && !request.fields.has('symbol')) {
        return { status: 400, body: { code: -1102, msg: "Mandatory parameter 'symbol' was not sent." } }
      }
      return SPOT.handle(request, engine)
    },
  },
  naming: byHeader('x-mexc-apikey'),
  forms: null,
  refusals: {
    key: unlisted(401, { code: 10072, msg: 'Api key info invalid' }),
    step: unlisted(400, { code: 400, msg: 'amount scale is invalid' }),
    'would-cross': unlisted(400, { code: 30000, msg: 'Order would cross.' }),
    halted: unlisted(400, { code: 30016, msg: 'Trading disabled' }),
    funds: unlisted(400, { code: 30004, msg: 'Insufficient position' }),
  },
  repeatsKey: false,
  end: null,
  datesPrices: true,
  halted: { status: '2' },
  keyInfo: null,
  lists: null,
  others: [],
  nameless: null,
}
