// One exchange as the probes ask it: Prelist's own client, transport, budget, parameters and look-ups, an order or a list at
// a time, each with how long it took. Of what comes back only codes, words and times are passed on.

import { createBudget } from '../../electron/adapters/ccxt/budget.ts'
import { type Client, openClient, type Place } from '../../electron/adapters/ccxt/client.ts'
import { probeKey } from '../../electron/adapters/ccxt/key-probe.ts'
import { listingsOf, type PlainListing } from '../../electron/adapters/ccxt/markets/listings.ts'
import { readPlaces } from '../../electron/adapters/ccxt/orders/find.ts'
import { placeParams } from '../../electron/adapters/ccxt/requests/place-params.ts'
import { sentCheck } from '../../electron/adapters/ccxt/requests/sent-check.ts'
import { signAt } from '../../electron/adapters/ccxt/signing-time.ts'
import type { CallRules } from '../../electron/adapters/ccxt/transport.ts'
import { spot } from '../../electron/adapters/ccxt/venue-reads.ts'
import type { HttpOutcome } from '../../electron/adapters/http-request.ts'
import type { Clock, LookupResult, OrderQuery, OutgoingOrder } from '../../electron/ports/system.ts'
import type { Credentials } from '../../electron/ports/vault.ts'
import type { ToldQuote } from '../../electron/ports/venue.ts'
import type { KeyCheck } from '../../shared/accounts.ts'
import { describeReason, reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'
import { member, textOf } from '../../shared/venues/json.ts'
import type { LookupSource, VenueRecord } from '../../shared/venues/record.ts'
import { recordOf } from '../../shared/venues/records.ts'
import type { Redact } from './redact.ts'

const ORDER_DEADLINE_MS = 5_000
const READ_DEADLINE_MS = 10_000
/** How late a late order is: longer than any exchange's window. */
export const LATE_MS = 70_000
/** These take the moment of expiry with the order. The others reckon it from the time of the signature. */
const EXPIRY_IS_SENT = ['binance', 'kraken', 'okx']

export interface Reply {
  phase: 'answered' | 'lost' | 'not-sent'
  status: number | null
  code: string | null
  message: string
  /** Never part of a record. */
  orderId: string | null
  tookMs: number
}

/** A look at one place reads a page or two; more are rare with a test account. */
const REQUESTS_A_LOOK = 3

export interface Session {
  record: VenueRecord
  /** Where the requests went, as origins. */
  hosts(): string[]
  /** What is public: the market and its price. @throws AppError */
  market(symbol: string): Promise<{ listing: PlainListing; quote: ToldQuote }>
  checkKey(): Promise<KeyCheck>
  place(order: Omit<OutgoingOrder, 'validUntil'>, isLate: boolean): Promise<Reply>
  cancel(orderId: string, market: string): Promise<Reply>
  look(leg: LookupSource, question: OrderQuery): Promise<{ answer: LookupResult; at: number }>
  venueNow(): number
  /** Milliseconds until a look may be asked for without asking too often. */
  restMs(): number
}

/** Opens it; the clock of the exchange is read first. @throws AppError */
export async function openSession(
  place: Place,
  credentials: Credentials,
  clock: Clock,
  redact: Redact,
): Promise<Session> {
  const record = recordOf(place.venue)
  const budget = createBudget(clock, record)
  const { exchange, transport } = await openClient(place, credentials, clock, budget)
  const hosts = new Set<string>()
  let offset = 0
  let skew = 0
  const venueNow = () => Math.round(clock.now() + offset)
  const signedAt = () => venueNow() - skew
  signAt(exchange, record, signedAt)
  const noted = (url: string) => {
    hosts.add(new URL(url).origin)
    return null
  }
  const reads = { deadlineMs: READ_DEADLINE_MS, check: ({ url }: { url: string }) => noted(url) }

  const read = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    const { result, outcomes } = await transport.watch(reads, call)
    if (result.ok) return result.value
    const why = outcomes.at(-1)
    const words =
      why === undefined ? '' : why.phase === 'answered' ? ` (status ${why.status})` : ` (${describeReason(why.detail)})`
    throw new AppError('VENUE_UNREACHABLE', `The exchange did not tell ${what}${redact(words)}.`)
  }
  const timed = async (call: () => ReturnType<typeof send>): Promise<Reply> => {
    const start = clock.monotonic()
    const { outcome, id } = await call()
    return { ...replyOf(record, outcome, id, redact), tookMs: Math.round(clock.monotonic() - start) }
  }
  const send = async (check: Pick<CallRules, 'check'>, call: () => Promise<unknown>) => {
    const rules = { deadlineMs: ORDER_DEADLINE_MS, isOrder: true, ...check }
    const { result, outcomes } = await transport.watch(rules, call)
    return { outcome: outcomes.at(-1), id: result.ok ? textOf(member(result.value, 'id')) : null }
  }

  if (exchange.has['fetchTime'] === true) {
    const before = clock.now()
    const told = await read('its time', () => exchange.fetchTime())
    if (typeof told === 'number') offset = told - (before + clock.now()) / 2
  }

  return {
    record,
    hosts: () => [...hosts],
    market: (symbol) => readMarket({ exchange, transport }, symbol, clock, read),
    checkKey: () => probeKey(exchange, transport, place, new Date(clock.now()).toISOString()),
    place: (plain, isLate) => {
      const windowMs = record.validity?.windowMs ?? 0
      const isSent = EXPIRY_IS_SENT.includes(place.venue)
      const at = venueNow() + windowMs - (isLate && isSent ? LATE_MS : 0)
      const order: OutgoingOrder = { ...plain, validUntil: record.validity === null ? null : at }
      const { params, headers } = placeParams(place.venue, order, windowMs)
      const base = exchange.headers
      const terms = {
        marketId: textOf(member(exchange.markets, order.market, 'id')) ?? '',
        environment: place.environment,
        windowMs,
        // Where it is not sent, it is in the stamp that is late on purpose.
        order: order.validUntil === null || !isLate || isSent ? order : { ...order, validUntil: at - LATE_MS },
      }
      return timed(async () => {
        exchange.headers = { ...base, ...headers }
        skew = isLate && !isSent ? LATE_MS : 0
        const [amount, price] = [order.amount, order.price] as unknown as [number, number]
        try {
          return await send({ check: sentCheck(place.venue, terms) }, () =>
            exchange.createOrder(order.market, order.type, order.side, amount, price, params),
          )
        } finally {
          exchange.headers = base
          skew = 0
        }
      })
    },
    cancel: (orderId, market) => timed(() => send({}, () => exchange.cancelOrder(orderId, market))),
    look: async (leg, question) => {
      const [answer] = await readPlaces(
        { exchange, transport, record: { ...record, legs: [leg] }, purpose: 'read' },
        question,
      )
      return { answer: answer ?? { leg, state: 'failed', detail: reason('EXCHANGE_NOT_ASKED') }, at: clock.monotonic() }
    },
    venueNow,
    restMs: () => budget.waitFor('read', REQUESTS_A_LOOK),
  }
}

