// Coinbase's files: transactions in two forms, newest first and below some lines of text, and the fills of Coinbase Pro.

import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, amountOrZero, maybeAmount } from '../cells.ts'
import {
  type CsvFormat,
  type CsvRow,
  type Draft,
  eachRow,
  isBelow,
  isNothing,
  legOf,
  Skip,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { marketTrade, tradeOf } from '../trades.ts'

const KINDS: readonly [RegExp, LedgerKind | 'buy' | 'sell' | 'convert' | 'inside'][] = [
  [/^(buy|advanced? trade buy)$/i, 'buy'],
  [/^(sell|advanced? trade sell)$/i, 'sell'],
  [/^convert$/i, 'convert'],
  [/^(send|withdrawal|exchange withdrawal|admin debit|vault withdrawal)$/i, 'withdrawal'],
  [/^(receive|deposit|exchange deposit|pro deposit|incoming|admin credit)$/i, 'deposit'],
  [
    /^(staking income|reward income|inflation reward|rewards? ?(income)?|learning reward|coinbase earn|subscription rebate.*|.*incentive.*)$/i,
    'reward',
  ],
  [/interest/i, 'interest'],
  [/airdrop/i, 'airdrop'],
  [
    /^(asset migration|retail eth2 deprecation|retail simple dust|(retail )?(un)?staking transfer|pro withdrawal)$/i,
    'inside',
  ],
]

/** The other side of a conversion stands in the notes alone. */
function conversion(row: CsvRow, at: string): Draft[] {
  const [, left, from, came, to] =
    /converted\s+([\d.,]+)\s+(\w+)\s+to\s+([\d.,]+)\s+(\w+)/i.exec(row.get('notes')) ?? []
  if (left === undefined || from === undefined || came === undefined || to === undefined) throw unpaired()
  const legs = [legOf(from.toUpperCase(), amountOf(left).value), legOf(to.toUpperCase(), amountOf(came).value)] as const
  return tradeOf([row], at, legs[0], legs[1], [], row.get('notes'))
}

function transaction(row: CsvRow, time: (cell: string) => string): Draft[] {
  const type = row.get('transaction type')
  const kind = KINDS.find(([words]) => words.test(type))?.[1]
  if (kind === undefined) throw unknownOperation(type)
  if (kind === 'inside') throw new Skip('inside')
  const at = time(row.get('timestamp'))
  const asset = row.get('asset').toUpperCase()
  const quantity = amountOf(row.get('quantity transacted')).value
  if (isNothing(quantity)) throw new Skip('nothing')
  if (kind === 'convert') return conversion(row, at)
  const currency =
    (row.has('price currency') ? row.get('price currency') : row.get('spot price currency')).toUpperCase() || 'USD'
  const price = maybeAmount(
    row.has('price at transaction') ? row.get('price at transaction') : row.get('spot price at transaction'),
  )
  const leg = legOf(asset, quantity)
  const note = [type, row.get('notes')].filter((text) => text !== '').join(': ')
  if (kind === 'buy' || kind === 'sell') {
    const subtotal = maybeAmount(row.get('subtotal'))
    const fee = legOf(currency, amountOrZero(row.get('fees and/or spread')))
    const total = subtotal === null ? null : legOf(currency, subtotal).amount
    const base = { rows: [row], at, ...leg, price: total === null ? price : null, currency, total }
    return [{ ...base, kind, fee: isNothing(fee.amount) ? null : fee, note }]
  }
  const isOut = isBelow(quantity)
  if (kind === 'withdrawal' || kind === 'deposit') {
    return [{ rows: [row], at, kind: isOut ? 'withdrawal' : kind, ...leg, note }]
  }
  if (isOut) return [{ rows: [row], at, kind: 'adjustment', asset, amount: quantity, note }]
  return [{ rows: [row], at, kind, ...leg, price, currency, note }]
}

const COMMON = [
  'timestamp',
  'transaction type',
  'asset',
  'quantity transacted',
  'subtotal',
  'fees and/or spread',
  'notes',
]

export const COINBASE: readonly CsvFormat[] = [
  {
    id: 'coinbase-transactions',
    columns: [
      [...COMMON, 'price currency', 'price at transaction'],
      [...COMMON, 'spot price currency', 'spot price at transaction'],
    ],
    zone: 'UTC',
    read: (rows, time) => eachRow(rows, (row) => transaction(row, time)),
  },
  {
    id: 'coinbase-pro-fills',
    columns: [['portfolio', 'trade id', 'product', 'side', 'created at', 'size', 'size unit', 'price', 'fee', 'total']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const [base = '', quote = ''] = row.get('product').toUpperCase().split('-')
        const [amount = '', price = ''] = ['size', 'price'].map((name) => amountOf(row.get(name)).value)
        const fee = legOf(quote, amountOrZero(row.get('fee')))
        return marketTrade(
          row,
          time(row.get('created at')),
          { base, quote, side: row.get('side'), amount, price, total: null },
          fee,
        )
      }),
  },
]
