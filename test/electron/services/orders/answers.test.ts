// The judgement of answers: every status with every code and kind of body. Unknown is the default.

import { expect, it } from 'vitest'
import type { Answer, OutgoingOrder } from '../../../../electron/ports/system.ts'
import type { VenueOrder } from '../../../../electron/ports/venue.ts'
import { judgePlacing, wordsOf } from '../../../../electron/services/orders/answers.ts'
import type { RequestField } from '../../../../shared/reasons/exchanges.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { GATEWAY } from '../../../../shared/venues/gateway.ts'
import { codeAndWords } from '../../../../shared/venues/words.ts'
import { newOrder, venueOrder } from '../../../support/profile/journal.ts'

const recorded = newOrder()
const sent: OutgoingOrder = {
  key: recorded.venueClientId,
  market: recorded.market,
  side: recorded.side,
  type: recorded.type,
  timeInForce: recorded.timeInForce,
  amount: recorded.amount,
  price: recorded.price,
  stopPrice: recorded.stopPrice,
  validUntil: null,
}

function answered(status: number, code: string | null, order: VenueOrder | null = null, buried = false): Answer {
  return { phase: 'answered', status, code, message: 'words', order, orderId: null, buried }
}

const STATUSES = [
  200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 408, 409, 410, 413, 418, 422, 429, 500, 502, 503, 504,
]
const REFUSALS = [
  'INSUFFICIENT_FUNDS',
  'STEP',
  'TICK',
  'MIN_AMOUNT',
  'MAX_AMOUNT',
  'MIN_NOTIONAL',
  'MARKET_UNKNOWN',
  'MARKET_NOT_TRADING',
  'LIMIT_ONLY',
  'POST_ONLY_WOULD_CROSS',
]
const OTHERS = [
  null,
  '',
  'BAD_REQUEST',
  'CANNOT_OPEN',
  'IDEMPOTENCY_KEY_MISSING',
  'SIGNATURE_INVALID',
  'KEY_UNKNOWN',
  'REQUEST_EXPIRED',
  'NONCE_REUSED',
  'ORDER_NOT_FOUND',
  'NOT_FOUND',
  'IN_FLIGHT',
  'KEY_BURIED',
  'TOO_LARGE',
  'IDEMPOTENCY_KEY_REUSED',
  'INTERNAL',
  'SOMETHING_NEW',
  'step',
]

it('refused: only a listed code with 422, everything else without an order is unknown', () => {
  for (const status of STATUSES) {
    for (const code of [...REFUSALS, ...OTHERS]) {
      for (const buried of [true, false]) {
        const { kind } = judgePlacing(answered(status, code, null, buried), sent, GATEWAY)
        const refused = status === 422 && code !== null && REFUSALS.includes(code)
        expect([status, code, kind]).toEqual([status, code, refused ? 'refused' : 'unknown'])
      }
    }
  }
})

it('hands code and words of a refusal on', () => {
  expect(judgePlacing(answered(422, 'STEP'), sent, GATEWAY)).toEqual({
    kind: 'refused',
    because: 'order',
    code: 'STEP',
    message: 'words',
  })
})

it('accepted: an order that is exactly the one that was sent, in whatever state', () => {
  for (const status of ['open', 'partially-filled', 'filled', 'canceled', 'expired', 'rejected'] as const) {
    const order = venueOrder(recorded, { status })
    expect(judgePlacing(answered(200, null, order), sent, GATEWAY)).toEqual({ kind: 'accepted', order })
  }
  const spelt = venueOrder(recorded, { amount: '100.00' })
  expect(judgePlacing(answered(200, null, spelt), sent, GATEWAY).kind).toBe('accepted')
})

it.each<[Partial<VenueOrder>, RequestField[]]>([
  [{ key: 'another' }, ['key']],
  [{ market: 'MOVE/USDT' }, ['market']],
  [{ side: 'sell' }, ['side']],
  [{ type: 'limit' }, ['type']],
  [{ amount: '100.000000000000000001' }, ['amount']],
  [{ amount: '1' }, ['amount']],
  [{ price: '0.1' }, ['price']],
  [{ side: 'sell', amount: '1' }, ['side', 'amount']],
])('conflict: an order with %j is not ours', (change, fields) => {
  const order = venueOrder(recorded, change)
  const conflict = { kind: 'conflict', detail: reason('OTHER_TERMS', { fields }) }
  expect(judgePlacing(answered(200, null, order), sent, GATEWAY)).toEqual(conflict)
})

