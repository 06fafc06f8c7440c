// The reckoning a second time, written apart from the app's: whole numbers of 10^-18, one flat list of lots that is searched
// from end to end, no queues and no classes. It is slow and plain on purpose.

import type { Movement } from '../../../shared/ledger/ledger.ts'

const ONE = 10n ** 18n

export type Method = 'average' | 'fifo' | 'lifo' | 'hifo'
export interface PlainBooking {
  entryId: string
  asset: string
  outcome: string
  amount: bigint
  cost: bigint | null
  result: bigint | null
  unknown: bigint
}
interface PlainLot {
  key: string
  at: string
  time: string
  order: number
  amount: bigint
  cost: bigint | null
  /** Cost of one unit when it came, as a fraction. */
  unit: [bigint, bigint] | null
  missing: boolean
}

/** Text to whole numbers. */
export function whole(text: string): bigint {
  const [, sign = '', units = '0', parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const size = BigInt(units) * ONE + BigInt(parts.padEnd(18, '0'))
  return sign === '-' ? -size : size
}

const keyOf = (of: { coinId: string | null; asset: string }) => (of.coinId === null ? `?${of.asset}` : of.coinId)
const isMoney = (asset: string) => asset === 'USDT' || asset === 'EUR'
/** What was paid in all, in its currency. */
const totalOf = ({ amount, price, total }: Movement): bigint | null =>
  total !== null ? whole(total) : price === null ? null : (whole(amount) * whole(price)) / ONE
/** USDT counts as itself; what a euro or a coin was worth the model does not know either. */
const inUsdt = (amount: bigint | null, currency: string): bigint | null => (currency === 'USDT' ? amount : null)

/** Bookings and what is left, of movements in their order. */
export function plainReckoning(movements: readonly Movement[], method: Method, basis: 'zero' | 'receipt') {
  const ledger = new PlainLedger(method, basis)
  for (const movement of movements) ledger.step(movement)
  return { booked: ledger.booked, held: ledger.held, lots: ledger.lots }
}

/** `whole` over the amounts: what is due up to each, cut, less what was given before. */
function spread(value: bigint, amounts: bigint[], total: bigint): bigint[] {
  let reached = 0n
  return amounts.map((amount) => {
    const before = (value * reached) / total
    reached += amount
    return (value * reached) / total - before
  })
}

const sumOf = (lots: PlainLot[]) => lots.reduce((sum, lot) => sum + lot.amount, 0n)
const sumKnown = (values: (bigint | null)[]) =>
  values.length > 0 && values.every((value) => value === null)
    ? null
    : values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n)

class PlainLedger {
  lots: PlainLot[] = []
  held = new Map<string, bigint>()
  booked: PlainBooking[] = []
  private order = 0
  private readonly method: Method
  private readonly basis: 'zero' | 'receipt'

  constructor(method: Method, basis: 'zero' | 'receipt') {
    this.method = method
    this.basis = basis
  }

  step(movement: Movement): void {
    this.order += 1
    const { kind } = movement
    const isBelow = kind === 'adjustment' && movement.amount.startsWith('-')
    if (kind === 'buy') this.buy(movement)
    else if (kind === 'sell') this.sell(movement)
    else if (kind === 'transfer' || kind === 'migration') this.move(movement)
    else this.single(movement, isBelow)
  }

  private single(movement: Movement, isBelow: boolean): void {
    const { kind, accountId: at, asset, entryId, at: time, currency } = movement
    const key = keyOf(movement)
    const amount = whole(movement.amount)
    const value = inUsdt(totalOf(movement), currency)
    if (kind === 'withdrawal' || isBelow) {
      this.note(entryId, asset, 'left', this.depart(key, at, asset, amount < 0n ? -amount : amount, time), null)
    } else if (kind === 'deposit' || kind === 'adjustment') this.arrive(key, at, asset, this.fresh(time, amount, value))
    else if (kind === 'fee') this.spend(movement, asset, key, amount)
    else this.income(movement, asset, key, amount, value)
    this.feeAlone(movement)
  }

  private buy(movement: Movement): void {
    const { asset, accountId: at, at: time, currency } = movement
    const key = keyOf(movement)
    const amount = whole(movement.amount)
    const own = this.ownFee(movement)
    const value = inUsdt(totalOf(movement), currency)
    this.payLeg(movement, true)
    const extra = own > 0n ? 0n : this.feeOfTrade(movement)
    const total = value === null || extra === null ? null : value + extra
    if (own < amount) this.arrive(key, at, asset, this.fresh(time, amount - own, total))
    else {
      this.arrive(key, at, asset, this.fresh(time, amount, total))
      this.spend(movement, asset, key, own)
    }
  }

