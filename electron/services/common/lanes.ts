// One lane an account: what changes an account's orders happens one after the other.

export interface Lanes {
  /** Runs `work` after everything that entered this account's lane before it. */
  run<T>(accountId: string, work: () => Promise<T>): Promise<T>
  /** Runs `work` after everything that entered any lane before it; what enters later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when every lane is empty. */
  idle(): Promise<void>
}

/** Builds empty lanes. A failed piece of work does not stop those behind it. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  /** Where lanes begin that nothing has entered yet. */
  let gate: Promise<unknown> = Promise.resolve()
  return {
    run: (accountId, work) => {
      const before = tails.get(accountId) ?? gate
      const result = before.then(work)
      tails.set(
        accountId,
        result.catch(() => undefined),
      )
      return result
    },
    alone: (work) => {
      const result = Promise.all([gate, ...tails.values()]).then(work)
      gate = result.catch(() => undefined)
      tails.clear()
      return result
    },
    idle: async () => {
      await Promise.all([gate, ...tails.values()])
    },
  }
}
