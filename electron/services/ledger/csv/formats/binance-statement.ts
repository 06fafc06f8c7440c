// Binance's account statement. Its rows have no id: those of one trade share their time, and the two sides of a token swap their
// remark and about their time.

import { subtract } from '../../../../../shared/decimal.ts'
import type { LedgerKind } from '../../../../../shared/ledger/ledger.ts'
import { amountOf } from '../cells.ts'
import {
  bySign,
  type CsvRow,
  type Draft,
  eachOf,
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
import { summed, tradeOf } from '../trades.ts'

/** What moves between wallets of Binance itself: nothing came or went. */
const INSIDE =
  /^(transfer(?!.*distribution)|main and funding)|subscri(be|ption)|redemption|purchase|account transfer|(savings|staking) principal/i
const MARKET = /^(buy|sell|fee|transaction (buy|spend|sold|revenue|fee|related))$/i
const CONVERT = /^(binance convert|large otc trading|otc trading|auto-invest transaction|instant buy.*)$/i
const DUST = /^small assets exchange/i
const SWAP = /^token swap|^asset recovery$|^leveraged coin consolidation$/i
/** Two rows of one moment: what they are together, and what each is where the other one is missing. */
const PAIRS: readonly [RegExp, together: 'trade' | 'migration', alone: LedgerKind | 'inside' | 'unpaired'][] = [
  [
    /^(eth 2\.0 staking( withdrawals)?|beth to wbeth wrapping|\w+ staking - (purchase|redemption))$/i,
    'migration',
    'inside',
  ],
  [/^(asset conversion transfer|futures convert)$/i, 'trade', 'inside'],
  [
    /^(stablecoins? auto-conversion|leverage token redemption|swap farming transaction|liquid swap sell)$/i,
    'trade',
    'unpaired',
  ],
  [/^(buy crypto with .*|sell crypto to .*|sell to card)$/i, 'trade', 'deposit'],
  [/^bnb fee deduction$/i, 'trade', 'fee'],
]
/** By what is in the words, the first that fits. */
const SINGLE: readonly [RegExp, LedgerKind][] = [
  [/^(deposit|fiat deposit|crypto deposit|fiat ocbs.*|crypto - asset transfer)$/i, 'deposit'],
  [/^(withdraw|withdrawal|fiat withdraw|fiat withdrawal|crypto withdrawal)$/i, 'withdrawal'],
  // Each goes both ways: to somebody, or from him.
  [
    /^(send|send\/recei?ve|send\/recieve|receive|binance pay|p2p trading|c2c.*|merchant acquiring|binance card spending)$/i,
    'deposit',
  ],
  [/interest|^savings distribution$/i, 'interest'],
  [/airdrop|launchpool|launchpad|megadrop|^distribution$|^asset - transfer$/i, 'airdrop'],
  [
    /reward|cashback|referr?(al|er|ee)|commission|kickback|rebate|bonus|voucher|learn|crypto box|mining|^pool distribution$/i,
    'reward',
  ],
  // What is borrowed is nobody's gain, and what derivatives made or cost is no trade of a coin.
  [/loan|repayment|liquidation|^funding fee$|^reali[sz]ed? profit and loss$|^insurance fund/i, 'adjustment'],
]
/** Sides of a swap that are further apart are two events, in milliseconds. */
const SWAP_APART = 60 * 60_000

const changeOf = (row: CsvRow) => amountOf(row.get('change')).value
const coinOf = (row: CsvRow) => row.get('coin').toUpperCase()
const operationOf = (row: CsvRow) => row.get('operation')
const isFee = (row: CsvRow) => /fee$/i.test(operationOf(row))
const isOfFutures = (row: CsvRow) => /futures/i.test(row.get('account'))
const isOut = (row: CsvRow) => isBelow(changeOf(row))
const moved = (rows: readonly CsvRow[], out: boolean): Leg[] =>
  summed(rows.filter((row) => isOut(row) === out).map((row) => legOf(coinOf(row), changeOf(row))))

function single(row: CsvRow, at: string): Draft[] {
  const operation = operationOf(row)
  const base = { rows: [row], at, note: operation }
  if (INSIDE.test(operation)) throw new Skip('inside')
  const kind = isOfFutures(row) && isFee(row) ? 'adjustment' : SINGLE.find(([words]) => words.test(operation))?.[1]
  if (kind === undefined) throw unknownOperation(operation)
  return [bySign(base, kind, coinOf(row), changeOf(row))]
}

/** The two sides, each of one asset. @throws RowError where one is missing, or is of several assets */
function sidesOf(rows: readonly CsvRow[]): [left: Leg, came: Leg] {
  const [left, ...moreLeft] = moved(rows, true)
  const [came, ...moreCame] = moved(rows, false)
  if (left === undefined || came === undefined || moreLeft.length + moreCame.length > 0) throw unpaired()
  return [left, came]
}

/** What left, what came and what went for fees in one second is one trade. */
function traded(rows: readonly CsvRow[], at: string): Draft[] {
  const [left, came] = sidesOf(rows.filter((row) => !isFee(row)))
  // A rebate stands there as a fee above zero.
  const paid = rows.filter(isFee).map((row) => ({ asset: coinOf(row), amount: subtract('0', changeOf(row)) }))
  return tradeOf([...rows], at, left, came, summed(paid), 'Binance')
}

const migrated = (rows: readonly CsvRow[], at: string): Draft[] => {
  const [left, to] = sidesOf(rows)
  return [{ rows: [...rows], at, kind: 'migration', ...left, to, note: operationOf(rows[0] as CsvRow) }]
}

/** Several coins at once become one: each that left with what came for it, in the order of the file. */
function dusted(rows: readonly CsvRow[], at: string): Draft[] {
  const left = rows.filter(isOut)
  const came = rows.filter((row) => !isOut(row))
  if (left.length !== came.length) throw unpaired()
  return left.flatMap((row, n) => {
    const other = came[n] as CsvRow
    const legs = [row, other].map((each) => legOf(coinOf(each), changeOf(each)))
    return tradeOf([row, other], at, legs[0] as Leg, legs[1] as Leg, [], operationOf(row))
  })
}

const whole = (rows: readonly CsvRow[]): boolean => {
  const count = (out: boolean) => moved(rows, out).length
  return count(true) === 1 && count(false) === 1
}

/** A buy and a sale can fall into one second: their rows say by their words which of the two they are of. */
function bySide(rows: readonly CsvRow[]): CsvRow[][] {
  const sideOf = (row: CsvRow) => {
    if (/related$/i.test(operationOf(row))) return isOut(row) ? 'buy' : 'sell'
    return /(buy|spend)$/i.test(operationOf(row)) ? 'buy' : 'sell'
  }
  const moves = rows.filter((row) => !isFee(row))
  const sides = Map.groupBy(moves, sideOf)
  const isApart = sides.size === 2 && !whole(moves) && [...sides.values()].every(whole)
  if (!isApart) return [[...rows]]
  // A fee stands behind the rows of its trade, or before all of them.
  const before = (fee: CsvRow) => moves.findLast(({ line }) => line < fee.line) ?? (moves[0] as CsvRow)
  const sideOfFee = (row: CsvRow) => sideOf(isFee(row) ? before(row) : row)
  return [...Map.groupBy(rows, sideOfFee).values()]
}

/** Swaps, each with its own time: of one remark what left goes with what came at about that moment. */
const swaps = (rows: readonly CsvRow[], timeOf: (row: CsvRow) => number): CsvRow[][] =>
  [...Map.groupBy(rows, (row) => row.get('remark').toLowerCase()).values()].flatMap((same) =>
    nearPairs(same, { timeOf, changeOf, apart: SWAP_APART }),
  )

type Group = [read: (rows: readonly CsvRow[], at: string) => Draft[], rows: CsvRow[]]

function kindOf(row: CsvRow) {
  const operation = operationOf(row)
  if (MARKET.test(operation) && !isOfFutures(row)) return 'market'
  if (CONVERT.test(operation)) return 'convert'
  if (DUST.test(operation)) return 'dust'
  if (SWAP.test(operation)) return 'swap'
  return PAIRS.find(([words]) => words.test(operation)) ?? 'single'
}

/** Rows of one moment and kind, with how they are read. */
function atOnce(kind: Exclude<ReturnType<typeof kindOf>, 'single' | 'swap'>, rows: CsvRow[]): Group[] {
  if (kind === 'market') return bySide(rows).map((group) => [traded, group])
  if (kind === 'convert') return [[traded, rows]]
  return kind === 'dust' ? [[dusted, rows]] : pairedOrAlone(kind, rows)
}

/** Rows that happened together, with how they are read. */
function groupsOf(rows: readonly CsvRow[], timeOf: (row: CsvRow) => string): Group[] {
  return [...Map.groupBy(rows, kindOf)].flatMap(([kind, of]): Group[] => {
    if (kind === 'single') return of.map((row) => [(_, at) => single(row, at), [row]])
    if (kind === 'swap') return swaps(of, (row) => Date.parse(timeOf(row))).map((group) => [migrated, group])
    return [...Map.groupBy(of, timeOf).values()].flatMap((moment) => atOnce(kind, moment))
  })
}

function pairedOrAlone([, together, alone]: (typeof PAIRS)[number], rows: CsvRow[]): Group[] {
  if (whole(rows)) return [[together === 'trade' ? traded : migrated, rows]]
  return rows.map(
    (row): Group => [
      (_, at) => {
        if (alone === 'inside') throw new Skip('inside')
        if (alone === 'unpaired') throw unpaired()
        return [bySign({ rows: [row], at, note: operationOf(row) }, alone, coinOf(row), changeOf(row))]
      },
      [row],
    ],
  )
}

/** Reads a statement of any generation. */
export function readStatement(rows: readonly CsvRow[], time: (cell: string) => string): Outcome {
  const timeOf = (row: CsvRow) => time(row.get(row.has('utc_time') ? 'utc_time' : 'time'))
  const { sound, ...rest } = soundRows(rows, (row) => {
    timeOf(row)
    if (isNothing(changeOf(row))) throw new Skip('nothing')
  })
  const read = eachOf(
    groupsOf(sound, timeOf),
    ([, group]) => group,
    ([of, group]) => of(group, group.map(timeOf).toSorted()[0] ?? ''),
  )
  return joined(rest, read)
}
