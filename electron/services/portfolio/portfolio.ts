// Balances and the trader's own entries, valued, with each coin's share of one environment. Environments never mix.

import { knownAsset } from '../../../shared/assets.ts'
import { add, type Decimal, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Environment, Order } from '../../../shared/order.ts'
import { UNFINISHED } from '../../../shared/order-states.ts'
import type { Holding, Portfolio, Rules } from '../../../shared/portfolio.ts'
import { DEFAULT_RULES } from '../../../shared/portfolio.ts'
import type { OrderJournal, TraderStore } from '../../ports/stores.ts'
import type { AccountCache } from '../markets/account-cache.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { CASH, isDust } from '../markets/rates.ts'
import type { CoinService } from '../research/coin-service.ts'
import { groupBookOf, type PendingBuy, withPending } from './group-book.ts'
import { type GroupBook, groupBreaches, kindsOf, limitStates } from './group-limits.ts'
import { ownPriceOf, withOwnPrices } from './own-prices.ts'
import { rateIn } from './positions.ts'
import { breachesOf, type ExposureSnapshot, limitFor, shareOf } from './risk.ts'
import { createValuation, exposuresOf, type ValuationParts, type ValuedPosition } from './valuation.ts'

/** One object, so that what follows from it is known again. */
const NOTHING_CAME: ReturnType<ValuationParts['received']> = new Map()

/** A buy that waits for its market: in USDT at most, and what it is paid with. */
interface StagedBuy {
  coinId: string
  value: Decimal
  quote: string
}

const isMoney = (asset: string): boolean => ['stablecoin', 'money'].includes(knownAsset(asset)?.kind ?? '')

export interface PortfolioService {
  /**
   * The portfolio of one environment, asking the venue first where what is known is old. `byMarket` leaves out the trader's own
   * prices, as for orders that are prepared.
   */
  get(environment: Environment, options?: { byMarket?: boolean }): Promise<Portfolio>
  /** The accounts of one environment of which no balances were ever read: nothing of it has a known share then. */
  unread(environment: Environment): string[]
  /**
   * What the risk rules reckon with, from what is known now; unfilled buys and those that are staged count in full, but for `except`. `about`:
   * a further coin that is asked about.
   */
  riskBook(environment: Environment, except?: string, about?: string): ExposureSnapshot
  /** What the limits of groups reckon with, as `riskBook`. */
  groupBook(environment: Environment, except?: string): GroupBook
  rules(): Rules
}

/**
 * Builds the service. `viewsOf` names the accounts that belong to an environment, `matches` the coins of what they hold, `staged` the
 * buys that wait for their markets.
 */
