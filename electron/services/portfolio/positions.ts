// What the accounts of one environment hold, and the trader's own entries with it: coins of the list, USDT, and the rest.

import { knownAsset } from '../../../shared/assets.ts'
import type { Coin } from '../../../shared/coin.ts'
import { add, compare, type Decimal, isZero, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Market } from '../../../shared/order.ts'
import type { Holding, OtherAsset } from '../../../shared/portfolio.ts'
import type { HoldingRow } from '../../ports/stores.ts'
import type { AccountCache } from '../markets/account-cache.ts'
import { isNewer, older } from '../markets/ages.ts'
import type { AccountMatches } from '../markets/asset-matches.ts'
import { CASH, isDust, type Rate } from '../markets/rates.ts'

export interface Position
  extends Pick<
    Holding,
    | 'coinId'
    | 'name'
    | 'early'
    | 'kind'
    | 'amount'
    | 'price'
    | 'priceAt'
    | 'priceAsOfMs'
    | 'priceFrom'
    | 'parts'
    | 'match'
  > {
  narratives: readonly string[]
  tags: readonly string[]
  /** What all of it is worth in USDT; `null` without a price. */
  worth: Decimal | null
  /** What of that the total counts: not what another coin counts already, nor what a doubtful price would value. */
  counted: Decimal | null
  /** What of that limits count: what is owed somewhere takes nothing off what is held elsewhere. */
  exposed: Decimal | null
  /** Another coin that it may be counts a part of it in the total. */
  isShared: boolean
}

/** An account with what is known of its assets. */
export interface Sheet {
  view: AccountCache
  matches: AccountMatches
}

interface Part {
  source: 'venue' | 'manual'
  accountId: string | null
  amount: Decimal
  /** USDT for one unit by the name under which it is held, where the coin has several; else the coin's own price holds. */
  rate: Decimal | null
  /** Another coin that it may be counts it in the total. */
  isElsewhere: boolean
}

/**
 * Each coin that is held, by its venue's own price. An asset that may be several coins is a position of each, since the limits
 * of each count it; the total counts it once.
 */
export function positionsOf(
  sheets: readonly Sheet[],
  coinsOf: (coinIds: Iterable<string>) => Coin[],
  manual: readonly HoldingRow[],
): Position[] {
  const { parts, doubtful } = partsOf(sheets, manual)
  return coinsOf(parts.keys()).flatMap((coin): Position[] => {
    const own = parts.get(coin.id)
    if (own === undefined) return []
    const price = best(sheets.flatMap((sheet) => pricesIn(sheet, coin)))
    const worth = (of: readonly Part[]) =>
      price === null ? null : sum(of.map(({ amount, rate }) => multiply(amount, rate ?? price.price)))
    // Worth as much as a market says that may be another coin's: too large a total would make every limit looser.
    const isDoubted = price !== null && !price.isCertain
    const counts = ({ source, isElsewhere }: Part) => !isElsewhere && !(isDoubted && source === 'manual')
    const { id: coinId, name, early, kind, narratives, tags } = coin
    return [
      {
        ...{ coinId, name, early, kind, narratives, tags },
        amount: sum(own.map(({ amount }) => amount)),
        worth: worth(own),
        counted: worth(own.filter(counts)),
        exposed: worth(own.filter(({ amount }) => compare(amount, '0') > 0)),
        isShared: own.some(({ isElsewhere }) => isElsewhere),
        price: price?.price ?? null,
        priceAt: price?.at ?? null,
        priceAsOfMs: price?.asOfMs ?? null,
        priceFrom: price?.accountId ?? null,
        parts: own.map(({ source, accountId, amount, rate }) => ({
          ...{ source, accountId, amount },
          value: price === null ? null : multiply(amount, rate ?? price.price),
        })),
        match: doubtful.has(coinId) || isDoubted ? 'ticker' : 'certain',
      },
    ]
  })
}

/** What is held of each coin by account and by hand, and the coins of which only a ticker says so. */
function partsOf(
  sheets: readonly Sheet[],
  manual: readonly HoldingRow[],
): { parts: Map<string, Part[]>; doubtful: Set<string> } {
  const parts = new Map<string, Part[]>()
  const doubtful = new Set<string>()
  const put = (coinId: string, part: Part) => parts.set(coinId, [...(parts.get(coinId) ?? []), part])
  for (const { coinId, amount } of manual)
    put(coinId, { source: 'manual', accountId: null, amount, rate: null, isElsewhere: false })
  for (const { view, matches } of sheets) {
    matches.learn(heldIn(view).map(({ asset }) => asset))
    for (const { asset, total } of heldIn(view)) {
      const { owner, counted } = matches.of(asset)
      for (const [at, { id, tickers }] of counted.entries()) {
        const rate = tickers.length > 1 ? (view.lastRate(asset)?.price ?? null) : null
        put(id, { source: 'venue', accountId: view.accountId, amount: total, rate, isElsewhere: at > 0 })
        if (owner === null) doubtful.add(id)
      }
    }
  }
  return { parts, doubtful }
}

// Cash counts as such already, whatever coin somebody has given its ticker.
const heldIn = (view: AccountCache) =>
  (view.lastBalances()?.balances ?? []).filter(({ asset, total }) => asset !== CASH && !isZero(total))

/** What is held beside the coins of the list and USDT, the largest value first; all of it, also what is not worth showing. */
export function otherAssetsOf(sheets: readonly Sheet[]): OtherAsset[] {
  const all = sheets.flatMap((sheet) => otherAssetsAt(sheet, sheets))
  return [...Map.groupBy(all, ({ asset }) => asset).values()]
    .map((same) => same.reduce(together))
    .toSorted((a, b) => compare(b.value ?? '0', a.value ?? '0'))
}

