// A ledger for looking at its screens: movements of each kind, results with what is unknown and missing, and a file.

import { type Booking, LEDGER_KINDS, type LedgerKind, type Movement } from '../../../shared/ledger/ledger.ts'
import type { CoinResult, PlaceResult, Results } from '../../../shared/ledger/results.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { FakeLedger } from '../../../test/renderer/fakes/fake-ledger.ts'

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()

const COINS = [
  ['peaq', 'PEAQ'],
  ['movement', 'MOVE'],
  ['my-pet-hooligan', 'PETS'],
  ['dolomite', 'DOLO'],
  [null, 'BTC'],
] as const
const SOURCES = ['manual', 'fill', 'import:2026', 'opening', 'claim']
const UNPRICED: readonly LedgerKind[] = ['withdrawal', 'transfer', 'fee', 'migration']

function movementAt(index: number): Movement {
  const kind = LEDGER_KINDS[index % LEDGER_KINDS.length] ?? 'buy'
  const [coinId, asset] = COINS[index % COINS.length] ?? COINS[0]
  const amount = String(1 + index * 1.37)
  const isMoved = kind === 'transfer' || kind === 'migration'
  return {
    ...{ entryId: `e${index}`, groupId: `g${index}`, sequence: 0, environment: 'practice', at: at(index) },
    ...{ accountId: index % 3 === 0 ? 'ledger-nano' : 'practice', kind, coinId, asset },
    amount: kind === 'adjustment' ? '-3.5' : amount,
    price: UNPRICED.includes(kind) || index % 5 === 0 ? null : '0.12345678',
    ...{ currency: 'USDT', currencyCoinId: null, total: null, note: '' },
    fee: index % 2 === 0 ? null : { asset: 'BNB', coinId: null, amount: '0.00012' },
    to: isMoved ? { accountId: kind === 'transfer' ? 'cold-box' : 'practice', coinId, asset, amount } : null,
    source: SOURCES[index % SOURCES.length] ?? 'manual',
  }
}

const SUMS = { proceeds: '1200', cost: '900.5', realised: '299.5', income: '12.4', fees: '3.2', unknown: '0' }

function coinResult(index: number): CoinResult {
  const [coinId, asset] = COINS[index] ?? [null, `ASSET${index}`]
  const known = index % 3 !== 2
  const isLoss = index % 2 === 1
  return {
    ...{ coinId, asset, ...SUMS, realised: isLoss ? '-48.25' : '299.5', unknown: index % 4 === 3 ? '12' : '0' },
    ...{ held: '250.5', heldAtCost: known ? '250.5' : '0', heldUnknown: known ? '0' : '250.5' },
    places: [
      { accountId: 'practice', amount: '200.5' },
      { accountId: 'ledger-nano', amount: '50' },
    ],
    heldCost: known ? '88.17' : null,
    averageCost: known ? '0.35197604' : null,
    price: known ? '0.4412' : null,
    priceAt: known ? at(0) : null,
    value: known ? '110.52' : null,
    unrealised: known ? (isLoss ? '-22.35' : '22.35') : null,
  }
}

const placeResult = (accountId: string): PlaceResult => ({
  ...{ accountId, ...SUMS, heldCost: null, unrealised: null },
})

function results(coins: number): Partial<Results> {
  const all = Array.from({ length: coins }, (_, index) => coinResult(index))
  return {
    ...{ proceeds: '12000', cost: '9000', realised: '1204.75', income: '62', fees: '16', net: '1250.75' },
    ...{ heldCost: '440.85', value: '552.6', unrealised: '-22.35', coins: all },
    leftOut: all
      .filter(({ price }) => price === null)
      .map(({ coinId, asset, held }) => ({ coinId, asset, amount: held, why: 'price' as const })),
    places: [placeResult('practice'), placeResult('ledger-nano')],
    years: [2026, 2025, 2023].map((year) => ({ year, ...SUMS })),
    missing: [0, 1, 2].map((index) => ({
      ...{ entryId: `e${index}`, at: at(index * 40), accountId: 'practice', coinId: 'dolomite', asset: 'DOLO' },
      ...{ outcome: 'sold', amount: '12' },
    })),
    missingCount: 3,
  }
}

function bookings(): Booking[] {
  const part = { lotId: 'e9', acquiredAt: at(900), amount: '10', cost: '2', proceeds: '3', result: '1', missing: false }
  const missing = { ...part, lotId: null, acquiredAt: null, amount: '5', cost: null, result: null, missing: true }
  const booked = { at: at(20), accountId: 'practice', coinId: 'peaq', asset: 'PEAQ', proceeds: '4.5' }
  return [
    { ...booked, entryId: 'e1', outcome: 'sold', amount: '10', cost: '2', result: '1', unknown: '0', parts: [part] },
    {
      ...booked,
      entryId: 'e2',
      outcome: 'sold',
      amount: '15',
      cost: '2',
      result: '1',
      unknown: '5',
      parts: [part, missing],
    },
    {
      ...{ ...booked, entryId: 'e3', outcome: 'income', amount: '1', proceeds: null, cost: '0.3', result: '0.3' },
      ...{ unknown: '0', parts: [{ ...part, lotId: null, acquiredAt: null }] },
    },
  ]
}

function transfers(movements: readonly Movement[]): FakeLedger['transfers'] {
  const [first] = movements
  if (first === undefined) return {}
  const withdrawal: Movement = { ...first, entryId: 'w', kind: 'withdrawal', amount: '100', accountId: 'practice' }
  const deposit: Movement = { ...withdrawal, entryId: 'd', kind: 'deposit', amount: '99.5', accountId: 'ledger-nano' }
  const pair = { withdrawal, deposit, lost: '0.5', minutes: 14, match: 'fee' as const }
  return { offered: [pair], offeredCount: 1, unmatched: [withdrawal], unmatchedCount: 1 }
}

/** `count` movements, and results of so many coins. */
export function someLedger(count: number, coins: number): FakeLedger {
  const movements = Array.from({ length: count }, (_, index) => movementAt(index))
  return {
    movements,
    results: results(coins),
    bookings: bookings(),
    transfers: transfers(movements),
    imports: [
      { importId: 'i2', at: at(30), movements: 120, added: 120 },
      { importId: 'i1', at: at(900), movements: 1, added: 4 },
    ],
    preview: {
      ...{ format: 'binance-statement', accountId: 'binance', zoneFrom: 'assumed', minutesOff: 120, rows: 1240 },
      ...{ adds: 900, known: 12, from: at(20_000), until: at(2), skippedCount: 3, badCount: 2 },
      skipped: [
        { line: 3, why: 'inside' },
        { line: 5, why: 'twin' },
        { line: 9, why: 'inside' },
      ],
      bad: [
        { line: 17, why: reason('IMPORT_NUMBER', { text: '1,2,3' }) },
        { line: 18, why: reason('IMPORT_CELLS') },
      ],
      movements: movements
        .slice(0, 200)
        .map((movement, index) => ({ lines: [index * 2 + 2, index * 2 + 3], movement, isKnown: index % 9 === 0 })),
    },
  }
}