it('compares limit prices as numbers', () => {
  const limit = { ...sent, type: 'limit' as const, price: '0.1' }
  const told = (price: string | null) =>
    judgePlacing(answered(200, null, venueOrder(recorded, { type: 'limit', price })), limit, GATEWAY).kind
  expect([told('0.10'), told('0.11'), told(null)]).toEqual(['accepted', 'conflict', 'conflict'])
})

it('compares stop prices as numbers, and takes one that is not told any more for the same', () => {
  const stop = { ...sent, type: 'stop-limit', price: '0.2', stopPrice: '0.1' } as const
  const told = (changes: Partial<VenueOrder>, order: OutgoingOrder = stop) => {
    const shown = venueOrder(recorded, { type: 'stop-limit', price: '0.2', ...changes })
    return judgePlacing(answered(200, null, shown), order, GATEWAY).kind
  }
  expect(told({ stopPrice: '0.10' })).toBe('accepted')
  expect(told({ stopPrice: '0.11' })).toBe('conflict')
  expect(told({ stopPrice: null })).toBe('accepted')
  expect(told({ type: 'limit', stopPrice: null })).toBe('conflict')
  expect(told({ type: 'limit', stopPrice: '0.1' }, { ...stop, type: 'limit', stopPrice: null })).toBe('conflict')
  expect(told({ stopPrice: null }, { ...stop, type: 'limit', stopPrice: null })).toBe('conflict')
})

it.each<[Partial<VenueOrder>, RequestField[]]>([
  [{ stopPrice: '0.11' }, ['stop-price']],
  [{ type: 'limit', stopPrice: null }, ['type', 'stop-price']],
  [{ type: 'limit', stopPrice: '0.1' }, ['type']],
])('conflict: an order with %j is not our stop-limit order', (change, fields) => {
  const stop = { ...sent, type: 'stop-limit', price: '0.2', stopPrice: '0.1' } as const
  const shown = venueOrder(recorded, { type: 'stop-limit', price: '0.2', ...change })
  const detail = reason('OTHER_TERMS', { fields })
  expect(judgePlacing(answered(200, null, shown), stop, GATEWAY)).toEqual({ kind: 'conflict', detail })
})

const SAID = reason('CONNECTION_BROKE_WITHIN')

it('not sent is not sent, and a lost answer is unknown', () => {
  expect(judgePlacing({ phase: 'not-sent', detail: SAID }, sent, GATEWAY)).toEqual({ kind: 'not-sent', detail: SAID })
  expect(judgePlacing({ phase: 'lost', sent: 'whole', detail: SAID }, sent, GATEWAY)).toEqual({
    kind: 'unknown',
    detail: SAID,
  })
})

it('says what settled nothing, without the words of the venue', () => {
  const verdict = judgePlacing(answered(500, 'INTERNAL'), sent, GATEWAY)
  expect(verdict).toEqual({
    kind: 'unknown',
    detail: reason('ANSWER_SETTLES_NOTHING', { status: 500, code: 'INTERNAL' }),
  })
  const bare = judgePlacing(answered(502, null), sent, GATEWAY)
  expect(bare).toEqual({ kind: 'unknown', detail: reason('ANSWER_SETTLES_NOTHING', { status: 502, code: null }) })
})

it('hands on what the exchange said of its own accord, and nothing where it accepted or was silent', () => {
  const said = (answer: Partial<Extract<Answer, { phase: 'answered' }>>) =>
    wordsOf({ ...answered(400, 'TICK'), ...answer } as Answer)
  expect(said({})).toBe(codeAndWords('TICK', 'words'))
  expect(said({ code: null })).toBe('words')
  expect(said({ code: null, message: '' })).toBeNull()
  expect(said({ order: venueOrder(recorded) })).toBeNull()
  expect(said({ orderId: '7' })).toBeNull()
  const detail = reason('KEY_KNOWN_THERE')
  expect(wordsOf({ phase: 'not-sent', detail })).toBeNull()
  expect(wordsOf({ phase: 'lost', sent: null, detail })).toBeNull()
})
