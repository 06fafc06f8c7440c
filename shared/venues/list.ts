// The exchanges that an account can be at: their names, and where each lets its keys be managed.

import { FACTS, factsOf } from './fact-sheets.ts'
import type { VenueFacts } from './facts/sheet.ts'
import { venueNameOf } from './known.ts'

export interface Venue extends Pick<VenueFacts, 'keyPage'> {
  id: string
  name: string
}

export const VENUES: readonly Venue[] = Object.entries(FACTS).map(([id, { keyPage }]) => ({
  id,
  name: venueNameOf(id),
  keyPage,
}))

/** Where keys of this venue are revoked; `null` when that is not known. */
export const keyPageOf = (venue: string): string | null => factsOf(venue)?.keyPage ?? null
