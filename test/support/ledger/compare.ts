// The reckoning beside the plain model: every booking, what is held, what is left of lots; and parts that add up.

import { expect } from 'vitest'
import type { CostMethod, IncomeBasis, Movement } from '../../../shared/ledger/ledger.ts'
import { plainReckoning, whole } from './plain-model.ts'
import { reckon } from './reckon.ts'

const orNull = (value: string | null) => (value === null ? null : whole(value))
const total = (values: readonly bigint[]) => values.reduce((sum, each) => sum + each, 0n)

/** Throws where the two differ, or where the parts of a number do not add up to it to the last digit. */
export function compareWithModel(movements: readonly Movement[], method: CostMethod, basis: IncomeBasis): void {
  const { booked, reckoner } = reckon(movements, method, basis)
  const model = plainReckoning(movements, method, basis)
  expect(
    booked.map(({ entryId, asset, outcome, amount, cost, result, unknown }) => ({
      ...{ entryId, asset, outcome, amount: whole(amount), cost: orNull(cost), result: orNull(result) },
      unknown: whole(unknown),
    })),
  ).toEqual(model.booked)
  for (const asset of reckoner.assets()) {
    const key = asset.coinId ?? `?${asset.asset}`
    for (const [place, amount] of asset.held) expect(whole(amount)).toBe(model.held.get(`${key}@${place}`))
    const left = asset.allLots().map(({ amount, cost }) => `${whole(amount)} ${orNull(cost)}`)
    const expected = model.lots.filter((lot) => lot.key === key).map(({ amount, cost }) => `${amount} ${cost}`)
    expect(left.toSorted()).toEqual(expected.toSorted())
    const known = model.lots.filter((lot) => lot.key === key && lot.cost !== null)
    expect(total(asset.sums().map(({ amount }) => whole(amount)))).toBe(total(known.map(({ amount }) => amount)))
    expect(total(asset.sums().flatMap(({ cost }) => orNull(cost) ?? []))).toBe(
      total(known.map(({ cost }) => cost ?? 0n)),
    )
  }
  for (const { amount, proceeds, cost, parts } of booked) {
    expect(total(parts.map((part) => whole(part.amount)))).toBe(whole(amount))
    if (cost !== null) expect(total(parts.flatMap((part) => orNull(part.cost) ?? []))).toBe(whole(cost))
    if (proceeds !== null && parts.every((part) => part.proceeds !== null)) {
      expect(total(parts.flatMap((part) => orNull(part.proceeds) ?? []))).toBe(whole(proceeds))
    }
  }
}
