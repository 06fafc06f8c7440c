// What the audit log is told of an order's steps: terms, states and reasons. Of what a venue has written only its code.

import type { AuditDetail } from '../../../../shared/audit.ts'
import type { AttemptOutcome } from '../../../../shared/order.ts'
import { describeReason, type Reason } from '../../../../shared/reasons/reason.ts'
import type { OverrideUse } from '../../../ports/overrides.ts'
import type { NewOrder, OrderChange, OrderStep } from '../../../ports/stores.ts'

/** An order was written down, and under which overrides it goes out. */
export function recordedStep(order: NewOrder, uses: readonly OverrideUse[]): OrderStep {
  const { accountId, environment, market, side, type, amount, price, stopPrice } = order
  const stop = stopPrice === null ? {} : { stopPrice }
  const detail = { account: accountId, environment, market, side, type, amount, price, ...stop, ...usedUnder(uses) }
  return { kind: 'order', event: 'order-recorded', subject: order.intentId, detail }
}

function usedUnder(uses: readonly OverrideUse[]): AuditDetail {
  if (uses.length === 0) return {}
  const broken = uses.flatMap(({ breaches }) => breaches)
  const limits = broken.map(({ rule, share, limit }) => `${rule} ${share} over ${limit}`)
  return { overrides: uses.map(({ overrideId }) => overrideId).join(', '), limits: limits.join(', ').slice(0, 200) }
}

/** An attempt at sending it begins. */
export function attemptedStep(intentId: string, attempt: number): OrderStep {
  return { kind: 'order', event: 'order-attempted', subject: intentId, detail: { attempt } }
}

/** The attempt has an outcome, and `why` it is no acceptance. Of a refusal only the exchange's code is written down. */
export function answeredStep(
  intentId: string,
  attempt: number,
  outcome: AttemptOutcome,
  why: Reason | null,
  change: OrderChange,
): OrderStep {
  const reason = why === null ? null : (refusalCode(why) ?? describeReason(why))
  const detail = { attempt, outcome, ...(reason ? { reason } : {}), ...state(change) }
  return { kind: 'order', event: 'order-answered', subject: intentId, detail }
}

/** The order is in another state, without an attempt of ours. */
export function changedStep(intentId: string, from: string | null, change: OrderChange): OrderStep {
  return { kind: 'order', event: 'order-changed', subject: intentId, detail: { from, ...state(change) } }
}

/** The trader judged what nobody could tell. The reason is his own words; the log keeps their beginning. */
export function decidedStep(intentId: string, from: string | null, change: OrderChange, reason: string): OrderStep {
  const detail = { from, decided: true, reason, ...state(change) }
  return { kind: 'order', event: 'order-changed', subject: intentId, detail }
}

/** Sending was stopped or allowed again; `null` stands for every account. */
export function haltStep(accountId: string | null, halted: boolean): OrderStep {
  return { kind: 'order', event: halted ? 'sending-halted' : 'sending-resumed', subject: accountId, detail: {} }
}

/** A limit was set aside for one ticket. The reason is the trader's own words; the log keeps their beginning. */
export function overrideStep(intentId: string, reason: string, until: string): OrderStep {
  return { kind: 'rule', event: 'rule-overridden', subject: intentId, detail: { reason, until } }
}

function refusalCode({ code, params }: Reason): string | null {
  if (code === 'ANSWER_LATE') return params.why === null ? null : refusalCode(params.why)
  return code === 'EXCHANGE_REFUSED' ? params.code : null
}

function state({ status, venueOrder }: OrderChange) {
  return { status, ...(venueOrder ? { filled: venueOrder.filled, venueOrder: venueOrder.orderId } : {}) }
}
