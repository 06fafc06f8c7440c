// The search for an order: what one round says, and when silence becomes a proof.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchMemory } from '../../../../electron/ports/stores.ts'
import type { LookupPass, LookupResult } from '../../../../electron/ports/system.ts'
import type { VenueOrder } from '../../../../electron/ports/venue.ts'
import { isConfirmedMissing, isStuck, judgeRound, remember } from '../../../../electron/services/orders/reconcile.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { newOrder, venueOrder } from '../../../support/profile/journal.ts'
import { outgoing } from '../../../support/questions.ts'

const recorded = newOrder()
const { venueClientId, market, side, type, amount, price } = recorded
const sent = outgoing(venueClientId, { market, side, type, amount, price, validUntil: 5_000 })
const BINANCE = recordOf('binance')
const NO_MEMORY: SearchMemory = { rounds: 0, silent: 0, lastSilentAt: null }
const OWN: Parameters<typeof judgeRound>[3] = { orderId: null, knows: () => false }
const ours = (change: Partial<VenueOrder> = {}) => venueOrder(recorded, { orderId: 'v-1', ...change })

const answered = (leg: LookupResult['leg'], orders: VenueOrder[] = [], unmatched: string[] = []): LookupResult => ({
  leg,
  state: 'answered',
  orders,
  unmatched,
})
const failed = (leg: LookupResult['leg']): LookupResult => ({
  leg,
  state: 'failed',
  detail: reason('PLACE_UNANSWERED', { leg }),
})
const silent = (): LookupResult[] => BINANCE.legs.map((leg) => answered(leg))
const roundWith = (...legs: LookupResult[]): LookupPass => ({
  legs: silent().map((leg) => legs.find((other) => other.leg === leg.leg) ?? leg),
  venueNow: 100_000,
  late: null,
})
const judge = (round: LookupPass, own = OWN) => judgeRound(round, sent, BINANCE, own)

