// Where the rows of a list of markets or of prices stand, and what each must have so that the library can read it.

export interface MarketRows {
  path: RegExp
  /** Where the rows stand: a list, or an object with names. */
  at: readonly string[]
  /** Of each row these are names. */
  names: readonly string[]
  /** Lists of objects. */
  lists: readonly string[]
  /** Numbers, or texts of them; may be empty or missing. */
  numbers: readonly string[]
}

/** A list whose rows need nothing but these names. */
export const named = (path: RegExp, at: readonly string[], ...names: string[]): MarketRows => ({
  path,
  at,
  names,
  lists: [],
  numbers: [],
})
