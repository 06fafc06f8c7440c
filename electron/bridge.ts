// Builds `window.desktop`: one function an operation and one way to listen. Used by the preload and by the Chromium
// shell, so that the page cannot tell them apart.

import { type DesktopApi, EVENT_NAMES, OPERATION_NAMES } from '../shared/contract/contract.ts'
import type { Result } from '../shared/result.ts'

export type Invoke = (operation: string, input: unknown) => Promise<Result<unknown>>
export type Subscribe = (event: string, listener: (payload: unknown) => void) => () => void

/** The frozen object that the page gets. It has no channel parameter: what is not in the contract cannot be called. */
export function buildBridge(invoke: Invoke, subscribe: Subscribe): DesktopApi {
  const groups: Record<string, Record<string, (input: unknown) => Promise<Result<unknown>>>> = {}
  for (const name of OPERATION_NAMES) {
    const [group = '', method = ''] = name.split('.')
    groups[group] ??= {}
    groups[group][method] = (input) => invoke(name, input)
  }
  for (const group of Object.values(groups)) Object.freeze(group)
  const events: readonly string[] = EVENT_NAMES
  const on = (event: string, listener: (payload: unknown) => void) =>
    events.includes(event) ? subscribe(event, listener) : () => {}
  // The loop above fills every group from the same list that the type is derived from; the test compares both.
  return Object.freeze({ ...groups, on }) as unknown as DesktopApi
}
