// The last message to the trader: what became of what he just did. One line, replaced by the next; those before it are kept
// in a list, so that none is lost with its line.

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

/** A message as the list keeps it: what it would take back may be long past. */
export interface SaidMessage extends Omit<StatusMessage, 'action'> {
  /** Its number, in the order in which they were said. */
  id: number
  saidAt: number
}

/** So many are kept; a window that is open for days does not grow by them. */
const MOST_KEPT = 50

interface StatusState {
  message: StatusMessage | null
  /** When it was said, on the clock that ages go by. */
  saidAt: number
  /** The newest first. */
  said: readonly SaidMessage[]
  say: (message: StatusMessage) => void
  clear: () => void
}

export const useStatus = create<StatusState>()((set) => ({
  message: null,
  saidAt: 0,
  said: [],
  say: (message) =>
    set(({ said }) => {
      const { tone, title, detail } = message
      const saidAt = useClock.getState().now
      const id = (said[0]?.id ?? 0) + 1
      return { message, saidAt, said: [{ id, saidAt, tone, title, detail }, ...said].slice(0, MOST_KEPT) }
    }),
  clear: () => set({ message: null }),
}))
