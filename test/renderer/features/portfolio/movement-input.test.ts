// The form of a movement: what is stored of it, what it is refused for, and that a form that nobody touched changes nothing.

import { beforeEach, expect, test } from 'vitest'
import {
  emptyMovement,
  movementOf,
  OTHER,
  placeOf,
  pricedOf,
  type TypedMovement,
  typedOf,
} from '../../../../renderer/features/portfolio/movements/movement-input.ts'
import { inputOf } from '../../../../renderer/state/ledger/movements-actions.ts'
import { LEDGER_KINDS, type Movement } from '../../../../shared/ledger/ledger.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

beforeEach(() => void setUpPage())

const NOW = Date.parse('2026-11-30T12:00:00.000Z')
const empty = (patch: Partial<TypedMovement> = {}): TypedMovement => ({
  ...emptyMovement(NOW, 'peaq', 'manual'),
  amount: '5',
  ...patch,
})
const made = (patch: Partial<TypedMovement>, before: Movement | null = null) => movementOf(empty(patch), before, 'live')
const inputFor = (patch: Partial<TypedMovement>) => {
  const result = made(patch)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.input
}
const faultsIn = (patch: Partial<TypedMovement>) => {
  const result = made(patch)
  return 'faults' in result ? Object.keys(result.faults) : []
}

const MOVEMENT: Movement = {
  ...{ entryId: 'e1', groupId: 'g1', sequence: 0, environment: 'live', at: '2026-03-29T00:30:15.123Z' },
  ...{ accountId: 'cold', kind: 'buy', coinId: 'movement', asset: 'MOVE', amount: '1234.000000000000000001' },
  ...{
    price: '0.44',
    currency: 'USDC',
    currencyCoinId: null,
    total: '543',
    fee: { asset: 'MOVE', coinId: 'movement', amount: '0.1' },
  },
  ...{ to: null, source: 'manual', note: 'first' },
}

test('a buy by the page’s own marks, in the trader’s own zone, as UTC', () => {
  expect(inputFor({ amount: '1,234.5', price: '0.25', day: '2026-11-30', time: '12:00:00' })).toMatchObject({
    ...{ kind: 'buy', coinId: 'peaq', accountId: 'manual', environment: 'live', amount: '1234.5', price: '0.25' },
    ...{ total: null, currency: 'USDT', fee: null, to: null, at: new Date('2026-11-30T12:00:00').toISOString() },
  })
})

test('a kind without a price stores none, also where one was typed for another kind', () => {
  for (const kind of ['withdrawal', 'fee'] as const) {
    expect(inputFor({ kind, price: '3', total: 'nonsense' })).toMatchObject({ price: null, total: null })
  }
  expect(inputFor({ kind: 'adjustment', sign: 'out', price: '3' })).toMatchObject({ amount: '-5', price: null })
  expect(inputFor({ kind: 'adjustment', sign: 'in', price: '3' })).toMatchObject({ amount: '5', price: '3' })
})

test('a transfer goes to another place, a migration into another coin', () => {
  expect(inputFor({ kind: 'transfer', toPlaceName: 'Ledger Nano' }).to).toEqual({ accountId: 'ledger-nano' })
  expect(inputFor({ kind: 'transfer', toPlace: 'cold', toAmount: '4.9' }).to).toEqual({
    accountId: 'cold',
    amount: '4.9',
  })
  expect(inputFor({ kind: 'migration', toCoinId: 'movement', toAmount: '10' }).to).toEqual({
    coinId: 'movement',
    amount: '10',
  })
  expect(faultsIn({ kind: 'transfer', toPlace: 'manual' })).toEqual(['toPlace'])
  expect(faultsIn({ kind: 'migration', toCoinId: 'peaq', toAmount: '1' })).toEqual(['toCoinId'])
  expect(faultsIn({ kind: 'migration', toCoinId: OTHER })).toEqual(['toAsset', 'toAmount'])
})

test.each([
  [{ amount: '' }, 'amount'],
  [{ amount: '0' }, 'amount'],
  [{ amount: '1,5.2' }, 'amount'],
  [{ price: 'x' }, 'price'],
  [{ day: '' }, 'day'],
  [{ coinId: '' }, 'coinId'],
  [{ coinId: OTHER }, 'asset'],
  [{ fee: '1', feeAsset: ' ' }, 'feeAsset'],
  [{ place: OTHER, placeName: 'кошелёк' }, 'placeName'],
  // Counted as the exchange's, such a place would hold nothing of the trader's own.
  [{ place: OTHER, placeName: 'Binance' }, 'placeName'],
  [{ place: OTHER, placeName: 'practice' }, 'placeName'],
] as const)('what is wrong is said at its field: %j', (patch, field) => {
  expect(faultsIn(patch)).toEqual([field])
})

test('a rebate that nobody touched is still one, and a fee that was typed anew is none', () => {
  const before = { ...MOVEMENT, fee: { asset: 'BNB', coinId: null, amount: '-0.1' } }
  const feeOf = (patch: Partial<TypedMovement>) => {
    const result = movementOf({ ...typedOf(before), ...patch }, before, 'live')
    return 'input' in result ? result.input.fee : null
  }
  expect(feeOf({})).toEqual({ asset: 'BNB', amount: '-0.1' })
  expect(feeOf({ fee: '0.2' })).toEqual({ asset: 'BNB', amount: '0.2' })
})

test('a form that nobody touched stores what was there, to the millisecond and the last digit', () => {
  const to = { accountId: 'cold-2', coinId: 'movement', asset: 'MOVE', amount: '1233' }
  for (const kind of LEDGER_KINDS) {
    const plain = { ...MOVEMENT, kind, price: null, total: null }
    const movement: Movement =
      kind === 'transfer'
        ? { ...plain, to }
        : kind === 'migration'
          ? { ...plain, to: { ...to, accountId: 'cold', coinId: 'peaq', asset: 'PEAQ2' } }
          : kind === 'withdrawal' || kind === 'fee'
            ? plain
            : { ...MOVEMENT, kind }
    const result = movementOf(typedOf(movement), movement, 'live')
    const { to: target, ...rest } = inputOf(movement)
    expect('input' in result ? result.input : result.faults).toMatchObject({ ...rest, entryId: 'e1' })
    const kept = 'input' in result ? result.input.to : null
    expect(target).toMatchObject(kept ?? {})
  }
})

test('of a row from a file the price and the note change, and nothing else, also a rebate', () => {
  const row: Movement = {
    ...{ ...MOVEMENT, source: 'import:x', fee: { asset: 'BNB', coinId: null, amount: '-0.001' }, price: null },
    total: null,
  }
  const result = pricedOf({ ...typedOf(row), amount: '9', price: '0.5', note: 'seen' }, row)
  expect(result).toEqual({ input: { ...inputOf(row), entryId: 'e1', price: '0.5', note: 'seen' } })
})

test.each([
  ['Ledger Nano X', 'ledger-nano-x'],
  ['  Cold: box 2!', 'cold:-box-2'],
  ['--', ''],
  ['ÄÖ', ''],
])('a place by its name: %s', (typed, place) => {
  expect(placeOf(typed)).toBe(place)
})
