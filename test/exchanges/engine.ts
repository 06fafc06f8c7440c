// The truth of a fake exchange: its orders, trades and balances, and what its documents say of keys, lateness and
// forgetting. The dialects put it into each venue's words. Amounts are plain numbers here on purpose: it shares no
// arithmetic with the app, and the tests use sizes that numbers hold exactly.

import type { KeyRule } from '../../shared/venues/record.ts'

export interface FakeOrder {
  orderId: number
  key: string
  market: string
  side: 'buy' | 'sell'
  type: 'market' | 'limit' | 'stop-limit'
  timeInForce: 'gtc' | 'ioc' | 'post-only'
  amount: number
  price: number | null
  /** Of a stop-limit order. */
  stopPrice?: number
  /** False while a stop-limit order waits for its stop price. */
  isWorking: boolean
  filled: number
  /** What was paid or got for that, in the quote currency. */
  cost: number
  status: 'open' | 'filled' | 'canceled'
  at: number
}

export interface FakeTrade {
  tradeId: number
  orderId: number
  market: string
  side: 'buy' | 'sell'
  amount: number
  price: number
  at: number
}

export type Place = Pick<
  FakeOrder,
  'key' | 'market' | 'side' | 'type' | 'timeInForce' | 'amount' | 'price' | 'stopPrice'
>

export type Placed =
  | { kind: 'placed' | 'replayed'; order: FakeOrder }
  | { kind: 'duplicate' }
  | { kind: 'insufficient' }

/** How unkind the venue is. Lags in milliseconds of its clock. */
export interface Manners {
  keyRule: KeyRule
  /** The price at which everything trades that has no price of its own. */
  price: number
  prices: Readonly<Record<string, number>>
  /** Markets of `MARKETS` that are listed besides those in USDT of its coins. */
  alsoListed: readonly string[]
  /** Of those in USDT, the ones that are not listed after all. */
  unlisted: readonly string[]
  /** What a row of the list of markets says besides or instead, in the venue's own words, by market. */
  words: Readonly<Record<string, object>>
  /** How old the venue says that the price of a market is, in milliseconds. */
  tickerAge: Readonly<Record<string, number>>
  /** Binance's average and reference prices; `null` is the price itself, and that there is none. */
  average: number | null
  reference: number | null
  /** The highest price of a buy and the lowest of a sale, where a venue has such limits of its own. */
  priceLimits: { buy: number; sell: number } | null
  /** Share of an order that trades at once, of 1. */
  fills: number
  lag: { id: number; open: number; history: number; trades: number }
  /** After this time a cancelled order without trades is forgotten. */
  forgetsUnfilledMs: number
  /** After this time an order that is closed is forgotten, though its trades are not. */
  forgetsClosedMs: number
  /** Lists every trade twice, the newest first. */
  repeatsTrades: boolean
  /** Tells the trades of an order in the answer to it, where the venue does that. */
  tellsFills: boolean
}

const KIND: Manners = {
  keyRule: 'unique-while-open',
  price: 2,
  prices: {},
  alsoListed: [],
  unlisted: [],
  words: {},
  tickerAge: {},
  average: null,
  reference: null,
  priceLimits: null,
  fills: 1,
  lag: { id: 0, open: 0, history: 0, trades: 0 },
  forgetsUnfilledMs: Number.POSITIVE_INFINITY,
  forgetsClosedMs: Number.POSITIVE_INFINITY,
  repeatsTrades: false,
  tellsFills: false,
}

const PEAQ = { base: 'PEAQ', step: '0.1', tick: '0.0001', minNotional: '5' }
const CURRENCY = { step: '0.01', tick: '0.0001', minNotional: '5' }

export const MARKETS = [
  { ...PEAQ, quote: 'USDT' },
  { base: 'MOVE', quote: 'USDT', step: '1', tick: '0.001', minNotional: '5' },
  { base: 'OLA', quote: 'USDT', step: '1', tick: '0.00001', minNotional: '5' },
  { ...PEAQ, quote: 'USDC' },
  { ...PEAQ, quote: 'USD' },
  { ...PEAQ, quote: 'EUR' },
  { base: 'BTC', quote: 'USDT', step: '0.00001', tick: '0.01', minNotional: '5' },
  { ...CURRENCY, base: 'USDC', quote: 'USDT' },
  { ...CURRENCY, base: 'USDT', quote: 'USD' },
  { ...CURRENCY, base: 'EUR', quote: 'USDT' },
].map((market) => ({ ...market, name: `${market.base}/${market.quote}` }))

/** Without being asked for. */
const LISTED = ['PEAQ/USDT', 'MOVE/USDT']

export class Engine {
  readonly orders: FakeOrder[] = []
  readonly trades: FakeTrade[] = []
  readonly balances = new Map<string, number>([
    ['USDT', 10_000],
    ['PEAQ', 0],
  ])
  /** What the account pays, as fractions; `null` where the key may not ask. */
  fees: { taker: number; maker: number } | null = { taker: 0.001, maker: 0.001 }
  /** In wallets that no order draws on. */
  readonly elsewhere = new Map<string, number>()
  manners: Manners
  /** Told of each order that has come to be another one. */
  changed: (order: FakeOrder) => void = () => {}
  /** Milliseconds since 1970, the venue's own. */
  readonly now: () => number

