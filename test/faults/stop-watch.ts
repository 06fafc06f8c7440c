// What is done to stop an order at a point of its way, and whether a request for it arrived after that was answered, after
// its time, or after the vault was locked.

import type { TracePoint } from '../../electron/ports/system.ts'
import { keyOf } from '../exchanges/server.ts'
import type { VenueDesk } from './venue-desk.ts'

/** So long a look at the price holds. */
const HOLDS_MS = 60_000

const STRICT = {
  project: { limit: '0.0001', level: 'block' },
  earlyStage: { limit: '0.0001', level: 'block', basis: 'together' },
}

export const STOPS = ['halt', 'cancel', 'cancel all', 'lock', 'limit', 'end of one click'] as const
export type Stop = (typeof STOPS)[number]

export interface StopWatch {
  /** Requests that must not have arrived. */
  late: string[]
  /** The button was pressed now. */
  pressed(): void
  /** Stops the order in this way; resolves when that was answered. Never rejects. */
  stop(how: Stop, intentId: string): Promise<void>
  /** Has it done when the order comes to this point, outside of the transaction that it may be in. */
  stopAt(point: TracePoint, how: Stop): void
}

/** Watches every request for an order from now on; `others` are keys of orders that nothing is known of here. */
export function stopWatch(desk: VenueDesk, others: ReadonlySet<string> = new Set()): StopWatch {
  const late: string[] = []
  /** In the venue's time, which goes on while this machine sleeps and does not jump with its clock. */
  let pressedAt: number | null = null
  const stopped = new Map<string, string>()
  const inner = desk.venue.arrived
  desk.venue.arrived = (request) => {
    inner(request)
    const key = keyOf(request)
    const why = stopped.get(key) ?? stopped.get('*')
    if (why !== undefined) late.push(`a request for ${key} after ${why}`)
    const age = pressedAt === null || others.has(key) ? 0 : desk.engine.now() - pressedAt
    if (age > HOLDS_MS) late.push(`a request ${age} ms after its button`)
  }
  const act = (how: Stop, intentId: string) => {
    const { accountId } = desk
    switch (how) {
      case 'halt':
        return desk.backend.call('orders.halt', {})
      case 'cancel':
        return desk.backend.call('orders.cancel', { intentId })
      case 'cancel all':
        return desk.backend.call('orders.cancelAll', {})
      case 'lock':
        return desk.backend.call('vault.lock', {})
      case 'limit':
        return desk.backend.call('rules.save', STRICT)
      default:
        return desk.backend.call('accounts.endOneClick', { accountId })
    }
  }
  const stop = async (how: Stop, intentId: string) => {
    const result = await act(how, intentId)
    // Nothing is sent again after a stop, also when it was taken back.
    if (result.ok && how !== 'end of one click') stopped.set(desk.fake.record.toClientOrderId(intentId), how)
  }
  return {
    late,
    pressed: () => {
      pressedAt = desk.engine.now()
    },
    stop,
    stopAt: (point, how) => {
      const before = desk.at.trace
      let done = false
      desk.at.trace = (reached, intentId) => {
        if (reached === point && !done) {
          done = true
          queueMicrotask(() => void stop(how, intentId))
        }
        before(reached, intentId)
      }
    },
  }
}