describe('one round', () => {
  it.each(BINANCE.legs)('finds the order in %s alone', (leg) => {
    expect(judge(roundWith(answered(leg, [ours()])))).toEqual({ kind: 'found', order: ours() })
  })

  it('finds it by the id of the venue, where the venue does not repeat the key', () => {
    const byId = judge(roundWith(answered('history', [ours({ key: '' })])), { ...OWN, orderId: 'v-1' })
    expect(byId).toEqual({ kind: 'conflict', detail: reason('OTHER_TERMS', { fields: ['key'] }) })
  })

  it('finds it though other places fail', () => {
    expect(judge(roundWith(answered('id', [ours()]), failed('history'), failed('trades'))).kind).toBe('found')
  })

  it('takes the later of two views, with the fills of both', () => {
    const fill = { fillId: 'f-1', price: '1', amount: '40', fee: { asset: 'USDT', amount: '0' }, at: '' }
    const before = ours({ status: 'partially-filled', filled: '40', fills: [fill] })
    const after = ours({ status: 'canceled', filled: '60', fills: [{ ...fill, fillId: 'f-2', amount: '20' }] })
    for (const legs of [
      [answered('open', [before]), answered('history', [after])],
      [answered('open', [after]), answered('history', [before])],
    ]) {
      const finding = judge(roundWith(...legs))
      expect(finding).toMatchObject({ kind: 'found', order: { status: 'canceled', filled: '60' } })
      expect(finding.kind === 'found' && finding.order.fills.map(({ fillId }) => fillId).sort()).toEqual(['f-1', 'f-2'])
    }
  })

  it.each<[Partial<VenueOrder>, Partial<VenueOrder>]>([
    [{ status: 'open' }, { status: 'partially-filled' }],
    [{ status: 'open' }, { status: 'canceled' }],
    [{ status: 'partially-filled' }, { status: 'canceled' }],
    [{ status: 'partially-filled' }, { status: 'expired' }],
    [{ status: 'partially-filled' }, { status: 'rejected' }],
    [{ status: 'canceled' }, { status: 'filled' }],
    [{ status: 'expired' }, { status: 'filled' }],
    [{ status: 'rejected' }, { status: 'filled' }],
    // What has traded counts for more than a word.
    [
      { status: 'partially-filled', filled: '40' },
      { status: 'partially-filled', filled: '60' },
    ],
    [
      { status: 'canceled', filled: '40' },
      { status: 'partially-filled', filled: '60' },
    ],
  ])('takes %j for earlier than %j, whichever is seen first', (earlier, later) => {
    const [before, after] = [ours({ filled: '0', ...earlier }), ours({ filled: '0', ...later })]
    for (const [open, history] of [
      [before, after],
      [after, before],
    ] as const) {
      expect(judge(roundWith(answered('open', [open]), answered('history', [history])))).toMatchObject({
        kind: 'found',
        order: later,
      })
    }
  })

  it('takes the first of two views that are equally late', () => {
    const [one, other] = [ours({ status: 'canceled', filled: '0' }), ours({ status: 'expired', filled: '0' })]
    const finding = judge(roundWith(answered('open', [one]), answered('history', [other])))
    expect(finding).toMatchObject({ kind: 'found', order: { status: 'canceled' } })
  })

  it('is a conflict when two orders have the key, or the one has other terms', () => {
    const two = judge(roundWith(answered('open', [ours()]), answered('history', [ours({ orderId: 'v-2' })])))
    expect(two).toEqual({
      kind: 'conflict',
      detail: reason('TWO_ORDERS_OF_KEY', { ids: ['v-1', 'v-2'] }),
    })
    expect(judge(roundWith(answered('id', [ours({ amount: '1' })]))).kind).toBe('conflict')
  })

  it('is negative only when every place was looked at and nobody else traded', () => {
    expect(judge(roundWith())).toEqual({ kind: 'negative' })
    expect(judge(roundWith(answered('open', [ours({ key: 'other', orderId: 'v-9' })])))).toEqual({ kind: 'negative' })
    for (const leg of BINANCE.legs) {
      expect(judge(roundWith(failed(leg)))).toEqual({
        kind: 'inconclusive',
        detail: reason('PLACE_UNANSWERED', { leg }),
      })
      const without = { ...roundWith(), legs: silent().filter((other) => other.leg !== leg) }
      expect(judge(without)).toEqual({
        kind: 'inconclusive',
        detail: reason('PLACE_NOT_ASKED', { leg }),
      })
    }
    const traded = roundWith(answered('trades', [], ['v-7']))
    expect(judge(traded)).toEqual({
      kind: 'inconclusive',
      detail: reason('TRADE_OF_UNKNOWN_ORDER', { orderId: 'v-7' }),
    })
    expect(judge(traded, { ...OWN, knows: (orderId) => orderId === 'v-7' })).toEqual({ kind: 'negative' })
  })
})

