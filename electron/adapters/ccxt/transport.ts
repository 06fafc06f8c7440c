// The wire under ccxt: one deadline over everything, no redirect and no repeat. What really came back is kept beside what ccxt
// makes of it, because its errors do not tell whether an order was placed.

import { AsyncLocalStorage } from 'node:async_hooks'
import { describeReason, type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { Clock } from '../../ports/system.ts'
import type { Connections } from '../connections.ts'
import { type HttpAnswer, type HttpOutcome, type HttpRequest, sendHttp } from '../http-request.ts'
import type { Budget, Purpose } from './budget.ts'

/** Lists of markets are long; nothing else comes near. */
const MAX_BYTES = 64 * 1024 * 1024

/** For so long after the deadline an answer is still taken in, milliseconds. */
const LATE_MS = 60_000

/** By these the library names itself as a broker, at some exchanges with a signature of its own. They are no part of an order. */
const BROKER_HEADERS = /^(?:referer|source|kc-api-partner.*|x-channel-api-code|x-gate-channel-id)$/i

const withoutBroker = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !BROKER_HEADERS.test(name)))

/** What is asked of every request that one call to a venue makes. */
export interface CallRules {
  deadlineMs: number
  /** Whose turn it is, and whose share of the budget; a read where nothing is said. */
  purpose?: Purpose
  /** Says why a request must not go out; `null` lets it. Asked before a connection is made. */
  check?: (request: HttpRequest) => Reason | null
  /** As `check`, but asked when the connection stands, right before the first byte. */
  mayLeave?: () => Reason | null
  /** What the library is shown of an answer, where that is not all of it. */
  shown?: (url: string, body: string) => string
  /** Told of an answer that came after the deadline. */
  late?: (answer: HttpAnswer) => void
}

export interface Watched<T> {
  /** What ccxt made of it, or what it threw. */
  result: { ok: true; value: T } | { ok: false; error: unknown }
  /** Of each request in turn, what came back. */
  outcomes: HttpOutcome[]
  /** Of those among them that are no reads. */
  written: HttpOutcome[]
}

export interface Transport {
  /** Goes where ccxt expects `fetch`. */
  fetch(url: string, options: { method: string; headers: Record<string, string>; body?: string }): Promise<unknown>
  /** Runs one call of ccxt under these rules. Never rejects. */
  watch<T>(rules: CallRules, call: () => Promise<T>): Promise<Watched<T>>
  /** What the call is for under which this is asked; a read outside of one. */
  purpose(): Purpose
}

/** Why ccxt got no answer. Its text names neither address nor body, which hold keys and signatures. */
class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/**
 * Builds the wire. Requests to other hosts than those of `isOwn` never go out; `trusted` and `connections` as in `sendHttp`.
 */
export function createTransport(
  clock: Clock,
  budget: Budget,
  isOwn: (url: URL) => boolean,
  trusted?: readonly string[],
  connections: Connections | null = null,
): Transport {
  const calls = new AsyncLocalStorage<{ rules: CallRules; outcomes: HttpOutcome[]; written: HttpOutcome[] }>()

  const send = async (request: HttpRequest, { check, purpose = 'read' }: CallRules): Promise<HttpOutcome> => {
    const url = URL.parse(request.url)
    if (url === null || !isOwn(url)) {
      return { phase: 'not-sent', detail: reason('OTHER_HOST') }
    }
    const problem = check?.(request) ?? budget.take(purpose)
    if (problem !== null) return { phase: 'not-sent', detail: problem }
    const outcome = await sendHttp(request, clock, trusted, connections)
    if (outcome.phase === 'answered') budget.heard(outcome)
    return outcome
  }

  return {
    fetch: async (url, { method, headers: told, body }) => {
      const call = calls.getStore()
      if (call === undefined) throw new NoAnswer('A request outside of a call.')
      const { deadlineMs, late, mayLeave } = call.rules
      const headers = withoutBroker(told)
      const request: HttpRequest = { method, url, headers, body: body ?? null, deadlineMs, maxBytes: MAX_BYTES }
      if (mayLeave !== undefined) request.mayLeave = mayLeave
      if (call.rules.purpose === 'order') request.isOrder = true
      if (late !== undefined) request.late = { forMs: LATE_MS, take: late }
      const outcome = await send(request, call.rules)
      call.outcomes.push(outcome)
      if (method !== 'GET') call.written.push(outcome)
      if (outcome.phase !== 'answered') throw new NoAnswer(describeReason(outcome.detail))
      return {
        status: outcome.status,
        statusText: '',
        headers: new Headers({ 'content-type': outcome.contentType }),
        text: async () => call.rules.shown?.(url, outcome.body) ?? outcome.body,
      }
    },
    purpose: () => calls.getStore()?.rules.purpose ?? 'read',
    watch: async (rules, call) => {
      const heard = { outcomes: [] as HttpOutcome[], written: [] as HttpOutcome[] }
      try {
        return { result: { ok: true, value: await calls.run({ rules, ...heard }, call) }, ...heard }
      } catch (error) {
        return { result: { ok: false, error }, ...heard }
      }
    },
  }
}