export function createPortfolio(
  coins: Pick<CoinService, 'some' | 'changed'>,
  store: TraderStore,
  journal: OrderJournal,
  viewsOf: (environment: Environment) => AccountCache[],
  matches: Pick<CoinMatches, 'at'>,
  received: ValuationParts['received'] = () => NOTHING_CAME,
  nameOf: (accountId: string) => string = (accountId) => accountId,
  staged: (environment: Environment, except?: string) => readonly StagedBuy[] = () => [],
): PortfolioService {
  const rules = (): Rules => ({ ...DEFAULT_RULES, ...store.rules() })

  /** What the rest of a buy takes at most, in USDT; `null` where nothing tells it. */
  const committed = (order: Order, views: readonly AccountCache[]): Decimal | null => {
    const quote = order.market.split('/')[1] ?? ''
    const rate = rateIn(views, quote, order.accountId)
    const view = views.find(({ accountId }) => accountId === order.accountId)
    const price = order.price ?? view?.lastMarkets().find((market) => market.market === order.market)?.price?.ask
    const inQuote = price === undefined ? meant(order) : multiply(subtract(order.amount, order.filled), price)
    return inQuote === null || rate === null ? null : multiply(inQuote, rate.price)
  }

  const ownPrices = (views: readonly AccountCache[]) => {
    const facts = store.facts()
    return (coinId: string) => ownPriceOf(facts.get(coinId) ?? [], (currency) => rateIn(views, currency)?.price ?? null)
  }

  const valued = createValuation({ coins, store, journal, viewsOf, matches, received })

  const pendingIn = (environment: Environment, except?: string): Order[] =>
    journal
      .withStatus(UNFINISHED)
      .filter((order) => order.environment === environment && order.side === 'buy' && order.intentId !== except)

  /** With the fee that comes on top; another coin that is paid with takes nothing of the money. */
  const spentBy = (order: Order, value: Decimal | null, views: readonly AccountCache[]): Decimal | null => {
    if (!isMoney(order.market.split('/')[1] ?? '')) return '0'
    const view = views.find(({ accountId }) => accountId === order.accountId)
    const fee = view?.lastMarkets().find((market) => market.market === order.market)?.rules.takerFee ?? '0'
    return value === null ? null : add(value, multiply(value, fee))
  }

  const groupBook = (environment: Environment, except?: string): GroupBook => {
    const views = viewsOf(environment)
    const pending = pendingIn(environment, except).map((order): PendingBuy => {
      const value = committed(order, views)
      return { coinId: order.coinId, value, spent: spentBy(order, value, views) }
    })
    const waiting = staged(environment, except).map(
      ({ coinId, value, quote }): PendingBuy => ({ coinId, value, spent: isMoney(quote) ? value : '0' }),
    )
    return withPending(groupBookOf(valued(environment), nameOf), [...pending, ...waiting], coins.some)
  }

  const riskBook = (environment: Environment, except?: string, about?: string): ExposureSnapshot => {
    const { book: known } = valued(environment)
    const pending = pendingIn(environment, except)
    const waiting = staged(environment, except)
    const others = coins.some([
      ...[...pending, ...waiting].map(({ coinId }) => coinId),
      ...(about === undefined ? [] : [about]),
    ])
    const early = new Map(others.map((coin) => [coin.id, coin.early]))
    // Of a coin that is gone nobody knows, so that the stricter limit holds.
    const isEarly = (coinId: string) => early.get(coinId) ?? true
    const exempt = others.flatMap(({ id, kind }) => (kind === 'project' || known.exempt.includes(id) ? [] : [id]))
    const book = exempt.length === 0 ? known : { ...known, exempt: [...known.exempt, ...exempt] }
    // Thousands of holdings are not copied for each key that is typed.
    if (pending.length === 0 && waiting.length === 0) return book
    const exposures = new Map(known.exposures.map((exposure) => [exposure.coinId, exposure]))
    const unknown = new Set(known.unpriced)
    let earlyUnpriced = known.earlyUnpriced
    const committedNow = pending.map((order) => ({
      coinId: order.coinId,
      value: committed(order, viewsOf(environment)),
    }))
    for (const { coinId, value } of [...committedNow, ...waiting]) {
      const before = exposures.get(coinId) ?? { coinId, early: isEarly(coinId), value: '0' }
      if (value === null) {
        unknown.add(coinId)
        earlyUnpriced ||= isEarly(coinId)
      } else exposures.set(coinId, { ...before, value: add(before.value, value) })
    }
    return { ...book, earlyUnpriced, unpriced: [...unknown], exposures: [...exposures.values()] }
  }

  return {
    rules,
    unread: (environment) =>
      viewsOf(environment).flatMap(({ accountId, lastBalances }) => (lastBalances() === null ? [accountId] : [])),
    riskBook,
    groupBook,
    get: async (environment, { byMarket = false } = {}) => {
      const views = viewsOf(environment)
      await Promise.all(views.map((view) => view.refresh()))
      const known = valued(environment)
      const { assets, cash, book } = known
      // Limits reckon with what markets say, never with the trader's own prices.
      const groups = groupBookOf(known, nameOf)
      const { held, total } = withOwnPrices(known, byMarket ? () => null : ownPrices(views), views.length > 0)
      const current = rules()
      const holdings = held.map(
        (position): Holding => ({
          coinId: position.coinId,
          name: position.name,
          amount: position.amount,
          price: position.own?.price ?? position.price,
          priceAt: position.own?.at ?? position.priceAt,
          priceAsOfMs: position.priceAsOfMs,
          priceFrom: position.priceFrom,
          value: position.value,
          valuedAt: position.valuedAt,
          share: position.value === null ? null : shareOf(position.value, total),
          limit: position.kind === 'project' ? limitFor(position.early, current) : null,
          kind: position.kind,
          match: position.match,
          early: position.early,
          parts: position.own === null ? position.parts : partsBy(position.own.price, position.parts),
        }),
      )
      return {
        environment,
        ...readingsOf(views),
        total,
        limitTotal: book.total,
        unpriced: held.flatMap(({ coinId, value }) => (value === null ? [coinId] : [])),
        cash: cash === null || views.length === 0 ? [] : [{ asset: CASH, amount: cash }],
        holdings,
        assets: assets.filter(({ amount }) => !isDust(amount)),
        breaches: [...breachesOf(book.total, projectsOf(held), current), ...groupBreaches(groups, current)],
        limits: limitStates(groups, current),
        kinds: kindsOf(groups),
      }
    },
  }
}

/** When the balances of each account were read, and the oldest of that: the total is no newer. */
function readingsOf(views: readonly AccountCache[]): Pick<Portfolio, 'asOf' | 'asOfMs' | 'accounts'> {
  const accounts = views.map(({ accountId, lastBalances, status }) => {
    const sheet = lastBalances()
    if (sheet !== null) return { accountId, asOf: sheet.at, asOfMs: sheet.asOfMs, cash: cashIn(sheet.balances) }
    const { state, words } = status()
    return { accountId, asOf: null, asOfMs: null, cash: null, unread: { state, ...(words !== undefined && { words }) } }
  })
  // First what was never read, then what nobody can date.
  const rank = ({ asOf, asOfMs }: (typeof accounts)[number]) =>
    asOf === null ? Number.NEGATIVE_INFINITY : (asOfMs ?? -Number.MAX_VALUE)
  const [oldest] = accounts.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return { asOf: oldest?.asOf ?? null, asOfMs: oldest?.asOfMs ?? null, accounts }
}

const cashIn = (balances: readonly { asset: string; total: Decimal }[]): Decimal =>
  sum(balances.filter(({ asset }) => asset === CASH).map(({ total }) => total))

/** No price to value it by: the size that was meant, in full, is the most it can have cost. */
const meant = ({ size }: Order): Decimal | null => (size.unit === 'quote' ? size.value : null)

const partsBy = (price: Decimal, parts: Holding['parts']): Holding['parts'] =>
  parts.map((part) => ({ ...part, value: multiply(part.amount, price) }))

const projectsOf = (held: readonly ValuedPosition[]) => exposuresOf(held.filter(({ kind }) => kind === 'project'))
