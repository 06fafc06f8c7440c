// Bybit's files: the unified account and the funding account.

import { add, compare, subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOrZero } from '../cells.ts'
import {
  type CsvFormat,
  type CsvRow,
  type Draft,
  eachOf,
  eachRow,
  isBelow,
  isNothing,
  legOf,
  pairOf,
  Skip,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { summed, tradeOf } from '../trades.ts'

const INSIDE = /^transfer|^(in|out)$|bonus_recollect|_transfer/i
const KINDS: readonly [RegExp, LedgerKind][] = [
  [/airdrop/i, 'airdrop'],
  [/interest/i, 'interest'],
  [/bonus|reward|rebate|earn|cashback|referral/i, 'reward'],
  [/^deposit/i, 'deposit'],
  [/^withdraw/i, 'withdrawal'],
]

const changeOf = (row: CsvRow) =>
  add(add(amountOrZero(row.get('cash flow')), amountOrZero(row.get('fee paid'))), amountOrZero(row.get('funding')))
const assetOf = (row: CsvRow, column = 'currency') => row.get(column).toUpperCase()

/** The two rows of a spot trade: the coin's and the money's, with the fee in one of them. */
function traded(rows: readonly CsvRow[], at: string): Draft[] {
  const legs = (isOut: boolean) =>
    summed(
      rows
        .map((row) => ({ row, flow: amountOrZero(row.get('cash flow')) }))
        .filter(({ flow }) => !isNothing(flow) && isBelow(flow) === isOut)
        .map(({ row, flow }) => legOf(assetOf(row), flow)),
    )
  const [left, ...moreLeft] = legs(true)
  const [came, ...moreCame] = legs(false)
  if (left === undefined || came === undefined || moreLeft.length + moreCame.length > 0) throw unpaired()
  // A fee is what was paid, so it stands below zero; a rebate above.
  const fees = rows.map((row) => ({ asset: assetOf(row), amount: subtract('0', amountOrZero(row.get('fee paid'))) }))
  return tradeOf([...rows], at, left, came, summed(fees), rows[0]?.get('contract') ?? '')
}

function other(row: CsvRow, at: string): Draft[] {
  const type = row.get('type')
  if (INSIDE.test(type)) throw new Skip('inside')
  const change = changeOf(row)
  if (isNothing(change)) throw new Skip('nothing')
  const base = { rows: [row], at, note: [type, row.get('contract')].filter((text) => text !== '').join(' ') }
  // What derivatives pay and cost comes and goes in money, and is no trade of a coin.
  if (/settlement|liquidation|funding|delivery/i.test(type) || row.get('contract') !== '') {
    return isBelow(change)
      ? [{ ...base, kind: 'adjustment', asset: assetOf(row), amount: change }]
      : [{ ...base, kind: 'adjustment', asset: assetOf(row), amount: change }]
  }
  const kind = KINDS.find(([words]) => words.test(type))?.[1]
  if (kind === undefined) throw unknownOperation(type)
  return [signed(base, kind, assetOf(row), change)]
}

function signed(base: Pick<Draft, 'rows' | 'at' | 'note'>, kind: LedgerKind, asset: string, change: string): Draft {
  const isOut = compare(change, '0') < 0
  if (kind === 'deposit' || kind === 'withdrawal') {
    return { ...base, kind: isOut ? 'withdrawal' : 'deposit', ...legOf(asset, change) }
  }
  return isOut ? { ...base, kind: 'adjustment', asset, amount: change } : { ...base, kind, asset, amount: change }
}

const FUNDING: readonly [RegExp, LedgerKind | 'inside'][] = [
  [/transfer|subscription|redemption|purchase|stake|principal/i, 'inside'],
  ...KINDS,
]

const UTA = [
  'currency',
  'contract',
  'type',
  'direction',
  'quantity',
  'filled price',
  'funding',
  'fee paid',
  'cash flow',
]

export const BYBIT: readonly CsvFormat[] = [
  {
    id: 'bybit-unified',
    columns: [UTA],
    zone: 'UTC',
    read: (rows, time) => {
      const at = (row: CsvRow) => row.get(row.has('time(utc)') ? 'time(utc)' : 'time')
      const isTrade = (row: CsvRow) => /^trade$/i.test(row.get('type')) && pairIncludes(row)
      // Without an order's id, rows of one market, time and price are one trade.
      const keyOf = (row: CsvRow) =>
        isTrade(row)
          ? JSON.stringify([row.get('contract'), at(row), row.get('filled price'), row.get('tradeid')])
          : `single ${row.line}`
      return eachOf(
        [...Map.groupBy(rows, keyOf).values()],
        (group) => group,
        (group) => {
          const [first] = group
          if (first === undefined) return []
          const when = time(at(first))
          return isTrade(first) ? traded(group, when) : other(first, when)
        },
      )
    },
  },
  {
    id: 'bybit-funding',
    columns: [['date & time(utc)', 'coin', 'qty', 'type', 'account balance', 'description']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const text = `${row.get('type')} ${row.get('description')}`.trim()
        const kind = FUNDING.find(([words]) => words.test(text))?.[1]
        if (kind === undefined) throw unknownOperation(text)
        if (kind === 'inside') throw new Skip('inside')
        const change = amountOrZero(row.get('qty'))
        if (isNothing(change)) throw new Skip('nothing')
        const base = { rows: [row], at: time(row.get('date & time(utc)')), note: text }
        return [
          signed(base, kind, assetOf(row, 'coin'), kind === 'withdrawal' && !isBelow(change) ? `-${change}` : change),
        ]
      }),
  },
]

/** A spot market's name is made of the two currencies; a future's names one of them at most. */
function pairIncludes(row: CsvRow): boolean {
  try {
    return pairOf(row.get('contract')).includes(assetOf(row))
  } catch {
    return false
  }
}
