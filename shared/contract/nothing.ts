// What an operation takes that takes nothing.

/** An empty object, and none other. */
export type Nothing = Record<string, never>
