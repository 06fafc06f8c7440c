// Holds the process to what it was: nothing unhandled, no warning, and the built-in prototypes untouched.

import { expect, onTestFinished } from 'vitest'

const BUILT_IN = { object: Object, array: Array, function: Function, string: String }

/** The names of the globals, and every property of the prototypes that everything inherits from. */
function builtIns(): unknown {
  const own = Object.entries(BUILT_IN).map(([name, { prototype }]) => [
    name,
    Reflect.ownKeys(prototype).map((key) => [key, Object.getOwnPropertyDescriptor(prototype, key)]),
  ])
  return [own, Reflect.ownKeys(globalThis)]
}

/** Watches until the test ends; each call of the answer fails if anything happened or changed since the beginning. */
export function watchProcess(): () => void {
  const before = builtIns()
  const happened: string[] = []
  const events = ['unhandledRejection', 'uncaughtExceptionMonitor', 'warning']
  const listeners = events.map((event) => {
    const note = (what: unknown) => void happened.push(`${event}: ${String(what)}`)
    process.on(event, note)
    return () => void process.off(event, note)
  })
  onTestFinished(() => {
    for (const stop of listeners) stop()
  })
  return () => {
    expect(happened).toEqual([])
    expect(builtIns()).toEqual(before)
  }
}
