// One account at a practice exchange, behind the `Exchange` port: signed requests, sealed orders, no rules of its own.

import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/result.ts'
import type { Answer, Clock, Exchange, OutgoingOrder } from '../../ports.ts'
import { type HttpOutcome, sendHttp } from '../http-request.ts'
import { type SealingKey, sealRequest } from '../sealed-channel.ts'
import { createdAt, signatureHeaders } from './request-signature.ts'
import { balancesAnswer, keysAnswer, readAnswer, readMarkets, readPrices } from './wire.ts'

/** For an order everything together; a late answer after this is found by the look-up. */
const ORDER_DEADLINE_MS = 5_000
const READ_DEADLINE_MS = 3_000
const SEALED = 'application/vnd.prelist.sealed+json'
const NO_CONNECTION = 'The practice exchange cannot be reached.'

interface Session {
  baseUrl: string
  sealing: SealingKey
  keyId: string
  privateKey: KeyObject
}

/** Where the exchange is, and how it ends if this process started it. */
export interface PracticeHost {
  baseUrl(): Promise<string>
  close(): Promise<void>
}

/**
 * The account `venueAccountId`. Its key pair is made anew at each start and registered over loopback: the money is not
 * real, and balances and idempotency keys belong to the account.
 */
export function openPracticeAccount(host: PracticeHost, venueAccountId: string, clock: Clock): Exchange {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyName = `k-${randomUUID()}`
  let session: Promise<Session> | null = null

  const http = (
    method: string,
    url: string,
    body: string | null,
    headers: Record<string, string>,
    deadlineMs: number,
  ) => {
    const type: Record<string, string> =
      body === null ? {} : { 'content-type': headers['content-type'] ?? 'application/json' }
    return sendHttp({ method, url, headers: { ...headers, ...type }, body, deadlineMs }, clock)
  }

  const open = async (): Promise<Session> => {
    const baseUrl = await host.baseUrl()
    const keys = keysAnswer.parse(bodyOf(await http('GET', `${baseUrl}/v1/keys`, null, {}, READ_DEADLINE_MS)))
    const { x } = publicKey.export({ format: 'jwk' })
    const registration = JSON.stringify({ keyId: keyName, publicKey: x })
    bodyOf(await http('PUT', `${baseUrl}/v1/accounts/${venueAccountId}`, registration, {}, READ_DEADLINE_MS))
    return {
      baseUrl,
      sealing: { keyId: keys.keyId, gateway: 'practice', publicKey: Buffer.from(keys.publicKey, 'base64url') },
      keyId: `${venueAccountId}/${keyName}`,
      privateKey,
    }
  }

  const connect = (): Promise<Session> => {
    session ??= open().catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }

  // An exchange that was replaced does not know our key, and one that was started anew has another address: the next
  // request introduces itself again.
  const renewAfter = (outcome: HttpOutcome) => {
    if (outcome.phase === 'not-sent' || (outcome.phase === 'answered' && outcome.status === 401)) session = null
  }

  /** A signed request without a body. */
  const signed = async (method: string, path: string): Promise<HttpOutcome> => {
    const { baseUrl, keyId, privateKey: key } = await connect()
    const url = `${baseUrl}${path}`
    const unsigned = { method, url, body: null, idempotencyKey: null }
    const headers = signatureHeaders(unsigned, { keyId, privateKey: key }, createdAt(clock.now()))
    const outcome = await http(method, url, null, headers, READ_DEADLINE_MS)
    renewAfter(outcome)
    return outcome
  }

  const ask = async (method: string, path: string): Promise<Answer> => {
    try {
      return toAnswer(await signed(method, path), (outcome) => JSON.parse(outcome.body))
    } catch (error) {
      return { phase: 'not-sent', detail: error instanceof AppError ? error.message : NO_CONNECTION }
    }
  }

  const place = async (order: OutgoingOrder): Promise<Answer> => {
    const { baseUrl, sealing, keyId, privateKey: key } = await connect()
    const createdS = createdAt(clock.now())
    const { key: idempotencyKey, ...terms } = order
    const plaintext = { keyId: sealing.keyId, idempotencyKey, accountId: venueAccountId, ...terms }
    const aad = ['POST', '/v1/orders', idempotencyKey, createdS, keyId].join('\n')
    const sealed = await sealRequest(sealing, plaintext, aad)
    const url = `${baseUrl}/v1/orders`
    const unsigned = { method: 'POST', url, body: sealed.body, idempotencyKey }
    const headers = signatureHeaders(unsigned, { keyId, privateKey: key }, createdS)
    const outcome = await http('POST', url, sealed.body, { ...headers, 'content-type': SEALED }, ORDER_DEADLINE_MS)
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
    place: (order) => place(order).catch(() => ({ phase: 'not-sent', detail: `${NO_CONNECTION} Nothing was sent.` })),
    find: (key) => ask('GET', `/v1/orders/${key}`),
    bury: (key) => ask('POST', `/v1/orders/${key}/void`),
    cancel: (key) => ask('POST', `/v1/orders/${key}/cancel`),
    markets: () => read(openRead('/v1/markets'), readMarkets),
    prices: () => read(openRead('/v1/prices'), readPrices),
    balances: () => read(signed('GET', '/v1/balances'), (body) => balancesAnswer.parse(body).balances),
    close: () => host.close(),
  }
}

function bodyOf(outcome: HttpOutcome): unknown {
  if (outcome.phase !== 'answered') throw new AppError('VENUE_UNREACHABLE', outcome.detail)
  if (outcome.status !== 200 && outcome.status !== 201) {
    throw new AppError('VENUE_UNREACHABLE', `The practice exchange answered ${outcome.status}.`)
  }
  return JSON.parse(outcome.body)
}

function toAnswer(
  outcome: HttpOutcome,
  open: (answered: Extract<HttpOutcome, { phase: 'answered' }>) => unknown,
): Answer {
  if (outcome.phase !== 'answered') return outcome
  try {
    return { phase: 'answered', status: outcome.status, ...readAnswer(outcome.status, open(outcome)) }
  } catch {
    return { phase: 'lost', detail: `The answer (status ${outcome.status}) could not be read.` }
  }
}

// An answer in the clear proves neither an order nor its refusal: what was decided after the body was opened is sealed,
// so only what was said before that comes this way.
function plainRefusal(status: number, body: string): unknown {
  if (status < 400 || status === 422) throw new TypeError('a decision on an order must be sealed')
  return JSON.parse(body)
}
