// What money was worth in what was paid and got. Nobody keeps the rate of a day, so only dollars have one.

import { knownAsset } from '../../../shared/assets.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { DOLLARS } from '../../../shared/ledger/results.ts'
import type { Named } from './asset-book.ts'

const AS_DOLLAR: ReadonlySet<string> = new Set(DOLLARS)

/** USDT for one unit at any time; `null` is unknown. */
export const rateOf = (currency: string): Decimal | null => (AS_DOLLAR.has(currency.toUpperCase()) ? '1' : null)

/** Money and stablecoins have amounts and no lots. A coin of the trader's list is none, whatever its ticker. */
export function isMoney({ coinId, asset }: Named): boolean {
  if (coinId !== null) return false
  const kind = knownAsset(asset)?.kind
  return kind === 'money' || kind === 'stablecoin'
}
