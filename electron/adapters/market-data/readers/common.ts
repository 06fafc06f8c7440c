// What the readers of sources share.

import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { member } from '../../../../shared/venues/json.ts'
import { type ReadTrouble, wordsOf } from '../answers.ts'

/** What the status of an answer to a key means, where the source says no more than words. */
export function keyedTrouble(status: number, words: string | null): { why: Reason; kind: 'refused' | 'limit' } | null {
  if (status >= 200 && status < 300) return null
  if (status === 401) return { why: reason('SOURCE_KEY_REFUSED', { words }), kind: 'refused' }
  if (status === 403 || status === 402) return { why: reason('SOURCE_NOT_IN_PLAN', { words }), kind: 'refused' }
  return { why: reason('SOURCE_REFUSED', { status, words }), kind: status === 429 ? 'limit' : 'refused' }
}

/** A source without a key: its words stand under this name. */
export const refusedWith =
  (name: string): ReadTrouble =>
  (body, status) => {
    if (status >= 200 && status < 300) return null
    const words = wordsOf(member(body, name))
    return { why: reason('SOURCE_REFUSED', { status, words }), kind: status === 429 ? 'limit' : 'refused' }
  }
