// One queue a key: what has the same key happens one after the other, what has another one side by side.

export interface SerialQueue {
  /** Runs `work` after everything that entered under this key before it. A failed piece of work does not stop those behind it. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Runs `work` after everything that entered under any key before it; what enters later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when everything that has entered so far is over. */
  idle(): Promise<void>
}

/** Builds an empty queue. */
export function createSerialQueue(): SerialQueue {
  /** The end of each key's row, for as long as something is in it. */
  const tails = new Map<string, Promise<void>>()
  /** Where a row begins that nothing is in. */
  let gate: Promise<void> = Promise.resolve()
  return {
    run: (key, work) => {
      const result = (tails.get(key) ?? gate).then(work)
      const over = () => {
        if (tails.get(key) === tail) tails.delete(key)
      }
      const tail = result.then(over, over)
      tails.set(key, tail)
      return result
    },
    alone: (work) => {
      const result = Promise.all([gate, ...tails.values()]).then(work)
      gate = result.then(
        () => {},
        () => {},
      )
      tails.clear()
      return result
    },
    idle: async () => {
      await Promise.all([gate, ...tails.values()])
    },
  }
}

/** A queue without keys: one thing after the other. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>
  /** As of the queue. */
  idle(): Promise<void>
}

/** Builds one that nobody waits for. */
export function createMutex(): Mutex {
  const queue = createSerialQueue()
  return { run: (work) => queue.run('', work), idle: queue.idle }
}
