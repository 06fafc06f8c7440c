// The seed of a property test: random, printed, and given back by PRELIST_SEED so that a run can be repeated.

/** Read without Node's types, since tests of the page have none. */
const { env: environment } = Reflect.get(globalThis, 'process') as { env: Record<string, string | undefined> }

/** The seed of this run; says on the console which it is, and of what. */
export function announcedSeed(what: string): number {
  const given = Number(environment['PRELIST_SEED'])
  const seed = Number.isSafeInteger(given) && given > 0 ? given : Math.trunc(Math.random() * 0x7fffffff) + 1
  console.log(`${what}: seed ${seed}; PRELIST_SEED=${seed} repeats it`)
  return seed
}

/** Numbers from 0 up to 1 that follow from the seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
