// Reads Token Metrics, in both of its versions: v2 writes its fields in capitals and v3 in small letters, and numbers come as
// numbers or as texts. Names are brought into one style here, once. Its errors are assumed to be `{ success, message }`, as its
// own program reads them.

import { member, textOf } from '../../../../shared/venues/json.ts'
import { METRICS_PAGE, type MetricsRow } from '../../../ports/market-data.ts'
import { wordsOf } from '../answers.ts'
import { keyedTrouble } from './common.ts'
import type { Reader } from './reader.ts'

const MOST_BYTES = 2 * 1024 * 1024
const MOST_TEXT = 300

/** `tm_grade_24_h_pct_change` and `TM_GRADE_24h_PCT_CHANGE` are one name: `TM_GRADE_24H_PCT_CHANGE`. */
const metricsName = (name: string): string => name.toUpperCase().replace(/(\d)_(?=[HD](?:_|$))/g, '$1')

/** Its fields as texts; lists and objects are left out, and so is what is empty. */
function metricsRow(row: unknown): MetricsRow | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return null
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(row)) {
    const text = typeof value === 'string' ? value.trim() : textOf(value)
    if (text !== null && text !== '' && text.length <= MOST_TEXT) fields[metricsName(name)] = text
  }
  const { TOKEN_ID: tokenId, TOKEN_SYMBOL: symbol } = fields
  return tokenId === undefined ? null : { tokenId, symbol: symbol ?? null, fields }
}

const rowsOf = (body: unknown) => {
  const data = member(body, 'data')
  if (!Array.isArray(data)) return null
  const rows = data.flatMap((row: unknown) => metricsRow(row) ?? [])
  return data.length > 0 && rows.length === 0 ? null : { rows, at: null }
}

const common = {
  isExact: true,
  // Nothing there: no such token, or not in this version of its interface.
  isNoneAt404: true,
  maxBytes: MOST_BYTES,
  trouble: () => (body: unknown, status: number) => {
    const words = wordsOf(member(body, 'message'))
    if (status >= 200 && status < 300) {
      // A good status over a refusal.
      return member(body, 'success') === false ? keyedTrouble(400, words) : null
    }
    return keyedTrouble(status, words)
  },
  rows: rowsOf,
}

export const metricsTokens: Reader<'metrics-tokens'> = {
  ...common,
  path: ({ address, version }) =>
    `/${version}/tokens?blockchain_address=${encodeURIComponent(address)}&limit=${METRICS_PAGE}&page=1`,
}

export const metricsRows: Reader<'metrics-rows'> = {
  ...common,
  path: ({ path, ids, page, version }) =>
    `/${version}/${path}?token_id=${ids.map(encodeURIComponent).join(',')}&limit=${METRICS_PAGE}&page=${page}`,
}
