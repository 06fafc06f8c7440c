// Events on their way to a page that fetches them. Each load of the page has its own queue; an older load gets no more.

import type { PageEvent } from './bindings.ts'

export interface EventQueue {
  push(event: PageEvent): void
  /** The next events for this load of the page; null once a newer load has taken over or the queue was closed. */
  next(load: string): Promise<PageEvent[] | null>
  close(): void
}

/** A page that stops fetching must not fill the memory; what it misses it reads anew. */
const MAX_WAITING = 1_000

/** Builds an empty queue. */
export function createEventQueue(): EventQueue {
  let current: string | null = null
  let closed = false
  let waiting: PageEvent[] = []
  let deliver: ((events: PageEvent[] | null) => void) | null = null

  const release = (events: PageEvent[] | null) => {
    deliver?.(events)
    deliver = null
  }
  return {
    push: (event) => {
      if (current === null || closed) return
      if (deliver !== null) release([event])
      else if (waiting.length < MAX_WAITING) waiting.push(event)
    },
    next: (load) => {
      if (closed) return Promise.resolve(null)
      if (load !== current) {
        release(null)
        current = load
        waiting = []
      }
      if (waiting.length > 0) return Promise.resolve(waiting.splice(0))
      return new Promise((resolve) => {
        deliver = resolve
      })
    },
    close: () => {
      closed = true
      release(null)
    },
  }
}
