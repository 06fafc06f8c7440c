// Balances and the trader's own entries, valued, with each coin's share of one environment. Environments never mix.

import { add, type Decimal, multiply, subtract, sum } from '../../shared/decimal.ts'
import type { Environment, Order, OrderStatus } from '../../shared/order.ts'
import type { Holding, Portfolio, Rules, ValuedAt } from '../../shared/portfolio.ts'
import { DEFAULT_RULES } from '../../shared/portfolio.ts'
import type { OrderJournal, TraderStore } from '../store-ports.ts'
import type { AccountView } from './account-view.ts'
import type { CoinBook } from './coin-book.ts'
import { costOf } from './cost.ts'
import { otherAssetsOf, positionsOf, rateIn } from './positions.ts'
import { CASH } from './rates.ts'
import { breachesOf, type Exposure, limitFor, type RiskBook, shareOf } from './risk.ts'

const EXPOSED: readonly OrderStatus[] = [
  'recorded',
  'submitting',
  'unknown',
  'stuck',
  'conflict',
  'open',
  'partially-filled',
]

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

  const cashOf = (environment: Environment): Decimal | null => {
    const sheets = viewsOf(environment).map((view) => view.lastBalances())
    if (sheets.some((sheet) => sheet === null)) return null
    const amounts = sheets.flatMap((sheet) => sheet?.balances ?? []).filter((balance) => balance.asset === CASH)
    return sum(amounts.map((balance) => balance.total))
  }

  /** What the rest of a buy takes at most, in USDT; `null` where nothing tells it. */
  const committed = (order: Order, views: readonly AccountView[]): Decimal | null => {
    const quote = order.market.split('/')[1] ?? ''
    const rate = rateIn(views, quote, order.accountId)
    const view = views.find(({ accountId }) => accountId === order.accountId)
    const price = order.price ?? view?.lastMarkets().find((market) => market.market === order.market)?.price?.ask
    const inQuote = price === undefined ? meant(order) : multiply(subtract(order.amount, order.filled), price)
    return inQuote === null || rate === null ? null : multiply(inQuote, rate.price)
  }

  const valued = (environment: Environment) => {
    const views = viewsOf(environment)
    const known = coins.list()
    const rate = (asset: string, accountId: string) => rateIn(views, asset, accountId)?.price ?? null
    const held = positionsOf(views, known, store.holdings(environment)).map((position) => {
      const { coinId, amount, price } = position
      // The journal is asked for the few coins without a price alone.
      const value =
        price === null ? costOf(amount, journal.tradedOf(environment, coinId), rate) : multiply(amount, price)
      const valuedAt: ValuedAt = price !== null ? 'price' : value === null ? null : 'cost'
      return { ...position, value, valuedAt }
    })
    const assets = otherAssetsOf(views, known)
    const cash = cashOf(environment)
    // What has no value counts nothing: too small a total makes each share larger and the limits stricter, never looser.
    const values = [...held, ...assets].flatMap(({ value }) => (value === null ? [] : [value]))
    // Without balances of a venue that exists the total is unknown, not the sum of what happens to be known; and where
    // there is no venue, nothing that has a value is no total of zero.
    const isUnknown = cash === null || (values.length === 0 && views.length === 0)
    const total = isUnknown ? null : add(cash, sum(values))
    const unpriced = held.filter((holding) => holding.value === null).map((holding) => holding.coinId)
    return { held, assets, cash, total, unpriced }
  }

  const riskBook = (environment: Environment): RiskBook => {
    const { held, total, unpriced } = valued(environment)
    const exposures = new Map(exposuresOf(held).map((exposure) => [exposure.coinId, exposure]))
    const unknown = new Set(unpriced)
    const known = coins.list()
    const isEarly = (coinId: string) => known.find((coin) => coin.id === coinId)?.early ?? true
    const pending = journal
      .withStatus(EXPOSED)
      .filter((order) => order.environment === environment && order.side === 'buy')
    for (const order of pending) {
      const { coinId } = order
      const before = exposures.get(coinId) ?? { coinId, early: isEarly(coinId), value: '0' }
      const value = committed(order, viewsOf(environment))
      if (value === null) unknown.add(coinId)
      else exposures.set(coinId, { ...before, value: add(before.value, value) })
    }
    const earlyUnpriced = [...unknown].some(isEarly)
    const atCost = held.flatMap(({ coinId, valuedAt }) => (valuedAt === 'cost' ? [coinId] : []))
    return { total, unpriced: [...unknown], atCost, earlyUnpriced, exposures: [...exposures.values()] }
  }

  return {
    rules,
    riskBook,
    get: async (environment) => {
      const views = viewsOf(environment)
      await Promise.all(views.map((view) => view.refresh()))
      const { held, assets, cash, total, unpriced } = valued(environment)
      const current = rules()
      const holdings = held.map(
        (position): Holding => ({
          coinId: position.coinId,
          name: position.name,
          amount: position.amount,
          price: position.price,
          priceAt: position.priceAt,
          priceAsOfMs: position.priceAsOfMs,
          value: position.value,
          valuedAt: position.valuedAt,
          share: position.value === null ? null : shareOf(position.value, total),
          limit: limitFor(position.early, current),
          early: position.early,
          parts: position.parts,
        }),
      )
      return {
        environment,
        ...readingsOf(views),
        total,
        unpriced,
        cash: cash === null || views.length === 0 ? [] : [{ asset: CASH, amount: cash }],
        holdings,
        assets,
        breaches: breachesOf(total, exposuresOf(held), current),
      }
    },
  }
}

/** When the balances of each account were read, and the oldest of that: the total is no newer. */
function readingsOf(views: readonly AccountView[]): Pick<Portfolio, 'asOf' | 'asOfMs' | 'accounts'> {
  const accounts = views.map(({ accountId, lastBalances }) => {
    const sheet = lastBalances()
    return { accountId, asOf: sheet?.at ?? null, asOfMs: sheet?.asOfMs ?? null }
  })
  // First what was never read, then what nobody can date.
  const rank = ({ asOf, asOfMs }: (typeof accounts)[number]) =>
    asOf === null ? Number.NEGATIVE_INFINITY : (asOfMs ?? -Number.MAX_VALUE)
  const [oldest] = accounts.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return { asOf: oldest?.asOf ?? null, asOfMs: oldest?.asOfMs ?? null, accounts }
}

/** No price to value it by: the size that was meant, in full, is the most it can have cost. */
const meant = ({ size }: Order): Decimal | null => (size.unit === 'quote' ? size.value : null)

function exposuresOf(held: Pick<Holding, 'coinId' | 'early' | 'value'>[]): Exposure[] {
  return held.flatMap(({ coinId, early, value }) => (value === null ? [] : [{ coinId, early, value }]))
}
