// What a form of CSV is: by which columns it is known, in which zone its times are, and what becomes of its rows.

import { compare, subtract } from '../../../../shared/decimal.ts'
import type { SkipReason } from '../../../../shared/ledger/imports.ts'
import type { LedgerKind } from '../../../../shared/ledger/ledger.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { RowError } from './cells.ts'

/** A row by the names of its columns, in small letters; a name that stands there twice has `#2` behind it the second time. */
export interface CsvRow {
  line: number
  get(column: string): string
  has(column: string): boolean
  cells: readonly string[]
}

export interface Leg {
  asset: string
  /** Above zero; a fee below zero is a rebate. */
  amount: string
}

/** A movement as a file tells it, before assets are coins. */
export interface Draft {
  /** The rows that say it, by their lines; together they are its identity. */
  rows: CsvRow[]
  at: string
  kind: LedgerKind
  asset: string
  amount: string
  price?: string | null
  currency?: string
  total?: string | null
  fee?: Leg | null
  to?: Leg | null
  /** Where a transfer arrived; the account of the file without it. */
  toAccountId?: string
  note?: string
  /** The exchange's id of the trade, only where its interface tells the same one. */
  tradeId?: string
}

export interface Outcome {
  drafts: Draft[]
  skipped: { line: number; why: SkipReason }[]
  bad: { line: number; why: Reason }[]
}

export interface CsvFormat {
  id: string
  /** One of these sets of columns is in its header. */
  columns: readonly (readonly string[])[]
  /** The zone that the documents name, where the file does not. `null`: it depends on the trader's settings, so he is asked. */
  zone: 'UTC' | null
  read(rows: readonly CsvRow[], time: (cell: string) => string): Outcome
}

/** A row that is left out on purpose. */
export class Skip extends Error {
  readonly why: SkipReason
  constructor(why: SkipReason) {
    super(why)
    this.why = why
  }
}

/** Rows, or groups of rows that belong together, one after another; what one throws is its own. */
export function eachOf<T>(
  items: readonly T[],
  rowsOf: (item: T) => readonly CsvRow[],
  read: (item: T) => Draft[],
): Outcome {
  const outcome: Outcome = { drafts: [], skipped: [], bad: [] }
  for (const item of items) {
    const rows = rowsOf(item)
    try {
      outcome.drafts.push(...read(item).map(named))
    } catch (error) {
      if (error instanceof Skip) outcome.skipped.push(...rows.map(({ line }) => ({ line, why: error.why })))
      else if (error instanceof RowError) outcome.bad.push(...rows.map(({ line }) => ({ line, why: error.reason })))
      else throw error
    }
  }
  return outcome
}

/** The draft, where all that it moves has a name: what has none could be written and never read again. */
function named(draft: Draft): Draft {
  const { asset, currency, fee, to } = draft
  const isPaid = fee != null && !isNothing(fee.amount)
  const names = [asset, currency ?? asset, isPaid ? fee.asset : asset, to == null ? asset : to.asset]
  if (names.some((name) => name.trim() === '')) throw new RowError(reason('IMPORT_ASSET'))
  return draft
}

/** For files in which each row stands for itself. */
export const eachRow = (rows: readonly CsvRow[], read: (row: CsvRow) => Draft[]): Outcome =>
  eachOf(rows, (row) => [row], read)

/** The rows that `check` lets pass, before they are put together with others; the rest is told as `eachRow` does. */
export function soundRows(
  rows: readonly CsvRow[],
  check: (row: CsvRow) => void,
): Pick<Outcome, 'skipped' | 'bad'> & { sound: CsvRow[] } {
  const sound: CsvRow[] = []
  const { skipped, bad } = eachRow(rows, (row) => {
    check(row)
    sound.push(row)
    return []
  })
  return { sound, skipped, bad }
}

/** Both of two outcomes. */
export const joined = (one: Pick<Outcome, 'skipped' | 'bad'>, other: Outcome): Outcome => ({
  drafts: other.drafts,
  skipped: [...one.skipped, ...other.skipped],
  bad: [...one.bad, ...other.bad],
})

/** A row that says what no document lists. */
export const unknownOperation = (text: string) => new RowError(reason('IMPORT_OPERATION', { text: text.slice(0, 60) }))
export const unpaired = () => new RowError(reason('IMPORT_UNPAIRED'))
export const withoutTarget = () => new RowError(reason('IMPORT_TARGET'))

/** A leg of a signed amount. */
export const legOf = (asset: string, amount: string): Leg => ({
  asset,
  amount: isBelow(amount) ? subtract('0', amount) : amount,
})
export const isBelow = (amount: string): boolean => compare(amount, '0') < 0
export const isNothing = (amount: string): boolean => compare(amount, '0') === 0

/**
 * A single movement by what its row says it is and by which way it went: what was taken back of a deposit left, and of a withdrawal
 * came; what was taken back of anything else is a correction, since its amount has no sign of its own.
 * @throws Skip for nothing
 */
export function bySign(
  base: Pick<Draft, 'rows' | 'at' | 'note'>,
  kind: LedgerKind,
  asset: string,
  change: string,
): Draft {
  if (isNothing(change)) throw new Skip('nothing')
  const isOut = isBelow(change)
  if (kind === 'deposit' || kind === 'withdrawal') {
    return { ...base, kind: isOut ? 'withdrawal' : 'deposit', ...legOf(asset, change) }
  }
  // Of a fee that was given back the adjustment is above zero.
  if (kind === 'fee')
    return isOut ? { ...base, kind, ...legOf(asset, change) } : { ...base, kind: 'adjustment', asset, amount: change }
  return isOut || kind === 'adjustment'
    ? { ...base, kind: 'adjustment', asset, amount: change }
    : { ...base, kind, asset, amount: change }
}

/** BASE/QUOTE in the spellings of exchanges. @throws RowError where no quote currency is at its end */
export function pairOf(market: string): [base: string, quote: string] {
  const [base = '', quote = ''] = market.toUpperCase().split(/[-/_]/)
  if (base !== '' && quote !== '') return [base, quote]
  const found = QUOTES.find((each) => base.endsWith(each) && base.length > each.length)
  if (found === undefined) throw new RowError(reason('IMPORT_MARKET', { text: market.slice(0, 60) }))
  return [base.slice(0, -found.length), found]
}
const QUOTES = [
  ...['FDUSD', 'USDT', 'USDC', 'TUSD', 'BUSD', 'USDP', 'USDS', 'PAX', 'DAI', 'ZUSD', 'ZEUR', 'ZGBP', 'XXBT', 'XETH'],
  ...['USD', 'EUR', 'GBP', 'TRY', 'BRL', 'AUD', 'JPY', 'PLN', 'RUB', 'UAH', 'NGN', 'BIDR', 'ZAR', 'BTC', 'XBT', 'ETH'],
  ...['BNB', 'TRX', 'XRP', 'DOGE', 'KCS', 'OKB'],
]
