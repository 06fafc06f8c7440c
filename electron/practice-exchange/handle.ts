// From a received request to its answer: who asks, what for, and in which envelope the answer goes back.

import { findPublicKey, registerKey, spendNonce } from './accounts.ts'
import { toIso } from './clock.ts'
import type { Exchange } from './exchange.ts'
import { transaction } from './ledger.ts'
import { showKeys, showMarkets, showPrices } from './open-resources.ts'
import { listBalances } from './trading/balances.ts'
import { settleAccount } from './trading/matching.ts'
import { cancelOrder, lookUpOrder, openOrders, placeOrder, voidKey } from './trading/order-requests.ts'
import { IDEMPOTENCY_KEY_PATTERN, type OrderPayload, parsePayload } from './trading/payload.ts'
import { type Answer, plain, refusal } from './wire/answer.ts'
import { parseJson } from './wire/encoding.ts'
import { ExchangeError } from './wire/errors.ts'
import { type Route, routeOf } from './wire/routes.ts'
import type { OpenedBody } from './wire/sealing.ts'
import { headerOf, type ReceivedRequest, type Signer, verifySignature } from './wire/signature.ts'

/** Called once a request was read and, for an order, opened and marked as in flight; waits as a fault demands. */
export type Pause = () => Promise<void>

/** Answers a request. Never throws for anything a client can send; throws on abort and on faults of the ledger. */
export async function handle(exchange: Exchange, request: ReceivedRequest, pause: Pause): Promise<Answer> {
  try {
    const route = routeOf(request.method, request.path)
    if (route === null) throw new ExchangeError('NOT_FOUND', 'there is no such resource')
    if (route.resource === 'place') return await place(exchange, request, pause)
    await pause()
    return plain(openAnswer(exchange, route, request) ?? signedAnswer(exchange, route, request))
  } catch (error) {
    if (error instanceof ExchangeError) return refusal(error)
    throw error
  }
}

function openAnswer(exchange: Exchange, route: Route, request: ReceivedRequest): Record<string, unknown> | null {
  switch (route.resource) {
    case 'keys':
      return showKeys(exchange)
    case 'markets':
      return showMarkets(exchange)
    case 'prices':
      return showPrices(exchange)
    case 'register':
      return { ...registerKey(exchange, route.accountId, parseJson(request.body)) }
    default:
      return null
  }
}

/** Who signed the request. Marks its nonce as used, so a request passes here only once. */
function authenticate(exchange: Exchange, request: ReceivedRequest): Signer {
  const now = exchange.clock.now()
  const signer = verifySignature(request, (accountId, keyId) => findPublicKey(exchange.db, accountId, keyId), now)
  spendNonce(exchange.db, signer, now)
  return signer
}

function signedAnswer(exchange: Exchange, route: Route, request: ReceivedRequest): Record<string, unknown> {
  const { accountId } = authenticate(exchange, request)
  switch (route.resource) {
    case 'order':
      return lookUpOrder(exchange, accountId, route.key)
    case 'void':
      return voidKey(exchange, accountId, route.key)
    case 'cancel':
      return cancelOrder(exchange, accountId, route.key)
    case 'balances':
      return showBalances(exchange, accountId)
    case 'open-orders':
      if (request.query.toString() !== 'status=open') throw new ExchangeError('BAD_REQUEST', 'ask for status=open')
      return { orders: openOrders(exchange, accountId) }
    default:
      throw new ExchangeError('NOT_FOUND', 'there is no such resource')
  }
}

function showBalances(exchange: Exchange, accountId: string): Record<string, unknown> {
  const now = exchange.clock.now()
  return transaction(exchange.db, () => {
    settleAccount(exchange, accountId, now)
    return { asOf: toIso(now), balances: listBalances(exchange.db, accountId) }
  })
}

async function place(exchange: Exchange, request: ReceivedRequest, pause: Pause): Promise<Answer> {
  const signer = authenticate(exchange, request)
  const key = headerOf(request, 'idempotency-key')
  if (key === null || key === '') {
    throw new ExchangeError('IDEMPOTENCY_KEY_MISSING', 'an order needs an Idempotency-Key')
  }
  if (!IDEMPOTENCY_KEY_PATTERN.test(key)) throw new ExchangeError('BAD_REQUEST', 'the Idempotency-Key is malformed')
  const signedBy = `${signer.accountId}/${signer.keyId}`
  const aad = ['POST', request.path, key, signer.createdS, signedBy].join('\n')
  const opened = await exchange.sealing.open(request.body, aad)
  const seal = { responseKey: opened.responseKey, idempotencyKey: key }
  try {
    const terms = parsePayload(opened.value)
    if (terms === null) throw new ExchangeError('BAD_REQUEST', 'the order inside the body is malformed')
    requireSameNames(opened, terms, signer, key)
    return { ...(await decide(exchange, signer, terms, pause)), seal }
  } catch (error) {
    if (error instanceof ExchangeError) return { ...refusal(error), seal }
    throw error
  }
}

/** The names inside the seal must be those outside, or a message could be moved to another exchange, suite or account. */
function requireSameNames(opened: OpenedBody, terms: OrderPayload, signer: Signer, key: string): void {
  if (terms.keyId !== opened.keyId || terms.suite !== opened.suite) {
    throw new ExchangeError('CANNOT_OPEN', 'the order inside the body is meant for another key or suite')
  }
  if (terms.idempotencyKey !== key || terms.accountId !== signer.accountId) {
    throw new ExchangeError('BAD_REQUEST', 'the order inside the body names another key or account')
  }
}

async function decide(exchange: Exchange, signer: Signer, terms: OrderPayload, pause: Pause): Promise<Answer> {
  const flight = `${signer.accountId}/${terms.idempotencyKey}`
  if (exchange.inFlight.has(flight)) {
    throw new ExchangeError('IN_FLIGHT', 'the first request with this key is still being worked on')
  }
  exchange.inFlight.add(flight)
  try {
    await pause()
    const result = placeOrder(exchange, signer, terms)
    if ('order' in result) return { ...plain(result.order), replayed: result.replayed }
    return { ...refusal(result.refusal), replayed: result.replayed }
  } finally {
    exchange.inFlight.delete(flight)
  }
}
