// What an exchange says of an account's balances, read from its own answer: each under the name that its markets use, what
// is owed as a negative total, and what cannot be spent now not as free.

import {
  add,
  compare,
  type Decimal,
  min,
  normalize,
  SIGNED_PATTERN,
  subtract,
  sum,
} from '../../../../shared/decimal.ts'
import { member, textOf } from '../../../../shared/venues/json.ts'
import type { VenueBalance } from '../../../ports/system.ts'
import type { Venue } from '../client.ts'

/** A decimal that may be negative, or written with an exponent; `null` for whatever is none. */
export function signedOf(exchange: Venue, value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = exchange.numberToString(value)
  return typeof plain === 'string' && SIGNED_PATTERN.test(plain) ? normalize(plain) : null
}

type Row = VenueBalance

/** Reads one row of an answer. */
interface Reader {
  number: (row: unknown, name: string) => Decimal | null
  known: ReadonlySet<string>
  exchange: Venue
}

/**
 * The balances of these answers; an asset can stand there more than once.
 * @returns `null` where an answer has not the documented shape: balances that were misread are worse than none
 */
export function balancesOf(exchange: Venue, answers: readonly unknown[]): VenueBalance[] | null {
  const read: Reader = {
    number: (row, name) => signedOf(exchange, member(row, name)),
    known: knownAssets(exchange),
    exchange,
  }
  const rows = answers.map((answer) => rowsOf(read, answer))
  if (rows.some((each) => each === null)) return null
  return rows.flatMap((each) => each ?? [])
}

/** Every asset that a market of the exchange names. */
function knownAssets(exchange: Venue): Set<string> {
  const names = Object.values(exchange.markets ?? {}).flatMap((market) => [
    textOf(member(market, 'base')),
    textOf(member(market, 'quote')),
  ])
  return new Set(names.filter((name) => name !== null))
}

function rowsOf(read: Reader, answer: unknown): Row[] | null {
  switch (read.exchange.id) {
    case 'binance':
      return listed(member(answer, 'balances'), (row) => binanceRow(read, row))
    case 'kraken':
      return krakenRows(read, member(answer, 'result'))
    case 'coinbase':
      return listed(member(answer, 'accounts'), (row) => coinbaseRow(read, row))
    case 'okx':
      return listed(member(answer, 'data', 0, 'details') ?? [], (row) => okxRow(read, row))
    case 'bybit':
      return listed(member(answer, 'result', 'list', 0, 'coin') ?? [], (row) => bybitRow(read, row))
    default:
      return generalRows(read, answer)
  }
}

/** What the library makes of an exchange of which no shape is documented here. */
function generalRows(read: Reader, sheet: unknown): Row[] | null {
  const totals = member(sheet, 'total')
  if (typeof totals !== 'object' || totals === null) return null
  return Object.keys(totals).flatMap((asset): Row[] => {
    const total = read.number(totals, asset)
    const free = read.number(member(sheet, 'free'), asset)
    return total === null ? [] : [{ asset, total, free: positive(free) }]
  })
}

function listed(rows: unknown, toRow: (row: unknown) => Row | null): Row[] | null {
  return Array.isArray(rows) ? rows.flatMap((row) => toRow(row) ?? []) : null
}

const positive = (value: Decimal | null): Decimal => (value === null || compare(value, '0') < 0 ? '0' : value)

const codeOf = ({ exchange }: Reader, id: string | null): string | null =>
  id === null ? null : (exchange.safeCurrencyCode(id) ?? id)

/**
 * `LD` and an asset is that asset in Simple Earn, which this list tells beside what lies in spot; LDO is a coin of its own.
 * No page of Binance's was found that says so (searched 2026-11-29); others see it in its answers.
 */
function binanceRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'asset')))
  const [free, locked] = [read.number(row, 'free'), read.number(row, 'locked')]
  if (name === null || free === null) return null
  const total = add(free, locked ?? '0')
  const base = name.startsWith('LD') && !read.known.has(name) ? earnBase(read, name.slice(2)) : ''
  if (read.known.has(base) || base.length > 2) return { asset: base, total, free: '0' }
  return { asset: name, total, free: positive(free) }
}

