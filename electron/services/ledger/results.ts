// What the ledger made and what it holds, by method: per coin and in all, with what is left out and what is missing.

import { add, compare, type Decimal, divide, isZero, multiply, subtract } from '../../../shared/decimal.ts'
import type { IncomeBasis } from '../../../shared/ledger/ledger.ts'
import {
  type BookingPage,
  type CoinResult,
  DOLLARS,
  type ResultFilter,
  type ResultSums,
  type Results,
} from '../../../shared/ledger/results.ts'
import type { Environment } from '../../../shared/order.ts'
import { PAGE_SIZE } from '../../../shared/page.ts'
import type { Turn } from '../common/turns.ts'
import { type AssetState, assetKey } from './asset-book.ts'
import type { LedgerRuns } from './ledger-runs.ts'
import { gainsOf, withGains } from './place-gains.ts'
import { together, yearOf } from './tally.ts'
import { isMoney } from './worths.ts'

/** A price of now by the key of an asset. */
export interface AssetPrice {
  price: Decimal
  priceAt: string | null
}

export interface ResultService {
  get(filter: Pick<ResultFilter, 'environment' | 'method' | 'year'>): Promise<Results>
  /** The bookings of one coin, newest first: what each of its numbers is made of. */
  page(filter: ResultFilter): Promise<BookingPage>
}

const MAX_MISSING = 500

/** Builds it. `pricesOf` tells what the assets of an environment cost now, `basis` the trader's setting. */
export function createResults(
  runs: LedgerRuns,
  pricesOf: (environment: Environment) => Promise<ReadonlyMap<string, AssetPrice>>,
  basis: () => IncomeBasis,
  now: () => string,
  turn: Turn,
): ResultService {
  return {
    get: async ({ environment, method, year }) => {
      const prices = await pricesOf(environment)
      const terms = { environment, method, basis: basis() }
      const { assets, tally } = await runs.upToNow(terms)
      const of = year ?? null
      let sums = NOTHING
      const coins: CoinResult[] = []
      const gains: ReturnType<typeof gainsOf> = []
      for (const asset of assets()) {
        const key = assetKey(asset)
        const own = tally.sums(key, of)
        sums = together(sums, own)
        const price = prices.get(key) ?? null
        if (!isMoney(asset)) {
          coins.push(coinResult(asset, own, price))
          gains.push(...gainsOf(asset, price?.price ?? null))
        }
        await turn()
      }
      coins.sort((a, b) => (a.asset < b.asset ? -1 : 1))
      const missing = tally.missing(of)
      const total = (values: (Decimal | null)[]) => values.reduce<Decimal>((sum, value) => add(sum, value ?? '0'), '0')
      const { unknown: _, ...known } = sums
      return {
        ...{ ...terms, year: of, currency: 'USDT', dollars: DOLLARS, asOf: now() },
        ...known,
        net: subtract(add(sums.realised, sums.income), sums.fees),
        heldCost: total(coins.map(({ heldCost }) => heldCost)),
        value: total(coins.map(({ value }) => value)),
        unrealised: total(coins.map(({ unrealised }) => unrealised)),
        leftOut: coins.flatMap(leftOutOf),
        ...{ coins, places: withGains(tally.places(of), gains, NOTHING), years: tally.years() },
        missing: missing.slice(-MAX_MISSING).toReversed(),
        missingCount: missing.length,
      }
    },
    page: async ({ environment, method, coinId, asset, year, before, limit = PAGE_SIZE }) => {
      const about = assetKey({ coinId: coinId ?? null, asset: asset ?? '' })
      const { bookings } = await runs.upToNow({ environment, method, basis: basis(), about })
      const items: BookingPage['items'] = []
      for (let at = Math.min(before ?? bookings.length, bookings.length) - 1; at >= 0; at--) {
        const booking = bookings[at]
        if (booking === undefined || (year !== undefined && yearOf(booking.at) !== year)) continue
        if (items.length === limit) return { items, next: at + 1 }
        items.push(booking)
      }
      return { items, next: null }
    },
  }
}

const NOTHING: ResultSums = { proceeds: '0', cost: '0', realised: '0', income: '0', fees: '0', unknown: '0' }

function coinResult(state: AssetState, sums: ResultSums, price: AssetPrice | null): CoinResult {
  const { coinId, asset } = state
  const places = [...state.held]
    .filter(([, amount]) => !isZero(amount))
    .map(([accountId, amount]) => ({ accountId, amount }))
  const held = places.reduce((sum, { amount }) => add(sum, amount), '0')
  const lots = state.sums()
  const known = lots.flatMap(({ cost }) => cost ?? [])
  const heldAtCost = lots.reduce((sum, { amount }) => add(sum, amount), '0')
  const heldCost = known.length === 0 ? null : known.reduce(add, '0')
  return {
    ...{ coinId, asset, ...sums, held, places, heldCost, heldAtCost },
    heldUnknown: lots.reduce((sum, { unknown }) => add(sum, unknown), '0'),
    averageCost: heldCost === null || isZero(heldAtCost) ? null : divide(heldCost, heldAtCost),
    price: price?.price ?? null,
    priceAt: price?.priceAt ?? null,
    value: price === null ? null : multiply(held, price.price),
    unrealised: price === null || heldCost === null ? null : subtract(multiply(heldAtCost, price.price), heldCost),
  }
}

function leftOutOf({ coinId, asset, held, price, heldUnknown }: CoinResult): Results['leftOut'] {
  const named = { coinId, asset }
  const noPrice = price === null && compare(held, '0') > 0 ? [{ ...named, amount: held, why: 'price' as const }] : []
  const noCost = isZero(heldUnknown) ? [] : [{ ...named, amount: heldUnknown, why: 'cost' as const }]
  return [...noPrice, ...noCost]
}
