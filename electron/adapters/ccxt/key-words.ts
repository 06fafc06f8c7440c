// Reads from an answer that the exchange refused the key: its rights, its address, its end. With the exchange's own words,
// since they alone tell which address it saw or which right is missing.

import { type ReasonParams, reason } from '../../../shared/reasons/reason.ts'
import { matches } from '../../../shared/venues/record.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { VenueReply } from '../../ports/vault.ts'
import type { HttpOutcome } from '../http-request.ts'

const MAX_WORDS = 300

export interface KeyAnswer {
  kind: 'refused' | 'clock' | 'other'
  code: string | null
  /** The exchange's own words; its code, or the status, where it has none. */
  words: string
}

/** What an answer to a signed request says of its key; `null` where nothing came back. */
export function keyAnswer(venue: string, outcome: HttpOutcome | undefined): KeyAnswer | null {
  if (outcome?.phase !== 'answered') return null
  const { status, body } = outcome
  const record = recordOf(venue)
  const { code, message } = record.read(status, parsed(body))
  const words = plainWords(message) || plainWords(code ?? '') || `status ${status}`
  if (matches(record.clockRefusals, code, message)) return { kind: 'clock', code, words }
  const isRefused = matches(record.keyRefusals, code, message) || status === 401
  return { kind: isRefused ? 'refused' : 'other', code, words }
}

/** A read that came to nothing, with the exchange's words where it was the key. */
export function failedRead(
  venue: string,
  what: ReasonParams<'READ_UNANSWERED'>['what'],
  outcome?: HttpOutcome,
): VenueReply {
  const answer = keyAnswer(venue, outcome)
  const detail = reason('READ_UNANSWERED', { what })
  return { kind: 'failed', detail, ...(answer?.kind === 'refused' && { keyRefused: answer.words }) }
}

// Words of somebody else are shown as one line, without signs that turn or hide text.
function plainWords(words: string): string {
  return words
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, MAX_WORDS)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