  private sell(movement: Movement): void {
    const { asset, accountId: at, at: time, currency, entryId } = movement
    const amount = whole(movement.amount)
    const own = this.ownFee(movement)
    const before = this.booked
    this.booked = []
    const extra = own > 0n ? 0n : this.feeOfTrade(movement)
    const ofFee = this.booked
    this.booked = before
    const value = inUsdt(totalOf(movement), currency)
    const gone = this.depart(keyOf(movement), at, asset, amount + own, time)
    this.note(entryId, asset, 'sold', gone, value === null || extra === null ? null : value - extra)
    this.booked.push(...ofFee)
    this.payLeg(movement, false)
  }

  /** The other side of a trade. */
  private payLeg(movement: Movement, isLeaving: boolean): void {
    const total = totalOf(movement)
    if (total === null || total === 0n) return
    const { currency, currencyCoinId, accountId, entryId, at } = movement
    const key = keyOf({ coinId: currencyCoinId, asset: currency })
    if (isMoney(currency)) this.count(key, accountId, isLeaving ? -total : total)
    else if (isLeaving) this.note(entryId, currency, 'sold', this.depart(key, accountId, currency, total, at), null)
    else this.arrive(key, accountId, currency, this.fresh(at, total, null))
  }

  private move(movement: Movement): void {
    const { to, accountId: at, asset, at: time, entryId } = movement
    if (to === null) throw new Error('the model moves nothing to nowhere')
    const [key, goal] = [keyOf(movement), keyOf(to)]
    const [amount, target] = [whole(movement.amount), whole(to.amount)]
    const isSame = goal === key
    const moved = isSame && target < amount ? target : amount
    const gone = this.depart(key, at, asset, moved, time)
    const arriving = isSame ? gone : this.turned(gone, amount, target)
    for (const lot of arriving) this.arrive(goal, to.accountId, to.asset, lot)
    if (isSame && target > amount) {
      const extra = { ...this.fresh(time, target - amount, null), missing: true }
      this.arrive(goal, to.accountId, to.asset, extra)
    }
    this.note(entryId, asset, 'moved', gone, null)
    if (moved < amount) this.spend(movement, asset, key, amount - moved)
    this.feeAlone(movement)
  }

  /** The lots of a migration in the new coin. */
  private turned(gone: PlainLot[], amount: bigint, target: bigint): PlainLot[] {
    const sizes = spread(
      target,
      gone.map((lot) => lot.amount),
      amount,
    )
    const placed = gone.map((lot, n) => ({
      ...lot,
      amount: sizes[n] ?? 0n,
      unit: lot.unit === null ? null : ([lot.unit[0] * amount, lot.unit[1] * target] as [bigint, bigint]),
    }))
    const filled = placed.filter((lot) => lot.amount > 0n)
    const last = filled.at(-1)
    for (const lot of placed.filter((each) => each.amount === 0n)) {
      if (last !== undefined) last.cost = last.cost === null || lot.cost === null ? null : last.cost + lot.cost
    }
    return filled
  }

  private ownFee({ fee, coinId, asset }: Movement): bigint {
    if (fee === null || keyOf(fee) !== keyOf({ coinId, asset })) return 0n
    const size = whole(fee.amount)
    return size > 0n ? size : 0n
  }

  /** What the fee adds to the cost of a trade. */
  private feeOfTrade(movement: Movement): bigint | null {
    const { fee, accountId: at, at: time, entryId } = movement
    const size = fee === null ? 0n : whole(fee.amount)
    if (fee === null || size === 0n) return 0n
    const key = keyOf(fee)
    if (isMoney(fee.asset)) {
      this.count(key, at, -size)
      return inUsdt(size, fee.asset)
    }
    if (size < 0n) {
      this.income(movement, fee.asset, key, -size, null)
      return 0n
    }
    const gone = this.depart(key, at, fee.asset, size, time)
    const results = gone.map((lot) => (lot.cost === null ? null : 0n))
    return this.record(entryId, fee.asset, 'spent', gone, results) ?? 0n
  }

  private feeAlone(movement: Movement): void {
    const { fee } = movement
    if (fee !== null && whole(fee.amount) > 0n) this.spend(movement, fee.asset, keyOf(fee), whole(fee.amount))
    else this.feeOfTrade(movement)
  }

  private spend({ entryId, accountId, at }: Movement, asset: string, key: string, amount: bigint): void {
    this.note(entryId, asset, 'spent', this.depart(key, accountId, asset, amount, at), 0n)
  }

