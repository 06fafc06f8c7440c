// The tasks of airdrops, which of them is open beside the list, and where their calendar lies.

import { create } from 'zustand'
import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

/** `new`: the form for another one. */
export type OpenTask = { kind: 'task'; taskId: string } | { kind: 'new'; coinId: string } | null

interface TasksState {
  tasks: Loadable<AirdropTask[]>
  /** How to go on behind those that are shown; `null` at the end. */
  next: number | null
  open: OpenTask
  feed: string | null
  put: (step: Partial<Loadable<AirdropTask[]>>) => void
  set: (patch: Partial<Pick<TasksState, 'open' | 'next' | 'feed'>>) => void
}

export const useTasks = create<TasksState>()((set) => ({
  tasks: NOT_LOADED,
  next: null,
  open: null,
  feed: null,
  put: (step) => set((state) => ({ tasks: { ...state.tasks, ...step } })),
  set: (patch) => set(patch),
}))
