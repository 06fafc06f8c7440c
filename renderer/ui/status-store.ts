// The last message to the trader: what became of what he just did. One line, replaced by the next.

import { create } from 'zustand'

export type StatusTone = 'plain' | 'good' | 'bad' | 'warn'

export interface StatusMessage {
  tone: StatusTone
  title: string
  detail: string | null
}

interface StatusState {
  message: StatusMessage | null
  say: (message: StatusMessage) => void
  clear: () => void
}

export const useStatus = create<StatusState>()((set) => ({
  message: null,
  say: (message) => set({ message }),
  clear: () => set({ message: null }),
}))
