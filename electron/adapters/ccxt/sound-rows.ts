// Lists of an exchange without the rows that the library cannot read: one market that is written in no documented way, a row that
// is none, costs only itself. The library reads lists whole, and ends at the first such row.

import { member } from '../../../shared/venues/json.ts'
import type { Venue } from '../../exchanges/common/library.ts'
import type { MarketRows } from '../../exchanges/common/market-rows.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import { parseBody } from './raw-body.ts'
import type { CallRules, Transport, Watched } from './transport.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A name such as `constructor` is one of every object, where the library looks its markets up. */
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '' && !(value in Object.prototype)

const isNumber = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value !== 'object' && Number.isFinite(Number(value)))

function isSound(row: unknown, { names, lists, numbers }: MarketRows): boolean {
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
  const rows = adapterOf(venue).marketRows.find((each) => each.path.test(path))
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
