// KuCoin's files: spot trades in two forms, account history, deposits and withdrawals. The zone stands in the header alone.

import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, amountOrZero } from '../cells.ts'
import { type CsvFormat, type CsvRow, eachRow, isNothing, legOf, Skip, unknownOperation } from '../csv-format.ts'
import { marketTrade } from '../trades.ts'

const KINDS: readonly [RegExp, LedgerKind | 'inside' | 'other-file'][] = [
  [/transfer|subscri|redempt|stak(e|ing)$|^lend/i, 'inside'],
  // The same trades, deposits and withdrawals stand in files of their own, with more of what happened.
  [/^(spot|exchange|deposit|withdraw|trade|fee)/i, 'other-file'],
  [/airdrop|distribution|fork/i, 'airdrop'],
  [/interest|lending/i, 'interest'],
  [/reward|bonus|rebate|referral|earn|cashback|staking profits/i, 'reward'],
]
/** The column whose name begins with this: the rest of it is the zone. */
const timeIn = (row: CsvRow, names: readonly string[]) =>
  names.map((name) => row.get(name)).find((cell) => cell !== '') ?? ''
const TIMES = ['filled time', 'time']

export const KUCOIN: readonly CsvFormat[] = [
  {
    id: 'kucoin-spot',
    columns: [
      [
        'order id',
        'symbol',
        'side',
        'order type',
        'avg. filled price',
        'filled amount',
        'filled volume',
        'filled time',
        'fee',
        'fee currency',
      ],
    ],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const [base = '', quote = ''] = row.get('symbol').toUpperCase().split('-')
        const [amount = '', price = '', total = ''] = ['filled amount', 'avg. filled price', 'filled volume'].map(
          (name) => amountOf(row.get(name)).value,
        )
        if (isNothing(amount)) throw new Skip('nothing')
        const fee = legOf(row.get('fee currency').toUpperCase() || quote, amountOrZero(row.get('fee')))
        return marketTrade(
          row,
          time(timeIn(row, TIMES)),
          { base, quote, side: row.get('side'), amount, price, total },
          fee,
        )
      }),
  },
  {
    id: 'kucoin-spot-old',
    columns: [
      [
        'tradecreatedat',
        'orderid',
        'symbol',
        'side',
        'price',
        'size',
        'funds',
        'fee',
        'liquidity',
        'feecurrency',
        'ordertype',
      ],
    ],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const [base = '', quote = ''] = row.get('symbol').toUpperCase().split('-')
        const [amount = '', price = '', total = ''] = ['size', 'price', 'funds'].map(
          (name) => amountOf(row.get(name)).value,
        )
        const fee = legOf(row.get('feecurrency').toUpperCase() || quote, amountOrZero(row.get('fee')))
        return marketTrade(
          row,
          time(row.get('tradecreatedat')),
          { base, quote, side: row.get('side'), amount, price, total },
          fee,
        )
      }),
  },
  {
    id: 'kucoin-account',
    columns: [['account type', 'currency', 'side', 'amount', 'fee', 'time', 'remark']],
    zone: null,
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const remark = row.get('remark')
        const kind = KINDS.find(([words]) => words.test(remark))?.[1]
        if (kind === undefined) throw unknownOperation(remark)
        if (kind === 'inside' || kind === 'other-file') throw new Skip(kind)
        const leg = legOf(row.get('currency').toUpperCase(), amountOf(row.get('amount')).value)
        if (isNothing(leg.amount)) throw new Skip('nothing')
        const base = { rows: [row], at: time(timeIn(row, TIMES)), note: remark }
        const isOut = /withdraw|out/i.test(row.get('side'))
        return [
          isOut
            ? { ...base, kind: 'adjustment', asset: leg.asset, amount: `-${leg.amount}` }
            : { ...base, kind, ...leg },
        ]
      }),
  },
  ...(['deposit', 'withdrawal'] as const).map(
    (kind): CsvFormat => ({
      id: `kucoin-${kind}s`,
      columns: [
        kind === 'deposit'
          ? ['account type', 'time', 'coin', 'amount', 'fee', 'hash', 'deposit address', 'transfer network', 'status']
          : [
              'account type',
              'time',
              'coin',
              'amount',
              'fee',
              'hash',
              'withdrawal address/account',
              'transfer network',
              'status',
            ],
      ],
      zone: null,
      read: (rows, time) =>
        eachRow(rows, (row) => {
          if (!/^success/i.test(row.get('status'))) throw new Skip('not-completed')
          const leg = legOf(row.get('coin').toUpperCase(), amountOf(row.get('amount')).value)
          const fee = legOf(leg.asset, amountOrZero(row.get('fee')))
          return [{ rows: [row], at: time(timeIn(row, TIMES)), kind, ...leg, fee: isNothing(fee.amount) ? null : fee }]
        }),
    }),
  ),
]
