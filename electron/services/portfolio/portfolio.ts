// Balances and the trader's own entries, valued, with each coin's share of one environment. Environments never mix.

import { add, type Decimal, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Environment, Order, OrderStatus } from '../../../shared/order.ts'
import type { Holding, Portfolio, Rules, ValuedAt } from '../../../shared/portfolio.ts'
import { DEFAULT_RULES } from '../../../shared/portfolio.ts'
import type { OrderJournal, TraderStore } from '../../ports/stores.ts'
import type { AccountView } from '../markets/account-view.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { CASH, isDust } from '../markets/rates.ts'
import type { CoinBook } from '../research/coin-book.ts'
import { costOf } from './cost.ts'
import { isDebtUnvalued, otherAssetsOf, positionsOf, rateIn } from './positions.ts'
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
  /** The accounts of one environment of which no balances were ever read: nothing of it has a known share then. */
  unread(environment: Environment): string[]
  /**
   * What the risk rules reckon with, from what is known now; unfilled buys count in full, but for `except`. `about`:
   * a further coin that is asked about.
   */
  riskBook(environment: Environment, except?: string, about?: string): RiskBook
  rules(): Rules
}

/** Builds the service. `viewsOf` names the accounts that belong to an environment, `matches` the coins of what they hold. */
export function createPortfolio(
  coins: Pick<CoinBook, 'some'>,
  store: TraderStore,
  journal: OrderJournal,
  viewsOf: (environment: Environment) => AccountView[],
  matches: Pick<CoinMatches, 'at'>,
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
    const rate = (asset: string, accountId: string) => rateIn(views, asset, accountId)?.price ?? null
    const sheets = views.map((view) => ({ view, matches: matches.at(view.accountId) }))
    const held = positionsOf(sheets, coins.some, store.holdings(environment)).map((position) => {
      const { coinId, amount, worth, counted, exposed, isShared } = position
      // The journal is asked for the few coins without a price alone.
      const cost = worth === null ? costOf(amount, journal.tradedOf(environment, coinId), rate) : null
      const valuedAt: ValuedAt = worth !== null ? 'price' : cost === null ? null : 'cost'
      // A cost stands for all of it or nothing, so what is counted elsewhere as well counts there.
      const inTotal = counted ?? (isShared ? null : cost)
      return { ...position, value: worth ?? cost, valuedAt, inTotal, exposure: exposed ?? cost }
    })
    const assets = otherAssetsOf(sheets)
    const cash = cashOf(environment)
    // What has no value counts nothing: too small a total makes each share larger and the limits stricter, never looser.
    const counts = [...held.map(({ inTotal }) => inTotal), ...assets.map(({ value }) => value)]
    const values = counts.filter((value) => value !== null)
    // Without balances of a venue that exists the total is unknown, not the sum of what happens to be known; and where
    // there is no venue, nothing that has a value is no total of zero.
    // What is owed and has no value would make it too large.
    const owesUnknown = [...held, ...assets].some(isDebtUnvalued)
    const isUnknown = cash === null || owesUnknown || (values.length === 0 && views.length === 0)
    const total = isUnknown ? null : add(cash, sum(values))
    const unpriced = held.filter((holding) => holding.value === null).map((holding) => holding.coinId)
    return { held, assets, cash, total, unpriced }
  }

  const riskBook = (environment: Environment, except?: string, about?: string): RiskBook => {
    const { held, total, unpriced } = valued(environment)
    const exposures = new Map(exposuresOf(held).map((exposure) => [exposure.coinId, exposure]))
    const unknown = new Set(unpriced)
    const pending = journal
      .withStatus(EXPOSED)
      .filter((order) => order.environment === environment && order.side === 'buy' && order.intentId !== except)
    const concerned = [...exposures.keys(), ...unknown, ...pending.map(({ coinId }) => coinId)]
    const known = coins.some(about === undefined ? concerned : [...concerned, about])
    const early = new Map(known.map((coin) => [coin.id, coin.early]))
    // Of a coin that is gone nobody knows, so that the stricter limit holds.
    const isEarly = (coinId: string) => early.get(coinId) ?? true
    for (const order of pending) {
      const { coinId } = order
      const before = exposures.get(coinId) ?? { coinId, early: isEarly(coinId), value: '0' }
      const value = committed(order, viewsOf(environment))
      if (value === null) unknown.add(coinId)
      else exposures.set(coinId, { ...before, value: add(before.value, value) })
    }
    const earlyUnpriced = [...unknown].some(isEarly)
    const exempt = known.flatMap(({ id, kind }) => (kind === 'project' ? [] : [id]))
    const atCost = held.flatMap(({ coinId, valuedAt }) => (valuedAt === 'cost' ? [coinId] : []))
    return { total, unpriced: [...unknown], atCost, earlyUnpriced, exempt, exposures: [...exposures.values()] }
  }

  return {
    rules,
    unread: (environment) =>
      viewsOf(environment).flatMap(({ accountId, lastBalances }) => (lastBalances() === null ? [accountId] : [])),
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
          limit: position.kind === 'project' ? limitFor(position.early, current) : null,
          kind: position.kind,
          match: position.match,
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
        assets: assets.filter(({ amount }) => !isDust(amount)),
        breaches: breachesOf(total, projectsOf(held), current),
      }
    },
  }
}

/** When the balances of each account were read, and the oldest of that: the total is no newer. */
function readingsOf(views: readonly AccountView[]): Pick<Portfolio, 'asOf' | 'asOfMs' | 'accounts'> {
  const accounts = views.map(({ accountId, lastBalances, status }) => {
    const sheet = lastBalances()
    if (sheet !== null) return { accountId, asOf: sheet.at, asOfMs: sheet.asOfMs }
    const { state, words } = status()
    return { accountId, asOf: null, asOfMs: null, unread: { state, ...(words !== undefined && { words }) } }
  })
  // First what was never read, then what nobody can date.
  const rank = ({ asOf, asOfMs }: (typeof accounts)[number]) =>
    asOf === null ? Number.NEGATIVE_INFINITY : (asOfMs ?? -Number.MAX_VALUE)
  const [oldest] = accounts.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return { asOf: oldest?.asOf ?? null, asOfMs: oldest?.asOfMs ?? null, accounts }
}

/** No price to value it by: the size that was meant, in full, is the most it can have cost. */
const meant = ({ size }: Order): Decimal | null => (size.unit === 'quote' ? size.value : null)

interface Exposed extends Pick<Holding, 'coinId' | 'early' | 'kind'> {
  exposure: Decimal | null
}

function exposuresOf(held: readonly Exposed[]): Exposure[] {
  return held.flatMap(({ coinId, early, exposure }) => (exposure === null ? [] : [{ coinId, early, value: exposure }]))
}

const projectsOf = (held: readonly Exposed[]) => exposuresOf(held.filter(({ kind }) => kind === 'project'))