describe('a proof', () => {
  const negative = { kind: 'negative' } as const
  const { marginMs = 0, lagMs = 0 } = BINANCE.validity ?? {}
  const lateBy = marginMs + lagMs + 5_000
  const askedAt = (times: (number | null)[], validUntil: number | null = 5_000, record = BINANCE) =>
    times.reduce(
      (memory, at) => remember(memory, negative, at, { type: 'market', validUntil }, record, false),
      NO_MEMORY,
    )

  it('needs two rounds, five seconds apart, after the venue would refuse it for sure', () => {
    expect(isConfirmedMissing(askedAt([lateBy + 1]))).toBe(false)
    expect(isConfirmedMissing(askedAt([lateBy + 1, lateBy + 5_000]))).toBe(false)
    expect(isConfirmedMissing(askedAt([lateBy + 1, lateBy + 5_001]))).toBe(true)
    expect(isConfirmedMissing(askedAt([lateBy, lateBy + 5_000]))).toBe(false)
    expect(isConfirmedMissing(askedAt([lateBy, lateBy + 5_000, lateBy + 10_000]))).toBe(true)
    expect(isConfirmedMissing(askedAt([1, 2, 3, 4, 5_000, lateBy]))).toBe(false)
  })

  it('needs more than half an hour between the two rounds for a stop-limit order, and is none where none are taken', () => {
    const halfAnHour = 30 * 60_000
    const lookedAfter = (pause: number, record = BINANCE) =>
      [lateBy + 1, lateBy + 5_001, lateBy + 1 + pause].reduce(
        (memory, at) => remember(memory, negative, at, { type: 'stop-limit', validUntil: 5_000 }, record, false),
        NO_MEMORY,
      )
    expect(isConfirmedMissing(lookedAfter(halfAnHour))).toBe(false)
    expect(isConfirmedMissing(lookedAfter(halfAnHour + 59_999))).toBe(false)
    expect(isConfirmedMissing(lookedAfter(halfAnHour + 60_000))).toBe(true)
    expect(isConfirmedMissing(lookedAfter(halfAnHour * 10, recordOf('okx')))).toBe(false)
    // More time passes between its rounds than any list lags, so its first round need not wait for the lists as well.
    const first = (at: number) =>
      remember(NO_MEMORY, negative, at, { type: 'stop-limit', validUntil: 5_000 }, BINANCE, false).silent
    expect([first(5_000 + marginMs), first(5_001 + marginMs)]).toEqual([0, 1])
  })

  it('is none without the clock of the venue, without a limit, or where nothing is promised', () => {
    const late = [lateBy * 10, lateBy * 20, lateBy * 30]
    expect(isConfirmedMissing(askedAt(late))).toBe(true)
    expect(isConfirmedMissing(askedAt([null, null, null]))).toBe(false)
    expect(isConfirmedMissing(askedAt(late, null))).toBe(false)
    // A clock that is not known is not one that stands at nought.
    expect(isConfirmedMissing(askedAt([null, null, null], -lateBy * 2))).toBe(false)
    expect(isConfirmedMissing(askedAt([1, 5_001], -lateBy * 2))).toBe(true)
    expect(isConfirmedMissing(askedAt(late, 5_000, recordOf('mexc')))).toBe(false)
  })

  it('is not made of rounds that settle nothing, which count for the patience alone', () => {
    const inconclusive = { kind: 'inconclusive', detail: reason('LISTING_UNTOLD') } as const
    let memory = NO_MEMORY
    for (let at = 0; at < 40; at += 1) {
      expect(isStuck(memory, inconclusive, sent, 0)).toBe(false)
      expect(isStuck(memory, inconclusive, { ...sent, validUntil: null }, 0)).toBe(at >= 20)
      memory = remember(memory, inconclusive, lateBy * (at + 2), sent, BINANCE, false)
    }
    expect([isStuck(memory, inconclusive, sent, 0), isConfirmedMissing(memory)]).toEqual([true, false])
  })

  it('is waited for, and not given up, while complete rounds find nothing', () => {
    const memory = { ...NO_MEMORY, rounds: 40 }
    expect(isStuck(memory, negative, sent, 1)).toBe(false)
    expect(isStuck(memory, negative, sent, null)).toBe(true)
    expect(isStuck(memory, negative, { ...sent, validUntil: null }, 1)).toBe(true)
    // Half an hour without a word is too long: a stop-limit order is said to be stuck meanwhile.
    expect(isStuck(memory, negative, { ...sent, type: 'stop-limit' }, 1)).toBe(true)
  })

  it('takes eleven minutes without a stream that stood all the while, and one and a half with it', () => {
    const afterMs = (ms: number, wasHeard: boolean) =>
      [0, 5_000].reduce(
        (memory, more) => remember(memory, negative, 5_000 + marginMs + ms + more, sent, BINANCE, wasHeard),
        NO_MEMORY,
      )
    expect([afterMs(lagMs, false), afterMs(lagMs + 1, false)].map(isConfirmedMissing)).toEqual([false, true])
    expect([afterMs(90_000, true), afterMs(90_001, true)].map(isConfirmedMissing)).toEqual([false, true])
    expect(lagMs).toBe(11 * 60_000)
  })

  it('is never made for an order that the venue accepts within its own limit, however late its lists are', () => {
    const seed = announcedSeed('late lists')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 600_000 }),
        (acceptedAt, pauses, lag) => {
          let now = 0
          let memory = NO_MEMORY
          for (const pause of pauses) {
            now += pause
            // The lists show it at last when the margin after its acceptance has passed.
            if (now >= acceptedAt + lag) return
            memory = remember(memory, negative, now, sent, BINANCE, false)
            expect(isConfirmedMissing(memory)).toBe(false)
          }
        },
      ),
      { seed },
    )
  })
})
