// A number with its word, as English has it.

import { pluralOf } from '../plural.ts'

/** `1 day`, `2 days`. */
export const count = pluralOf('en')
