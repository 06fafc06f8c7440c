// Bybit's files: the unified account and the funding account.

import { add, subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOrZero, maybeAmount } from '../cells.ts'
import {
  bySign,
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

const INSIDE = /^transfer|^(in|out)$|_transfer|(subscription|redemption|staking_refund)$/i
const KINDS: readonly [RegExp, LedgerKind][] = [
  [/airdrop/i, 'airdrop'],
  [/interest/i, 'interest'],
  [/bonus|reward|rebate|refund|earn|yield|cashback|referral/i, 'reward'],
  [/^deposit/i, 'deposit'],
  [/^withdraw/i, 'withdrawal'],
  // What is borrowed or taken by the exchange is no trade of a coin.
  [/loan|repayment|deduction|^premarket/i, 'adjustment'],
  [/fee$/i, 'fee'],
]
/** Money that becomes another, in two rows of one moment. */
const CONVERTED = /^(currency|spot_repayment)_(buy|sell)$/i

/** Dashes stand for nothing. */
const told = (cell: string) => cell.replace(/^-+$/, '')
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
  const [type, contract] = [row.get('type'), told(row.get('contract'))]
  if (INSIDE.test(type)) throw new Skip('inside')
  const base = { rows: [row], at, note: [type, contract].filter((text) => text !== '').join(' ') }
  // What derivatives pay and cost comes and goes in money, and is no trade of a coin.
  const isDerivative = contract !== '' || /settlement|liquidation|funding|delivery|^adl$/i.test(type)
  const kind = isDerivative ? 'adjustment' : KINDS.find(([words]) => words.test(type))?.[1]
  if (kind === undefined) throw unknownOperation(type)
  return [bySign(base, kind, assetOf(row), changeOf(row))]
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
      const isConverted = (row: CsvRow) => CONVERTED.test(row.get('type'))
      // Without an order's id, rows of one market, time and price are one trade.
      const keyOf = (row: CsvRow) => {
        if (isConverted(row)) return JSON.stringify(['converted', at(row)])
        if (!isSpot(row)) return `single ${row.line}`
        return JSON.stringify([row.get('contract'), at(row), row.get('filled price'), row.get('tradeid')])
      }
      // A perpetual moves its money alone.
      const isWhole = (group: readonly CsvRow[]) => new Set(group.map((row) => assetOf(row))).size === 2
      const groups = [...Map.groupBy(rows, keyOf).values()].flatMap((group) =>
        group.every((row) => isSpot(row) && !isWhole(group)) ? group.map((row) => [row]) : [group],
      )
      return eachOf(
        groups,
        (group) => group,
        (group) => {
          const [first] = group
          if (first === undefined) return []
          const when = time(at(first))
          return isConverted(first) || group.length > 1 ? traded(group, when) : other(first, when)
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
          bySign(base, kind, assetOf(row, 'coin'), kind === 'withdrawal' && !isBelow(change) ? `-${change}` : change),
        ]
      }),
  },
]

/** A spot market's name is made of the two currencies, and nothing is held open in it; a perpetual's can be the same. */
function isSpot(row: CsvRow): boolean {
  const position = maybeAmount(row.get('position'))
  if (!/^trade$/i.test(row.get('type')) || (position !== null && !isNothing(position))) return false
  try {
    return pairOf(row.get('contract')).includes(assetOf(row))
  } catch {
    return false
  }
}