async function readMarket(
  { exchange, transport }: Pick<Client, 'exchange' | 'transport'>,
  symbol: string,
  clock: Clock,
  read: <T>(what: string, call: () => Promise<T>) => Promise<T>,
): Promise<{ listing: PlainListing; quote: ToldQuote }> {
  await read('its markets', () => exchange.loadMarkets(true))
  const listing = listingsOf(exchange, [symbol.split('/')[0] ?? ''], clock.now()).find(
    ({ market }) => market === symbol,
  )
  if (listing?.stage !== 'trading')
    throw new AppError('NOT_FOUND', `${symbol} does not trade there; name another market.`)
  const list = { doubt: () => {}, dead: () => {}, living: (markets: readonly string[]) => [...markets] }
  const told = await spot(
    { exchange, transport, list, venueNow: clock.now },
    { kind: 'prices', markets: [symbol], assets: [] },
    { deadlineMs: READ_DEADLINE_MS },
    clock,
  )
  const quote = told.kind === 'quotes' ? told.quotes.find(({ market }) => market === symbol)?.quote : undefined
  if (quote === undefined) throw new AppError('VENUE_UNREACHABLE', `The exchange told no price of ${symbol}.`)
  return { listing, quote }
}

function replyOf(
  record: VenueRecord,
  outcome: HttpOutcome | undefined,
  id: string | null,
  redact: Redact,
): Omit<Reply, 'tookMs'> {
  const nothing = { status: null, code: null, orderId: null }
  if (outcome === undefined) {
    return { phase: 'not-sent', ...nothing, message: 'It could not be put into a request.' }
  }
  if (outcome.phase !== 'answered')
    return { phase: outcome.phase, ...nothing, message: redact(describeReason(outcome.detail)) }
  const { status, body } = outcome
  const parsed = parse(body)
  if (parsed === undefined) return { phase: 'lost', ...nothing, status, message: 'The answer could not be read.' }
  const { code, message } = record.refusals.length > 0 ? record.read(status, parsed) : general(status, parsed)
  const words = { status, code: code === null ? null : redact(code), message: redact(message) }
  return { phase: 'answered', ...words, orderId: code === null ? id : null }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Where the record reads no answers: the names under which nearly all exchanges put a code and its words. */
function general(status: number, body: unknown): { code: string | null; message: string } {
  const named = (...names: string[]) => names.map((name) => textOf(member(body, name))).find((text) => text !== null)
  const code = named('code', 'label', 'error_code', 'error')
  const message = named('msg', 'message', 'detail') ?? ''
  const isFine = status >= 200 && status < 300 && /^0*$|^200000$/.test(code ?? '')
  return { code: isFine ? null : (code ?? `status ${status}`), message }
}
