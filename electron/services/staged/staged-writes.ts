// Every change of a staged order: the row, what is told of it and what the audit log says are written together, or not at all.

import type { Order, OrderStatus } from '../../../shared/order.ts'
import { isSameReason, type Reason, reason } from '../../../shared/reasons/reason.ts'
import { venueNameOf } from '../../../shared/venues/known.ts'
import type { StagedRow } from '../../ports/staged.ts'

import { type StagedParts, shownStaged } from './staged-parts.ts'

/** Of these nothing is at the exchange, as far as anybody knows. */
const NOT_PLACED: readonly OrderStatus[] = ['rejected', 'not-sent', 'abandoned', 'not-placed']
/** Of these nobody knows yet what becomes of them. */
const ON_ITS_WAY: readonly OrderStatus[] = ['recorded', 'submitting']

export interface StagedWrites {
  timestamp(): string
  /** Answers with the row as it is now. `told`: in a notification; `also` writes what belongs to it. */
  put(row: StagedRow, change: Partial<StagedRow>, told?: Reason | null, also?: () => void): StagedRow
  /** It is over: nothing was sent. Its draft is of no use any more. */
  end(row: StagedRow, state: 'expired' | 'refused', why: Reason): StagedRow
  /** What it waits for besides its market, or nothing. */
  waitsFor(row: StagedRow, why: Reason | null): void
  /** Takes in what became of its order. True where there is one, so that it never gets another. */
  settle(row: StagedRow): boolean
  /** What a notification names. */
  named(row: StagedRow): { coin: string; venue: string; market: string; side: StagedRow['side'] }
}

/** Builds them. */
export function createStagedWrites(parts: StagedParts): StagedWrites {
  const { store, journal, notifications, clock, coins, accounts, audit } = parts
  const timestamp = () => new Date(clock.now()).toISOString()
  const named: StagedWrites['named'] = ({ coinId, venue, market, side }) => ({
    coin: coins.some([coinId])[0]?.name ?? coinId,
    venue: venueNameOf(venue),
    market,
    side,
  })
  const put: StagedWrites['put'] = (row, change, told = null, also = () => {}) => {
    const now: StagedRow = { ...row, ...change, updatedAt: timestamp() }
    store.atomically(() => {
      also()
      store.save(now)
      if (now.state !== row.state) noteStep(now)
      if (told === null) return
      const { stagedId, coinId, venue, market, state } = now
      const key = `staged ${stagedId} ${state}`
      const about = { coinId, venue, market, alertId: null, sound: true }
      notifications.add({ key, kind: 'staged', at: now.updatedAt, reason: told, ...about })
    })
    // What is written is told after it, never before.
    if (told !== null) notifications.show()
    parts.changed(shownStaged(now, accounts))
    return now
  }
  const noteStep = ({ stagedId, accountId, market, side, trigger, state, intentId }: StagedRow) => {
    const detail = { account: accountId, market, side, trigger, state, order: intentId }
    audit({ kind: 'order', event: 'staged-changed', subject: stagedId, detail })
  }
  const end: StagedWrites['end'] = (row, state, why) => {
    const told = row.trigger === 'tell' ? null : reason('STAGED_NOT_SENT', { ...named(row), why })
    return put(row, { state, reason: why }, told, () => {
      if (row.intentId !== null && journal.get(row.intentId) === null) journal.dropDraft(row.intentId)
    })
  }
  const settleAs = (row: StagedRow, order: Order): void => {
    if (ON_ITS_WAY.includes(order.status)) return
    if (NOT_PLACED.includes(order.status)) {
      if (row.state === 'refused' || row.state === 'canceled') return
      end(row, 'refused', order.reason ?? reason('STAGED_ORDER_NOT_PLACED'))
      return
    }
    if (row.state === 'sent') return
    const why = row.state === 'canceled' ? reason('STAGED_CANCELED_TOO_LATE') : null
    put(row, { state: 'sent', reason: why }, row.trigger === 'send' ? reason('STAGED_SENT', named(row)) : null)
  }
  return {
    ...{ timestamp, put, end, named },
    waitsFor: (row, why) => {
      if (!isSameReason(row.reason, why)) put(row, { reason: why })
    },
    settle: (row) => {
      const order = row.intentId === null ? null : journal.get(row.intentId)
      if (order !== null) settleAs(row, order)
      return order !== null
    },
  }
}