  private income(
    { entryId, accountId, at }: Movement,
    asset: string,
    key: string,
    amount: bigint,
    value: bigint | null,
  ): void {
    const lot = this.fresh(at, amount, this.basis === 'zero' ? 0n : value)
    this.arrive(key, accountId, asset, lot)
    this.record(entryId, asset, 'income', [{ ...lot, key, at: accountId }], [lot.cost])
  }

  private fresh(time: string, amount: bigint, cost: bigint | null): Omit<PlainLot, 'key' | 'at'> {
    return { time, order: this.order, amount, cost, missing: false, unit: cost === null ? null : [cost, amount] }
  }

  private count(key: string, at: string, change: bigint): void {
    const name = `${key}@${at}`
    this.held.set(name, (this.held.get(name) ?? 0n) + change)
  }

  private arrive(key: string, at: string, asset: string, lot: Omit<PlainLot, 'key' | 'at'>): void {
    this.count(key, at, lot.amount)
    if (isMoney(asset) || lot.amount === 0n) return
    this.lots.push({ ...lot, key, at })
    if (this.method !== 'average') return
    const same = this.lots.filter((each) => each.key === key && each.missing === lot.missing)
    const cost = same.some((each) => each.cost === null)
      ? null
      : same.reduce((sum, each) => sum + (each.cost ?? 0n), 0n)
    this.lots = this.lots.filter((each) => !same.includes(each))
    this.lots.push({ ...lot, key, at: '*', amount: sumOf(same), cost })
  }

  private better(a: PlainLot, b: PlainLot): boolean {
    const isOlder = a.time < b.time || (a.time === b.time && a.order < b.order)
    if (this.method === 'average') return b.missing && !a.missing
    if (this.method === 'fifo') return isOlder
    if (this.method === 'lifo') return !isOlder
    if (a.unit === null || b.unit === null) return a.unit === null && b.unit === null ? isOlder : b.unit === null
    const [left, right] = [a.unit[0] * b.unit[1], b.unit[0] * a.unit[1]]
    return left === right ? isOlder : left > right
  }

  private depart(key: string, at: string, asset: string, amount: bigint, time: string): PlainLot[] {
    this.count(key, at, -amount)
    if (isMoney(asset)) return [{ ...this.fresh(time, amount, inUsdt(amount, asset)), key, at }]
    const gone: PlainLot[] = []
    let left = amount
    while (left > 0n) {
      const here = this.lots.filter((lot) => lot.key === key && (this.method === 'average' || lot.at === at))
      const [first] = here
      if (first === undefined) {
        gone.push({ ...this.fresh(time, left, null), key, at, missing: true })
        break
      }
      const chosen = here.reduce((best, lot) => (this.better(lot, best) ? lot : best), first)
      const part = left < chosen.amount ? left : chosen.amount
      const isWhole = part === chosen.amount
      const cost = chosen.cost === null ? null : isWhole ? chosen.cost : (chosen.cost * part) / chosen.amount
      gone.push({ ...chosen, amount: part, cost })
      const rest = { ...chosen, amount: chosen.amount - part, cost: cost === null ? null : (chosen.cost ?? 0n) - cost }
      this.lots = this.lots.flatMap((lot) => (lot !== chosen ? [lot] : isWhole ? [] : [rest]))
      left -= part
    }
    return gone
  }

  private note(entryId: string, asset: string, outcome: string, gone: PlainLot[], proceeds: bigint | null): void {
    const amounts = gone.map((lot) => lot.amount)
    const brought = proceeds === null || sumOf(gone) === 0n ? null : spread(proceeds, amounts, sumOf(gone))
    const results = gone.map((lot, n) => {
      const own = brought?.[n]
      return lot.cost === null || own === undefined ? null : own - lot.cost
    })
    this.record(entryId, asset, outcome, gone, results)
  }

  private record(
    entryId: string,
    asset: string,
    outcome: string,
    gone: PlainLot[],
    results: (bigint | null)[],
  ): bigint | null {
    const isResult = outcome === 'sold' || outcome === 'spent' || outcome === 'income'
    const cost = sumKnown(gone.map((lot) => lot.cost))
    const unknown = sumOf(gone.filter((lot, n) => (isResult ? results[n] : lot.cost) === null))
    if (!isMoney(asset) || outcome === 'spent') {
      const result = isResult ? sumKnown(results) : null
      this.booked.push({ entryId, asset, outcome, amount: sumOf(gone), cost, result, unknown })
    }
    return cost
  }
}
