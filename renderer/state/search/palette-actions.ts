// Asks for what the palette shows, while it is typed.

import { call } from '../../api.ts'
import { reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { usePalette } from './palette-store.ts'

const MAX_TYPED = 200
const hitRequests = requests()

/** Looks for what is typed; an empty text asks for what was touched last. */
export async function searchEverything(typed: string): Promise<void> {
  usePalette.getState().set({ typed, hits: null })
  const isCurrent = hitRequests.begin()
  const text = typed
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, MAX_TYPED)
  try {
    const hits = await call('search.query', { text })
    if (isCurrent()) usePalette.getState().set({ hits, hitsOf: typed })
  } catch (thrown) {
    if (isCurrent()) reportFailure(thrown)
  }
}

/** Opens the palette with what was touched last. */
export function openPalette(): void {
  usePalette.getState().set({ open: true })
  void searchEverything('')
}

/** Closes it. */
export const closePalette = (): void => usePalette.getState().set({ open: false })
