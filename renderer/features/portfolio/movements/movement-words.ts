// What movements are called on the screens: their coin, place, source and signed amounts.

import type { Decimal } from '../../../../shared/decimal.ts'
import { isLeaving } from '../../../../shared/ledger/amounts.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import { formatDecimal } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { venueName } from '../../../state/session/names.ts'
import { accountById, useSession } from '../../../state/session/session-store.ts'

const words = text.ledger

/** The place of holdings that name none. */
export const ELSEWHERE = 'manual'

/** A place by its account's label, its exchange's name, or as the trader calls it. */
export function placeName(state: Parameters<typeof accountById>[0], accountId: string): string {
  if (accountId === ELSEWHERE) return words.places.manual
  return accountById(state, accountId)?.label ?? venueName(accountId)
}

/** The same for a view, drawn anew when accounts are renamed. */
export const usePlaceName = (accountId: string): string => useSession((state) => placeName(state, accountId))

/** A coin by its name, anything else by what its exchange calls it. */
export const useAssetName = ({ coinId, asset }: Pick<Movement, 'coinId' | 'asset'>): string =>
  useCoins((state) => (coinId === null ? asset : coinName(state, coinId)))

/** With its sign: `+12.5`, `−3`. */
export function signedAmount(amount: Decimal, leaves: boolean): string {
  return `${leaves ? '−' : '+'}${formatDecimal(amount.replace('-', ''))}`
}

export const amountOf = (movement: Pick<Movement, 'kind' | 'amount'>): string =>
  signedAmount(movement.amount, isLeaving(movement))

/** Where a movement comes from, as a kind of source. */
export function sourceOf({ source }: Pick<Movement, 'source'>): keyof typeof words.source {
  if (source.startsWith('import:')) return 'import'
  return source === 'fill' || source === 'opening' || source === 'claim' ? source : 'manual'
}
