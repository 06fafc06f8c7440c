// How holdings stand against their limits: room left, order of the rows, and the slices of the donut.

import { add, compare, type Decimal, divide, isZero, multiply, subtract, sum } from '../../../shared/decimal.ts'
import type { Holding, Portfolio, Rules } from '../../../shared/portfolio.ts'
import { toRatio } from '../../format.ts'
import type { DonutSlice } from '../../ui/pictures/donut-arcs.ts'

const QUOTE = 'USDT'

/** From this part of its limit on a holding is called near it. */
const NEAR: Decimal = '0.8'

export type Standing = 'exempt' | 'over' | 'near' | 'within' | 'unknown'

/** The share that limits go by: the trader's own prices are no part of it. */
export function limitShareOf(
  { share, value, valuedAt }: Pick<Holding, 'share' | 'value' | 'valuedAt'>,
  { total, limitTotal }: Pick<Portfolio, 'total' | 'limitTotal'>,
): Decimal | null {
  if (total === limitTotal || share === null) return share
  if (value === null || valuedAt === 'own-price' || limitTotal === null || compare(limitTotal, '0') <= 0) return null
  return divide(value, limitTotal)
}

/** How a holding stands against its own limit. */
export function standingOf({ share, limit }: Pick<Holding, 'share' | 'limit'>): Standing {
  if (limit === null) return 'exempt'
  if (share === null) return 'unknown'
  if (compare(share, limit) > 0) return 'over'
  return compare(share, multiply(limit, NEAR)) >= 0 ? 'near' : 'within'
}

/** True when all early coins share one limit and this is one of them. */
function sharesLimit(holding: Holding, rules: Rules | null): boolean {
  return holding.early && rules?.earlyStage.basis === 'together'
}

/**
 * How much more of a coin fits below its limit, in the quote currency; `0` at or above it, null when not computable.
 * Cash that turns into a coin leaves the total as it is, so the room is limit times total less what is held.
 */
export function roomLeft(holding: Holding, portfolio: Portfolio, rules: Rules | null): Decimal | null {
  const { limitTotal } = portfolio
  const isOwnPrice = holding.valuedAt === 'own-price'
  if (holding.value === null || isOwnPrice || limitTotal === null || holding.limit === null) return null
  const counted = sharesLimit(holding, rules)
    ? sum(portfolio.holdings.flatMap(({ early, value }) => (early && value !== null ? [value] : [])))
    : holding.value
  const most = multiply(holding.limit, limitTotal)
  return compare(most, counted) <= 0 ? '0' : subtract(most, counted)
}

/** Holdings with a value, the largest first, then those without one. */
export function orderHoldings(holdings: readonly Holding[]): Holding[] {
  return holdings.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return compare(b.value, a.value)
  })
}

/** Cash in the quote currency as a share of the total; null while the total is unknown or nothing. */
export function cashShare({ cash, total }: Portfolio): Decimal | null {
  if (total === null || isZero(total)) return null
  const quote = cash.filter(({ asset }) => asset === QUOTE).reduce((held, { amount }) => add(held, amount), '0')
  return divide(quote, total)
}

/** Everything else with a price as a share of the total; null where there is none of it. */
export function otherShare({ assets, total }: Portfolio): Decimal | null {
  const value = sum(assets.flatMap((asset) => asset.value ?? []))
  return total === null || isZero(total) || isZero(value) ? null : divide(value, total)
}

/** The limit that a share is drawn against: none where the trader's own price values it. */
export const drawnLimitOf = ({ limit, valuedAt }: Pick<Holding, 'limit' | 'valuedAt'>): Decimal | null =>
  valuedAt === 'own-price' ? null : limit

const ratioOf = (limit: Decimal | null): number | null => (limit === null ? null : toRatio(limit))

/** The donut: each priced holding with its limit, the largest first, then other assets and cash. */
export function slicesOf(portfolio: Portfolio): DonutSlice[] {
  const slices: DonutSlice[] = orderHoldings(portfolio.holdings).flatMap((holding) =>
    holding.share === null
      ? []
      : [{ id: holding.coinId, ratio: toRatio(holding.share), limit: ratioOf(drawnLimitOf(holding)) }],
  )
  const rest = [
    { id: 'other', share: otherShare(portfolio) },
    { id: 'cash', share: cashShare(portfolio) },
  ]
  return [
    ...slices,
    ...rest.flatMap(({ id, share }) => (share === null ? [] : [{ id, ratio: toRatio(share), limit: null }])),
  ]
}
