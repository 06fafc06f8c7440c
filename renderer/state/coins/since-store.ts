// What changed since the app was last used, until it is put away.

import { create } from 'zustand'
import type { SinceLast } from '../../../shared/list/since.ts'

interface SinceState {
  /** Null before it was asked for, and once it was put away. */
  since: SinceLast | null
  asked: boolean
}

export const useSince = create<SinceState>()(() => ({ since: null, asked: false }))