/** An asset that was swapped for another there has a number behind it in this list: LDSHIB2. */
function earnBase({ known }: Reader, base: string): string {
  const plain = base.replace(/\d$/, '')
  return !known.has(base) && known.has(plain) ? plain : base
}

/** Days of a bond that stand behind the name of an asset in the staking of before: DOT28.S. */
const BONDED = /^(.+?)\d\d$/

/**
 * A suffix says how the balance is kept. Only `.F` is spent as its asset is; fees, staked, opt-in, bonded, parachain, tokenized
 * and held amounts are not.
 * https://docs.kraken.com/api-reference/account-data/get-extended-balance, read 2026-11-29: it names .B, .F, .M, .S and .T, and
 * counts a line of credit as available, which is no money of the trader's and is left out here. The other suffixes were not found.
 */
function krakenRows(read: Reader, balances: unknown): Row[] | null {
  if (typeof balances !== 'object' || balances === null) return null
  return Object.entries(balances).flatMap(([id, row]): Row[] => {
    const balance = read.number(row, 'balance')
    if (balance === null) return []
    const [head = '', suffix] = id.split('.')
    const total = subtract(balance, read.number(row, 'credit_used') ?? '0')
    const isSpendable = suffix === undefined || suffix === 'F'
    const free = isSpendable ? positive(subtract(total, read.number(row, 'hold_trade') ?? '0')) : '0'
    return [{ asset: krakenAsset(read, head), total, free }]
  })
}

function krakenAsset(read: Reader, id: string): string {
  const code = codeOf(read, id) ?? id
  // Staked before the merge, and the same coin since.
  if (code === 'ETH2') return 'ETH'
  if (read.known.has(code)) return code
  const bonded = BONDED.exec(code)?.[1] ?? ''
  return read.known.has(bonded) ? bonded : code
}

/**
 * What lies in a vault can be spent only after it was taken out.
 * https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/accounts/list-accounts, read 2026-11-29 as far as the
 * pages of the list; the types of accounts only in clients of others.
 */
function coinbaseRow(read: Reader, row: unknown): Row | null {
  const available = member(row, 'available_balance')
  const name = codeOf(read, textOf(member(available, 'currency')) ?? textOf(member(row, 'currency')))
  const [free, hold] = [read.number(available, 'value'), read.number(member(row, 'hold'), 'value')]
  if (name === null || free === null) return null
  const isVault = member(row, 'type') === 'ACCOUNT_TYPE_VAULT'
  const asset = name === 'ETH2' ? 'ETH' : name
  return { asset, total: add(free, hold ?? '0'), free: isVault ? '0' : positive(free) }
}

/**
 * `eq` is what is there less what is owed. Of an account without margin `availEq` is empty.
 * https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance, read 2026-11-29 in copies that others keep
 */
function okxRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'ccy')))
  const total = read.number(row, 'eq') ?? read.number(row, 'cashBal')
  if (name === null || total === null) return null
  const told = [read.number(row, 'availBal'), read.number(row, 'availEq')].filter((each) => each !== null)
  const free = told.length === 0 ? '0' : told.reduce(min)
  return { asset: name, total, free: positive(min(free, total)) }
}

/**
 * `equity` is net of what was borrowed, `walletBalance` is not; what open orders hold is part of both.
 * https://bybit-exchange.github.io/docs/v5/account/wallet-balance, read 2026-11-29
 */
function bybitRow(read: Reader, row: unknown): Row | null {
  const name = codeOf(read, textOf(member(row, 'coin')))
  const wallet = read.number(row, 'walletBalance')
  const own = wallet === null ? null : subtract(wallet, positive(read.number(row, 'spotBorrow')))
  const total = read.number(row, 'equity') ?? own
  if (name === null || total === null) return null
  const held = sum(['locked', 'totalOrderIM', 'totalPositionIM'].map((each) => read.number(row, each) ?? '0'))
  return { asset: name, total, free: positive(subtract(min(own ?? total, total), held)) }
}
