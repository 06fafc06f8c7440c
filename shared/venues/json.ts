// Reads members of parsed JSON whose shape nobody vouches for.

/** The member of that name; `undefined` for whatever has none. */
export function member(value: unknown, ...path: (string | number)[]): unknown {
  let at: unknown = value
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string | number, unknown>)[name]
  }
  return at
}

/** A text that is not empty, or a whole number as its text; else `null`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}
