// KuCoin's files: spot trades in two forms, account history, deposits and withdrawals. The zone stands in the header alone.

import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, amountOrZero } from '../cells.ts'
import {
  bySign,
  type CsvFormat,
  type CsvRow,
  eachOf,
  eachRow,
  isNothing,
  joined,
  legOf,
  type Outcome,
  Skip,
  soundRows,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { nearPairs } from '../near-pairs.ts'
import { marketTrade, tradeOf } from '../trades.ts'

const KINDS: readonly [RegExp, LedgerKind | 'inside' | 'other-file' | 'pair'][] = [
  // What comes back of fees is told here alone, and so is what was paid of them in KCS.
  [/rebate|refund|returned.?fees/i, 'reward'],
  [/^kcs (pay fees|fee deduction)/i, 'fee'],
  [/interest/i, 'interest'],
  [/^(fiat (deposit|withdrawal)|(buy|sell) crypto|bank card deal|assets transferred in)/i, 'deposit'],
  [/^(convert.to.kcs|instant exchange)$/i, 'pair'],
  [/transfer|subscri|redempt|stak(e|ing)$|^lend(ing)?s?$|^(vote for coin|voting)$/i, 'inside'],
  // What is borrowed is nobody's gain.
  [/loan|borrow|^debt|liquidation|^public offering/i, 'adjustment'],
  // The same trades, deposits and withdrawals stand in files of their own, with more of what happened.
  [/^(spot|exchange|deposit|withdraw|trade|fee|(cross|isolated) margin|margin trad)/i, 'other-file'],
  [/^send red envelope/i, 'withdrawal'],
  [/airdrop|distribution|fork/i, 'airdrop'],
  [/reward|bonus|referral|earn|cashback|profits|vesting|mining|red envelope|event/i, 'reward'],
]
const kindOf = (row: CsvRow) => {
  const remark = row.get('remark')
  const kind = KINDS.find(([words]) => words.test(remark))?.[1]
  if (kind === undefined) throw unknownOperation(remark)
  return kind
}
const legIn = (row: CsvRow) => legOf(row.get('currency').toUpperCase(), amountOf(row.get('amount')).value)
/** The amount has no sign: the side says which way it went. */
const changeOf = (row: CsvRow) => `${/withdraw|out/i.test(row.get('side')) ? '-' : ''}${legIn(row).amount}`
/** The sides of one conversion are some seconds apart at most, in milliseconds. */
const APART = 10_000

function accountHistory(rows: readonly CsvRow[], time: (cell: string) => string): Outcome {
  const momentOf = (row: CsvRow) => time(timeIn(row, TIMES))
  const { sound, ...rest } = soundRows(rows, (row) => {
    const kind = kindOf(row)
    if (kind === 'inside' || kind === 'other-file') throw new Skip(kind)
    if (isNothing(legIn(row).amount)) throw new Skip('nothing')
    momentOf(row)
  })
  const isPair = (row: CsvRow) => kindOf(row) === 'pair'
  const near = { timeOf: (row: CsvRow) => Date.parse(momentOf(row)), changeOf, apart: APART }
  const read = eachOf(
    [...nearPairs(sound.filter(isPair), near), ...sound.filter((row) => !isPair(row)).map((row) => [row])],
    (group) => group,
    (group) => {
      const [row, other] = group
      if (row === undefined) return []
      const [at, kind, note] = [momentOf(row), kindOf(row), row.get('remark')]
      if (kind === 'inside' || kind === 'other-file') throw new Skip(kind)
      if (kind !== 'pair') return [bySign({ rows: [row], at, note }, kind, legIn(row).asset, changeOf(row))]
      if (other === undefined) throw unpaired()
      return tradeOf(group, at, legIn(row), legIn(other), [], note)
    },
  )
  return joined(rest, read)
}

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
    read: accountHistory,
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
