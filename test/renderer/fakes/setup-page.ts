// Puts a fake desktop behind the page's api, and every store back to its first state.

import { onTestFinished } from 'vitest'
import { type FakeDesktop, fakeDesktop } from './fake-desktop.ts'
import { STORES } from './stores.ts'

/** A page without a document, until the test ends: enough for stores and actions. */
export function setUpPage(options: { filled?: boolean } = {}): FakeDesktop {
  const desktop = fakeDesktop(options)
  Object.assign(globalThis, { window: { desktop: desktop.api } })
  // Node has none, and code that looks for one takes its presence for a page's.
  onTestFinished(() => void Reflect.deleteProperty(globalThis, 'window'))
  for (const store of STORES) store.setState(store.getInitialState() as never, true)
  return desktop
}
