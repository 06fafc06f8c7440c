// Files of no exchange: CoinTracking's, and the generic form, whose columns are the ledger's own.

import { LEDGER_KINDS, type LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, maybeAmount } from '../cells.ts'
import {
  type CsvFormat,
  type CsvRow,
  type Draft,
  eachRow,
  isNothing,
  legOf,
  Skip,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { tradeOf } from '../trades.ts'

const KINDS: readonly [RegExp, LedgerKind | 'trade'][] = [
  [/^(trade|swap.*|margin trade.*)$/i, 'trade'],
  [/airdrop/i, 'airdrop'],
  [/interest|lending/i, 'interest'],
  [/reward|staking|mining|masternode|bonus|income|gift|tip|minting/i, 'reward'],
  [/^deposit/i, 'deposit'],
  [/^(withdrawal|spend|donation|gift|stolen|lost).*/i, 'withdrawal'],
  [/fee/i, 'fee'],
]

function tracked(row: CsvRow, at: string): Draft[] {
  const type = row.get('type')
  const kind = KINDS.find(([words]) => words.test(type))?.[1]
  if (kind === undefined) throw unknownOperation(type)
  const legAt = (amount: string, currency: string) => {
    const value = maybeAmount(row.get(amount))
    return value === null || isNothing(value) ? null : legOf(row.get(currency).toUpperCase(), value)
  }
  const [buy, sell, fee] = [legAt('buy', 'cur.'), legAt('sell', 'cur.#2'), legAt('fee', 'cur.#3')]
  const note = [row.get('exchange'), row.get('comment')].filter((text) => text !== '').join(': ')
  if (kind === 'trade') {
    if (buy === null || sell === null) throw unpaired()
    return tradeOf([row], at, sell, buy, fee === null ? [] : [fee], note)
  }
  const leg = kind === 'withdrawal' || kind === 'fee' ? (sell ?? fee) : buy
  if (leg === null) throw new Skip('nothing')
  return [{ rows: [row], at, kind, ...leg, fee: leg === fee ? null : fee, note }]
}

function generic(row: CsvRow, time: (cell: string) => string): Draft[] {
  const kind = LEDGER_KINDS.find((each) => each === row.get('kind').toLowerCase())
  if (kind === undefined) throw unknownOperation(row.get('kind'))
  const asset = row.get('asset').toUpperCase()
  const amount = amountOf(row.get('amount')).value
  if (isNothing(amount)) throw new Skip('nothing')
  const optional = (name: string) => (row.has(name) ? maybeAmount(row.get(name)) : null)
  const feeAmount = optional('fee')
  const toAmount = optional('to amount')
  const toAsset = row.get('to asset').toUpperCase()
  return [
    {
      ...{ rows: [row], at: time(row.get('time')), kind, asset },
      amount: kind === 'adjustment' ? amount : legOf(asset, amount).amount,
      price: optional('price'),
      total: optional('total'),
      currency: row.get('currency').toUpperCase() || 'USDT',
      fee:
        feeAmount === null || isNothing(feeAmount)
          ? null
          : legOf(row.get('fee asset').toUpperCase() || asset, feeAmount),
      to: toAmount === null || (toAsset === '' && isNothing(toAmount)) ? null : legOf(toAsset, toAmount),
      note: row.get('note'),
    },
  ]
}

export const OTHERS: readonly CsvFormat[] = [
  {
    id: 'cointracking',
    columns: [['type', 'buy', 'cur.', 'sell', 'cur.#2', 'fee', 'cur.#3', 'exchange', 'date']],
    zone: null,
    read: (rows, time) => eachRow(rows, (row) => tracked(row, time(row.get('date')))),
  },
  {
    id: 'generic',
    columns: [['time', 'kind', 'asset', 'amount']],
    zone: null,
    read: (rows, time) => eachRow(rows, (row) => generic(row, time)),
  },
]
