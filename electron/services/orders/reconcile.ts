// Decides from look-ups what became of an order. Pure. "Not found" alone is never "not placed": it becomes that only when
// the venue itself would refuse the request by now, every place was looked at, and nobody traded in the meantime.

import { compare } from '../../../shared/decimal.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import type { VenueRecord } from '../../../shared/venues/record.ts'
import type { SearchMemory } from '../../ports/stores.ts'
import type { LookupPass, OutgoingOrder } from '../../ports/system.ts'
import type { VenueFill, VenueOrder, VenueOrderStatus } from '../../ports/venue.ts'
import { differences } from './answers.ts'

/** Between two rounds that both count for a proof, milliseconds of the venue's clock. */
const APART_MS = 5_000
const ROUNDS_FOR_PROOF = 2
/**
 * What a stream that stood all the while has not told is not there. One that is dead is noticed by its pings, of which two may
 * be missed, half a minute each.
 */
const STREAM_LAG_MS = 90_000
/** After so many rounds without an answer the trader is told that it may stay open, and what he can do. */
const ROUNDS_UNTIL_STUCK = 20
/** The same where silence becomes a proof, which takes eleven minutes: a round that fails now and then is no reason to give up. */
const ROUNDS_UNTIL_PROVEN = 40

export type Finding =
  | { kind: 'found'; order: VenueOrder }
  | { kind: 'conflict'; detail: Reason }
  /** Every place was looked at, and the order is in none. */
  | { kind: 'negative' }
  | { kind: 'inconclusive'; detail: Reason }

/**
 * What one round says. `knows` tells whether the venue's id is that of another order of this account, which explains a
 * trade.
 */
export function judgeRound(
  round: LookupPass,
  sent: OutgoingOrder,
  record: VenueRecord,
  own: { orderId: string | null; knows: (orderId: string) => boolean },
): Finding {
  const seen = round.legs.flatMap((leg) => (leg.state === 'answered' ? leg.orders : []))
  const ours = seen.filter(({ key, orderId }) => key === sent.key || orderId === own.orderId)
  const ids = new Set(ours.map(({ orderId }) => orderId))
  if (ids.size > 1) {
    return { kind: 'conflict', detail: reason('TWO_ORDERS_OF_KEY', { ids: [...ids] }) }
  }
  const [first, ...others] = ours
  if (first !== undefined) {
    const order = others.reduce(newest, first)
    const different = differences(order, sent)
    return different === null ? { kind: 'found', order } : { kind: 'conflict', detail: different }
  }
  return missing(round, record, own.knows)
}

function missing(round: LookupPass, record: VenueRecord, knows: (orderId: string) => boolean): Finding {
  for (const leg of round.legs) {
    if (leg.state === 'failed') return { kind: 'inconclusive', detail: leg.detail }
    const orderId = leg.unmatched.find((id) => !knows(id))
    if (orderId !== undefined) {
      return { kind: 'inconclusive', detail: reason('TRADE_OF_UNKNOWN_ORDER', { orderId }) }
    }
  }
  const asked = round.legs.map(({ leg }) => leg)
  const left = record.legs.find((leg) => !asked.includes(leg))
  if (left !== undefined) return { kind: 'inconclusive', detail: reason('PLACE_NOT_ASKED', { leg: left }) }
  return { kind: 'negative' }
}

const RANK: Readonly<Record<VenueOrderStatus, number>> = {
  open: 0,
  'partially-filled': 1,
  canceled: 2,
  expired: 2,
  rejected: 2,
  filled: 3,
}

/** The later of two views of one order, with the fills of both: lists lag behind each other. */
function newest(one: VenueOrder, other: VenueOrder): VenueOrder {
  const further = compare(other.filled, one.filled) || RANK[other.status] - RANK[one.status]
  const later = further > 0 ? other : one
  const fills = new Map<string, VenueFill>([...one.fills, ...other.fills].map((fill) => [fill.fillId, fill]))
  return { ...later, fills: [...fills.values()] }
}

/**
 * What is remembered after this round. `wasHeard`: a stream of the account's orders has stood since before the first byte, so
 * that it would have told of the order.
 */
export function remember(
  before: SearchMemory,
  finding: Finding,
  venueNow: number | null,
  { type, validUntil }: Pick<OutgoingOrder, 'type' | 'validUntil'>,
  record: VenueRecord,
  wasHeard: boolean,
): SearchMemory {
  const after = { ...before, rounds: before.rounds + 1 }
  const { validity } = record
  if (finding.kind !== 'negative' || venueNow === null || validUntil === null || validity === null) return after
  // A stop-limit order can be out of sight for long and stand there all the same.
  const apart = type === 'stop-limit' ? validity.stopSilenceMs : APART_MS
  // Between the two rounds of a stop-limit order more time passes than any look-up lags.
  const lag = type === 'stop-limit' ? 0 : wasHeard ? STREAM_LAG_MS : validity.lagMs
  if (apart === undefined || venueNow <= validUntil + validity.marginMs + lag) return after
  if (before.lastSilentAt !== null && venueNow - before.lastSilentAt < apart) return after
  return { ...after, silent: before.silent + 1, lastSilentAt: venueNow }
}

/** True when no order of this sending exists or can come to be. */
export function isConfirmedMissing({ silent }: SearchMemory): boolean {
  return silent >= ROUNDS_FOR_PROOF
}

/**
 * True when looking on by itself will hardly settle it; it goes on all the same. Where complete rounds will make a proof it
 * is only a matter of time.
 */
export function isStuck(
  { rounds }: SearchMemory,
  finding: Finding,
  { type, validUntil }: Pick<OutgoingOrder, 'type' | 'validUntil'>,
  venueNow: number | null,
): boolean {
  if (validUntil === null) return rounds >= ROUNDS_UNTIL_STUCK
  // The half hour of a stop-limit order is too long to be left without a word.
  const isOnItsWay = finding.kind === 'negative' && venueNow !== null && type !== 'stop-limit'
  return rounds >= ROUNDS_UNTIL_PROVEN && !isOnItsWay
}
