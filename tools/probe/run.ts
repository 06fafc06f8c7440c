// Carries out the steps of one probe, each order only after the guard, and cleans up after itself however it ends.

import { randomBytes, randomUUID } from 'node:crypto'
import type { LookupResult } from '../../electron/ports/system.ts'
import type { VenueOrderStatus } from '../../electron/ports/venue.ts'
import type { LookupSource } from '../../shared/venues/record.ts'
import { cleanUp, isAccepted, isClosed, queryOf, type Sent } from './book.ts'
import type { SpendGuard } from './guard.ts'
import type { Parts } from './parts.ts'
import type { How, Probe, Step } from './plan.ts'
import { LATE_MS, type Reply, type Session } from './session.ts'
import type { Terms } from './terms.ts'

/** What one place showed at one look. */
export interface Sight {
  leg: LookupSource
  /** Since the answer before, milliseconds. */
  afterMs: number
  state: 'shown' | 'absent' | 'failed'
  /** Of the order, in Prelist's words. */
  status: VenueOrderStatus | null
}

export type StepResult =
  | {
      step: 'place'
      name: string
      sent: { key: string; keyLength: number; side: 'buy'; type: 'limit' } & Omit<Terms, 'cost'> & { lateByMs: number }
      reply: Omit<Reply, 'orderId'>
      isAccepted: boolean
      /** Whether the answer named the order of an earlier step. */
      isFirst: boolean
    }
  | { step: 'cancel'; name: string; reply: Omit<Reply, 'orderId'> }
  | { step: 'look'; name: string; where: 'orders' | 'trades'; sights: Sight[] }

export interface ProbeRun {
  steps: StepResult[]
  /** Why the probe did not come to its end; `null` when it did. */
  stopped: string | null
  left: string[]
}

export interface Course {
  session: Session
  market: string
  terms: Record<How, Terms>
  guard: SpendGuard
  parts: Pick<Parts, 'clock' | 'pause' | 'signal'>
  /** On the monotonic clock: no step begins later. */
  until: number
}

/** Thrown inside a probe whose further steps would ask nothing. */
class Stopped extends Error {}

/** Runs the probe. Never rejects: what goes wrong is part of the result. */
export async function runProbe(probe: Probe, course: Course): Promise<ProbeRun> {
  const { guard, terms, parts, session } = course
  const costs = probe.steps.flatMap((step) => (step.kind === 'place' ? [terms[step.how].cost] : []))
  const problem = guard.problem(costs)
  if (problem !== null) return { steps: [], stopped: `${problem} Nothing was sent.`, left: [] }
  const steps: StepResult[] = []
  const sent: Sent[] = []
  let stopped: string | null = null
  try {
    const keys = new Map<string, string>()
    let answeredAt = parts.clock.monotonic()
    for (const step of probe.steps) {
      if (parts.signal.aborted) throw new Stopped('It was stopped.')
      if (parts.clock.monotonic() > course.until) throw new Stopped('The run had taken too long.')
      steps.push(await carryOut(step, course, { sent, keys, answeredAt }))
      if (step.kind !== 'look') answeredAt = parts.clock.monotonic()
      const lacks = lackOf(step, steps.at(-1))
      if (lacks !== null) throw new Stopped(lacks)
    }
  } catch (error) {
    // What anything else says is not known to be free of the key.
    stopped = error instanceof Stopped ? error.message : 'A step could not be carried out.'
  }
  return { steps, stopped, left: await cleanUp(session, sent, parts.pause) }
}

interface Memory {
  sent: Sent[]
  keys: Map<string, string>
  answeredAt: number
}

function lackOf(step: Step, result: StepResult | undefined): string | null {
  if (step.kind === 'place' && step.isNeeded === true && result?.step === 'place' && !result.isAccepted) {
    return 'The first order was not accepted.'
  }
  if (step.kind === 'look' && step.needs !== undefined && result?.step === 'look') {
    const has = result.sights.some(({ status }) => status === step.needs)
    return has ? null : `The first order was not seen ${step.needs}.`
  }
  return null
}

function carryOut(step: Step, course: Course, memory: Memory): Promise<StepResult> {
  switch (step.kind) {
    case 'place':
      return place(step, course, memory)
    case 'cancel':
      return cancel(step, course, memory)
    case 'look':
      return look(step, course, memory)
  }
}

