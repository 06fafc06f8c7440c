// One clock for all ages on the page: it ticks each second and counts by the backend's clock, not the page's.

import { create } from 'zustand'

interface ClockState {
  now: number
  /** The backend's clock minus this page's. */
  skew: number
  tick: (pageTime: number) => void
  setSkew: (skew: number) => void
}

export const useClock = create<ClockState>()((set) => ({
  now: Date.now(),
  skew: 0,
  tick: (pageTime) => set((state) => ({ now: pageTime + state.skew })),
  setSkew: (skew) => set({ skew, now: Date.now() + skew }),
}))

/** Starts the ticking; called once, for the life of the page. */
export function startClock(): void {
  setInterval(() => useClock.getState().tick(Date.now()), 1000)
}