/** The same at one account. */
export function otherAssetsAt({ view, matches }: Sheet, sheets: readonly Sheet[]): OtherAsset[] {
  const views = sheets.map((sheet) => sheet.view)
  return heldIn(view)
    .filter(({ asset }) => matches.of(asset).counted.length === 0)
    .map(({ asset, total }) => otherAsset(asset, total, view, views))
}

function otherAsset(asset: string, amount: Decimal, view: AccountCache, views: readonly AccountCache[]): OtherAsset {
  const kind = knownAsset(asset)?.kind ?? null
  // Of what nobody knows another exchange may mean another coin by the same name.
  const rate = kind === null ? view.lastRate(asset) : rateIn(views, asset, view.accountId)
  const value = rate === null ? null : multiply(amount, rate.price)
  const times = { priceAt: rate?.at ?? null, priceAsOfMs: rate?.asOfMs ?? null }
  return { asset, kind, amount, price: rate?.price ?? null, ...times, value }
}

const together = (one: OtherAsset, other: OtherAsset): OtherAsset => ({
  ...one,
  amount: add(one.amount, other.amount),
  value: one.value === null || other.value === null ? null : add(one.value, other.value),
})

/** Whether something is owed whose worth nobody tells: then no total is known. */
export const isDebtUnvalued = ({ amount, value }: Pick<OtherAsset, 'amount' | 'value'>): boolean =>
  value === null && compare(amount, '0') < 0 && !isDust(subtract('0', amount))

/** USDT for one unit of an asset: by the venue of that account where it is known there, else by the newest word of another. */
export function rateIn(views: readonly AccountCache[], asset: string, accountId?: string): Rate | null {
  if (asset === CASH) return { price: '1', at: null, asOfMs: null }
  const own = views.find((view) => view.accountId === accountId)?.lastRate(asset)
  const told = views.flatMap((view) => {
    const rate = view.lastRate(asset)
    return rate === null ? [] : [{ ...rate, accountId: view.accountId, isDirect: true, isCertain: true }]
  })
  return own ?? best(told)
}

/** A coin's price in USDT by the markets alone that are known to trade it. */
export function certainPriceOf(sheets: readonly Sheet[], coin: Coin): Decimal | null {
  const price = best(sheets.flatMap((sheet) => pricesIn(sheet, coin)).filter(({ isCertain }) => isCertain))
  return price?.price ?? null
}

interface Price extends Rate {
  /** The account whose exchange tells it. */
  accountId: string
  /** Told in USDT, and not in a currency that had to be converted. */
  isDirect: boolean
  /** Of a market that is known to trade the coin, not only one of its ticker. */
  isCertain: boolean
}

function pricesIn({ view, matches }: Sheet, coin: Coin): Price[] {
  const { accountId } = view
  const isCertain = new Map<string, boolean>()
  const markets = byBase(view.lastMarkets())
  for (const base of matches.assetsOf(coin)) {
    // What has no price here needs no answer to which coin it is.
    if (!markets.has(base) && view.lastRate(base) === null) continue
    const { owner, coins } = matches.of(base)
    const may = coins.some(({ coin: other, match }) => other.id === coin.id && match === 'ticker')
    if (owner?.id === coin.id) isCertain.set(base, true)
    // Where it is another coin's for certain its price is nothing to this one.
    else if (owner === null && may) isCertain.set(base, false)
  }
  const direct = [...isCertain].flatMap(([asset, sure]) => {
    const rate = view.lastRate(asset)
    return rate === null ? [] : [{ ...rate, accountId, isDirect: true, isCertain: sure }]
  })
  const here = [...isCertain]
    .flatMap(([base, sure]) => (markets.get(base) ?? []).map(({ market, place }) => ({ market, place, sure })))
    .sort((one, other) => one.place - other.place)
  const converted = here.flatMap(({ market, sure }): Price[] => {
    const rate = market.quote === CASH ? null : view.lastRate(market.quote)
    if (rate === null || market.price === null) return []
    const { last } = market.price
    const isRateOlder = isNewer(market.price, rate)
    const asOfMs = older(market.price.asOfMs, rate.asOfMs)
    const at = (isRateOlder ? rate : market.price).at
    return [{ price: multiply(last, rate.price), at, asOfMs, accountId, isDirect: false, isCertain: sure }]
  })
  return [...direct, ...converted]
}

/** The markets of each asset, reckoned once for a list that is looked at for every coin. */
function byBase(markets: readonly Market[]): Map<string, Placed[]> {
  const known =
    BY_BASE.get(markets) ??
    Map.groupBy(
      markets.map((market, place) => ({ market, place })),
      ({ market }) => market.base,
    )
  BY_BASE.set(markets, known)
  return known
}
interface Placed {
  market: Market
  place: number
}
const BY_BASE = new WeakMap<readonly Market[], Map<string, Placed[]>>()

/** Of a market that is certain before one that is not, in USDT before a converted one, and then the newest. */
function best(prices: readonly Price[]): Price | null {
  const [first] = prices.toSorted(
    (a, b) =>
      Number(b.isCertain) - Number(a.isCertain) ||
      Number(b.isDirect) - Number(a.isDirect) ||
      Number(isNewer(b, a)) - Number(isNewer(a, b)),
  )
  return first ?? null
}
