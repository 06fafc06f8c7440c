// What the accounts of one environment and the trader's own entries are worth together. It is reckoned once for what is known,
// and kept until a price, a balance, an entry, a coin or a trade is another: a key that is typed into a ticket changes none.

import { add, type Decimal, sum } from '../../../shared/decimal.ts'
import type { Environment } from '../../../shared/order.ts'
import type { OtherAsset, ValuedAt } from '../../../shared/portfolio.ts'
import type { OrderJournal, TraderStore } from '../../ports/stores.ts'
import type { AccountCache } from '../markets/account-cache.ts'
import type { CoinMatches } from '../markets/coin-matches.ts'
import { CASH } from '../markets/rates.ts'
import type { CoinService } from '../research/coin-service.ts'
import { costOf, type Received } from './cost.ts'
import { isDebtUnvalued, otherAssetsAt, otherAssetsOf, type Position, positionsOf, rateIn } from './positions.ts'
import type { Exposure, ExposureSnapshot } from './risk.ts'

export interface ValuedPosition extends Position {
  value: Decimal | null
  valuedAt: ValuedAt
  /** What of it the total counts. */
  inTotal: Decimal | null
  /** What the limits count; `null` where nobody knows. */
  exposure: Decimal | null
}

/** What is known now; whoever gets it changes nothing of it. */
export interface Valuation {
  held: readonly ValuedPosition[]
  assets: readonly OtherAsset[]
  cash: Decimal | null
  places: readonly { accountId: string; cash: Decimal | null; assets: readonly OtherAsset[] }[]
  /** What the limits reckon with before anything that is under way. */
  book: ExposureSnapshot
}

export interface ValuationParts {
  coins: Pick<CoinService, 'some' | 'changed'>
  store: Pick<TraderStore, 'holdings'>
  journal: Pick<OrderJournal, 'tradedOf' | 'tradedCoins' | 'tradedChanged'>
  viewsOf: (environment: Environment) => AccountCache[]
  matches: Pick<CoinMatches, 'at'>
  /** What came without an order, by coin; another map after each change. */
  received: (environment: Environment) => ReadonlyMap<string, Received>
}

/** Answers with the valuation of an environment, reckoned anew where what it follows from is another. */
export function createValuation(parts: ValuationParts): (environment: Environment) => Valuation {
  const { coins, store, journal, viewsOf, matches, received } = parts
  const kept = new Map<Environment, { of: readonly unknown[]; valuation: Valuation }>()
  return (environment) => {
    const views = viewsOf(environment)
    const sheets = views.map((view) => ({ view, matches: matches.at(view.accountId) }))
    // All of these are replaced as a whole, never changed; an account's rates are replaced with its markets.
    const of = [
      ...[coins.changed(), store.holdings(environment), received(environment), journal.tradedChanged()],
      ...sheets.flatMap(({ view, matches: here }) => [view, here, view.lastBalances(), view.lastMarkets()]),
    ]
    const before = kept.get(environment)
    if (before?.of.length === of.length && before.of.every((each, index) => each === of[index])) return before.valuation
    const valuation = valued(parts, environment, sheets)
    kept.set(environment, { of, valuation })
    return valuation
  }
}

/** What the limits count of each that is known. */
export function exposuresOf(held: readonly Pick<ValuedPosition, 'coinId' | 'early' | 'exposure'>[]): Exposure[] {
  return held.flatMap(({ coinId, early, exposure }) => (exposure === null ? [] : [{ coinId, early, value: exposure }]))
}

function cashOf(views: readonly AccountCache[]): Decimal | null {
  const sheets = views.map((view) => view.lastBalances())
  if (sheets.some((sheet) => sheet === null)) return null
  const amounts = sheets.flatMap((sheet) => sheet?.balances ?? []).filter((balance) => balance.asset === CASH)
  return sum(amounts.map((balance) => balance.total))
}

function valued(
  { coins, store, journal, received }: ValuationParts,
  environment: Environment,
  sheets: Parameters<typeof positionsOf>[0],
): Valuation {
  const views = sheets.map(({ view }) => view)
  const rate = (asset: string, accountId: string) => rateIn(views, asset, accountId)?.price ?? null
  const traded = journal.tradedCoins(environment)
  const came = received(environment)
  const positions = positionsOf(sheets, coins.some, store.holdings(environment)).map((position) => {
    const { coinId, amount, worth, counted, exposed, isShared } = position
    // The journal is asked for the few coins without a price alone, and of these for those that ever traded.
    const isAsked = worth === null && (traded.has(coinId) || came.has(coinId))
    const orders = isAsked && traded.has(coinId) ? journal.tradedOf(environment, coinId) : []
    const cost = isAsked ? costOf(amount, orders, rate, came.get(coinId)) : null
    const valuedAt: ValuedAt = worth !== null ? 'price' : cost === null ? null : 'cost'
    // A cost stands for all of it or nothing, so what is counted elsewhere as well counts there.
    const inTotal = counted ?? (isShared ? null : cost)
    return { ...position, value: worth ?? cost, valuedAt, inTotal, exposure: exposed ?? cost }
  })
  const assets = otherAssetsOf(sheets)
  const cash = cashOf(views)
  // What has no value counts nothing: too small a total makes each share larger and the limits stricter, never looser.
  const counts = [...positions.map(({ inTotal }) => inTotal), ...assets.map(({ value }) => value)]
  const values = counts.filter((value) => value !== null)
  // Without balances of a venue that exists the total is unknown, not the sum of what happens to be known; and where
  // there is no venue, nothing that has a value is no total of zero.
  // What is owed and has no value would make it too large.
  const owesUnknown = [...positions, ...assets].some(isDebtUnvalued)
  const isUnknown = cash === null || owesUnknown || (values.length === 0 && views.length === 0)
  const unpriced = positions.filter(({ value }) => value === null)
  const book: ExposureSnapshot = {
    total: isUnknown ? null : add(cash, sum(values)),
    unpriced: unpriced.map(({ coinId }) => coinId),
    atCost: positions.flatMap(({ coinId, valuedAt }) => (valuedAt === 'cost' ? [coinId] : [])),
    earlyUnpriced: unpriced.some(({ early }) => early),
    exempt: positions.flatMap(({ coinId, kind }) => (kind === 'project' ? [] : [coinId])),
    exposures: exposuresOf(positions),
  }
  // It is handed out as it is: whoever changed it would change what every later order is held against.
  for (const list of [book.unpriced, book.atCost, book.exempt, book.exposures]) Object.freeze(list)
  const places = sheets.map((sheet) => ({
    ...{ accountId: sheet.view.accountId, cash: cashOf([sheet.view]), assets: otherAssetsAt(sheet, sheets) },
  }))
  return { held: positions, assets, cash, places, book }
}
