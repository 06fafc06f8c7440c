// What is held at each place at a known cost, and what that has gained by now. The parts come to the whole to the last digit. Pure.

import { add, compare, type Decimal, isZero, multiply, proportion, subtract, sum } from '../../../shared/decimal.ts'
import type { PlaceResult } from '../../../shared/ledger/results.ts'
import type { AssetState } from './asset-book.ts'

type Held = Pick<PlaceResult, 'accountId' | 'heldCost' | 'unrealised'>

interface AtCost {
  accountId: string
  amount: Decimal
  cost: Decimal | null
}

/** Of one asset. */
export function gainsOf(state: AssetState, price: Decimal | null): Held[] {
  let [reached, given]: [Decimal, Decimal] = ['0', '0']
  return atCost(state).map(({ accountId, amount, cost }): Held => {
    if (cost === null || isZero(amount)) return { accountId, heldCost: null, unrealised: null }
    if (price === null) return { accountId, heldCost: cost, unrealised: null }
    // What all up to this place are worth, less those before: a product is cut, and no digit is lost between places.
    reached = add(reached, amount)
    const due = multiply(reached, price)
    const value = subtract(due, given)
    given = due
    return { accountId, heldCost: cost, unrealised: subtract(value, cost) }
  })
}

/** By average cost each place has its part of the pool, by how much lies there; the last takes the rest. */
function atCost(state: AssetState): AtCost[] {
  const own = [...state.held.keys()].map((accountId) => ({ accountId, sums: state.sumsAt(accountId) }))
  if (own.every(({ sums }) => sums !== null)) {
    return own.flatMap(({ accountId, sums }) => (sums === null ? [] : [{ accountId, ...sums }]))
  }
  const places = [...state.held].filter(([, amount]) => compare(amount, '0') > 0)
  const all = sum(places.map(([, amount]) => amount))
  const pool = state.sums()
  const amount = sum(pool.map((lots) => lots.amount))
  const costs = pool.flatMap((lots) => lots.cost ?? [])
  const cost = costs.length === 0 ? null : sum(costs)
  let [reached, paid, counted]: [Decimal, Decimal, Decimal] = ['0', '0', '0']
  return places.map(([accountId, here]): AtCost => {
    reached = add(reached, here)
    const [duePaid, dueAmount] = [proportion(cost ?? '0', reached, all), proportion(amount, reached, all)]
    const part = {
      accountId,
      amount: subtract(dueAmount, counted),
      cost: cost === null ? null : subtract(duePaid, paid),
    }
    paid = duePaid
    counted = dueAmount
    return part
  })
}

/** Every place where something was made or is, with what all assets there have cost and gained. */
export function withGains(
  places: readonly Omit<PlaceResult, 'heldCost' | 'unrealised'>[],
  gains: readonly Held[],
  nothing: Omit<PlaceResult, keyof Held>,
): PlaceResult[] {
  const all = new Map<string, PlaceResult>(
    places.map((place) => [place.accountId, { ...place, heldCost: null, unrealised: null }]),
  )
  for (const { accountId, heldCost, unrealised } of gains) {
    const before = all.get(accountId) ?? { ...nothing, accountId, heldCost: null, unrealised: null }
    all.set(accountId, {
      ...before,
      heldCost: together(before.heldCost, heldCost),
      unrealised: together(before.unrealised, unrealised),
    })
  }
  return [...all.values()].toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))
}

const together = (one: Decimal | null, other: Decimal | null): Decimal | null =>
  one === null ? other : other === null ? one : add(one, other)
