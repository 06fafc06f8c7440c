// One account at a gateway that publishes keys, behind the `Exchange` port: signed requests, sealed orders, no rules of
// its own. docs/gateway-protocol.md is the protocol.

import type { Sealing } from '../../../shared/app.ts'
import type { Environment } from '../../../shared/order.ts'
import { nothingSent, type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { GATEWAY } from '../../../shared/venues/gateway.ts'
import type { Answer, Clock, Exchange, LookupPass, OutgoingOrder, SendPermit } from '../../ports/system.ts'
import { type HttpOutcome, sendHttp } from '../http-request.ts'
import { sealRequest } from '../sealed-channel.ts'
import { type PublishedKeys, sealingKeyOf } from './gateway-keys.ts'
import type { GatewayTrust } from './gateway-trust.ts'
import { createdAt, type RequestSigner, signatureHeaders } from './request-signature.ts'
import { balancesAnswer, keysAnswer, readAnswer, readMarkets, readPrices } from './wire.ts'

/** For an order everything together; a late answer after this is found by the look-up. */
const ORDER_DEADLINE_MS = 5_000
const READ_DEADLINE_MS = 3_000
const SEALED = 'application/vnd.prelist.sealed+json'
const NO_CONNECTION = reason('GATEWAY_NOT_REACHED')

/** Where the gateway is, and how it ends if this process started it. */
export interface GatewayHost {
  /**
   * `identity` is the gateway's own where this process knows it by a trusted way, else null; so is `registration`, the word
   * without which it takes no new key.
   */
  locate(): Promise<{ baseUrl: string; identity: string | null; registration: string | null }>
  close(): Promise<void>
}

export interface GatewayOptions {
  host: GatewayHost
  environment: Environment
  /** The account's name at the gateway. */
  venueAccountId: string
  signer: RequestSigner
  trust: GatewayTrust
  /** Asked for each order, so that a change counts at once. */
  sealing: () => Sealing
  clock: Clock
  /** Where the gateway learns of the signer's key over the wire: called before the first request of each session. */
  introduce?: (put: (path: string, body: object) => Promise<void>) => Promise<void>
}

interface Session {
  baseUrl: string
  keys: PublishedKeys
}

/** Opens the account. Nothing is sent before the first call. */
export function openGatewayAccount(options: GatewayOptions): Exchange {
  const { host, environment, venueAccountId, signer, trust, clock } = options
  let session: Promise<Session> | null = null

  const http = (
    method: string,
    url: string,
    body: string | null,
    headers: Record<string, string>,
    deadlineMs: number,
    mayLeave?: () => Reason | null,
  ) => {
    const type: Record<string, string> =
      body === null ? {} : { 'content-type': headers['content-type'] ?? 'application/json' }
    return sendHttp(
      { method, url, headers: { ...headers, ...type }, body, deadlineMs, ...(mayLeave && { mayLeave }) },
      clock,
    )
  }

  const open = async (): Promise<Session> => {
    const { baseUrl, identity, registration } = await host.locate()
    const keys = keysAnswer.parse(bodyOf(await http('GET', `${baseUrl}/v1/keys`, null, {}, READ_DEADLINE_MS)))
    trust.check(keys, identity)
    await options.introduce?.(async (path, body) => {
      const named = registration === null ? body : { ...body, registration }
      bodyOf(await http('PUT', `${baseUrl}${path}`, JSON.stringify(named), {}, READ_DEADLINE_MS))
    })
    return { baseUrl, keys }
  }

  const connect = (): Promise<Session> => {
    session ??= open().catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }

  // A gateway that was replaced does not know our key, one that was started anew has another address, and one that has
  // new keys cannot open what was sealed to an old one: the next request begins with its keys again.
  const renewAfter = (outcome: HttpOutcome) => {
    const stale = outcome.phase === 'answered' && (outcome.status === 401 || outcome.status === 400)
    if (outcome.phase === 'not-sent' || stale) session = null
  }

  /** A signed request without a body. */
  const signed = async (method: string, path: string): Promise<HttpOutcome> => {
    const { baseUrl } = await connect()
    const url = `${baseUrl}${path}`
    const unsigned = { method, url, body: null, idempotencyKey: null }
    const headers = await signatureHeaders(unsigned, signer, createdAt(clock.now()))
    const outcome = await http(method, url, null, headers, READ_DEADLINE_MS)
    renewAfter(outcome)
    return outcome
  }

  const ask = async (method: string, path: string): Promise<Answer> => {
    try {
      return toAnswer(await signed(method, path), (outcome) => JSON.parse(outcome.body))
    } catch (error) {
      return notSent(error)
    }
  }

  const place = async (order: OutgoingOrder, permit: SendPermit): Promise<Answer> => {
    const { baseUrl, keys } = await connect()
    const sealing = options.sealing()
    const key = sealingKeyOf(keys, environment, sealing)
    if (key === null) {
      throw new AppError('VENUE_UNREACHABLE', reason('GATEWAY_NO_SEALING_KEY', { sealing }))
    }
    const createdS = createdAt(clock.now())
    const { key: idempotencyKey, validUntil: _, stopPrice: __, ...terms } = order
    const aad = ['POST', '/v1/orders', idempotencyKey, createdS, signer.keyId].join('\n')
    const sealed = await sealRequest(key, { idempotencyKey, accountId: venueAccountId, ...terms }, aad)
    const url = `${baseUrl}/v1/orders`
    const unsigned = { method: 'POST', url, body: sealed.body, idempotencyKey }
    const headers = await signatureHeaders(unsigned, signer, createdS)
    const types = { ...headers, 'content-type': SEALED }
    const outcome = await http('POST', url, sealed.body, types, ORDER_DEADLINE_MS, permit.problem)
    renewAfter(outcome)
    return toAnswer(outcome, ({ status, contentType, body }) =>
      contentType.startsWith(SEALED) ? sealed.openAnswer(body, status, idempotencyKey) : plainRefusal(status, body),
    )
  }

  const read = async <T>(outcome: Promise<HttpOutcome>, parse: (body: unknown) => T): Promise<T> => {
    try {
      return parse(bodyOf(await outcome))
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('VENUE_UNREACHABLE', NO_CONNECTION, { cause: error })
    }
  }
  const openRead = async (path: string): Promise<HttpOutcome> => {
    const { baseUrl } = await connect()
    const outcome = await http('GET', `${baseUrl}${path}`, null, {}, READ_DEADLINE_MS)
    renewAfter(outcome)
    return outcome
  }

  return {
    // What fails before the request is handed to the network has sent nothing; the network's own failures are values.
    place: (order, permit) => place(order, permit).catch(notSent),
    record: GATEWAY,
    find: async ({ order: { key } }) => roundOf(await ask('GET', `/v1/orders/${key}`)),
    voidKey: (key) => ask('POST', `/v1/orders/${key}/void`),
    cancel: ({ order: { key } }) => ask('POST', `/v1/orders/${key}/cancel`),
    // Its signatures carry this machine's time, and it decides by keys, not by clocks.
    clockOffset: async () => 0,
    markets: () => read(openRead('/v1/markets'), readMarkets),
    prices: () => read(openRead('/v1/prices'), readPrices),
    balances: () => read(signed('GET', '/v1/balances'), (body) => balancesAnswer.parse(body).balances),
    openOrders: null,
    depth: null,
    close: () => host.close(),
  }
}

// A gateway decides by the key alone, so one place is all there is to look at.
function roundOf(answer: Answer): LookupPass {
  const leg = 'id' as const
  if (answer.phase !== 'answered') {
    return { legs: [{ leg, state: 'failed', detail: answer.detail }], venueNow: null, late: null }
  }
  const isMissing = answer.status === 404 && answer.code === 'ORDER_NOT_FOUND'
  if (answer.order === null && !isMissing) {
    const detail = reason('GATEWAY_ANSWERED', { status: answer.status, code: answer.code })
    return { legs: [{ leg, state: 'failed', detail }], venueNow: null, late: null }
  }
  const orders = answer.order === null ? [] : [answer.order]
  return { legs: [{ leg, state: 'answered', orders, unmatched: [] }], venueNow: null, late: null }
}

function notSent(error: unknown): Answer {
  return { phase: 'not-sent', detail: error instanceof AppError ? error.reason : nothingSent(NO_CONNECTION) }
}

function bodyOf(outcome: HttpOutcome): unknown {
  if (outcome.phase !== 'answered') throw new AppError('VENUE_UNREACHABLE', outcome.detail)
  if (outcome.status !== 200 && outcome.status !== 201) {
    throw new AppError('VENUE_UNREACHABLE', reason('GATEWAY_ANSWERED', { status: outcome.status, code: null }))
  }
  return JSON.parse(outcome.body)
}

function toAnswer(
  outcome: HttpOutcome,
  open: (answered: Extract<HttpOutcome, { phase: 'answered' }>) => unknown,
): Answer {
  if (outcome.phase !== 'answered') return outcome
  try {
    return { phase: 'answered', status: outcome.status, orderId: null, ...readAnswer(outcome.status, open(outcome)) }
  } catch {
    return { phase: 'lost', sent: 'whole', detail: reason('ANSWER_UNREADABLE', { status: outcome.status }) }
  }
}

// An answer in the clear proves neither an order nor its refusal: what was decided after the body was opened is sealed,
// so only what was said before that comes this way.
function plainRefusal(status: number, body: string): unknown {
  if (status < 400 || status === 422) throw new TypeError('a decision on an order must be sealed')
  return JSON.parse(body)
}
