// What an answer must look like: a refusal that repeats nothing, or a value that the contract allows.

import { DECIMAL_PATTERN } from '../../../../shared/decimal.ts'
import type { Kind } from '../../../../shared/reasons/kinds.ts'
import type { Reason } from '../../../../shared/reasons/reason.ts'
import { isReason, REASONS } from '../../../../shared/reasons/reason-tables.ts'
import { ERROR_CODES } from '../../../../shared/result.ts'
import { VENUES } from '../../../../shared/venues/list.ts'
import { MARK } from '../../../support/hostile/hostile-texts.ts'
import { CANARY } from '../../../support/hostile/hostile-values.ts'

/** Codes that say nothing about the input: none of them may be the answer to a bad message. */
const WRONG_REASON: readonly string[] = [
  'RATE_LIMITED',
  'INTERNAL',
  'CLOSED',
  'STORAGE_FAILED',
  'VENUE_UNREACHABLE',
  'UNKNOWN_OPERATION',
  'FORBIDDEN_SENDER',
]
const AMOUNTS =
  /^(amount|price|value|total|fee|limit|share\w*|bid|ask|last|tick|step|\w+Fee|min[A-Z]\w+|max[A-Z]\w+|filled|averagePrice|largestAllowed|presetSize)$/
/** What is computed from two decimals is exact too, but a product may have more digits before the point than an input. */
const COMPUTED = /^(amount|value|total|fee|share\w*|largestAllowed)$/
const COMPUTED_PATTERN = /^(0|[1-9]\d{0,35})(\.\d{1,18})?$/
/** What an amount in USDT comes to, at a price of 0.1 in the digits of the input; and prices that are told beside each other. */
const COMPUTED_IN_TEXT = /; this is [\d.]+(?=\.$)|(?<=^The price moved )from [\d.]+ to [\d.]+/
/** Whichever of them a message names, it is a word of ours. */
const EXCHANGES: ReadonlySet<string> = new Set(VENUES.map(({ id }) => id))
const SHORTEST_REPEAT = 4
const SHORTEST_NUMBER = 8
const MANY = 100

/** Every text of a value, names of fields included; looks at no getter and into no proxy that throws. */
function* textsOf(value: unknown, depth = 0): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null || depth > 12) return
  let properties: [string, PropertyDescriptor][] = []
  try {
    // Nobody reads a huge array to the end, and one element of it says what the others would.
    const few = Array.isArray(value) && value.length > MANY ? [value[0]] : value
    properties = Object.entries(Object.getOwnPropertyDescriptors(few)).slice(0, MANY)
  } catch {
    // A revoked proxy has no texts.
  }
  for (const [name, property] of properties) {
    yield name
    yield* textsOf(property.value, depth + 1)
  }
}

/**
 * What the parameters of a reason tell, those of a reason within it included. Words of a closed list are ours. A price that the
 * message carries as well is said beside the one of now, and what is a decimal by its kind carries nothing else.
 */
function* toldIn({ code, params }: Reason): Generator<string> {
  const values = params as Readonly<Record<string, unknown>>
  for (const [name, kind] of Object.entries<Kind>(REASONS[code])) {
    if (typeof kind === 'object' || kind.startsWith('decimal')) continue
    for (const value of [values[name]].flat()) {
      if (isReason(value)) yield* toldIn(value)
      else if (value !== null) yield String(value)
    }
  }
}

/** What is wrong with a refusal of `input`, or null. `words` are the operation's own. */
export function faultOfRefusal(error: unknown, input: unknown, words: ReadonlySet<string>): string | null {
  if (typeof error !== 'object' || error === null || !/^code,message,reason$/.test(Object.keys(error).sort().join()))
    return 'the error is not a code and a message, with what belongs to them'
  const { code, message: whole, reason } = error as Record<'code' | 'message' | 'reason', unknown>
  if (typeof code !== 'string' || typeof whole !== 'string') return 'code and message are not texts'
  const message = whole.replace(COMPUTED_IN_TEXT, '')
  if (!(ERROR_CODES as readonly string[]).includes(code)) return `${code} is no code of ours`
  if (WRONG_REASON.includes(code)) return `${code} is no reason to refuse a message`
  if (!isReason(reason)) return `the reason is none of ours: ${JSON.stringify(reason)}`
  const told = [message, ...toldIn(reason)]
  if (told.some(repeatsMark)) return `the error repeats a mark: ${JSON.stringify(error)}`
  for (const text of textsOf(input)) {
    // A short number is found in a longer one by chance.
    const shortest = /^[\d.]+$/.test(text) ? SHORTEST_NUMBER : SHORTEST_REPEAT
    if (text.length >= shortest && told.some((one) => one.includes(text)) && !words.has(text) && !EXCHANGES.has(text))
      return `the error repeats the input: ${JSON.stringify(error)}`
  }
  return null
}

/** True when a text holds anything that only generated input holds. */
export function repeatsMark(text: string): boolean {
  return MARK.test(text) || text.includes(CANARY)
}

/** What is wrong with the value of an answer, or null: JSON can carry it, and its amounts are decimals. */
export function faultOfValue(value: unknown, at = 'value'): string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return null
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${at} is ${value}`
  if (typeof value !== 'object') return `${at} is of type ${typeof value}`
  const isArray = Array.isArray(value)
  if (Object.getPrototypeOf(value) !== (isArray ? Array.prototype : Object.prototype)) return `${at} is not plain`
  for (const [name, inner] of Object.entries(value)) {
    const pattern = COMPUTED.test(name) ? COMPUTED_PATTERN : DECIMAL_PATTERN
    // A step on the way out of a leaked key is no step of a market.
    const isAmount = AMOUNTS.test(name) && !at.includes('.leak.')
    if (typeof inner === 'string' && isAmount && !pattern.test(inner)) {
      return `${at}.${name} is no decimal: ${inner}`
    }
    const fault = faultOfValue(inner, `${at}.${name}`)
    if (fault !== null) return fault
  }
  return null
}
