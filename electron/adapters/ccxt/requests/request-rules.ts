// An exact description of a request: the way it goes, every field that it has, and what each must say. Whatever is
// missing, is said otherwise, comes twice or comes besides is a reason not to send it.

import type { RequestField } from '../../../../shared/reasons/exchanges.ts'
import type { ExactRequest, Fields } from '../../../exchanges/common/request-fields.ts'
import type { HttpRequest } from '../../http-request.ts'

/** What a request says wrongly, and what it says besides; both empty when it is the one described. */
export interface Found {
  wrong: RequestField[]
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
    wrong: [...new Set([...(isWay ? [] : ['way' as const]), ...found.wrong, ...head.wrong])],
    besides: [...found.besides, ...head.besides],
  }
}

function compareFields(fields: Fields, sent: readonly [string, unknown][]): Found {
  const wrong: RequestField[] = []
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
