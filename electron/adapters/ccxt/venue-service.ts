// Carries out one call at a venue with its credentials, in the process that holds them. What comes back is plain data
// without any part of a key.

import { createHash } from 'node:crypto'
import { nothingSent, type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { member, textOf } from '../../../shared/venues/json.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import { plainWords } from '../../../shared/venues/words.ts'
import { adapterOf } from '../../exchanges/registry.ts'
import type { Answer, Clock, OutgoingOrder } from '../../ports/system.ts'
import type { Credentials, KeyedCall, VenueAsk, VenueCall, VenueReply, VenueService } from '../../ports/vault.ts'
import type { HttpAnswer, HttpOutcome } from '../http-request.ts'
import { type Budget, createBudget, type Purpose } from './budget.ts'
import { type Client, openClient } from './client.ts'
import { probeKey } from './key-probe.ts'
import { readFees } from './markets/fees.ts'
import { listingsOf, withFees } from './markets/listings.ts'
import { createMarketList, type MarketList } from './markets/market-list.ts'
import { findOrder, readKnown } from './orders/find.ts'
import { withFilled } from './orders/full-answer.ts'
import { parseBody } from './raw-body.ts'
import { placeParams } from './requests/place-params.ts'
import { createSendGate } from './requests/send-gate.ts'
import { cancelCheck, sentCheck } from './requests/sent-check.ts'
import { type Numbers, signAt } from './signing-time.ts'
import { openStream } from './streams/venue-stream.ts'
import type { CallRules } from './transport.ts'
import { isWhole, spot } from './venue-reads.ts'

const ORDER_DEADLINE_MS = 5_000
const READ_DEADLINE_MS = 10_000
/** A guess serves as well meanwhile: the markets wait no longer for it. */
const FEES_DEADLINE_MS = 3_000
/** A clock drifts by milliseconds a minute. */
const CLOCK_FOR_MS = 60_000
/** Longer than numbers are used after the clock was measured: until the next measurement, and the calls under way by then. */
const RESERVE_MS = 75_000
/** More requests than one key makes in that time. */
const RESERVE_REQUESTS = 1_000
/** So many late answers are kept until their orders are looked for; who had more than these has other troubles. */
const LATE_ANSWERS = 100

interface Session extends Client {
  budget: Budget
  list: MarketList
  /** What to add to the monotonic clock for the venue's, and when that was measured: a jump of this machine's clock moves neither. */
  ahead: number | null
  measuredAt: number | null
  /** The measurement under way. */
  measuring: Promise<boolean> | null
  /** The venue's clock, milliseconds since 1970; this machine's until it was measured. */
  venueNow: () => number
  numbers: Numbers
  /** Answers to orders that came after their deadline, by the order's key. */
  late: Map<string, Answer>
}

/** As `ParentEnvironment`. */
type ReserveNumbers = (name: string, upTo: number) => Promise<number>

/** Builds the service. A session lives as long as its key is the same; `reserve` outlives it. */
export function createVenueService(
  clock: Clock,
  trusted?: readonly string[],
  reserve: ReserveNumbers = async () => 0,
): VenueService {
  const sessions = new Map<string, Promise<Session>>()
  const sendGate = createSendGate(clock)
  /** One for all accounts at a venue, since it counts by address as well. */
  const budgets = new Map<string, Budget>()
  const budgetFor = (venue: string, environment: string, host: string | null): Budget => {
    const place = JSON.stringify([venue, environment, host])
    const budget = budgets.get(place) ?? createBudget(clock, recordOf(venue))
    budgets.set(place, budget)
    return budget
  }

  const sessionFor = (call: Omit<VenueCall, 'ask'>, credentials: Credentials): Promise<Session> => {
    const { venue, environment, host } = call
    const name = JSON.stringify([venue, environment, host, credentials])
    const open = async (): Promise<Session> => {
      const budget = budgetFor(venue, environment, host)
      const client = await openClient(call, credentials, clock, budget, trusted)
      const venueNow = () => (session.ahead === null ? clock.now() : clock.monotonic() + session.ahead)
      const list = createMarketList({ ...client, clock, venueNow })
      // Every time stamp that is signed is the venue's.
      const numbers = signAt(client.exchange, recordOf(venue), venueNow)
      const unmeasured = { ahead: null, measuredAt: null, measuring: null }
      const session: Session = { ...client, ...unmeasured, budget, list, venueNow, numbers, late: new Map() }
      return session
    }
    const session = sessions.get(name) ?? open()
    sessions.set(name, session)
    session.catch(() => sessions.delete(name))
    return session
  }

  const withClock = async (session: Session, purpose: Purpose = 'read', maxAgeMs = CLOCK_FOR_MS): Promise<boolean> => {
    const isMeasured = () => session.measuredAt !== null && clock.monotonic() - session.measuredAt < maxAgeMs
    if (isMeasured() || session.exchange.has['fetchTime'] !== true) return true
    // One that began before may have hung since then: its failure is not ours.
    if (session.measuring !== null && (await session.measuring) && isMeasured()) return true
    session.measuring ??= measure(session, purpose).finally(() => {
      session.measuring = null
    })
    return session.measuring
  }

  /** The best of three: the one that was answered fastest is off by the least. */
  const measure = async (session: Session, purpose: Purpose): Promise<boolean> => {
    const now = clock.monotonic()
    let best = Number.POSITIVE_INFINITY
    for (let at = 0; at < 3; at += 1) {
      const before = clock.monotonic()
      const { result } = await session.transport.watch({ deadlineMs: READ_DEADLINE_MS, purpose }, () =>
        session.exchange.fetchTime(),
      )
      const after = clock.monotonic()
      if (!result.ok || !isWhole(result.value)) return false
      if (after - before >= best) continue
      best = after - before
      session.ahead = result.value - (before + after) / 2
    }
    await reserveNumbers(session)
    session.measuredAt = now
    return true
  }

  /**
   * Kraken tells its time in whole seconds and takes no number that is not above the last one, so a session that follows
   * within a second on another could begin below it. What may be used is written down before it is, once for each
   * measurement and not for each request; after a restart only what is above that is used, until the time has passed it.
   */
  const reserveNumbers = async ({ exchange, venueNow, numbers }: Session) => {
    if (!recordOf(exchange.id).strictNonce) return
    const name = createHash('sha256').update(`prelist/numbers/v1\n${exchange.id}\n${exchange.apiKey}`).digest('hex')
    const upTo = () => Math.ceil(Math.max(venueNow() + RESERVE_MS, numbers.last() + RESERVE_REQUESTS))
    const isFirst = numbers.last() === 0
    const before = await reserve(name, upTo())
    if (!isFirst || before === 0) return
    numbers.raise(before)
    await reserve(name, upTo())
  }

  return {
    check: async (venue, environment, host, credentials) => {
      const at = new Date(clock.now()).toISOString()
      const nothing = { permissions: null, ipBound: null, expiresAt: null, at }
      try {
        const session = await sessionFor({ venue, environment, host }, credentials)
        if (await withClock(session)) {
          return await probeKey(session.exchange, session.transport, { venue, environment }, at)
        }
        return { ...nothing, state: 'unreachable', detail: reason('KEY_CHECK_UNREACHED') }
      } catch (error) {
        const why = error instanceof AppError ? error.reason : reason('KEY_NOT_ASKABLE')
        return { ...nothing, state: 'not-checked', detail: reason('KEY_RIGHTS_UNCHECKED', { why }) }
      }
    },
    watch: (call, credentials, tell) => {
      const ended = Promise.withResolvers<null>()
      let end = () => {
        tell({ kind: 'down' })
        ended.resolve(null)
        end = () => {}
      }
      const open = async () => {
        const session = await sessionFor(call, credentials)
        const isReady = (await withClock(session)) && (await session.list.loaded()) === null
        return isReady ? session : null
      }
      Promise.race([open(), ended.promise])
        .then((session) => {
          if (session === null) return end()
          end = openStream({
            venue: call.venue,
            subscription: call.stream,
            clock,
            trusted,
            session: session.exchange,
            open: () => {
              const { venue, environment, host } = call
              const key = call.stream.kind === 'orders' ? credentials : null
              const budget = budgetFor(venue, environment, host)
              // One row for both, since one count is: a stream's request must not overtake an order.
              return openClient(call, key, clock, budget, trusted, 'streams', session.turns)
            },
            tell,
          })
        })
        .catch(() => end())
      return () => end()
    },
    gate: ({ order, limit }) => sendGate.open(order.key, limit),
    withdraw: (keys) => sendGate.withdraw(keys),
    room: ({ venue, environment, host }, requests) => budgetFor(venue, environment, host).waitFor('look-up', requests),
    call: async (call, credentials, mayLeave = () => null) => {
      try {
        const session = await sessionFor(call, credentials)
        const isTimed = await withClock(session, ...timing(call.ask))
        const isList = call.ask.kind === 'markets'
        const markets = () => (isList ? session.list.current() : session.list.loaded())
        const problem = isTimed ? await markets() : reason('TIME_UNTOLD')
        if (problem !== null) return ours(session, failedReply(call.ask, problem))
        return ours(session, keyless(await carryOut(session, call, clock, mayLeave), credentials))
      } catch {
        return failedReply(call.ask, reason('EXCHANGE_NOT_ASKED'))
      }
    },
  }
}

// The exchange is as reachable as before where it was not asked.
const ours = ({ budget }: Session, reply: VenueReply): VenueReply =>
  reply.kind === 'failed' && budget.isSpent('read') ? { ...reply, isOurs: true } : reply

// What an exchange writes is shown to the trader and kept, and it may repeat what was sent to it.
function keyless(reply: VenueReply, { apiKey, apiSecret, passphrase }: Credentials): VenueReply {
  const blot = (text: string) => plainWords(text, [apiKey, apiSecret, passphrase])
  const plain = (answer: Answer): Answer => {
    if (answer.phase !== 'answered') return answer
    // A code that nobody has listed is as free a text as the message.
    return { ...answer, code: answer.code === null ? null : blot(answer.code), message: blot(answer.message) }
  }
  if (reply.kind === 'answer') return { ...reply, answer: plain(reply.answer) }
  if (reply.kind !== 'round' || reply.round.late === null) return reply
  return { ...reply, round: { ...reply.round, late: plain(reply.round.late) } }
}

// Before the order itself nothing has left that could become one.
function failedReply(ask: VenueAsk, detail: Reason): VenueReply {
  if (ask.kind === 'place') return { kind: 'answer', answer: { phase: 'not-sent', detail: nothingSent(detail) } }
  if (ask.kind === 'cancel') return { kind: 'answer', answer: { phase: 'not-sent', detail } }
  return { kind: 'failed', detail }
}

async function carryOut(
  session: Session,
  call: KeyedCall,
  clock: Clock,
  mayLeave: () => Reason | null,
): Promise<VenueReply> {
  const { exchange, transport } = session
  const record = recordOf(call.venue)
  const { ask } = call
  const reads = { deadlineMs: READ_DEADLINE_MS }
  switch (ask.kind) {
    case 'place': {
      const { order } = ask
      const terms = termsOf(session, call)
      const { params, headers } = placeParams(call.venue, order, terms.windowMs)
      const rules = {
        deadlineMs: ORDER_DEADLINE_MS,
        purpose: 'order' as const,
        check: sentCheck(call.venue, { ...terms, order }),
        mayLeave: () => mayLeave() ?? outdated(order, session.venueNow()),
        late: (answer: HttpAnswer) => keepLate(session.late, order.key, toAnswer(call.venue, answer, null, order.key)),
      }
      // At OKX it holds the word that a test account's money is not real.
      const base = exchange.headers
      const send = () => {
        exchange.headers = { ...base, ...headers }
        // The amount crosses as a text: as a number it would lose digits.
        const [amount, price] = [order.amount, order.price] as unknown as [number, number | undefined]
        const type = order.type === 'stop-limit' ? 'limit' : order.type
        return exchange.createOrder(order.market, type, order.side, amount, price ?? undefined, params)
      }
      const { result, written } = await transport.watch(rules, send)
      exchange.headers = base
      const general = result.ok ? textOf(member(result.value, 'id')) : null
      const answer = toAnswer(call.venue, leftOf(written), general, order.key)
      // A market that has halted or is gone says so first by refusing.
      if (answer.phase !== 'answered' || answer.orderId === null) session.list.doubt()
      return { kind: 'answer', answer: withFilled(exchange, answer, leftOf(written), order) }
    }
    case 'cancel': {
      const { orderId, order } = ask.question
      const { cancelBy } = adapterOf(call.venue)
      if (orderId === null && cancelBy === null) {
        return { kind: 'answer', answer: { phase: 'not-sent', detail: reason('CANCEL_NEEDS_ID') } }
      }
      const check = cancelCheck(call.venue, { ...termsOf(session, call), key: order.key, orderId })
      const { written } = await transport.watch({ deadlineMs: ORDER_DEADLINE_MS, purpose: 'order', check }, () =>
        exchange.cancelOrder(
          orderId ?? (undefined as unknown as string),
          order.market,
          orderId === null && cancelBy !== null ? { [cancelBy]: order.key } : {},
        ),
      )
      return { kind: 'answer', answer: toAnswer(call.venue, leftOf(written), null, order.key) }
    }
    case 'find': {
      const purpose = ask.isBackground === true ? 'look-up' : 'read'
      const found = await findOrder({ exchange, transport, record, list: session.list, purpose }, ask.question)
      // Of an order that stands no silence proves anything. Else after the last place was asked, so that all are at least as new.
      const venueNow = ask.question.orderId === null ? await timeAt(session, { ...reads, purpose }) : null
      return { kind: 'round', round: { ...found, venueNow, late: session.late.get(ask.question.order.key) ?? null } }
    }
    case 'known': {
      const purpose = ask.isBackground === true ? 'look-up' : 'read'
      return { kind: 'known', found: await readKnown({ exchange, transport, record, purpose }, ask.questions) }
    }
    case 'offset':
      return {
        kind: 'offset',
        offset: Math.round(session.venueNow() - clock.now()),
        ageMs: session.measuredAt === null ? 0 : clock.monotonic() - session.measuredAt,
      }
    case 'markets': {
      const listings = listingsOf(exchange, ask.bases, session.venueNow())
      const symbols = listings.map(({ market }) => market)
      const fees = await readFees(exchange, transport, { deadlineMs: FEES_DEADLINE_MS }, clock, symbols)
      return { kind: 'listings', listings: withFees(listings, fees) }
    }
    default:
      return spot(session, ask, reads, clock)
  }
}

/** What an order needs to know goes out as the order itself. */
function timing(ask: VenueAsk): [Purpose, number | undefined] {
  const isOrder = ask.kind === 'offset' || ask.kind === 'place' || ask.kind === 'cancel'
  return [isOrder ? 'order' : 'read', ask.kind === 'offset' ? ask.maxAgeMs : undefined]
}

/** The exchange's time; `null` where it does not tell. */
async function timeAt({ exchange, transport }: Session, rules: CallRules): Promise<number | null> {
  const { result } = await transport.watch(rules, () => exchange.fetchTime())
  return result.ok && isWhole(result.value) ? result.value : null
}

/** What leaves after the moment that was written down as its last would be valid for longer than the proof reckons with. */
function outdated({ validUntil }: OutgoingOrder, venueNow: number): Reason | null {
  return validUntil === null || venueNow <= validUntil ? null : reason('SENT_TOO_LATE')
}

function keepLate(late: Map<string, Answer>, key: string, answer: Answer): void {
  late.set(key, answer)
  const [oldest] = late.keys()
  if (late.size > LATE_ANSWERS && oldest !== undefined) late.delete(oldest)
}

/** Of the requests that write, the one of which something has left; else the last word on why none has. */
const leftOf = (written: HttpOutcome[]): HttpOutcome | undefined =>
  written.find(({ phase }) => phase !== 'not-sent') ?? written.at(-1)

function termsOf({ exchange }: Session, { venue, environment, ask }: VenueCall) {
  const market = ask.kind === 'place' ? ask.order.market : ask.kind === 'cancel' ? ask.question.order.market : ''
  const marketId = textOf(member(exchange.markets, market, 'id')) ?? ''
  return { marketId, environment, windowMs: recordOf(venue).validity?.windowMs ?? 0 }
}

// Judged by what came over the wire. An error of ccxt's says nothing that could be trusted.
function toAnswer(venue: string, outcome: HttpOutcome | undefined, general: string | null, sentKey: string): Answer {
  if (outcome === undefined) return { phase: 'not-sent', detail: reason('ORDER_NOT_BUILT') }
  if (outcome.phase !== 'answered') return outcome
  const { status } = outcome
  const empty = { phase: 'answered', status, order: null, buried: false } as const
  let body: unknown
  try {
    body = parseBody(outcome.body)
  } catch {
    return { phase: 'lost', sent: 'whole', detail: reason('ANSWER_UNREADABLE', { status }) }
  }
  const record = recordOf(venue)
  const { code, message, orderId, key, isRefusal } = record.read(status, body)
  if (key !== null && key !== sentKey) return { phase: 'lost', sent: 'whole', detail: reason('ANSWER_OF_OTHER_ORDER') }
  // Where nothing is documented only a success with an id that ccxt found counts.
  const known = record.refusals.length > 0
  const accepted = status >= 200 && status < 300 && general !== null && isTold(body, general) ? general : null
  return { ...empty, code, message, orderId: known ? orderId : accepted, ...(isRefusal ? { isRefusal } : {}) }
}

/** An id of more signs is none of an exchange. */
const MAX_ID = 64

// ccxt makes an id of an answer that is only a word; one that counts stands in the answer by itself.
function isTold(body: unknown, id: string): boolean {
  if (typeof body !== 'object' || body === null || id.length > MAX_ID) return false
  return Object.values(body).some((value) => textOf(value) === id || isTold(value, id))
}
