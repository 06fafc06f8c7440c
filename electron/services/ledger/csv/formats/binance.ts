// Binance's files: the account statement, trades in two generations, convert, deposits and withdrawals, money, earn.

import { amountBefore, amountOf, amountOrZero, maybeAmount } from '../cells.ts'
import { type CsvFormat, eachRow, isNothing, type Leg, legOf, pairOf, Skip, unpaired } from '../csv-format.ts'
import { marketTrade, tradeOf } from '../trades.ts'
import { readStatement } from './binance-statement.ts'

/** A cell such as `100.000000001INCH`: the tickers that can stand there first, as they can begin with a digit. */
function glued(cell: string, tickers: readonly string[]): Leg | null {
  for (const ticker of tickers) {
    const amount = amountBefore(cell, ticker)
    if (amount !== null) return legOf(ticker, amount)
  }
  const { unit, value } = amountOf(cell)
  return unit === '' ? null : legOf(unit, value)
}

const pairName = (pair: string) => pair.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Where a market's name is cut so that two cells end with its halves. */
function cutOf(pair: string, first: string, second: string): [base: string, quote: string] | null {
  const name = pairName(pair)
  for (let at = 1; at < name.length; at += 1) {
    const [base, quote] = [name.slice(0, at), name.slice(at)]
    if (amountBefore(first, base) !== null && amountBefore(second, quote) !== null) return [base, quote]
  }
  return null
}

function sidesOf(pair: string, executed: string, amount: string) {
  const cut = cutOf(pair, executed, amount)
  if (cut !== null) {
    const [base, quote] = cut
    return { base, quote, executed: amountBefore(executed, base) ?? '', amount: amountBefore(amount, quote) ?? '' }
  }
  const [base, quote] = pairOf(pair)
  const [of, total] = [amountOf(executed), amountOf(amount)]
  // A unit that is no part of the market's name would be a guess.
  if ((of.unit !== '' && of.unit !== base) || (total.unit !== '' && total.unit !== quote)) throw unpaired()
  return { base, quote, executed: of.value, amount: total.value }
}

function converted(pair: string, sell: string, buy: string): [sold: Leg, bought: Leg] {
  const [one, other] = [cutOf(pair, sell, buy), cutOf(pair, buy, sell)?.toReversed()]
  const [sold, bought] = [glued(sell, (one ?? other ?? []).slice(0, 1)), glued(buy, (one ?? other ?? []).slice(1))]
  if (sold === null || bought === null) throw unpaired()
  return [sold, bought]
}

const isDone = (status: string) => /^(successful|success|completed|complete|confirmed|credited|)$/i.test(status)

export const BINANCE: readonly CsvFormat[] = [
  {
    id: 'binance-statement',
    columns: [
      ['utc_time', 'account', 'operation', 'coin', 'change', 'remark'],
      ['user id', 'time', 'account', 'operation', 'coin', 'change', 'remark'],
    ],
    // The newest generation is written in the trader's own time by some languages, whatever its head says.
    zone: null,
    read: readStatement,
  },
  {
    id: 'binance-trades',
    columns: [['date(utc)', 'pair', 'side', 'price', 'executed', 'amount', 'fee']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const { base, quote, executed, amount } = sidesOf(row.get('pair'), row.get('executed'), row.get('amount'))
        const [side, price] = [row.get('side'), amountOf(row.get('price')).value]
        return marketTrade(
          row,
          time(row.get('date(utc)')),
          { base, quote, side, amount: executed, price, total: amount },
          glued(row.get('fee'), [base, quote]) ?? legOf(quote, amountOf(row.get('fee')).value),
        )
      }),
  },
  {
    id: 'binance-trades-old',
    columns: [['date(utc)', 'market', 'type', 'price', 'amount', 'total', 'fee', 'fee coin']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const [base, quote] = pairOf(row.get('market'))
        const [amount = '', price = '', total = ''] = ['amount', 'price', 'total'].map(
          (name) => amountOf(row.get(name)).value,
        )
        const fee = legOf(row.get('fee coin').toUpperCase(), amountOrZero(row.get('fee')))
        return marketTrade(
          row,
          time(row.get('date(utc)')),
          { base, quote, side: row.get('type'), amount, price, total },
          fee,
        )
      }),
  },
  {
    id: 'binance-convert',
    columns: [['date', 'wallet', 'pair', 'type', 'sell', 'buy', 'price', 'inverse price', 'status']],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        if (!isDone(row.get('status'))) throw new Skip('not-completed')
        const [sell, buy] = converted(row.get('pair'), row.get('sell'), row.get('buy'))
        return tradeOf([row], time(row.get('date')), sell, buy, [], 'Convert')
      }),
  },
  {
    id: 'binance-withdrawals',
    columns: [['date(utc+0)', 'coin', 'network', 'amount', 'fee', 'address', 'txid', 'status']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        if (!isDone(row.get('status'))) throw new Skip('not-completed')
        const asset = row.get('coin').toUpperCase()
        const fee = legOf(asset, amountOrZero(row.get('fee')))
        const amount = amountOf(row.get('amount')).value
        return [{ rows: [row], at: time(row.get('date(utc+0)')), kind: 'withdrawal', ...legOf(asset, amount), fee }]
      }),
  },
  {
    id: 'binance-deposits',
    columns: [['date(utc+0)', 'coin', 'network', 'amount', 'address', 'txid', 'status']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        if (!isDone(row.get('status'))) throw new Skip('not-completed')
        const leg = legOf(row.get('coin').toUpperCase(), amountOf(row.get('amount')).value)
        return [{ rows: [row], at: time(row.get('date(utc+0)')), kind: 'deposit', ...leg }]
      }),
  },
  {
    id: 'binance-money',
    columns: [['coin', 'amount', 'status', 'payment method', 'indicated amount', 'fee', 'order id']],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        if (!isDone(row.get('status'))) throw new Skip('not-completed')
        const leg = legOf(row.get('coin').toUpperCase(), amountOf(row.get('amount')).value)
        return [{ rows: [row], at: time(row.cells[0] ?? ''), kind: 'deposit', ...leg, note: row.get('payment method') }]
      }),
  },
  {
    id: 'binance-earn',
    columns: [['date(utc)', 'product name', 'coin', 'amount']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const amount = maybeAmount(row.get('amount')) ?? '0'
        if (isNothing(amount)) throw new Skip('nothing')
        const leg = legOf(row.get('coin').toUpperCase(), amount)
        return [
          { rows: [row], at: time(row.get('date(utc)')), kind: 'interest', ...leg, note: row.get('product name') },
        ]
      }),
  },
]
