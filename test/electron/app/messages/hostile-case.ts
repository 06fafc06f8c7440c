// How what an operation takes is described, so that a valid message can be spoilt in one place.

import type { FieldKind } from '../../../support/hostile/hostile-values.ts'

/** Kind of each field; `?` may be left out, `~` may be null. An object whose name ends in `?` may be both. */
export type Fields = Record<
  string,
  FieldKind | `${FieldKind}${'?' | '~' | '?~'}` | Record<string, FieldKind | `${FieldKind}${'?' | '~' | '?~'}`>
>

export interface Case {
  valid: Record<string, unknown>
  fields: Fields
}

/** A case with more fields. */
export const extend = (base: Case, valid: Case['valid'], fields: Fields): Case => ({
  valid: { ...base.valid, ...valid },
  fields: { ...base.fields, ...fields },
})
