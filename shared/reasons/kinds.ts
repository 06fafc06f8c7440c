// What a reason's parameters can be. A table of reasons names one of these for each parameter; the types and the check at run
// time are both derived from that, so that neither can forget one.

import type { Decimal } from '../decimal.ts'
import { ORDER_STATUSES, type OrderStatus } from '../order.ts'
import type { Reason } from './reason.ts'

interface Kinds {
  /** A name, an id, or somebody's own words: an exchange's, the system's, the trader's. Data, in whatever language. */
  text: string
  texts: readonly string[]
  decimal: Decimal
  /** ISO 8601 UTC. */
  time: string
  count: number
  flag: boolean
  /** Of an order. */
  status: OrderStatus
  /** A reason that this one goes on from. */
  reason: Reason
  reasons: readonly Reason[]
}

/** A kind, a kind that may be `null` with a `?` behind it, one word of a closed list, or several of its words. */
export type Kind = keyof Kinds | `${keyof Kinds}?` | readonly string[] | { readonly each: readonly string[] }

/** The reasons of an area: a code, and the kind of each of its parameters. */
export type ReasonTable = Readonly<Record<string, Readonly<Record<string, Kind>>>>

export type ParamOf<K> = K extends readonly (infer Word)[]
  ? Word
  : K extends { readonly each: readonly (infer Word)[] }
    ? readonly Word[]
    : K extends keyof Kinds
      ? Kinds[K]
      : K extends `${infer Base extends keyof Kinds}?`
        ? Kinds[Base] | null
        : never

/** Longer than anything that is said of an order or a file; an exchange's words are cut before they get here. */
const MAX_TEXT = 20_000
/** A reason within a reason within a reason is as deep as any goes. */
const MAX_DEPTH = 4

type Check = (value: unknown, isReason: (value: unknown) => boolean) => boolean

const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_TEXT

const CHECKS: Record<keyof Kinds, Check> = {
  text: isText,
  texts: (value) => Array.isArray(value) && value.every(isText),
  decimal: (value) => typeof value === 'string' && /^-?\d{1,40}(\.\d{1,40})?$/.test(value),
  time: (value) => typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value)),
  count: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  status: (value) => ORDER_STATUSES.some((status) => status === value),
  reason: (value, isReason) => isReason(value),
  reasons: (value, isReason) => Array.isArray(value) && value.every(isReason),
}

function isOfKind(value: unknown, kind: Kind, isReason: (value: unknown) => boolean): boolean {
  const isOf = (words: readonly string[], word: unknown) => typeof word === 'string' && words.includes(word)
  if (typeof kind === 'object' && 'each' in kind) {
    return Array.isArray(value) && value.every((word) => isOf(kind.each, word))
  }
  if (typeof kind === 'object') return isOf(kind, value)
  if (value === null) return kind.endsWith('?')
  const base = (kind.endsWith('?') ? kind.slice(0, -1) : kind) as keyof Kinds
  return CHECKS[base](value, isReason)
}

/** Whether this is a code of the table with exactly its parameters. */
export function isInTable(table: ReasonTable, value: unknown, depth = 0): boolean {
  if (depth >= MAX_DEPTH || typeof value !== 'object' || value === null) return false
  const { code, params, ...more } = value as { code?: unknown; params?: unknown }
  if (typeof code !== 'string' || !Object.hasOwn(table, code) || Object.keys(more).length > 0) return false
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return false
  const kinds = table[code] ?? {}
  const given = params as Record<string, unknown>
  const names = Object.keys(kinds)
  if (Object.keys(given).length !== names.length) return false
  return names.every(
    (name) =>
      Object.hasOwn(given, name) &&
      isOfKind(given[name], kinds[name] ?? [], (inner) => isInTable(table, inner, depth + 1)),
  )
}
