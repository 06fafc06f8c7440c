// What is known of the links that were shown, by the coin that each stands at.

import { create } from 'zustand'
import type { LinkVerdict } from '../../../shared/links/links.ts'

interface LinksState {
  verdicts: Record<string, LinkVerdict>
  put: (verdicts: Record<string, LinkVerdict>) => void
  forget: () => void
}

/** More than one screen shows; the oldest go first. */
const MOST = 1_000

export const useLinks = create<LinksState>()((set) => ({
  verdicts: {},
  put: (more) =>
    set(({ verdicts }) => ({ verdicts: Object.fromEntries(Object.entries({ ...verdicts, ...more }).slice(-MOST)) })),
  forget: () => set({ verdicts: {} }),
}))

/** A link at a coin; `null` where it stands at none. */
export const linkKey = (coinId: string | null, link: string): string => `${coinId ?? ''} ${link}`
