// Coinbase's files: transactions in two forms, newest first and below some lines of text, and the fills of Coinbase Pro.

import { multiply, subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, amountOrZero, maybeAmount } from '../cells.ts'
import {
  bySign,
  type CsvFormat,
  type CsvRow,
  type Draft,
  eachOf,
  eachRow,
  isBelow,
  isNothing,
  joined,
  type Leg,
  legOf,
  type Outcome,
  Skip,
  soundRows,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { nearPairs } from '../near-pairs.ts'
import { marketTrade, tradeOf } from '../trades.ts'

const KINDS: readonly [RegExp, LedgerKind | 'inside'][] = [
  [/^(buy|advanced? trade buy|retail mgx dex buy)$/i, 'buy'],
  [/^(sell|advanced? trade sell|retail mgx dex sell)$/i, 'sell'],
  [
    /^(send|withdrawal|(pro|exchange|prime) deposit|admin debit|card spend|donation|retail mgx dex send)$/i,
    'withdrawal',
  ],
  [/^(receive|deposit|(pro|exchange|prime) withdrawal|incoming|admin credit)$/i, 'deposit'],
  [
    /^(staking income|reward income|inflation reward|rewards? ?(income)?|learning reward|coinbase earn|subscription rebate.*|credit card reward|retail simple price improvement|.*incentive.*)$/i,
    'reward',
  ],
  [/interest/i, 'interest'],
  [/airdrop/i, 'airdrop'],
  [/^subscription$/i, 'fee'],
  [/^derivatives settlement$/i, 'adjustment'],
  [/^(vault withdrawal|cash to savings|savings to cash|transfer)$/i, 'inside'],
]
/** Rows of two sides. What is the same thing under another name keeps what it had cost. */
const PAIRED =
  /^(convert|asset migration|(un)?wrap asset|retail (simple dust|mgx dex trade|eth2 deprecation|(un)?staking transfer))$/i
const RENAMED = /^(asset migration|(un)?wrap asset)$/i
const MOVED_INSIDE = /^retail (eth2 deprecation|(un)?staking transfer)$/i
/** The sides of one event are some seconds apart at most, in milliseconds. */
const APART = 60_000

const typeOf = (row: CsvRow) => row.get('transaction type')
const quantityOf = (row: CsvRow) => amountOf(row.get('quantity transacted')).value
/** Staked ether had a name of its own until it was given up. */
const assetOf = (row: CsvRow) =>
  row
    .get('asset')
    .toUpperCase()
    .replace(/^ETH2$/, 'ETH')
const eitherOf = (row: CsvRow, ...names: string[]) => row.get(names.find((name) => row.has(name)) ?? '')
const currencyOf = (row: CsvRow) => eitherOf(row, 'price currency', 'spot price currency').toUpperCase() || 'USD'
const priceOf = (row: CsvRow) => maybeAmount(eitherOf(row, 'price at transaction', 'spot price at transaction'))
const noteOf = (row: CsvRow) => [typeOf(row), row.get('notes')].filter((text) => text !== '').join(': ')

/** The other side of a conversion can stand in the notes alone. */
function conversion(row: CsvRow, at: string): Draft[] {
  const [, left, from, came, to] =
    /converted\s+([\d.,]+)\s+(\w+)\s+to\s+([\d.,]+)\s+(\w+)/i.exec(row.get('notes')) ?? []
  if (left === undefined || from === undefined || came === undefined || to === undefined) throw unpaired()
  const legs = [legOf(from.toUpperCase(), amountOf(left).value), legOf(to.toUpperCase(), amountOf(came).value)] as const
  return tradeOf([row], at, legs[0], legs[1], [], row.get('notes'))
}

/** What was paid and the fee where the notes name another currency than the prices are shown in. */
function paidWith(row: CsvRow, quantity: string): { total: Leg; fee: Leg | null } | null {
  const [, paid, currency = '', , rate] =
    /^(?:bought|sold) [\d.,]+ \w+ for [£€$]?([\d.,]+) (\w+)( on \w+-\w+ at ([\d.,]+) )?/i.exec(row.get('notes')) ?? []
  if (paid === undefined || currency.toUpperCase() === currencyOf(row)) return null
  const asset = currency.toUpperCase()
  const whole = amountOf(paid).value
  if (rate === undefined) return { total: { asset, amount: whole }, fee: null }
  const total = multiply(quantity, amountOf(rate).value)
  return { total: { asset, amount: total }, fee: legOf(asset, subtract(whole, total)) }
}

function trade(row: CsvRow, at: string, kind: 'buy' | 'sell'): Draft[] {
  const leg = legOf(assetOf(row), quantityOf(row))
  const currency = currencyOf(row)
  const subtotal = maybeAmount(row.get('subtotal'))
  const shown = { total: subtotal, fee: legOf(currency, amountOrZero(eitherOf(row, 'fees and/or spread', 'fees'))) }
  const told = paidWith(row, leg.amount)
  const total = told?.total ?? (shown.total === null ? null : legOf(currency, shown.total))
  const fee = told === null ? shown.fee : told.fee
  return [
    {
      ...{ rows: [row], at, kind, ...leg, price: total === null ? priceOf(row) : null },
      ...{ currency: total?.asset ?? currency, total: total?.amount ?? null },
      fee: fee === null || isNothing(fee.amount) ? null : fee,
      note: noteOf(row),
    },
  ]
}

/** `isSigned`: the file tells by a sign which way things went; older ones by the word alone. */
function transaction(row: CsvRow, at: string, isSigned: boolean): Draft[] {
  const type = typeOf(row)
  const listed = KINDS.find(([words]) => words.test(type))?.[1]
  if (listed === undefined) throw unknownOperation(type)
  if (listed === 'inside') throw new Skip('inside')
  if (listed === 'buy' || listed === 'sell') return trade(row, at, listed)
  const isReward = listed === 'deposit' && /coinbase (earn|rewards?|referral)/i.test(row.get('notes'))
  const kind = isReward ? 'reward' : listed
  const quantity = quantityOf(row)
  const isOut = (kind === 'withdrawal' || kind === 'fee') && !isSigned
  const draft = bySign({ rows: [row], at, note: noteOf(row) }, kind, assetOf(row), isOut ? `-${quantity}` : quantity)
  const isIncome = draft.kind === kind && kind !== 'deposit' && kind !== 'withdrawal' && kind !== 'fee'
  return [isIncome ? { ...draft, price: priceOf(row), currency: currencyOf(row) } : draft]
}

function paired(rows: readonly CsvRow[], at: string): Draft[] {
  const [row, other] = rows
  if (row === undefined) return []
  const type = typeOf(row)
  if (other === undefined) {
    if (MOVED_INSIDE.test(type)) throw new Skip('inside')
    if (/^convert$/i.test(type)) return conversion(row, at)
    if (/simple dust$/i.test(type)) return trade(row, at, isBelow(quantityOf(row)) ? 'sell' : 'buy')
    throw unpaired()
  }
  const [left, came] = [row, other].map((each) => legOf(assetOf(each), quantityOf(each))) as [Leg, Leg]
  if (left.asset === came.asset) throw new Skip('inside')
  if (!RENAMED.test(type)) return tradeOf([...rows], at, left, came, [], noteOf(row))
  return [{ rows: [...rows], at, kind: 'migration', ...left, to: came, note: noteOf(row) }]
}

function transactions(rows: readonly CsvRow[], time: (cell: string) => string): Outcome {
  const timeOf = (row: CsvRow) => time(row.get('timestamp'))
  const { sound, ...rest } = soundRows(rows, (row) => {
    timeOf(row)
    if (isNothing(quantityOf(row))) throw new Skip('nothing')
  })
  const isSigned = sound.some((row) => isBelow(quantityOf(row)))
  const isPaired = (row: CsvRow) => PAIRED.test(typeOf(row))
  const near = { timeOf: (row: CsvRow) => Date.parse(timeOf(row)), changeOf: quantityOf, apart: APART }
  const pairs = [...Map.groupBy(sound.filter(isPaired), (row) => typeOf(row).toLowerCase()).values()].flatMap((same) =>
    nearPairs(same, near),
  )
  const read = eachOf(
    [...pairs, ...sound.filter((row) => !isPaired(row)).map((row) => [row])],
    (group) => group,
    (group) => {
      const [first] = group
      if (first === undefined) return []
      return isPaired(first) ? paired(group, timeOf(first)) : transaction(first, timeOf(first), isSigned)
    },
  )
  return joined(rest, read)
}

const COMMON = ['timestamp', 'transaction type', 'asset', 'quantity transacted', 'subtotal', 'notes']

export const COINBASE: readonly CsvFormat[] = [
  {
    id: 'coinbase-transactions',
    columns: [
      [...COMMON, 'fees and/or spread', 'price currency', 'price at transaction'],
      [...COMMON, 'fees and/or spread', 'spot price currency', 'spot price at transaction'],
      [...COMMON, 'fees', 'spot price currency', 'spot price at transaction'],
    ],
    zone: 'UTC',
    read: transactions,
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
