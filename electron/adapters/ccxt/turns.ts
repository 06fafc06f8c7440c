// Requests that must arrive in the order in which they were signed, since the venue refuses a number that is not above the
// last one: on connections of their own two that are sent at once can overtake each other. A turn is taken before a request is
// signed, so that an order goes before every read that waits, and still has the higher number.

import type { Clock } from '../../ports/system.ts'
import type { Purpose } from './budget.ts'

/** Nobody waits longer than this for the one before, milliseconds: an order is not held up by an answer that is lost. */
const LONGEST_WAIT_MS = 2_000
/**
 * An order does not wait for the answer to a read that left so long before it, milliseconds. Should it arrive first all the
 * same, it is the read that is refused, and asked again.
 */
const APART_MS = 25

/** Runs `work` when the one before it is over, or, for an order, has left; of those that wait an order is next, a look-up last. */
export type Turns = <T>(purpose: Purpose, work: () => Promise<T>) => Promise<T>

const RANK: Readonly<Record<Purpose, number>> = { order: 0, read: 1, 'look-up': 2 }

interface Turn {
  purpose: Purpose
  go: () => void
  /** Whether it is on its way for so long that nothing overtakes it by accident. */
  hasLeft: boolean
}

/** Builds a row in which nobody waits yet. */
export function createTurns(clock: Pick<Clock, 'sleep'>): Turns {
  const waiting: Turn[] = []
  let running: Turn | null = null

  const begin = (turn: Turn) => {
    const at = waiting.indexOf(turn)
    if (at < 0) return
    waiting.splice(at, 1)
    running = turn
    turn.go()
  }
  const next = () => {
    const first = Math.min(...waiting.map(({ purpose }) => RANK[purpose]))
    const turn = waiting.find(({ purpose }) => RANK[purpose] === first)
    if (turn === undefined) return
    const overtakes = turn.purpose === 'order' && running?.purpose !== 'order' && running?.hasLeft === true
    if (running === null || overtakes) begin(turn)
  }
  /** At once, where the signal does not end it before; never rejects. */
  const after = (ms: number, over: AbortSignal, what: () => void) => {
    clock.sleep(ms, over).then(what, () => {})
  }
  return async (purpose, work) => {
    const its = Promise.withResolvers<void>()
    const turn: Turn = { purpose, go: its.resolve, hasLeft: false }
    const waited = new AbortController()
    const begun = new AbortController()
    waiting.push(turn)
    next()
    if (waiting.includes(turn)) after(LONGEST_WAIT_MS, waited.signal, () => begin(turn))
    await its.promise
    waited.abort()
    after(APART_MS, begun.signal, () => {
      turn.hasLeft = true
      next()
    })
    try {
      return await work()
    } finally {
      begun.abort()
      // One that took too long, or was overtaken, has lost its turn by the time that it ends.
      if (running === turn) {
        running = null
        next()
      }
    }
  }
}
