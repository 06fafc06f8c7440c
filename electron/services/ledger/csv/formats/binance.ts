// Binance's files: the account statement in three generations, trades in two, convert, deposits and withdrawals, money, earn.

import { subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountBefore, amountOf, amountOrZero, maybeAmount } from '../cells.ts'
import {
  type CsvFormat,
  type CsvRow,
  type Draft,
  eachOf,
  eachRow,
  isBelow,
  isNothing,
  type Leg,
  legOf,
  type Outcome,
  pairOf,
  Skip,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { marketTrade, summed, tradeOf } from '../trades.ts'

/** What moves between wallets of Binance itself: nothing came or went. */
const INSIDE =
  /^(transfer|main and funding|asset conversion transfer|.*(subscription|redemption|purchase)|.*account transfer|.*(savings|staking) (principal|purchase|redemption).*)/i
const TRADE =
  /^(buy|sell|fee|transaction (buy|spend|sold|revenue|fee|related)|binance convert|large otc trading|otc trading|auto-invest transaction|instant buy.*)$/i
const DUST = /^small assets exchange/i
const SWAP = /^token swap/i
/** By what is in the words, the first that fits. */
const SINGLE: readonly [RegExp, LedgerKind][] = [
  [/^(deposit|fiat deposit|crypto deposit|buy crypto.*)$/i, 'deposit'],
  [/^(withdraw|withdrawal|fiat withdraw|fiat withdrawal|crypto withdrawal)$/i, 'withdrawal'],
  [/airdrop|launchpool|megadrop|^distribution$/i, 'airdrop'],
  [/interest/i, 'interest'],
  [/reward|cashback|referral|commission|kickback|rebate|bonus|voucher|learn/i, 'reward'],
]

const changeOf = (row: CsvRow) => amountOf(row.get('change')).value
const coinOf = (row: CsvRow) => row.get('coin').toUpperCase()
const isFee = (row: CsvRow) => /fee$/i.test(row.get('operation'))

function single(row: CsvRow, at: string): Draft[] {
  const operation = row.get('operation')
  if (INSIDE.test(operation)) throw new Skip('inside')
  const kind = SINGLE.find(([words]) => words.test(operation))?.[1]
  if (kind === undefined) throw unknownOperation(operation)
  const { asset, amount } = legOf(coinOf(row), changeOf(row))
  if (isNothing(amount)) throw new Skip('nothing')
  // What is taken back of a reward is a correction; the sign of a deposit or withdrawal follows from what it is.
  const isTakenBack = isBelow(changeOf(row)) && kind !== 'withdrawal' && kind !== 'deposit'
  const fields = isTakenBack ? { kind: 'adjustment' as const, amount: `-${amount}` } : { kind, amount }
  return [{ rows: [row], at, asset, ...fields, note: operation }]
}

/** Rows of one trade share only their time: what left, what came and what went for fees in that second is one trade. */
function traded(rows: readonly CsvRow[], at: string): Draft[] {
  const fees = rows.filter(isFee)
  const legs = (of: readonly CsvRow[], isOut: boolean) =>
    summed(of.filter((row) => isBelow(changeOf(row)) === isOut).map((row) => legOf(coinOf(row), changeOf(row))))
  const moves = rows.filter((row) => !isFee(row))
  const [left, ...moreLeft] = legs(moves, true)
  const [came, ...moreCame] = legs(moves, false)
  if (left === undefined || came === undefined || moreLeft.length + moreCame.length > 0) throw unpaired()
  // A rebate stands there as a fee above zero.
  const paid = fees.map((row) => ({ asset: coinOf(row), amount: subtract('0', changeOf(row)) }))
  return tradeOf([...rows], at, left, came, summed(paid), 'Binance')
}

/** Several coins at once become one: each that left with what came for it, in the order of the file. */
function paired(rows: readonly CsvRow[], at: string, kind: 'buy' | 'migration'): Draft[] {
  const left = rows.filter((row) => isBelow(changeOf(row)))
  const came = rows.filter((row) => !isBelow(changeOf(row)))
  if (left.length !== came.length) throw unpaired()
  return left.flatMap((row, n): Draft[] => {
    const other = came[n] as CsvRow
    const [from, to] = [legOf(coinOf(row), changeOf(row)), legOf(coinOf(other), changeOf(other))]
    if (kind === 'buy') return tradeOf([row, other], at, from, to, [], row.get('operation'))
    return [{ rows: [row, other], at, kind, ...from, to, note: row.get('operation') }]
  })
}

function statement(rows: readonly CsvRow[], time: (cell: string) => string): Outcome {
  const at = (row: CsvRow) => row.get(row.has('utc_time') ? 'utc_time' : 'time')
  const kindOf = (row: CsvRow) => {
    const operation = row.get('operation')
    if (TRADE.test(operation)) return 'trade'
    if (DUST.test(operation)) return 'dust'
    return SWAP.test(operation) ? 'swap' : 'single'
  }
  // A swap's two sides may fall into different seconds.
  const keyOf = (row: CsvRow) => {
    const kind = kindOf(row)
    if (kind === 'single') return `single ${row.line}`
    return kind === 'swap' ? 'swap' : `${kind} ${at(row)}`
  }
  const groups = [...Map.groupBy(rows, keyOf).values()]
  return eachOf(
    groups,
    (group) => group,
    (group) => {
      const [first] = group
      if (first === undefined) return []
      const when = time(at(first))
      const kind = kindOf(first)
      if (kind === 'single') return single(first, when)
      if (kind === 'trade') return traded(group, when)
      return paired(group, when, kind === 'swap' ? 'migration' : 'buy')
    },
  )
}

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
    read: statement,
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
