// What came of one request to a source: its body as JSON, or what went wrong and for how long the source wants to be left alone.

import { reason } from '../../../shared/reasons/reason.ts'
import { plainWords } from '../../../shared/venues/words.ts'
import type { SourceTrouble } from '../../ports/market-data.ts'
import type { HttpAnswer, HttpOutcome } from '../http-request.ts'
import { isTooFine, parseExactly } from './exact-json.ts'

export type Body = { body: unknown } | { trouble: SourceTrouble }

/** What an answer's own words say is wrong, whatever its status; `null` where they say nothing of it. */
export type ReadTrouble = (body: unknown, status: number) => Omit<SourceTrouble, 'asked'> | null

/** Words as they can be shown: one line of plain text; `null` for none. */
export function wordsOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = plainWords(value)
  return line === '' ? null : line
}

/**
 * The pause that an answer asks for, milliseconds: seconds, whole or not, or a date, which is reckoned from the answer's own
 * where it has one. `null` for whatever is neither. A pause of nothing is one of 0.
 */
export function pauseOf({ retryAfter, date }: Pick<HttpAnswer, 'retryAfter' | 'date'>, now: number): number | null {
  if (retryAfter === null) return null
  if (/^\d{1,9}(\.\d{1,9})?$/.test(retryAfter)) return Math.ceil(Number(retryAfter) * 1_000)
  const at = retryAfter.endsWith(' GMT') ? Date.parse(retryAfter) : Number.NaN
  const from = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? null : Math.max(0, at - (Number.isNaN(from) ? now : from))
}

/** `isExact`: whether the numbers matter. `now`: milliseconds since 1970. */
export function bodyOf(outcome: HttpOutcome, isExact: boolean, told: ReadTrouble, now: number): Body {
  if (outcome.phase !== 'answered') {
    const { detail } = outcome
    const why = detail.code === 'NOT_REACHED' ? reason('SOURCE_UNREACHED', { system: detail.params.system }) : detail
    return { trouble: { why, kind: 'failed', asked: null } }
  }
  const { status, contentType, body: text } = outcome
  const asked = pauseOf(outcome, now)
  if (status >= 300 && status < 400) return failed('SOURCE_REDIRECTED', asked)
  const isJson = /\bjson\b/i.test(contentType)
  const body = isJson ? parsed(text, isExact) : undefined
  const trouble = body === undefined ? null : told(body, status)
  if (status === 429 || status === 418) return { trouble: limited(trouble, asked, now) }
  if (status >= 500 || status === 408) {
    return { trouble: { why: reason('SOURCE_FAILED', { status }), kind: 'failed', asked } }
  }
  if (trouble?.kind === 'limit') return { trouble: limited(trouble, asked, now) }
  if (trouble !== null) return { trouble: { ...trouble, asked } }
  if (status < 200 || status >= 300) {
    return { trouble: { why: reason('SOURCE_REFUSED', { status, words: null }), kind: 'refused', asked } }
  }
  if (!isJson) return failed('SOURCE_NOT_JSON', asked)
  return body === undefined ? failed('SOURCE_UNREADABLE', asked) : { body }
}

function limited(told: Omit<SourceTrouble, 'asked'> | null, asked: number | null, now: number): SourceTrouble {
  // The time is that of the pause that the gate makes of it, which may be longer.
  const until = new Date(now + Math.max(asked ?? 60_000, 1_000)).toISOString()
  return { why: told?.why ?? reason('SOURCE_RESTS', { until }), kind: 'limit', asked }
}

const failed = (code: 'SOURCE_REDIRECTED' | 'SOURCE_NOT_JSON' | 'SOURCE_UNREADABLE', asked: number | null): Body => ({
  trouble: { why: reason(code), kind: 'failed', asked },
})

function parsed(text: string, isExact: boolean): unknown {
  // Its words are of no interest then: nothing of it is read.
  if (isTooFine(text)) return undefined
  try {
    return isExact ? parseExactly(text) : JSON.parse(text)
  } catch {
    // Cut off, deeper than the stack, or no JSON at all.
    return undefined
  }
}
