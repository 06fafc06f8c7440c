// The form in which a language holds its words for reasons: a text for a code that says it all, a function for one with
// parameters. A code without words does not compile.

import type { Reason, ReasonCode, ReasonParams } from '../../../shared/reasons/reason.ts'

/** Says a reason within another one. */
export type Say = (reason: Reason) => string

export type WordsOf<Codes extends ReasonCode> = {
  readonly [C in Codes]: keyof ReasonParams<C> extends never ? string : (params: ReasonParams<C>, say: Say) => string
}
