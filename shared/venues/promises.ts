// What each exchange promises about orders, apart from how its answers are judged: the page shows these facts, and the
// tables of its answers, which are many times longer, stay out of what the page has to load.

import { DAY_MS, HOUR_MS, LOOK_UP_LAG_MS, STOP_SILENCE_MS, type VenueRecord } from './record.ts'

/** The part of a venue's record that the page shows too. */
export type VenuePromises = Pick<
  VenueRecord,
  'keyRule' | 'validity' | 'legs' | 'resend' | 'retention' | 'testing' | 'tellsRights' | 'orderTypes' | 'timesInForce'
>

/** By the venue's id. The sources stand in each venue's own file. */
export const PROMISES = {
  binance: {
    // "Orders with the same newClientOrderID can be accepted only when the previous one is filled": a market order that
    // filled at once has freed its key, so sending it again would buy twice.
    keyRule: 'unique-while-open',
    // `recvWindow` is checked on receipt and again before the matching engine, which itself may take ten seconds.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS, stopSilenceMs: STOP_SILENCE_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: 90 * DAY_MS },
    testing: 'own-host',
    tellsRights: true,
    // STOP_LOSS_LIMIT: in the same lists, under the same key, with type and stop price also after it has triggered.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  kraken: {
    keyRule: 'unique-while-open',
    // `deadline`, at most 60 seconds ahead.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS, stopSilenceMs: STOP_SILENCE_MS },
    // There is no look-up by key alone: both lists are asked with `cl_ord_id`.
    legs: ['open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    tellsRights: true,
    // stop-loss-limit, in the same lists. Its FIX pages say that a triggered one is told as a limit order, its REST pages that
    // `misc` says "stopped" and that `stopprice` is for trailing stops only; both forms are understood.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  coinbase: {
    // "If the ID provided is not unique, the order will not be created and the order corresponding with that ID will be
    // returned instead." The list of refusals has a DUPLICATE_CLIENT_ORDER_ID all the same, so both are understood.
    keyRule: 'replayed',
    validity: null,
    legs: ['history', 'trades'],
    resend: 'replay',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    tellsRights: true,
    // stop_limit_stop_limit_gtc, in the same lists, with its whole configuration also after it has triggered.
    orderTypes: ['market', 'limit', 'stop-limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  bybit: {
    keyRule: 'unique',
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: 7 * DAY_MS, unfilledMs: DAY_MS },
    testing: 'own-host',
    tellsRights: true,
    // No stop-limit: those are told only to who asks with `orderFilter=StopOrder`, and become another order with another id
    // when they trigger. None of the look-ups here would see them.
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  okx: {
    keyRule: 'unique-while-open',
    // The header `expTime`.
    validity: { windowMs: 5_000, marginMs: 11_000, lagMs: LOOK_UP_LAG_MS },
    legs: ['id', 'open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: 90 * DAY_MS, unfilledMs: 2 * HOUR_MS },
    testing: 'header',
    tellsRights: true,
    // No stop-limit: conditional orders are algo orders there, with lists and ids of their own, which become another order
    // when they trigger. None of the look-ups here would see them.
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
  gateway: {
    keyRule: 'replayed',
    validity: null,
    legs: ['id'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'own-host',
    tellsRights: false,
    orderTypes: ['market', 'limit'],
    timesInForce: ['gtc', 'ioc', 'post-only'],
  },
} as const satisfies Readonly<Record<string, VenuePromises>>

/**
 * What is sent where. A limit order says price and amount of the coin by itself. What the amount of a market order counts is
 * another thing at each venue: at Bitget and Gate a buy's is money. MEXC has `quantity` for the coin and `quoteOrderQty` for money
 * ("New Order" of its spot pages). An order for Gate or GRVT has not come through the last look before the first byte yet.
 */
const ORDER_TYPES: Readonly<Record<string, VenueRecord['orderTypes']>> = {
  mexc: ['market', 'limit'],
  gate: [],
  grvt: [],
}

/** Of a venue without a record of its own nothing is taken for granted. */
export function generalPromises(venue: string): VenuePromises {
  return {
    keyRule: 'unchecked',
    validity: null,
    legs: ['open', 'history', 'trades'],
    resend: 'never',
    retention: { closedMs: null, unfilledMs: null },
    testing: 'none',
    tellsRights: false,
    orderTypes: ORDER_TYPES[venue] ?? ['limit'],
    timesInForce: ['gtc'],
  }
}

/** The same facts as in the venue's record. */
export function promisesOf(venue: string): VenuePromises {
  const id = venue === 'practice' ? 'gateway' : venue
  return Object.entries(PROMISES).find(([name]) => name === id)?.[1] ?? generalPromises(id)
}
