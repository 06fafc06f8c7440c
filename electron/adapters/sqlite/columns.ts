// Reads single columns of a row.

import type { Row } from './database.ts'

/** A text, or `null` where the column holds none. */
export const textOf = (value: Row[string] | undefined): string | null => (value == null ? null : String(value))
