// The search over everything: shape of the input, and who answers.

import { z } from 'zod'
import type { SearchOperations } from '../../../shared/contract/search.ts'
import type { Search } from '../../services/search/search.ts'
import { line } from '../schemas/common.ts'
import type { HandlersOf } from './handler.ts'

/** The services behind these operations. */
export interface SearchServices {
  search: Search
}

const MAX_TEXT = 200
const MAX_HITS = 100

/** Ties the operation to its service. */
export function searchHandlers({ search }: SearchServices): HandlersOf<SearchOperations> {
  return {
    'search.query': {
      input: z.strictObject({
        text: z.union([z.literal(''), line(MAX_TEXT)]),
        limit: z.int().min(1).max(MAX_HITS).optional(),
      }),
      run: (asked) => search(asked),
    },
  }
}
