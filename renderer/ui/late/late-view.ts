// Views whose code is loaded after the first paint: in idle time, or when they are opened before that.

import type { ComponentType } from 'react'

export type LateState<Given> =
  | { state: 'waiting' | 'failed' }
  /** From then on it is drawn at once, like any other view. */
  | { state: 'here'; View: ComponentType<Given> }

export interface LateView<Given> {
  read(): LateState<Given>
  /** Tells of each change; the answer stops it. */
  subscribe(listener: () => void): () => void
  /** Loads it, once; after a failure another call tries again. Never throws. */
  load(): Promise<void>
}

const WAITING = { state: 'waiting' } as const
const FAILED = { state: 'failed' } as const

/** A view that `fetchView` loads. To be called once a view, where its module is evaluated. */
export function lateView<Given>(fetchView: () => Promise<ComponentType<Given>>): LateView<Given> {
  let now: LateState<Given> = WAITING
  let loading: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const put = (next: LateState<Given>) => {
    now = next
    for (const listener of listeners) listener()
  }
  const fetchNow = async () => {
    if (now.state === 'failed') put(WAITING)
    try {
      put({ state: 'here', View: await fetchView() })
    } catch {
      loading = null
      put(FAILED)
    }
  }
  return {
    read: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    load: () => {
      loading ??= fetchNow()
      return loading
    },
  }
}

/** A page that is never idle loads them all the same, one each so many milliseconds. */
const AT_LATEST_MS = 1_000

/** Resolves when the page has nothing else to do. */
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: AT_LATEST_MS }))

/** Loads them one after the other, each when there is nothing else to do: a file that is read while somebody types is felt. */
export async function loadInIdleTime(views: readonly Pick<LateView<never>, 'load'>[]): Promise<void> {
  for (const view of views) {
    await idle()
    await view.load()
  }
}
