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
