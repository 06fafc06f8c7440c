// One clock for all ages on the page: it ticks each second, and goes by the backend's clocks. Between two words of theirs it
// counts by itself, on a clock that nobody sets.

import { create } from 'zustand'

interface ClockState {
  /** The time of day by the backend, milliseconds since 1970: for dates and deadlines. */
  now: number
  /** The backend's monotonic clock, milliseconds: for ages. `null` until it was told. */
  monotonicMs: number | null
  tick: () => void
  /** Takes in what the backend has just said of its clocks. */
  set: (told: { now: string; monotonicMs: number }) => void
}

export const useClock = create<ClockState>()((set) => {
  let anchor: { at: number; now: number; monotonicMs: number | null } = {
    at: performance.now(),
    now: Date.now(),
    monotonicMs: null,
  }
  const read = () => {
    const gone = performance.now() - anchor.at
    return { now: anchor.now + gone, monotonicMs: anchor.monotonicMs === null ? null : anchor.monotonicMs + gone }
  }
  return {
    ...read(),
    tick: () => set(read()),
    set: ({ now, monotonicMs }) => {
      anchor = { at: performance.now(), now: Date.parse(now), monotonicMs }
      set(read())
    },
  }
})

/** Starts the ticking; called once, for the life of the page. */
export function startClock(): void {
  setInterval(() => useClock.getState().tick(), 1000)
}
