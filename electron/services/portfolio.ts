// Balances and the trader's own entries, valued, with each coin's share of one environment. Environments never mix.

import { add, type Decimal, isZero, multiply, subtract, sum } from '../../shared/decimal.ts'
import type { Environment, Order, OrderStatus } from '../../shared/order.ts'
import type { Holding, Portfolio, Rules } from '../../shared/portfolio.ts'
import { DEFAULT_RULES } from '../../shared/portfolio.ts'
import type { OrderJournal, TraderStore } from '../store-ports.ts'
import type { AccountView } from './account-view.ts'
import type { CoinBook } from './coin-book.ts'
import { breachesOf, type Exposure, limitFor, type RiskBook, shareOf } from './risk.ts'

const CASH = 'USDT'
const EXPOSED: readonly OrderStatus[] = [
  'recorded',
  'submitting',
  'unknown',
  'stuck',
  'conflict',
  'open',
  'partially-filled',
]

interface Position {
  coinId: string
  name: string
  early: boolean
  price: Decimal | null
  priceAt: string | null
  parts: Holding['parts']
}

export interface PortfolioService {
  /** The portfolio of one environment, asking the venue first where what is known is old. */
  get(environment: Environment): Promise<Portfolio>
  /** What the risk rules reckon with, from what is known now; unfilled buys count in full. */
  riskBook(environment: Environment): RiskBook
  rules(): Rules
}

/** Builds the service. `viewsOf` names the accounts that belong to an environment. */
export function createPortfolio(
  coins: CoinBook,
  store: TraderStore,
  journal: OrderJournal,
  viewsOf: (environment: Environment) => AccountView[],
): PortfolioService {
  const rules = () => store.rules() ?? DEFAULT_RULES

  const positions = (environment: Environment): Position[] => {
    const views = viewsOf(environment)
    const manual = store.holdings(environment)
    return coins.list().flatMap((coin) => {
      const parts: Holding['parts'] = manual
        .filter((row) => row.coinId === coin.id)
        .map((row) => ({ source: 'manual', amount: row.amount }))
      let price: Position['price'] = null
      let priceAt: string | null = null
      for (const view of views) {
        for (const market of view.lastMarkets().filter((candidate) => candidate.coinId === coin.id)) {
          const balance = view.lastBalances()?.balances.find((candidate) => candidate.asset === market.base)
          if (balance && !isZero(balance.total)) parts.push({ source: 'venue', amount: balance.total })
          price = market.price?.last ?? price
          priceAt = market.price?.at ?? priceAt
        }
      }
      const { id: coinId, name, early } = coin
      return parts.length === 0 ? [] : [{ coinId, name, early, price, priceAt, parts }]
    })
  }

  const cashOf = (environment: Environment, kind: 'total' | 'free'): Decimal | null => {
    const sheets = viewsOf(environment).map((view) => view.lastBalances())
    if (sheets.some((sheet) => sheet === null)) return null
    const amounts = sheets.flatMap((sheet) => sheet?.balances ?? []).filter((balance) => balance.asset === CASH)
    return sum(amounts.map((balance) => balance[kind]))
  }

  const committed = (order: Order, environment: Environment): Decimal => {
    const markets = viewsOf(environment).flatMap((view) => view.lastMarkets())
    const price = order.price ?? markets.find((market) => market.market === order.market)?.price?.ask
    if (price !== undefined) return multiply(subtract(order.amount, order.filled), price)
    // No price to value it by: the size that was meant, in full, is the most it can have cost.
    return order.size.unit === 'quote' ? order.size.value : '0'
  }

  const valued = (environment: Environment) => {
    const held = positions(environment).map((position) => {
      const amount = sum(position.parts.map((part) => part.amount))
      return { ...position, amount, value: position.price === null ? null : multiply(amount, position.price) }
    })
    const cash = cashOf(environment, 'total')
    const priced = held.flatMap((holding) => (holding.value === null ? [] : [holding.value]))
    // Without balances of a venue that exists the total is unknown, not the sum of what happens to be known; and where
    // there is no venue, nothing that has a price is no total of zero.
    const isUnknown = cash === null || (priced.length === 0 && viewsOf(environment).length === 0)
    const total = isUnknown ? null : add(cash, sum(priced))
    return {
      held,
      cash,
      total,
      unpriced: held.filter((holding) => holding.value === null).map((holding) => holding.coinId),
    }
  }

  const riskBook = (environment: Environment): RiskBook => {
    const { held, total, unpriced } = valued(environment)
    const exposures = new Map<string, Exposure>()
    for (const { coinId, early, value } of held) {
      if (value !== null) exposures.set(coinId, { coinId, early, value })
    }
    const pending = journal
      .withStatus(EXPOSED)
      .filter((order) => order.environment === environment && order.side === 'buy')
    for (const order of pending) {
      const known = exposures.get(order.coinId)
      const early = known?.early ?? coins.list().find((coin) => coin.id === order.coinId)?.early ?? true
      const value = add(known?.value ?? '0', committed(order, environment))
      exposures.set(order.coinId, { coinId: order.coinId, early, value })
    }
    const earlyUnpriced = held.some((holding) => holding.early && holding.value === null)
    return { total, unpriced, earlyUnpriced, exposures: [...exposures.values()], cash: cashOf(environment, 'free') }
  }

  return {
    rules,
    riskBook,
    get: async (environment) => {
      const views = viewsOf(environment)
      await Promise.all(views.flatMap((view) => [view.markets(), view.balances()]))
      const { held, cash, total, unpriced } = valued(environment)
      const current = rules()
      const holdings = held.map(
        (position): Holding => ({
          coinId: position.coinId,
          name: position.name,
          amount: position.amount,
          price: position.price,
          priceAt: position.priceAt,
          value: position.value,
          share: position.value === null ? null : shareOf(position.value, total),
          limit: limitFor(position.early, current),
          early: position.early,
          parts: position.parts,
        }),
      )
      const exposures = held.flatMap(({ coinId, early, value }) => (value === null ? [] : [{ coinId, early, value }]))
      return {
        environment,
        asOf: views.map((view) => view.lastBalances()?.at ?? null).find((at) => at !== null) ?? null,
        total,
        unpriced,
        cash: cash === null || views.length === 0 ? [] : [{ asset: CASH, amount: cash }],
        holdings,
        breaches: breachesOf(total, exposures, current),
      }
    },
  }
}