/** Prelist's own form, or random digits of another length. */
const newKey = (session: Session, length: number | undefined): string =>
  length === undefined
    ? session.record.toClientOrderId(randomUUID())
    : randomBytes(Math.ceil(length / 2))
        .toString('hex')
        .slice(0, length)

async function place(
  step: Extract<Step, { kind: 'place' }>,
  { session, market, terms, guard }: Course,
  { sent, keys }: Memory,
): Promise<StepResult> {
  const key = keys.get(step.key) ?? newKey(session, step.keyLength)
  keys.set(step.key, key)
  const { cost, ...plain } = terms[step.how]
  const order = { key, market, side: 'buy', type: 'limit', stopPrice: null, ...plain } as const
  const taken = guard.take(cost, plain.amount)
  const since = session.venueNow()
  const unheard: Reply = { phase: 'lost', status: null, code: null, message: '', orderId: null, tookMs: 0 }
  // Noted before it leaves: whatever happens then, it is looked for.
  const entry: Sent = {
    name: step.name,
    order: { ...order, validUntil: null },
    reply: unheard,
    orderId: null,
    since,
    taken,
    isOver: false,
  }
  sent.push(entry)
  const reply = await session.place(order, step.isLate === true)
  const isFirst = reply.orderId !== null && sent.some(({ orderId }) => orderId === reply.orderId)
  entry.reply = reply
  if (isFirst || reply.phase === 'not-sent') {
    entry.isOver = true
    taken.settle('0')
  } else entry.orderId = reply.orderId
  const { orderId: _, ...told } = reply
  const { amount, price, timeInForce } = plain
  return {
    step: 'place',
    name: step.name,
    sent: {
      key: step.key,
      keyLength: key.length,
      side: 'buy',
      type: 'limit',
      amount,
      price,
      timeInForce,
      lateByMs: step.isLate === true ? LATE_MS : 0,
    },
    reply: told,
    isAccepted: isAccepted(reply),
    isFirst,
  }
}

async function cancel({ name }: { name: string }, { session, market }: Course, { sent }: Memory): Promise<StepResult> {
  const entry = sent.find((one) => one.name === name)
  if (entry === undefined || entry.orderId === null) {
    const reply = {
      phase: 'not-sent',
      status: null,
      code: null,
      message: 'There is no order to cancel.',
      tookMs: 0,
    } as const
    return { step: 'cancel', name, reply }
  }
  const { orderId: _, ...reply } = await session.cancel(entry.orderId, market)
  return { step: 'cancel', name, reply }
}

async function look(
  { name, where, atMs, until }: Extract<Step, { kind: 'look' }>,
  { session, parts }: Course,
  { sent, answeredAt }: Memory,
): Promise<StepResult> {
  const sights: Sight[] = []
  const entry = sent.find((one) => one.name === name)
  const legs = session.record.legs.filter((leg) => (leg === 'trades') === (where === 'trades'))
  const isDone = (leg: LookupSource) =>
    until === 'shown' && sights.some((one) => one.leg === leg && one.state === 'shown')
  for (const at of atMs) {
    const wait = answeredAt + at - parts.clock.monotonic()
    if (wait > 0) await parts.pause(wait, parts.signal)
    if (entry === undefined || parts.signal.aborted) break
    const before = sights.length
    for (const leg of legs.filter((one) => !isDone(one))) {
      const rest = session.restMs()
      if (rest > 0) await parts.pause(rest, parts.signal)
      const { answer, at: answered } = await session.look(leg, queryOf(entry))
      sights.push({ ...sightOf(answer, entry), afterMs: Math.round(answered - answeredAt) })
    }
    const isOver = sights.slice(before).some(({ status }) => status !== null && isClosed({ status }))
    if (until === 'closed' && isOver) break
    if (legs.every(isDone)) break
  }
  return { step: 'look', name, where, sights }
}

function sightOf(answer: LookupResult, { order, orderId }: Sent): Omit<Sight, 'afterMs'> {
  const { leg } = answer
  if (answer.state === 'failed') return { leg, state: 'failed', status: null }
  const found = answer.orders.find((one) => one.key === order.key && one.orderId === (orderId ?? one.orderId))
  const isTold = found !== undefined || answer.unmatched.some((stranger) => stranger === orderId)
  return { leg, state: isTold ? 'shown' : 'absent', status: found?.status ?? null }
}
