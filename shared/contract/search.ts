// The search over coins, notes, orders and tasks: name, input and output.

import type { SearchHit } from '../search/search.ts'

export interface SearchOperations {
  /** The best first, of equal ones the newest. An empty text asks for what was touched last. */
  'search.query': { input: { text: string; limit?: number | undefined }; output: SearchHit[] }
}

/** A record, so that a name that is missing here does not compile. */
export const SEARCH_OPERATIONS: Record<keyof SearchOperations, true> = { 'search.query': true }
