// The nine points at which the app is killed while it places an order, and what must be true afterwards.

import type { TracePoint } from '../../electron/ports/system.ts'
import type { OrderStatus } from '../../shared/order.ts'

export interface KillPoint {
  name: string
  what: string
  /** Where the app kills itself, or what the wire between app and exchange does when the test kills it. */
  at: { trace: TracePoint } | { wire: 'cut-request' | 'hold-answer' }
  /** Orders at the exchange when the app is dead, and still when it has started again. */
  atVenue: 0 | 1
  /** What the ledger says at last; null when the order was never written down. */
  finally: OrderStatus | null
}

export const KILL_POINTS: readonly KillPoint[] = [
  { name: 'K0', what: 'before the intent is written', at: { trace: 'submit-received' }, atVenue: 0, finally: null },
  {
    name: 'K1',
    what: 'between intent and attempt',
    at: { trace: 'intent-recorded' },
    atVenue: 0,
    finally: 'abandoned',
  },
  {
    name: 'K2',
    what: 'while the attempt is being written',
    at: { trace: 'attempt-writing' },
    atVenue: 0,
    finally: 'abandoned',
  },
  {
    name: 'K3',
    what: 'after the attempt, before the first byte',
    at: { trace: 'attempt-recorded' },
    atVenue: 0,
    finally: 'not-placed',
  },
  { name: 'K4', what: 'request half sent', at: { wire: 'cut-request' }, atVenue: 0, finally: 'not-placed' },
  { name: 'K5', what: 'request sent, no answer', at: { wire: 'hold-answer' }, atVenue: 1, finally: 'filled' },
  { name: 'K6', what: 'answer there, not written', at: { trace: 'answer-received' }, atVenue: 1, finally: 'filled' },
  {
    name: 'K7',
    what: 'while the outcome is being written',
    at: { trace: 'outcome-writing' },
    atVenue: 1,
    finally: 'filled',
  },
  {
    name: 'K8',
    what: 'outcome written, nobody told',
    at: { trace: 'outcome-recorded' },
    atVenue: 1,
    finally: 'filled',
  },
]
