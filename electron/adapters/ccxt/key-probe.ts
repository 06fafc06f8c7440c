// Asks a venue about a key: whether it is taken, whose it is, what it may do, from where, and until when. Only what a venue
// tells is shown; where it has no call for that, the balances show at least that the key is taken.

import type { KeyCheck } from '../../../shared/accounts.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { member } from '../../../shared/venues/json.ts'
import { NOTHING_TOLD, type ToldKey } from '../../exchanges/common/key-check.ts'
import type { Venue } from '../../exchanges/common/library.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import type { HttpOutcome } from '../http-request.ts'
import { keyAnswer } from './key-words.ts'
import type { Transport } from './transport.ts'

const DEADLINE_MS = 10_000

/** Asks. Never rejects: what goes wrong is part of the answer. */
export async function probeKey(
  exchange: Venue,
  transport: Transport,
  place: { venue: string; environment: string },
  at: string,
): Promise<KeyCheck> {
  const rules = { deadlineMs: DEADLINE_MS }
  let told: ToldKey = NOTHING_TOLD
  let isTaken = false
  const { questions } = adapterOf(place.venue).keyCheck
  for (const { method, input, read } of questions(place.environment)) {
    const ask = member(exchange, method)
    if (typeof ask !== 'function') continue
    const { result, outcomes } = await transport.watch(rules, async (): Promise<unknown> => ask.call(exchange, input))
    const last = outcomes.at(-1)
    if (!result.ok && hasNoSuchCall(place.venue, last)) continue
    if (!result.ok) return refusalOf(place.venue, last, at)
    isTaken = true
    const found = read(result.value)
    if (found === null) return silent(reason('KEY_ANSWER_UNKNOWN'), at)
    told = { ...found, account: found.account ?? told.account }
  }
  if (!isTaken) {
    const { result, outcomes } = await transport.watch(rules, () => exchange.fetchBalance())
    if (!result.ok) return refusalOf(place.venue, outcomes.at(-1), at)
  }
  const detail = told.permissions === null ? reason('KEY_TAKEN_RIGHTS_UNTOLD') : reason('KEY_TAKEN')
  return { state: 'accepted', ...told, detail, at }
}

/**
 * Whether the exchange is there and has no such call: then it cannot tell what a key may do, which is not the same as that it
 * did not answer.
 */
function hasNoSuchCall(venue: string, outcome: HttpOutcome | undefined): boolean {
  if (outcome?.phase !== 'answered') return false
  if (outcome.status === 404) return true
  const code = keyAnswer(venue, outcome)?.code
  return typeof code === 'string' && (adapterOf(venue).keyCheck.unknownCall?.test(code) ?? false)
}

const silent = (detail: Reason, at: string): KeyCheck => ({ state: 'unreachable', ...NOTHING_TOLD, detail, at })

function refusalOf(venue: string, outcome: HttpOutcome | undefined, at: string): KeyCheck {
  const answer = keyAnswer(venue, outcome)
  if (answer === null) return silent(reason('KEY_CHECK_UNREACHED'), at)
  const { kind, words } = answer
  if (kind === 'clock') return silent(reason('CLOCK_DIFFERS'), at)
  if (kind === 'other') return silent(reason('KEY_UNANSWERED', { words }), at)
  return { ...silent(reason('KEY_NOT_TAKEN', { words }), at), state: 'refused', words }
}
