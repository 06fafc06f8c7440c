// Narrows the function over which the browser's driver hears the page. It has to stay where the driver put it, and the
// driver fails on what it cannot read: a page could end the whole shell with one word.

const DRIVER_BINDING = '__playwright__binding__'

// Taken before the page's own scripts run, which could put others in their place.
const { parse } = JSON
const { isArray } = Array
const { isSafeInteger } = Number

/** Replaces it for good by one that passes on calls of the bindings named here, in the driver's own form, and no others. */
export function narrowDriverBinding(scope: object, names: readonly string[]): void {
  const original: unknown = Reflect.get(scope, DRIVER_BINDING)
  if (typeof original !== 'function') return
  const isCall = (payload: unknown): payload is string => {
    if (typeof payload !== 'string') return false
    try {
      const call: unknown = parse(payload)
      if (typeof call !== 'object' || call === null) return false
      const { name, seq, serializedArgs } = call as Record<string, unknown>
      return names.some((known) => known === name) && isSafeInteger(seq) && isArray(serializedArgs)
    } catch {
      return false
    }
  }
  const narrowed = (payload: unknown) => {
    if (isCall(payload)) original(payload)
  }
  Object.defineProperty(scope, DRIVER_BINDING, { value: narrowed, writable: false, configurable: false })
}
