// Runs in the Chromium shell's page before the page's own scripts: what the preload is to Electron. Takes the two
// bindings of the shell out of the page's reach and leaves `window.desktop`.

import type { EventName } from '../../../shared/contract/contract.ts'
import type { Result } from '../../../shared/result.ts'
import { buildBridge } from '../../bridge.ts'
import { EVENTS_BINDING, INVOKE_BINDING, type PageEvent } from './bindings.ts'
import { narrowDriverBinding } from './driver-binding.ts'

interface PageScope {
  [INVOKE_BINDING]?: (operation: string, input: unknown) => Promise<Result<unknown>>
  [EVENTS_BINDING]?: (load: string) => Promise<PageEvent[] | null>
  desktop?: unknown
}

const scope = globalThis as PageScope
narrowDriverBinding(globalThis, [INVOKE_BINDING, EVENTS_BINDING])
const invoke = scope[INVOKE_BINDING]
const nextEvents = scope[EVENTS_BINDING]
delete scope[INVOKE_BINDING]
delete scope[EVENTS_BINDING]

if (invoke !== undefined && nextEvents !== undefined) {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const subscribe = (event: string, listener: (payload: unknown) => void) => {
    const known = listeners.get(event) ?? new Set()
    listeners.set(event, known.add(listener))
    return () => void known.delete(listener)
  }
  // Events are fetched, not pushed: so the page has no function through which others could speak in the backend's name.
  const listen = async () => {
    const load = crypto.randomUUID()
    for (let batch = await nextEvents(load); batch !== null; batch = await nextEvents(load)) {
      for (const { event, payload } of batch) tell(event, payload)
    }
  }
  const tell = (event: EventName, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload)
  }
  Object.defineProperty(scope, 'desktop', { value: buildBridge(invoke, subscribe), enumerable: true })
  // The shell has closed: nobody is left to tell.
  listen().catch(() => undefined)
}
