// An exact description of a request: the way it goes, every field that it has, and what each must say.

import { compare, DECIMAL_PATTERN } from '../../../shared/decimal.ts'
import type { RequestField } from '../../../shared/reasons/exchanges.ts'
import type { CancelTerms, OrderTerms } from './request-terms.ts'

/** One field: what it means to the trader, and whether a value says just that. */
export interface Field {
  meaning: RequestField
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
export const is = (meaning: RequestField, meant: string | boolean): Field => ({
  meaning,
  holds: (value) => value === meant,
})

/** The same decimal in any spelling, as a text. */
export const same = (meaning: RequestField, meant: string | null): Field => ({
  meaning,
  holds: (value) =>
    meant !== null && typeof value === 'string' && DECIMAL_PATTERN.test(value) && compare(value, meant) === 0,
})

/** A text of this form, of which the order does not say which. */
export const like = (meaning: RequestField, form: RegExp): Field => ({
  meaning,
  holds: (value) => typeof value === 'string' && form.test(value),
})

/** A list of this one text; of none where there is none. */
export const only = (meaning: RequestField, meant: string | null): Field => ({
  meaning,
  holds: (value) => meant !== null && Array.isArray(value) && value.length === 1 && value[0] === meant,
})

/** What proves whose request it is; whether it is right only the exchange can say. */
export const PROOF = like('key-proof', /^[\x21-\x7e][\x20-\x7e]{0,4095}$/)

/** What every request says of the program that sends it. */
export const AGENT: Fields = { 'user-agent': is('program', 'Prelist') }

/** The kind of body. */
export const bodyOf = (kind: 'json' | 'form'): Fields => ({
  'content-type': is('body-kind', kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'),
})

/** The requests that an exchange is sent. */
export interface SentFields {
  /** A new order; `null` where there is none of this kind. */
  order(terms: OrderTerms): ExactRequest | null
  cancel(terms: CancelTerms): ExactRequest
}
