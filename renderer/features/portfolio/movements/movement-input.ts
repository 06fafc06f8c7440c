// The form of a movement: what stands in it, what is wrong with that, and what is stored of it. Pure.

import type { MovementInput } from '../../../../shared/contract/ledger.ts'
import { type Decimal, subtract } from '../../../../shared/decimal.ts'
import { isLeaving } from '../../../../shared/ledger/amounts.ts'
import type { LedgerKind, Movement } from '../../../../shared/ledger/ledger.ts'
import type { Environment } from '../../../../shared/order.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { text } from '../../../messages/late/en.ts'
import { typedNumber } from '../../../number-fault.ts'
import { inputOf } from '../../../state/ledger/movements-actions.ts'
import { writeNumber } from '../../../typed-number.ts'
import { ELSEWHERE } from './movement-words.ts'

const words = text.ledger

/** Stands in a choice for what is typed beside it; no coin and no place is spelt so. */
export const OTHER = '(other)'

export interface TypedMovement {
  kind: LedgerKind
  day: string
  time: string
  coinId: string
  asset: string
  amount: string
  /** Of an adjustment. */
  sign: 'in' | 'out'
  price: string
  total: string
  currency: string
  place: string
  placeName: string
  toPlace: string
  toPlaceName: string
  toCoinId: string
  toAsset: string
  toAmount: string
  fee: string
  feeAsset: string
  note: string
}

export type MovementFaults = Partial<Record<keyof TypedMovement, string>>

/** Kinds with a price: what was paid or got, or what came in was worth. */
export const isPriced = ({ kind, sign }: Pick<TypedMovement, 'kind' | 'sign'>): boolean =>
  kind === 'adjustment' ? sign === 'in' : !['withdrawal', 'transfer', 'fee', 'migration'].includes(kind)

/** Kinds that arrive somewhere, or as something. */
export const isMoved = ({ kind }: Pick<TypedMovement, 'kind'>): boolean => kind === 'transfer' || kind === 'migration'

const two = (part: number): string => String(part).padStart(2, '0')

/** A moment as the date and time fields write it, in the trader's zone. */
function typedMoment(at: string): { day: string; time: string } {
  const moment = new Date(at)
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-')
  return { day, time: [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':') }
}

const typedAmount = (value: Decimal | null): string => (value === null ? '' : writeNumber(value.replace('-', '')))

/** The form of a movement that there is. A place or coin that no choice has is still one of them. */
export function typedOf(movement: Movement): TypedMovement {
  const { kind, coinId, asset, amount, price, total, currency, accountId, fee, to, note } = movement
  return {
    ...{ kind, ...typedMoment(movement.at), coinId: coinId ?? OTHER, asset, amount: typedAmount(amount) },
    ...{ sign: isLeaving(movement) ? 'out' : 'in', price: typedAmount(price), total: typedAmount(total), currency },
    ...{ place: accountId, placeName: '', toPlace: to?.accountId ?? ELSEWHERE, toPlaceName: '' },
    ...{ toCoinId: to?.coinId ?? OTHER, toAsset: to?.asset ?? '', toAmount: typedAmount(to?.amount ?? null) },
    ...{ fee: typedAmount(fee?.amount ?? null), feeAsset: fee?.asset ?? '', note },
  }
}

/** An empty form: a buy, now, at the given place. */
export function emptyMovement(now: number, coinId: string, place: string): TypedMovement {
  return {
    ...{ kind: 'buy', ...typedMoment(new Date(now).toISOString()), coinId, asset: '', amount: '', sign: 'in' },
    ...{ price: '', total: '', currency: 'USDT', place, placeName: '', toPlace: OTHER, toPlaceName: '' },
    ...{ toCoinId: OTHER, toAsset: '', toAmount: '', fee: '', feeAsset: 'USDT', note: '' },
  }
}

/** A place as it is kept, of what a trader calls it; empty where nothing is left of that. */
export function placeOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9:]+/g, '-')
    .replace(/^[-:]+/, '')
    .replace(/-+$/, '')
    .slice(0, 64)
}

/** What is wrong with the name of a place that is chosen by it. */
export function placeFault(choice: string, name: string): string | null {
  if (choice !== OTHER) return null
  const place = placeOf(name)
  if (place === '') return words.placeMissing
  // What lies at an exchange's name is counted as the exchange's, and no holding of his own.
  return place === 'practice' || VENUES.some(({ id }) => id === place) ? words.placeOfExchange : null
}

