// The order's state machine, written out once more as a table, and walked at random.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ORDER_STATUSES, type OrderStatus } from '../../shared/order.ts'
import {
  isBelievedDead,
  isInDoubt,
  isLive,
  isUnsettled,
  mayBecome,
  PRESUMED_CLOSED,
  UNFINISHED,
} from '../../shared/order-states.ts'
import { announcedSeed } from '../support/hostile/seed.ts'

const seed = announcedSeed('walks of a status')

const EVIDENCE: OrderStatus[] = ['open', 'partially-filled', 'filled', 'canceled', 'expired']

/** Which status may follow which; what is not here is forbidden, but for staying what it is. */
const TABLE: Record<OrderStatus, OrderStatus[]> = {
  recorded: ['submitting', 'abandoned', 'not-sent'],
  submitting: [...EVIDENCE, 'rejected', 'not-sent', 'unknown', 'conflict'],
  unknown: [...EVIDENCE, 'submitting', 'rejected', 'not-placed', 'stuck', 'conflict'],
  stuck: [...EVIDENCE, 'rejected', 'not-placed', 'conflict'],
  open: ['partially-filled', 'filled', 'canceled', 'expired', 'rejected', 'conflict'],
  'partially-filled': ['filled', 'canceled', 'expired', 'conflict'],
  filled: [],
  canceled: [],
  expired: [],
  conflict: [],
  rejected: [...EVIDENCE, 'conflict'],
  'not-sent': [...EVIDENCE, 'conflict'],
  abandoned: [...EVIDENCE, 'conflict'],
  'not-placed': [...EVIDENCE, 'conflict'],
}

const pairs = ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((to) => [from, to] as const))

it('allows exactly the moves of the table', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...ORDER_STATUSES].sort())
  for (const [from, to] of pairs) {
    expect([from, to, mayBecome(from, to)]).toEqual([from, to, from === to || TABLE[from].includes(to)])
  }
})

it('sends again only what is unknown, where a repeat asks for the first order, and never forgets that it was sent', () => {
  for (const [from, to] of pairs) {
    if (to === 'submitting' && from !== to) {
      expect([from, mayBecome(from, to)]).toEqual([from, from === 'recorded' || from === 'unknown'])
    }
    if (to === 'recorded' && from !== to) expect(mayBecome(from, to)).toBe(false)
    if (to === 'abandoned' && from !== to) expect([from, mayBecome(from, to)]).toEqual([from, from === 'recorded'])
  }
})

it('tells unsettled and live apart', () => {
  const unsettled = ORDER_STATUSES.filter(isUnsettled)
  expect(unsettled).toEqual(['recorded', 'submitting', 'unknown', 'stuck', 'conflict'])
  expect(ORDER_STATUSES.filter(isLive)).toEqual(['submitting', 'open', 'partially-filled', 'unknown', 'stuck'])
})

it('keeps at hand what may still change or keeps something back, and nothing else', () => {
  expect([...UNFINISHED].toSorted()).toEqual(
    ORDER_STATUSES.filter((status) => isUnsettled(status) || isLive(status)).toSorted(),
  )
  expect(new Set(UNFINISHED).size).toBe(UNFINISHED.length)
})

it('takes back by evidence exactly the ends at which the venue was never seen to have the order', () => {
  const dead: OrderStatus[] = ['rejected', 'not-sent', 'abandoned', 'not-placed']
  expect(PRESUMED_CLOSED).toEqual(dead)
  expect(ORDER_STATUSES.filter(isBelievedDead).toSorted()).toEqual(dead.toSorted())
})

it('is in doubt while it is unsettled, until the trader has judged it', () => {
  const doubted = (decidedAt: string | null) => ORDER_STATUSES.filter((status) => isInDoubt({ status, decidedAt }))
  expect(doubted(null)).toEqual(ORDER_STATUSES.filter(isUnsettled))
  expect(doubted('2026-11-28T12:00:00.000Z')).toEqual([])
})

const FINAL: OrderStatus[] = [
  'filled',
  'canceled',
  'expired',
  'rejected',
  'not-sent',
  'abandoned',
  'not-placed',
  'conflict',
]

it('leaves a final status on no walk but by late evidence of the order itself', () => {
  const wishes = fc.array(fc.constantFrom(...ORDER_STATUSES), { maxLength: 40 })
  fc.assert(
    fc.property(wishes, (walk) => {
      let status: OrderStatus = 'recorded'
      for (const wish of walk) {
        if (!mayBecome(status, wish)) continue
        if (FINAL.includes(status) && wish !== status) expect([...EVIDENCE, 'conflict']).toContain(wish)
        if (status === 'filled' || status === 'canceled' || status === 'expired') expect(wish).toBe(status)
        status = wish
      }
    }),
    { seed, numRuns: 2_000 },
  )
})
