// Lots of one asset at one place, in the order in which a method sells them. Pure.
//
// A lot that is split gives away its cost by amount, cut after 18 decimals, and keeps the rest; whoever takes the last of it
// takes all that is left. So costs add up to the last digit, however often a lot is split.

import { add, compare, type Decimal, isZero, min, product, proportion, subtract } from '../../../shared/decimal.ts'
import type { CostMethod } from '../../../shared/ledger/ledger.ts'

/** What came in by one movement, as far as it is still there. */
export interface Lot {
  /** The movement that brought it in, and when; they stay with it when it moves. `null` in a pool. */
  lotId: string | null
  acquiredAt: string | null
  /** Its place among all movements: decides between two that came in the same millisecond. */
  place: number
  amount: Decimal
  /** What all of it cost in USDT; `null` is unknown. */
  cost: Decimal | null
  /**
   * What all of it had cost and how much that was when it came in. What is left of a lot has the unit cost of the whole lot:
   * its own quotient would differ in the last digits, and these would decide which of two equal lots is sold.
   */
  paid: string | null
  of: string
  /** It stands for an acquisition that the ledger does not know. */
  missing: boolean
}

/** Builds a lot of which nothing is gone yet. */
export const newLot = (lot: Omit<Lot, 'paid' | 'of'>): Lot => ({ ...lot, paid: lot.cost, of: lot.amount })

export interface Lots {
  put(lot: Lot): void
  /** Takes up to `amount`; less is answered where less is there. Costs grow with the lots that are taken, not with all. */
  take(amount: Decimal): Lot[]
  all(): Lot[]
  /** What all of them come to, kept up with each change. */
  sums(): LotSums
}

export interface LotSums {
  /** Of the lots whose cost is known; `cost` is `null` where there is none. */
  amount: Decimal
  cost: Decimal | null
  /** How much is in the others. */
  unknown: Decimal
}

/** Builds the lots of one asset at one place, or the pool of one asset at all places. */
export function createLots(method: CostMethod): Lots {
  return method === 'average' ? createPool() : createQueue(method)
}

/** `a` and `b` in the order of time. */
const byTime = (a: Lot, b: Lot): number =>
  a.acquiredAt === b.acquiredAt ? a.place - b.place : (a.acquiredAt ?? '') < (b.acquiredAt ?? '') ? -1 : 1

/** The dearer unit first, by exact products; of equal ones the older. What nobody knows the cost of comes last. */
function byCost(a: Lot, b: Lot): number {
  if (a.paid === null || b.paid === null) return Number(a.paid === null) - Number(b.paid === null) || byTime(a, b)
  // Most lots beside each other cost the same, and need no products.
  if (a.paid === b.paid && a.of === b.of) return byTime(a, b)
  return compare(product(b.paid, a.of), product(a.paid, b.of)) || byTime(a, b)
}

function createQueue(method: Exclude<CostMethod, 'average'>): Lots {
  // LIFO takes from the end, the others from the front; most lots come in at the end, so that none is moved for them.
  const takesFront = method !== 'lifo'
  const order = method === 'hifo' ? byCost : byTime
  const lots: Lot[] = []
  let front = 0
  const kept = { amount: '0', cost: '0', unknown: '0' }
  const count = (change: typeof add, { amount, cost }: Lot) => {
    if (cost === null) kept.unknown = change(kept.unknown, amount)
    else {
      kept.amount = change(kept.amount, amount)
      kept.cost = change(kept.cost, cost)
    }
  }
  const next = (): Lot | undefined => (takesFront ? lots[front] : lots.at(-1))
  const drop = () => {
    if (!takesFront) lots.pop()
    else {
      front += 1
      // What was taken is let go now and then, not at each step: that would move all the others.
      if (front > 1024 && front * 2 > lots.length) {
        lots.splice(0, front)
        front = 0
      }
    }
  }
  const replace = (lot: Lot) => {
    lots[takesFront ? front : lots.length - 1] = lot
  }
  return {
    put: (lot) => {
      if (isZero(lot.amount)) return
      count(add, lot)
      let [low, high] = [front, lots.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        // Of equals the one that came here first goes first; by LIFO the one that came last.
        if (order(lots[middle] as Lot, lot) <= 0) low = middle + 1
        else high = middle
      }
      lots.splice(low, 0, lot)
    },
    take: (amount) => {
      const taken: Lot[] = []
      let left = amount
      for (let lot = next(); lot !== undefined && compare(left, '0') > 0; lot = next()) {
        const [part, rest] = split(lot, min(left, lot.amount))
        taken.push(part)
        count(subtract, part)
        left = subtract(left, part.amount)
        if (rest === null) drop()
        else replace(rest)
      }
      return taken
    },
    all: () => lots.slice(front),
    sums: () => ({ ...kept, cost: isZero(kept.amount) ? null : kept.cost }),
  }
}

/**
 * All that is held of an asset at one average. A part without a known cost makes the average unknown until all is gone. What
 * no movement has brought in is no part of it, and goes last.
 */
function createPool(): Lots {
  const pools: Record<'known' | 'missing', Lot | null> = { known: null, missing: null }
  const kinds = ['known', 'missing'] as const
  const all = () => kinds.flatMap((kind) => pools[kind] ?? [])
  return {
    put: (lot) => {
      if (isZero(lot.amount)) return
      const kind = lot.missing ? 'missing' : 'known'
      const before = pools[kind]
      const cost = before === null ? lot.cost : together(before.cost, lot.cost)
      const amount = add(before?.amount ?? '0', lot.amount)
      const { place, missing } = lot
      pools[kind] = newLot({ lotId: null, acquiredAt: null, place, amount, cost, missing })
    },
    take: (amount) => {
      let left = amount
      return kinds.flatMap((kind) => {
        const pool = pools[kind]
        if (pool === null || compare(left, '0') <= 0) return []
        const [part, rest] = split(pool, min(left, pool.amount))
        pools[kind] = rest
        left = subtract(left, part.amount)
        return [part]
      })
    },
    all,
    // Two at most: not worth keeping up.
    sums: () => {
      const known = all().filter(({ cost }) => cost !== null)
      const total = (of: Lot[]) => of.reduce((sum, { amount }) => add(sum, amount), '0')
      return {
        amount: total(known),
        cost: known.length === 0 ? null : known.reduce((sum, { cost }) => add(sum, cost ?? '0'), '0'),
        unknown: total(all().filter(({ cost }) => cost === null)),
      }
    },
  }
}

/** The sum of two costs; unknown where one is. */
export const together = (a: Decimal | null, b: Decimal | null): Decimal | null =>
  a === null || b === null ? null : add(a, b)

/** A part of a lot and what is left of it; `null` where nothing is. */
function split(lot: Lot, amount: Decimal): [part: Lot, rest: Lot | null] {
  if (compare(amount, lot.amount) >= 0) return [lot, null]
  const cost = lot.cost === null ? null : proportion(lot.cost, amount, lot.amount)
  const kept = cost === null || lot.cost === null ? null : subtract(lot.cost, cost)
  return [
    { ...lot, amount, cost },
    { ...lot, amount: subtract(lot.amount, amount), cost: kept },
  ]
}