  constructor(now: () => number, manners: Partial<Manners> = {}) {
    this.now = now
    this.manners = { ...KIND, ...manners }
  }

  /** What can be traded. */
  get markets(): typeof MARKETS {
    const { alsoListed, unlisted } = this.manners
    return MARKETS.filter(({ name }) => [...LISTED, ...alsoListed].includes(name) && !unlisted.includes(name))
  }

  priceOf(market: string): number {
    return this.manners.prices[market] ?? this.manners.price
  }

  place(wish: Place): Placed {
    const { keyRule } = this.manners
    const before = this.orders.filter(({ key }) => key === wish.key)
    const known = keyRule === 'unique-while-open' ? before.find(({ status }) => status === 'open') : before[0]
    if (known !== undefined && keyRule === 'replayed') return { kind: 'replayed', order: known }
    if (known !== undefined && keyRule !== 'unchecked') return { kind: 'duplicate' }
    const [base = '', quote = ''] = wish.market.split('/')
    const cost = wish.amount * (wish.price ?? this.priceOf(wish.market))
    if ((this.balances.get(wish.side === 'buy' ? quote : base) ?? 0) < (wish.side === 'buy' ? cost : wish.amount)) {
      return { kind: 'insufficient' }
    }
    const order: FakeOrder = {
      ...wish,
      orderId: this.nextId(),
      filled: 0,
      isWorking: wish.stopPrice === undefined,
      cost: 0,
      status: 'open',
      at: this.now(),
    }
    this.orders.push(order)
    this.changed(order)
    // One that must not trade at once is taken and cancelled, as some venues do it.
    if (order.timeInForce === 'post-only' && this.crosses(order)) this.cancel(order)
    else this.match(order)
    if (order.status === 'open' && (order.type === 'market' || order.timeInForce === 'ioc')) this.cancel(order)
    return { kind: 'placed', order }
  }

  /** The id of the order that is placed next. More digits than a number holds, and still exact. */
  nextId(): number {
    return 4_611_686_018_427_387_000 + this.orders.length * 1_024
  }

  /** The market trades at this price from now on: stops trigger, and what it reaches is filled as far as the venue fills. */
  move(price: number): void {
    this.manners.price = price
    for (const order of this.orders.filter(({ status }) => status === 'open')) this.match(order)
  }

  /** Whether a stop-limit order with these terms would trigger at the present price. */
  triggers({ side, stopPrice, market }: Pick<Place, 'side' | 'stopPrice' | 'market'>): boolean {
    if (stopPrice === undefined) return false
    const last = this.priceOf(market)
    return side === 'buy' ? last >= stopPrice : last <= stopPrice
  }

  private match(order: FakeOrder): void {
    if (this.triggers(order)) order.isWorking = true
    if (order.isWorking && this.crosses(order)) this.fill(order, order.amount * this.manners.fills)
  }

  private crosses({ type, side, price, market }: FakeOrder): boolean {
    const last = this.priceOf(market)
    if (type === 'market' || price === null) return true
    return side === 'buy' ? price >= last : price <= last
  }

  fill(order: FakeOrder, amount: number): void {
    const [base = '', quote = ''] = order.market.split('/')
    const sign = order.side === 'buy' ? 1 : -1
    order.filled += amount
    if (order.filled >= order.amount) order.status = 'filled'
    const price = this.priceOf(order.market)
    order.cost += amount * price
    this.trades.push({
      tradeId: 9_000 + this.trades.length,
      orderId: order.orderId,
      market: order.market,
      side: order.side,
      amount,
      price,
      at: this.now(),
    })
    this.balances.set(base, (this.balances.get(base) ?? 0) + sign * amount)
    this.balances.set(quote, (this.balances.get(quote) ?? 0) - sign * amount * price)
    this.changed(order)
  }

  cancel(order: FakeOrder): boolean {
    if (order.status !== 'open') return false
    order.status = 'canceled'
    this.changed(order)
    return true
  }

  /** What the list of markets says of one besides what every row says. */
  wordsOf(market: string): object {
    return this.manners.words[market] ?? {}
  }

  /** When the price of a market was made, by the venue's clock. */
  pricedAt(market: string): number {
    return this.now() - (this.manners.tickerAge[market] ?? 0)
  }

  /** What a place shows by now. */
  shown(where: 'id' | 'open' | 'history'): FakeOrder[] {
    const now = this.now()
    const { lag, forgetsUnfilledMs, forgetsClosedMs } = this.manners
    return this.orders.filter(({ at, status, filled }) => {
      if (now - at < lag[where]) return false
      if (where === 'open') return status === 'open'
      if (status !== 'open' && now - at > forgetsClosedMs) return false
      return !(status === 'canceled' && filled === 0 && now - at > forgetsUnfilledMs)
    })
  }

  shownTrades(): FakeTrade[] {
    const told = this.trades.filter(({ at }) => this.now() - at >= this.manners.lag.trades)
    return this.manners.repeatsTrades ? [...told, ...told].toReversed() : told
  }
}
