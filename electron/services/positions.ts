// What the accounts of one environment hold, and the trader's own entries with it: coins of the list, USDT, and the rest.

import { add, compare, type Decimal, isZero, multiply, sum } from '../../shared/decimal.ts'
import type { Holding, OtherAsset } from '../../shared/portfolio.ts'
import type { HoldingRow } from '../store-ports.ts'
import type { AccountView } from './account-view.ts'
import { isNewer, older } from './ages.ts'
import { CASH, isDust, type Rate } from './rates.ts'

/** What is known of a coin of the list. */
interface Coin {
  id: string
  name: string
  ticker: string | null
  early: boolean
}

export interface Position
  extends Pick<Holding, 'coinId' | 'name' | 'early' | 'amount' | 'price' | 'priceAt' | 'priceAsOfMs' | 'parts'> {}

/**
 * Each coin that is held, by its venue's own price. A coin is known by its market, or by its ticker where the venue lists it
 * no longer; a ticker that two coins have is nobody's.
 */
export function positionsOf(views: readonly AccountView[], coins: readonly Coin[], manual: HoldingRow[]): Position[] {
  const owners = views.map((view) => ({ view, coinOf: coinsByAsset(view, coins) }))
  return coins.flatMap(({ id: coinId, name, early }) => {
    const parts: Holding['parts'] = manual
      .filter((row) => row.coinId === coinId)
      .map((row) => ({ source: 'manual', amount: row.amount }))
    for (const { view, coinOf } of owners) {
      for (const { asset, total } of view.lastBalances()?.balances ?? []) {
        if (coinOf.get(asset) === coinId && !isZero(total)) parts.push({ source: 'venue', amount: total })
      }
    }
    if (parts.length === 0) return []
    const price = best(owners.flatMap(({ view, coinOf }) => pricesIn(view, coinId, coinOf)))
    const amount = sum(parts.map((part) => part.amount))
    const times = { priceAt: price?.at ?? null, priceAsOfMs: price?.asOfMs ?? null }
    return [{ coinId, name, early, amount, price: price?.price ?? null, ...times, parts }]
  })
}

/** What is held beside the coins of the list and USDT, the largest value first. */
export function otherAssetsOf(views: readonly AccountView[], coins: readonly Coin[]): OtherAsset[] {
  const amounts = new Map<string, Decimal>()
  for (const view of views) {
    const coinOf = coinsByAsset(view, coins)
    for (const { asset, total } of view.lastBalances()?.balances ?? []) {
      if (asset !== CASH && !coinOf.has(asset)) amounts.set(asset, add(amounts.get(asset) ?? '0', total))
    }
  }
  return [...amounts]
    .filter(([, amount]) => !isDust(amount))
    .map(([asset, amount]): OtherAsset => {
      const rate = rateIn(views, asset)
      const value = rate === null ? null : multiply(amount, rate.price)
      const times = { priceAt: rate?.at ?? null, priceAsOfMs: rate?.asOfMs ?? null }
      return { asset, amount, price: rate?.price ?? null, ...times, value }
    })
    .toSorted((a, b) => compare(b.value ?? '0', a.value ?? '0'))
}

/** USDT for one unit of an asset: by the venue of that account where it is known there, else by the newest word of another. */
export function rateIn(views: readonly AccountView[], asset: string, accountId?: string): Rate | null {
  if (asset === CASH) return { price: '1', at: null, asOfMs: null }
  const own = views.find((view) => view.accountId === accountId)?.lastRate(asset)
  return own ?? best(views.flatMap((view) => view.lastRate(asset) ?? []).map((rate) => ({ ...rate, isDirect: true })))
}

function coinsByAsset(view: AccountView, coins: readonly Coin[]): Map<string, string> {
  const byAsset = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id, ticker } of coins) {
    if (ticker === null) continue
    if (byAsset.has(ticker)) shared.add(ticker)
    byAsset.set(ticker, id)
  }
  for (const ticker of shared) byAsset.delete(ticker)
  for (const { base, coinId } of view.lastMarkets()) byAsset.set(base, coinId)
  // It counts as cash already, whatever coin somebody has given its ticker.
  byAsset.delete(CASH)
  return byAsset
}

interface Price extends Rate {
  /** Told in USDT, and not in a currency that had to be converted. */
  isDirect: boolean
}

function pricesIn(view: AccountView, coinId: string, coinOf: Map<string, string>): Price[] {
  const assets = [...coinOf].flatMap(([asset, owner]) => (owner === coinId ? [asset] : []))
  const direct = assets.flatMap((asset) => view.lastRate(asset) ?? []).map((rate) => ({ ...rate, isDirect: true }))
  const converted = view.lastMarkets().flatMap((market): Price[] => {
    const rate = market.coinId === coinId && market.quote !== CASH ? view.lastRate(market.quote) : null
    if (rate === null || market.price === null) return []
    const { last } = market.price
    const isRateOlder = isNewer(market.price, rate)
    const asOfMs = older(market.price.asOfMs, rate.asOfMs)
    return [{ price: multiply(last, rate.price), at: (isRateOlder ? rate : market.price).at, asOfMs, isDirect: false }]
  })
  return [...direct, ...converted]
}

/** A price in USDT before a converted one, and then the newest. */
function best(prices: readonly Price[]): Price | null {
  const [first] = prices.toSorted(
    (a, b) => Number(b.isDirect) - Number(a.isDirect) || Number(isNewer(b, a)) - Number(isNewer(a, b)),
  )
  return first ?? null
}
