// The sources of market data: which are on, what they may be asked, and how they answer.

import { create } from 'zustand'
import type { Source } from '../../../shared/sources/sources.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface SourcesState {
  sources: Loadable<Source[]>
  /** Those that are being asked now because the trader pressed. */
  asking: readonly string[]
  putSources: (step: Partial<Loadable<Source[]>>) => void
  setAsking: (source: string, isAsking: boolean) => void
}

export const useSources = create<SourcesState>()((set) => ({
  sources: NOT_LOADED,
  asking: [],
  putSources: (step) => set((state) => ({ sources: { ...state.sources, ...step } })),
  setAsking: (source, isAsking) =>
    set(({ asking }) => ({ asking: [...asking.filter((each) => each !== source), ...(isAsking ? [source] : [])] })),
}))

/** What the first question is about: those that need no key, so that one press is enough. */
export function keyless(sources: readonly Source[]): Source[] {
  return sources.filter(({ needsKey }) => !needsKey)
}

/** Its limit alone keeps it from being asked: it answers well. One that does not answer rests as well, and that is another thing. */
export function isLimited({ lastError }: Pick<Source, 'lastError'>): boolean {
  return lastError?.code === 'SOURCE_RESTS' || lastError?.code === 'SOURCE_BUDGET_SPENT'
}

export type LiveState =
  /** `waiting`: some are on, and none has answered yet. */
  | { kind: 'off' | 'waiting' | 'on' | 'offline' }
  /** Some of those that are on do not answer. */
  | { kind: 'some'; silent: number; all: number }

/** How live data stands, for the header; `null` while that is not known. */
export function liveStateOf(sources: readonly Source[] | null): LiveState | null {
  if (sources === null) return null
  // Research brings grades and claims: with that alone no live price comes in.
  const on = sources.filter(
    ({ kind, enabled, needsKey, hasKey }) => kind !== 'research' && enabled && (!needsKey || hasKey),
  )
  if (on.length === 0) return { kind: 'off' }
  const silent = on.filter((source) => source.lastError !== null && !isLimited(source)).length
  if (silent === 0) return { kind: on.some(({ lastAnswerAt }) => lastAnswerAt !== null) ? 'on' : 'waiting' }
  return silent === on.length ? { kind: 'offline' } : { kind: 'some', silent, all: on.length }
}
