// An exact description of a request: the way it goes, every field that it has, and what each must say. Whatever is
// missing, is said otherwise, comes twice or comes besides is a reason not to send it.

import { compare, DECIMAL_PATTERN } from '../../../../shared/decimal.ts'
import type { HttpRequest } from '../../http-request.ts'

/** One field: what it means to the trader, and whether a value says just that. */
export interface Field {
  meaning: string
  holds(value: unknown): boolean
}

/** The whole set of fields of a request, or of a part of it. A part has fields of its own. */
export interface Fields {
  readonly [name: string]: Field | { readonly parts: Fields }
}

export interface ExactRequest {
  method: 'POST' | 'DELETE'
  path: string
  /** Where the fields stand: JSON or a form in the body, or in the address. */
  kind: 'json' | 'form' | 'query'
  fields: Fields
  /** Every header besides those of the connection itself, names in lower case. */
  headers: Fields
}

/** Exactly this text or this flag; a number is neither. */
export const is = (meaning: string, meant: string | boolean): Field => ({
  meaning,
  holds: (value) => value === meant,
})

/** The same decimal in any spelling, as a text. */
export const same = (meaning: string, meant: string | null): Field => ({
  meaning,
  holds: (value) =>
    meant !== null && typeof value === 'string' && DECIMAL_PATTERN.test(value) && compare(value, meant) === 0,
})

/** A text of this form, of which the order does not say which. */
export const like = (meaning: string, form: RegExp): Field => ({
  meaning,
  holds: (value) => typeof value === 'string' && form.test(value),
})

/** A list of this one text; of none where there is none. */
export const only = (meaning: string, meant: string | null): Field => ({
  meaning,
  holds: (value) => meant !== null && Array.isArray(value) && value.length === 1 && value[0] === meant,
})

/** What proves whose request it is; whether it is right only the exchange can say. */
export const PROOF = like('proof of the key', /^[\x21-\x7e][\x20-\x7e]{0,4095}$/)

/** What every request says of the program that sends it. */
export const AGENT: Fields = { 'user-agent': is('program', 'Prelist') }

/** The kind of body. */
export const bodyOf = (kind: 'json' | 'form'): Fields => ({
  'content-type': is('kind of body', kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'),
})

/** What a request says wrongly, and what it says besides; both empty when it is the one described. */
export interface Found {
  wrong: string[]
  besides: string[]
}

/** Holds a request against its description; `null` where it cannot be read at all. */
export function holdAgainst(exact: ExactRequest, request: HttpRequest): Found | null {
  const url = URL.parse(request.url)
  const sent = url === null ? null : valuesOf(exact.kind, url, request.body)
  if (url === null || sent === null) return null
  const headers = Object.entries(request.headers).map(([name, value]): [string, unknown] => [name.toLowerCase(), value])
  const found = compareFields(exact.fields, sent)
  const head = compareFields(exact.headers, headers)
  const isWay = request.method === exact.method && url.pathname === exact.path
  return {
    wrong: [...new Set([...(isWay ? [] : ['way']), ...found.wrong, ...head.wrong])],
    besides: [...found.besides, ...head.besides],
  }
}

function compareFields(fields: Fields, sent: readonly [string, unknown][]): Found {
  const wrong: string[] = []
  const besides: string[] = []
  const names = sent.map(([name]) => name)
  for (const [at, name] of names.entries()) {
    if (!Object.hasOwn(fields, name) || names.indexOf(name) !== at) besides.push(name)
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = sent.find(([one]) => one === name)?.[1]
    if ('holds' in field) {
      if (!field.holds(value)) wrong.push(field.meaning)
      continue
    }
    const part = typeof value === 'object' && value !== null ? Object.entries(value) : []
    const inner = compareFields(field.parts, part)
    wrong.push(...inner.wrong)
    besides.push(...inner.besides)
  }
  return { wrong, besides }
}

// A body that says more than its reading, a name twice or a number with more digits, is not the same when written again.
function valuesOf(kind: ExactRequest['kind'], url: URL, body: string | null): [string, unknown][] | null {
  const query = [...url.searchParams]
  if (url.hash !== '' || url.username !== '') return null
  if (kind === 'query') return body === null || body === '' ? query : null
  if (query.length > 0 || body === null) return null
  if (kind === 'form') return [...new URLSearchParams(body)]
  try {
    const parsed: unknown = JSON.parse(body)
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject && JSON.stringify(parsed) === body ? Object.entries(parsed) : null
  } catch {
    return null
  }
}
