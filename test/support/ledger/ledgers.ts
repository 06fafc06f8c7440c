// Ledgers for tests: one movement with what a case needs of it, and any number of them for properties.

import fc from 'fast-check'
import type { LedgerKind, Movement } from '../../../shared/ledger/ledger.ts'

/** A movement of the coin `peaq` at the account `main`, but for what is given. */
export function movement(change: Partial<Movement> & Pick<Movement, 'entryId' | 'kind' | 'amount'>): Movement {
  return {
    ...{ groupId: change.entryId, sequence: 0, environment: 'live', at: '2026-01-01T00:00:00.000Z' },
    ...{
      accountId: 'main',
      coinId: 'peaq',
      asset: 'PEAQ',
      price: null,
      currency: 'USDT',
      currencyCoinId: null,
      total: null,
      fee: null,
      to: null,
    },
    ...{ source: 'manual', note: '' },
    ...change,
  }
}

const ASSETS = [
  { coinId: 'peaq', asset: 'PEAQ' },
  { coinId: 'nillion', asset: 'NIL' },
  { coinId: null, asset: 'BNB' },
  { coinId: null, asset: 'USDT' },
  { coinId: null, asset: 'EUR' },
]
const PLACES = ['main', 'cold']

const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
/** Amounts that divide badly, so that every cut shows. */
const amountArb = fc
  .oneof(
    fc.integer({ min: 1, max: 40 }).map(String),
    fc.integer({ min: 1, max: 9_999_999 }).map((n) => `0.${String(n).padStart(7, '0')}`),
    some(['0.000000000000000001', '0.333333333333333333', '3', '7', '1.000000000000000007']),
  )
  .map((text) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text))
const positive = amountArb.filter((text) => Number(text) > 0)
const signed = (text: string, isBelow: boolean) => (isBelow ? `-${text}` : text)

const feeArb = fc
  .record({ of: some(ASSETS), amount: positive, isRebate: fc.boolean() })
  .map(({ of, amount, isRebate }) => ({
    ...of,
    // Rebates are rare, and small.
    amount: isRebate ? '-0.001' : amount,
  }))

const stepArb = fc.record({
  kind: some<LedgerKind>([
    ...(['buy', 'buy', 'buy', 'sell', 'sell', 'deposit', 'withdrawal', 'transfer', 'transfer', 'fee'] as const),
    ...(['airdrop', 'reward', 'interest', 'migration', 'adjustment'] as const),
  ]),
  day: fc.integer({ min: 0, max: 2 }),
  of: some(ASSETS),
  into: some(ASSETS),
  at: some(PLACES),
  goesTo: some(PLACES),
  amount: positive,
  arrives: positive,
  isBelow: fc.boolean(),
  price: fc.option(positive, { nil: null }),
  paidWith: some([
    ...Array.from({ length: 4 }, () => ({ currency: 'USDT', currencyCoinId: null })),
    ...['EUR', 'BNB'].map((currency) => ({ currency, currencyCoinId: null })),
    { currency: 'NIL', currencyCoinId: 'nillion' },
  ]),
  total: fc.option(positive, { nil: null, freq: 3 }),
  fee: fc.option(feeArb, { nil: null }),
})

/** Movements in their order; many fall into the same moment. */
export const ledgerArb = fc.array(stepArb, { minLength: 1, maxLength: 30 }).map((steps) => {
  const inTime = steps.toSorted((a, b) => a.day - b.day)
  return inTime.map(
    ({ kind, day, of, into, at, goesTo, amount, arrives, isBelow, price, paidWith, total, fee }, n): Movement => {
      const isMove = kind === 'transfer' || kind === 'migration'
      const target = kind === 'transfer' ? of : into
      return movement({
        ...{ entryId: `e${n}`, at: `2026-01-0${day + 1}T00:00:00.000Z`, accountId: at, kind },
        ...{ ...of, ...paidWith, price, total, fee },
        amount: kind === 'adjustment' ? signed(amount, isBelow) : amount,
        to: isMove ? { accountId: goesTo, ...target, amount: arrives } : null,
      })
    },
  )
})
