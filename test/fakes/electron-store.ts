// Stands in for electron-store, which imports `electron`. It keeps its values and remembers its options.

interface Options {
  cwd: string
  name: string
  configFileMode: number
}

const made: Options[] = []

class FakeStore {
  readonly #values = new Map<string, unknown>()

  constructor(options: Options) {
    made.push(options)
  }

  get(key: string): unknown {
    return this.#values.get(key)
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value)
  }
}

export { FakeStore as default, made as madeStores }
