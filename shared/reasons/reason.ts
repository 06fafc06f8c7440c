// What the backend has to say, as data: a code and its parameters. The words of each code stand in renderer/messages/ alone.
// Codes are stored, so one that was released is never renamed and never loses or gains a parameter.

import type { ParamOf } from './kinds.ts'
import type { REASONS } from './reason-tables.ts'

type Reasons = typeof REASONS
export type ReasonCode = keyof Reasons
export type ReasonParams<C extends ReasonCode> = { readonly [P in keyof Reasons[C]]: ParamOf<Reasons[C][P]> }
export type Reason = { [C in ReasonCode]: { readonly code: C; readonly params: ReasonParams<C> } }[ReasonCode]

/** Codes that say it all. */
type Bare = { [C in ReasonCode]: keyof Reasons[C] extends never ? C : never }[ReasonCode]

/** A code with its parameters. */
export function reason(code: Bare): Reason
export function reason<C extends ReasonCode>(code: C, params: ReasonParams<C>): Reason
export function reason(code: ReasonCode, params: object = {}): Reason {
  return { code, params } as Reason
}

/** A sentence as it was said, by an earlier version or by somebody else. */
export const asText = (text: string): Reason => reason('TEXT', { text })

/** The same, and what it means for a request: none has left. */
export const nothingSent = (why: Reason): Reason => reason('NOTHING_SENT', { why })

/** For logs: the code and its parameters, in no language. */
export function describeReason({ code, params }: Reason): string {
  if (code === 'TEXT') return params.text
  return Object.keys(params).length === 0 ? code : `${code} ${JSON.stringify(params)}`
}

/** Whether two say the same. */
export function isSameReason(one: Reason | null, other: Reason | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
