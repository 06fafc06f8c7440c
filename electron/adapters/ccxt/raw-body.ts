// Reads a body as it came over the wire, beside what ccxt makes of it.

import type { HttpOutcome } from '../http-request.ts'

/** Ids of more digits than a number holds stay whole, as texts. @throws SyntaxError */
export function parseBody(body: string): unknown {
  return JSON.parse(body.replace(/([:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"'))
}

/** What was answered; `undefined` where that is nothing, or nothing that could be read. */
export function bodyOf(outcome: HttpOutcome | undefined): unknown {
  if (outcome?.phase !== 'answered') return undefined
  try {
    return parseBody(outcome.body)
  } catch {
    return undefined
  }
}
