// Parts of the page whose code is loaded after the first paint: in idle time, or when they are needed before that.

import type { ComponentType } from 'react'

export type LateState<Part> =
  | { state: 'waiting' | 'failed' }
  /** From then on it is there at once, like any other part. */
  | { state: 'here'; part: Part }

export interface LatePart<Part> {
  read(): LateState<Part>
  /** Tells of each change; the answer stops it. */
  subscribe(listener: () => void): () => void
  /** Loads it, once; after a failure another call tries again. Never throws. */
  load(): Promise<void>
}

export type LateView<Given> = LatePart<ComponentType<Given>>

const WAITING = { state: 'waiting' } as const
const FAILED = { state: 'failed' } as const

/** A part that `fetchPart` loads. To be called once a part, where its module is evaluated. */
export function latePart<Part>(fetchPart: () => Promise<Part>): LatePart<Part> {
  let now: LateState<Part> = WAITING
  let loading: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const put = (next: LateState<Part>) => {
    now = next
    for (const listener of listeners) listener()
  }
  const fetchNow = async () => {
    if (now.state === 'failed') put(WAITING)
    try {
      put({ state: 'here', part: await fetchPart() })
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

/**
 * Does something with the part: in the same turn once it is here, otherwise as soon as it is, in the order in which it was asked
 * for. So no press is lost that comes before the code which answers it. `failed` is told where it cannot be loaded.
 */
export function withPart<Part>(late: LatePart<Part>, act: (part: Part) => void, failed: () => void): void {
  const now = late.read()
  if (now.state === 'here') {
    act(now.part)
    return
  }
  void late.load().then(() => {
    const then = late.read()
    if (then.state === 'here') act(then.part)
    else failed()
  })
}

/** A late part that is a view, which `Late` draws. */
export function lateView<Given>(fetchView: () => Promise<ComponentType<Given>>): LateView<Given> {
  return latePart(fetchView)
}

/** A page that is never idle loads them all the same, one each so many milliseconds. */
const AT_LATEST_MS = 1_000

/** Resolves when the page has nothing else to do. */
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: AT_LATEST_MS }))

/** Loads them one after the other, each when there is nothing else to do: a file that is read while somebody types is felt. */
export async function loadInIdleTime(views: readonly Pick<LatePart<never>, 'load'>[]): Promise<void> {
  for (const view of views) {
    await idle()
    await view.load()
  }
}
