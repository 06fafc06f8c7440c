// Kraken's files: ledgers in four generations, and trades. One or the other is imported, never both: they tell the same trades.

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
  joined,
  type Leg,
  legOf,
  pairOf,
  Skip,
  soundRows,
  unknownOperation,
  unpaired,
} from '../csv-format.ts'
import { marketTrade, named, summed, tradeOf } from '../trades.ts'

const CODES: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' }

/** Kraken's codes in the tickers of everybody else; what is staked or held is the asset itself. */
function krakenAsset(code: string): string {
  const plain = code.toUpperCase().replace(/(\d+)?\.(S|M|P|F|B|HOLD)$/, '')
  const short = /^[XZ][A-Z]{3}$/.test(plain) ? plain.slice(1) : plain
  return CODES[short] ?? short
}

const change = (row: CsvRow) => amountOf(row.get('amount')).value
const assetOf = (row: CsvRow) => krakenAsset(row.get('asset'))
/** Below zero where it was given back. */
const feeLeg = (row: CsvRow): Leg => ({ asset: assetOf(row), amount: amountOrZero(row.get('fee')) })
const whatOf = (row: CsvRow) =>
  `${row.get('type')}${row.has('subtype') ? ` ${row.get('subtype')}` : ''}`.trim().toLowerCase()

const EARNED: readonly [RegExp, LedgerKind][] = [
  [/^earn reward|^staking$|^dividend|^reward/, 'reward'],
  [/airdrop/, 'airdrop'],
  [/^credit|^invite bonus/, 'reward'],
]
const INSIDE =
  /^earn (allocation|deallocation|autoallocation|autoallocate|migration|bonding|unbonding)|^(staking|transfer) (spottostaking|stakingfromspot|stakingtospot|spotfromstaking|spotfromfutures|spottofutures)|^custodytransfer/

/** What a position made or cost, and what the exchange put right. */
const CORRECTION = /^(margin|rollover|settled|adjustment)/

function single(row: CsvRow, at: string): Draft[] {
  const what = whatOf(row)
  const amount = change(row)
  if (INSIDE.test(what)) throw new Skip('inside')
  const base = { rows: [row], at, note: what }
  // Each of them can be taken back: then it goes the other way, and its fee comes back with it.
  if (/^(deposit|withdrawal)/.test(what))
    return [{ ...bySign(base, 'deposit', assetOf(row), amount), fee: feeLeg(row) }]
  // A transfer without another word is a fork that came, or a coin that was given up.
  const listed = what === 'transfer' ? 'airdrop' : EARNED.find(([words]) => words.test(what))?.[1]
  const kind = CORRECTION.test(what) ? 'adjustment' : listed
  if (kind === undefined) throw unknownOperation(what)
  // What is kept back of a reward never arrived.
  return [bySign(base, kind, assetOf(row), subtract(amount, amountOrZero(row.get('fee'))))]
}

/** What is staked has a code with an ending; a transfer to it and the one from it have no id in common. */
const isStaked = (row: CsvRow) => /\.(S|M|P|F|B|HOLD)$/i.test(row.get('asset'))
const amountKey = (row: CsvRow) => `${assetOf(row)} ${legOf('', change(row)).amount}`

function together(rows: readonly CsvRow[], at: string): Draft[] {
  const moved = rows.filter((row) => !isNothing(change(row)))
  const legs = (isOut: boolean) =>
    summed(moved.filter((row) => isBelow(change(row)) === isOut).map((row) => legOf(assetOf(row), change(row))))
  const [left, ...moreLeft] = legs(true)
  const [came, ...moreCame] = legs(false)
  if (left === undefined || came === undefined || moreLeft.length + moreCame.length > 0) throw unpaired()
  if (left.asset === came.asset) throw new Skip('inside')
  const what = whatOf(rows[0] as CsvRow)
  const drafts = tradeOf([...rows], at, left, came, summed(rows.map(feeLeg)), what)
  // Of a trade the reference is the trade's own id.
  return /^trade/.test(what) ? named(drafts, rows[0]?.get('refid') ?? '') : drafts
}

const PAIRED = /^(trade|spend|receive|sale|adjustment|conversion|transfer delistingconversion|earn delistingconversion)/

export const KRAKEN: readonly CsvFormat[] = [
  {
    id: 'kraken-ledgers',
    columns: [['txid', 'refid', 'time', 'type', 'aclass', 'asset', 'amount', 'fee', 'balance']],
    zone: 'UTC',
    read: (rows, time) => {
      // Without an id and a balance it is the pending twin of a row that comes when it is booked.
      const isTwin = (row: CsvRow) => row.get('txid') === '' && row.get('balance') === ''
      const { sound, ...rest } = soundRows(rows, (row) => void change(row))
      const isPlain = (row: CsvRow) => whatOf(row) === 'transfer'
      const staked = new Set(sound.filter((row) => isPlain(row) && isStaked(row)).map(amountKey))
      const groups = [
        ...Map.groupBy(sound, (row) =>
          !isTwin(row) && PAIRED.test(whatOf(row)) ? `pair ${row.get('refid')}` : `single ${row.line}`,
        ).values(),
      ]
      const read = eachOf(
        groups,
        (group) => group,
        (group) => {
          const [first, ...more] = group
          if (first === undefined) return []
          if (isTwin(first)) throw new Skip('twin')
          if (isPlain(first) && staked.has(amountKey(first))) throw new Skip('inside')
          const at = time(first.get('time'))
          const isOne = more.length === 0 && CORRECTION.test(whatOf(first))
          return PAIRED.test(whatOf(first)) && !isOne ? together(group, at) : single(first, at)
        },
      )
      return joined(rest, read)
    },
  },
  {
    id: 'kraken-trades',
    columns: [['txid', 'ordertxid', 'pair', 'time', 'type', 'ordertype', 'price', 'cost', 'fee', 'vol']],
    zone: 'UTC',
    read: (rows, time) =>
      eachRow(rows, (row) => {
        const [base, quote] = pairOf(row.get('pair')).map(krakenAsset)
        if (base === undefined || quote === undefined) return []
        const [amount = '', price = '', total = ''] = ['vol', 'price', 'cost'].map(
          (name) => amountOf(row.get(name)).value,
        )
        const fee = { asset: quote, amount: amountOrZero(row.get('fee')) }
        const of = { base, quote, side: row.get('type'), amount, price, total }
        return named(marketTrade(row, time(row.get('time')), of, fee), row.get('txid'))
      }),
  },
]
