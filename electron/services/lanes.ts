// One lane an account: what changes an account's orders happens one after the other.

export interface Lanes {
  /** Runs `work` after everything that entered this account's lane before it. */
  run<T>(accountId: string, work: () => Promise<T>): Promise<T>
  /** Resolves when every lane is empty. */
  idle(): Promise<void>
}

/** Builds empty lanes. A failed piece of work does not stop those behind it. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run: (accountId, work) => {
      const before = tails.get(accountId) ?? Promise.resolve()
      const result = before.then(work)
      tails.set(
        accountId,
        result.catch(() => undefined),
      )
      return result
    },
    idle: async () => {
      await Promise.all(tails.values())
    },
  }
}
