// OKX's files: trading account, funding account, deposits. The zone stands in the first line or in the file's name.

import { subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, amountOrZero } from '../cells.ts'
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
  Skip,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { summed, tradeOf } from '../trades.ts'

const INSIDE = /transfer|subscri|redempt|^from |^to |stake|purchase/i
const KINDS: readonly [RegExp, LedgerKind][] = [
  [/airdrop|jumpstart/i, 'airdrop'],
  [/interest/i, 'interest'],
  [/reward|bonus|rebate|earn|cashback|referral|distribution/i, 'reward'],
  [/^deposit/i, 'deposit'],
  [/^withdraw/i, 'withdrawal'],
]

const change = (row: CsvRow) => amountOf(row.get('balance change')).value
const unit = (row: CsvRow) => row.get('balance unit').toUpperCase()

function single(base: Pick<Draft, 'rows' | 'at' | 'note'>, text: string, asset: string, moved: string): Draft[] {
  if (INSIDE.test(text)) throw new Skip('inside')
  const kind = KINDS.find(([words]) => words.test(text))?.[1]
  if (kind === undefined) throw unknownOperation(text)
  return [bySign(base, kind, asset, moved)]
}

/** Two rows an order. What changed is net of a fee that was kept in the same currency; the fee stands beside it. */
function traded(rows: readonly CsvRow[], at: string): Draft[] {
  const gross = rows.map((row) => {
    const asset = (row.get('fee unit') || row.get('balance unit')).toUpperCase()
    // Below zero it was kept back, or paid on top; above it is a rebate. Either way it is in the change.
    const told = amountOrZero(row.get('fee'))
    const isKept = asset === unit(row) && !isNothing(told)
    const moved = isKept ? subtract(change(row), told) : change(row)
    const fee = { asset, amount: subtract('0', told) }
    return { leg: legOf(unit(row), moved), isOut: isBelow(moved), isNone: isNothing(moved), fee: isKept ? fee : null }
  })
  const legs = (isOut: boolean) =>
    summed(gross.filter((row) => !row.isNone && row.isOut === isOut).map(({ leg }) => leg))
  const [left, ...moreLeft] = legs(true)
  const [came, ...moreCame] = legs(false)
  if (left === undefined || came === undefined || moreLeft.length + moreCame.length > 0) throw unpaired()
  const fees = summed(gross.flatMap(({ fee }) => (fee === null ? [] : [fee])))
  return tradeOf([...rows], at, left, came, fees, rows[0]?.get('symbol') ?? '')
}

export const OKX: readonly CsvFormat[] = [
  {
    id: 'okx-trading',
    columns: [
      [
        'id',
        'order id',
        'time',
        'trade type',
        'symbol',
        'action',
        'amount',
        'fee',
        'fee unit',
        'balance change',
        'balance unit',
      ],
    ],
    zone: null,
    read: (rows, time) => {
      const isTrade = (row: CsvRow) => /^(buy|sell)$/i.test(row.get('action')) && /spot|^$/i.test(row.get('trade type'))
      const keyOf = (row: CsvRow) =>
        isTrade(row) ? JSON.stringify([row.get('order id'), row.get('symbol'), row.get('time')]) : `single ${row.line}`
      return eachOf(
        [...Map.groupBy(rows, keyOf).values()],
        (group) => group,
        (group) => {
          const [first] = group
          if (first === undefined) return []
          const at = time(first.get('time'))
          if (isTrade(first)) return traded(group, at)
          const text = first.get('action')
          const base = { rows: [first], at, note: [first.get('trade type'), text].join(' ').trim() }
          if (!/spot|^$/i.test(first.get('trade type'))) {
            if (isNothing(change(first))) throw new Skip('nothing')
            return [{ ...base, kind: 'adjustment', asset: unit(first), amount: change(first) }]
          }
          return single(base, text, unit(first), change(first))
        },
      )
    },
  },
  {
    id: 'okx-funding',
    columns: [['id', 'time', 'type', 'amount', 'before balance', 'after balance', 'symbol']],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const text = row.get('type')
        const base = { rows: [row], at: time(row.get('time')), note: text }
        const [drafted] = single(base, text, row.get('symbol').toUpperCase(), amountOf(row.get('amount')).value)
        if (drafted === undefined) return []
        const fee = row.has('fee') ? amountOrZero(row.get('fee')) : '0'
        return [isNothing(fee) ? drafted : { ...drafted, fee: legOf(drafted.asset, fee) }]
      }),
  },
  {
    id: 'okx-deposits',
    columns: [['time', 'crypto', 'deposit address', 'network', 'transaction id', 'amount', 'status']],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        if (!/^(success|successful|credited|completed|deposit complete.*|)$/i.test(row.get('status'))) {
          throw new Skip('not-completed')
        }
        const leg = legOf(row.get('crypto').toUpperCase(), amountOf(row.get('amount')).value)
        return [{ rows: [row], at: time(row.get('time')), kind: 'deposit', ...leg }]
      }),
  },
]
