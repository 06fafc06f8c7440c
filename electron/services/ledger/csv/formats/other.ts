// Files of no exchange: CoinTracking's, and the generic form, whose columns are the ledger's own.

import { LEDGER_KINDS, type LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf, maybeAmount } from '../cells.ts'
import {
  bySign,
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
  withoutTarget,
} from '../csv-format.ts'
import { tradeOf } from '../trades.ts'

/** By what is in the words, the first that fits: gifts go both ways, and so do profits and losses. */
const KINDS: readonly [RegExp, LedgerKind | 'trade'][] = [
  [/^(trade|swap.*|margin trade.*|derivatives.*trade)$/i, 'trade'],
  [/fee/i, 'fee'],
  [/profit|loss/i, 'adjustment'],
  [
    /^(withdrawal|spend|donation|gift|gift ?\(out\)|stolen|lost|.*expense.*|send collateral|provide liquidity|return lp token)$/i,
    'withdrawal',
  ],
  [/^(deposit|receive collateral|remove liquidity|receive lp token)/i, 'deposit'],
  [/airdrop/i, 'airdrop'],
  [/interest|lending/i, 'interest'],
  [/reward|staking|mining|masternode|bonus|income|gift|tip|minting/i, 'reward'],
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
  // The column it stands in says which way it went, whatever its word.
  const out = sell ?? (kind === 'fee' ? fee : null)
  const leg = out ?? buy
  if (leg === null) throw new Skip('nothing')
  if (out !== null && buy !== null) throw unpaired()
  const change = out === null ? leg.amount : `-${leg.amount}`
  return [{ ...bySign({ rows: [row], at, note }, kind, leg.asset, change), fee: leg === fee ? null : fee }]
}

/** An account as the ledger names it. */
const ACCOUNT = /^[a-z0-9][a-z0-9:-]{0,63}$/

/** What a migration became, and where a transfer went. @throws RowError where that is not told: all would just be gone */
function targetOf(row: CsvRow, kind: LedgerKind, asset: string, amount: string): Pick<Draft, 'to' | 'toAccountId'> {
  if (kind !== 'migration' && kind !== 'transfer') return {}
  const toAsset = row.get('to asset').toUpperCase()
  const told = maybeAmount(row.get('to amount'))
  const toAccountId = row.get('to account').toLowerCase()
  if (kind === 'migration') {
    if (toAsset === '' || toAsset === asset || told === null || isNothing(told)) throw withoutTarget()
    return { to: legOf(toAsset, told) }
  }
  if (!ACCOUNT.test(toAccountId) || (toAsset !== '' && toAsset !== asset)) throw withoutTarget()
  return { to: legOf(asset, told ?? amount), toAccountId }
}

/** Below zero each is the other thing: what comes in goes out. What was taken back of an income is a correction. */
const BELOW: Partial<Record<LedgerKind, LedgerKind>> = {
  ...{ deposit: 'withdrawal', buy: 'sell', airdrop: 'adjustment', reward: 'adjustment', interest: 'adjustment' },
}

function generic(row: CsvRow, time: (cell: string) => string): Draft[] {
  const word = row.get('kind')
  const listed = LEDGER_KINDS.find((each) => each === word.toLowerCase())
  if (listed === undefined) throw unknownOperation(word)
  const asset = row.get('asset').toUpperCase()
  const change = amountOf(row.get('amount')).value
  if (isNothing(change)) throw new Skip('nothing')
  const kind = isBelow(change) ? (BELOW[listed] ?? listed) : listed
  const { amount } = legOf(asset, change)
  // Some files write what was paid below zero.
  const optional = (name: string) => {
    const value = row.has(name) ? maybeAmount(row.get(name)) : null
    return value === null ? null : legOf(asset, value).amount
  }
  const feeAmount = optional('fee')
  return [
    {
      ...{ rows: [row], at: time(row.get('time')), kind, asset },
      amount: kind === 'adjustment' ? change : amount,
      price: optional('price'),
      total: optional('total'),
      currency: row.get('currency').toUpperCase() || 'USDT',
      fee:
        feeAmount === null || isNothing(feeAmount)
          ? null
          : legOf(row.get('fee asset').toUpperCase() || asset, feeAmount),
      ...targetOf(row, kind, asset, amount),
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
