// Lists of an exchange without the rows that the library cannot read: one market that is written in no documented way, a row that
// is none, costs only itself. The library reads lists whole, and ends at the first such row.

import { member } from '../../../shared/venues/json.ts'
import type { Venue } from './client.ts'
import { parseBody } from './raw-body.ts'
import type { CallRules, Transport, Watched } from './transport.ts'

interface Rows {
  path: RegExp
  /** Where the rows stand: a list, or an object with names. */
  at: readonly string[]
  /** Of each row these are names. */
  names: readonly string[]
  /** Lists of objects. */
  lists?: readonly string[]
  /** Numbers, or texts of them; may be empty or missing. */
  numbers?: readonly string[]
}

const BINANCE = { path: /\/api\/v3\/exchangeInfo$/, at: ['symbols'], names: ['symbol', 'baseAsset', 'quoteAsset'] }
const BINANCE_PRICES = { path: /\/api\/v3\/ticker\/24hr$/, at: [], names: ['symbol'] }

/** The lists of markets and of prices. What each row must have is what ccxt 4.5.84 fails without. */
const LISTS: Readonly<Record<string, readonly Rows[]>> = {
  binance: [{ ...BINANCE, lists: ['filters'] }, BINANCE_PRICES],
  kraken: [
    { path: /\/public\/AssetPairs$/, at: ['result'], names: ['base', 'quote'] },
    { path: /\/public\/Ticker$/, at: ['result'], names: [], numbers: ['o'] },
  ],
  coinbase: [
    { path: /\/products$/, at: ['products'], names: ['product_id'] },
    { path: /\/best_bid_ask$/, at: ['pricebooks'], names: ['product_id'] },
  ],
  bybit: [
    { path: /\/market\/instruments-info$/, at: ['result', 'list'], names: ['symbol'] },
    { path: /\/market\/tickers$/, at: ['result', 'list'], names: ['symbol'] },
  ],
  okx: [
    { path: /\/public\/instruments$/, at: ['data'], names: ['instId'] },
    { path: /\/market\/tickers$/, at: ['data'], names: ['instId'] },
  ],
  gate: [{ path: /\/spot\/currency_pairs$/, at: [], names: ['id', 'base', 'quote'] }],
  kucoin: [{ path: /\/api\/v2\/symbols$/, at: ['data'], names: ['symbol', 'baseCurrency', 'quoteCurrency'] }],
  bitget: [{ path: /\/spot\/public\/symbols$/, at: ['data'], names: ['symbol', 'baseCoin', 'quoteCoin'] }],
  mexc: [BINANCE, { ...BINANCE_PRICES, numbers: ['bidQty', 'askQty'] }],
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A name such as `constructor` is one of every object, where the library looks its markets up. */
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '' && !(value in Object.prototype)

const isNumber = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value !== 'object' && Number.isFinite(Number(value)))

function isSound(row: unknown, { names, lists = [], numbers = [] }: Rows): boolean {
  if (!isObject(row)) return false
  const areObjects = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isObject))
  return (
    names.every((name) => isName(row[name])) &&
    lists.every((name) => areObjects(row[name])) &&
    numbers.every((name) => isNumber(row[name]))
  )
}

/** The same body without the rows that are none; the very body where there is nothing to leave out. */
export function soundBody(venue: string, url: string, body: string): string {
  const path = URL.parse(url)?.pathname ?? ''
  const rows = LISTS[venue]?.find((each) => each.path.test(path))
  if (rows === undefined) return body
  try {
    const parsed = parseBody(body)
    const held = rows.at.length === 0 ? parsed : member(parsed, ...rows.at)
    if (Array.isArray(held)) {
      const kept: unknown[] = held.filter((row) => isSound(row, rows))
      return kept.length === held.length ? body : JSON.stringify(put(parsed, rows.at, kept))
    }
    if (!isObject(held)) return body
    const kept = Object.entries(held).filter(([name, row]) => isName(name) && isSound(row, rows))
    if (kept.length === Object.keys(held).length) return body
    return JSON.stringify(put(parsed, rows.at, Object.fromEntries(kept)))
  } catch {
    return body
  }
}

function put(value: unknown, [name, ...more]: readonly string[], inner: unknown): unknown {
  if (name === undefined || !isObject(value)) return inner
  return { ...value, [name]: put(value[name], more, inner) }
}

/**
 * One call that reads such a list; where the library fails at its rows, once more without those that are none. Never
 * rejects. The second question is asked only where it can help.
 */
export async function watchRows<T>(
  transport: Transport,
  exchange: Venue,
  rules: CallRules,
  call: () => Promise<T>,
): Promise<Watched<T>> {
  const heard: { url: string; body: string }[] = []
  const note = (url: string, body: string) => {
    heard.push({ url, body })
    return body
  }
  const first = await transport.watch({ ...rules, shown: note }, call)
  const isOdd = heard.some(({ url, body }) => soundBody(exchange.id, url, body) !== body)
  if (first.result.ok || !isOdd) return first
  return transport.watch({ ...rules, shown: (url, body) => soundBody(exchange.id, url, body) }, call)
}