/** The moment in UTC; as it was where the fields still say the same, which know no milliseconds. */
function momentOf({ day, time }: Pick<TypedMovement, 'day' | 'time'>, before: Movement | null): string | null {
  const same = before === null ? null : typedMoment(before.at)
  if (before !== null && same?.day === day && same.time === time) return before.at
  const at = new Date(`${day}T${time === '' ? '00:00:00' : time}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const NUMBERS = ['amount', 'price', 'total', 'toAmount', 'fee'] as const

const isNeeded = (field: (typeof NUMBERS)[number], typed: TypedMovement): boolean =>
  field === 'toAmount' ? isMoved(typed) : field === 'amount' || field === 'fee' || isPriced(typed)

function numberFaults(typed: TypedMovement): MovementFaults {
  const zero = words.amountZero
  const found = NUMBERS.filter((field) => isNeeded(field, typed)).flatMap((field) => {
    const { fault } = typedNumber(typed[field], zero)
    return fault === null ? [] : [[field, fault] as const]
  })
  return { ...(typed.amount.trim() === '' && { amount: zero }), ...Object.fromEntries(found) }
}

function transferFaults({ place, placeName, toPlace, toPlaceName }: TypedMovement): MovementFaults {
  const fault = placeFault(toPlace, toPlaceName)
  if (fault !== null) return { toPlaceName: fault }
  if (chosenPlace(place, placeName) !== chosenPlace(toPlace, toPlaceName)) return {}
  return { [toPlace === OTHER ? 'toPlaceName' : 'toPlace']: words.transferSame }
}

function migrationFaults({ coinId, toCoinId, toAsset, toAmount }: TypedMovement): MovementFaults {
  return {
    ...(toCoinId === OTHER && toAsset.trim() === '' && { toAsset: words.assetMissing }),
    ...(toCoinId !== OTHER && toCoinId === coinId && { toCoinId: words.migrationSame }),
    ...(toAmount.trim() === '' && { toAmount: words.amountZero }),
  }
}

/** What is wrong, by field; nothing where it can be stored. */
function faultsOf(typed: TypedMovement): MovementFaults {
  const { kind, coinId, asset, day } = typed
  const place = placeFault(typed.place, typed.placeName)
  return {
    ...numberFaults(typed),
    ...(day === '' && { day: words.dayMissing }),
    ...(coinId === '' && { coinId: words.coinMissing }),
    ...(coinId === OTHER && asset.trim() === '' && { asset: words.assetMissing }),
    ...(place !== null && { placeName: place }),
    ...(typed.fee.trim() !== '' && typed.feeAsset.trim() === '' && { feeAsset: words.assetMissing }),
    ...(kind === 'transfer' && transferFaults(typed)),
    ...(kind === 'migration' && migrationFaults(typed)),
  }
}

const chosenPlace = (choice: string, name: string): string => (choice === OTHER ? placeOf(name) : choice)
const decimalOf = (typed: string): Decimal | null => typedNumber(typed).value

/** The asset of a form: a coin of the list, or what was typed. That of a coin stays as it was written. */
function assetOf(coinId: string, asset: string, before: { coinId: string | null; asset: string } | null) {
  if (coinId === OTHER) return { coinId: null, asset: asset.trim() }
  return before?.coinId === coinId ? { coinId, asset: before.asset } : { coinId }
}

function targetOf(typed: TypedMovement, before: Movement | null): MovementInput['to'] {
  if (!isMoved(typed)) return null
  const amount = decimalOf(typed.toAmount)
  if (typed.kind === 'transfer') {
    return { accountId: chosenPlace(typed.toPlace, typed.toPlaceName), ...(amount !== null && { amount }) }
  }
  const { coinId, asset } = assetOf(typed.toCoinId, typed.toAsset, before?.to ?? null)
  return {
    ...(coinId !== null && { coinId }),
    ...(asset !== undefined && { asset }),
    ...(amount !== null && { amount }),
  }
}

function feeOf(typed: TypedMovement, before: Movement | null): MovementInput['fee'] {
  const amount = decimalOf(typed.fee)
  if (amount === null) return null
  const asset = typed.feeAsset.trim()
  const kept = before?.fee?.asset === asset ? before.fee : null
  // The field has no sign, so a rebate that nobody touched is still one.
  const isKept = kept !== null && typed.fee === typedAmount(kept.amount)
  return { asset, amount: isKept ? kept.amount : amount, ...(kept?.coinId != null && { coinId: kept.coinId }) }
}

/** What is stored of the form, or what is wrong with it. `before` is the movement that is changed. */
export function movementOf(
  typed: TypedMovement,
  before: Movement | null,
  environment: Environment,
): { input: MovementInput } | { faults: MovementFaults } {
  const faults = faultsOf(typed)
  const at = momentOf(typed, before)
  if (at === null) faults.day ??= words.dayMissing
  const amount = decimalOf(typed.amount)
  if (Object.keys(faults).length > 0 || at === null || amount === null) return { faults }
  const priced = isPriced(typed)
  const isNegative = typed.kind === 'adjustment' && typed.sign === 'out'
  return {
    input: {
      ...(before !== null && { entryId: before.entryId }),
      ...{ environment: before?.environment ?? environment, at, kind: typed.kind },
      accountId: chosenPlace(typed.place, typed.placeName),
      ...assetOf(typed.coinId, typed.asset, before),
      amount: isNegative ? subtract('0', amount) : amount,
      price: priced ? decimalOf(typed.price) : null,
      total: priced ? decimalOf(typed.total) : null,
      currency: typed.currency.trim() === '' ? 'USDT' : typed.currency.trim(),
      ...{ fee: feeOf(typed, before), to: targetOf(typed, before), note: typed.note },
    },
  }
}

/** Of a row from a file: its price and its note, the rest as the file has it. */
export function pricedOf(
  typed: TypedMovement,
  before: Movement,
): { input: MovementInput } | { faults: MovementFaults } {
  const faults: MovementFaults = {}
  for (const field of ['price', 'total'] as const) {
    const { fault } = typedNumber(typed[field], words.amountZero)
    if (fault !== null) faults[field] = fault
  }
  if (Object.keys(faults).length > 0) return { faults }
  const { entryId } = before
  const [price, total] = [decimalOf(typed.price), decimalOf(typed.total)]
  const currency = typed.currency.trim() === '' ? before.currency : typed.currency.trim()
  return { input: { ...inputOf(before), entryId, price, total, currency, note: typed.note } }
}
