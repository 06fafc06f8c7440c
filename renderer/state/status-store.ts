// The last message to the trader: what became of what he just did. One line, replaced by the next, and gone when it is old.

import { create } from 'zustand'
import { useClock } from './clock-store.ts'

export type StatusTone = 'plain' | 'good' | 'bad' | 'warn'

export interface StatusMessage {
  tone: StatusTone
  title: string
  detail: string | null
  /** What takes it back, where something does. */
  action?: { label: string; run: () => void }
}

interface StatusState {
  message: StatusMessage | null
  /** When it was said, on the clock that ages go by. */
  saidAt: number
  say: (message: StatusMessage) => void
  clear: () => void
}

export const useStatus = create<StatusState>()((set) => ({
  message: null,
  saidAt: 0,
  say: (message) => set({ message, saidAt: useClock.getState().now }),
  clear: () => set({ message: null }),
}))
