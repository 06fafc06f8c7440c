// Staged orders: what the trader has prepared for markets that do not trade yet, looked at again and again until each is an order,
// or over with the reason.

import type { Input } from '../../../shared/contract/contract.ts'
import { isStagedOpen, type Staged } from '../../../shared/markets/staged.ts'
import type { Order } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import { mayBeStaged } from './staged-key.ts'
import { createStagedLook } from './staged-look.ts'
import { type StagedParts, shownStaged } from './staged-parts.ts'
import { createStagedRun } from './staged-run.ts'
import { assertStageable, isSameTerms, termsOf } from './staged-saving.ts'
import { createStagedSending } from './staged-sending.ts'
import { createStagedTime } from './staged-time.ts'
import { createStagedWatch } from './staged-watch.ts'
import { createStagedWrites } from './staged-writes.ts'

/** So many of those that are over are listed. */
const LISTED_OVER = 200

export interface StagedOrders {
  /** @throws AppError `NOT_FOUND` for a coin or an account that is not there */
  list(input: Input<'staged.list'>): Staged[]
  /** @throws AppError as `assertStageable`, `NOT_ALLOWED` for one that waits no more, `NOT_FOUND` */
  save(input: Input<'staged.save'>): Promise<Staged>
  /** @throws AppError `NOT_FOUND`, `NOT_ALLOWED` for one that is over */
  cancel(input: Input<'staged.cancel'>): Promise<Staged>
  /** Whether one of these waits on this account and may need it soon. */
  needs(accountId: string): boolean
  /** An order was written down; it may be one of these. */
  heard(order: Order): void
  /** Something of what they wait for may be other now. */
  wake(): void
  start(): void
  /** Resolves when what is being sent is settled. */
  stop(): Promise<void>
}

/** Builds it; nothing is looked at before `start`. */
export function createStagedOrders(parts: StagedParts): StagedOrders {
  const { store, accounts, clock, newId, journal } = parts
  const look = createStagedLook(parts)
  const writes = createStagedWrites(parts)
  const time = createStagedTime(clock)
  const sending = createStagedSending(parts, look, writes, time, () => watch.wake())
  const run = createStagedRun(parts, look, writes, time, sending)
  const shown = (row: StagedRow) => shownStaged(row, accounts)
  const watch = createStagedWatch(parts, look, time, run.step)
  const { wake } = watch
  const known = (stagedId: string): StagedRow => {
    const row = store.find(stagedId)
    if (row === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_STAGED'))
    return row
  }
  const assertAccount = (accountId: string): AccountContext => {
    const context = accounts.find(accountId)
    if (context === null) throw new AppError('NOT_FOUND', reason('NO_SUCH_ACCOUNT'))
    return context
  }
  return {
    ...{ wake, needs: watch.needs },
    list: ({ coinId, accountId }) => {
      if (coinId !== undefined && parts.coins.some([coinId]).length === 0) {
        throw new AppError('NOT_FOUND', reason('UNKNOWN_COIN'))
      }
      if (accountId !== undefined) assertAccount(accountId)
      return store
        .list(LISTED_OVER)
        .filter((row) => (coinId ?? row.coinId) === row.coinId && (accountId ?? row.accountId) === row.accountId)
        .map(shown)
    },
    save: async (input) => {
      const terms = termsOf(input)
      const context = assertAccount(terms.accountId)
      if (parts.canUse(context.account)) await context.view.markets()
      // Nothing is waited for from here on: of two presses the second finds the first one's row.
      const before = input.stagedId === undefined ? null : known(input.stagedId)
      if (before !== null && before.state !== 'waiting') throw new AppError('NOT_ALLOWED', reason('STAGED_IS_OVER'))
      const same = store.open().find((row) => row.state === 'waiting' && isSameTerms(row, terms))
      if (same !== undefined && (before === null || before.stagedId === same.stagedId)) return shown(same)
      assertStageable(terms, context, parts, look, before)
      const row: StagedRow = {
        ...terms,
        ...{
          stagedId: before?.stagedId ?? newId(),
          state: 'waiting',
          intentId: null,
          reason: null,
          place: parts.place,
        },
        ...{ createdAt: before?.createdAt ?? writes.timestamp(), updatedAt: writes.timestamp() },
      }
      const saved = writes.put(row, {}, null, () =>
        parts.audit({
          ...{ kind: 'order', event: 'staged-saved', subject: row.stagedId },
          detail: {
            ...{ account: row.accountId, market: row.market, side: row.side, trigger: row.trigger },
            ...{ size: `${row.size.value} ${row.size.unit}`, maxPrice: row.maxPrice, maxValue: row.maxValue },
            ...{ from: row.from, until: row.until },
          },
        }),
      )
      wake()
      return shown(saved)
    },
    cancel: async ({ stagedId }) => {
      const row = known(stagedId)
      if (row.state === 'canceled') return shown(row)
      const { intentId } = row
      // A ticket of its own that is on its way at this moment is an order, and is canceled as one.
      const isOrder = intentId !== null && (journal.get(intentId) !== null || parts.orderService.isInFlight(intentId))
      const isAsked = row.trigger !== 'send' && isOrder
      if (!isStagedOpen(row) || isAsked) throw new AppError('NOT_ALLOWED', reason('STAGED_IS_OVER'))
      writes.put(row, { state: 'canceled', reason: null }, null, () => {
        if (intentId !== null && !isOrder) journal.dropDraft(intentId)
      })
      // Whatever is on its way is called back, and what has left is an order.
      await parts.recheck()
      await sending.idle(stagedId)
      const after = known(stagedId)
      writes.settle(after)
      wake()
      return shown(known(stagedId))
    },
    heard: (order) => {
      if (!mayBeStaged(order.intentId)) return
      const row = store.findByIntent(order.intentId)
      if (row !== null) writes.settle(row)
    },
    start: () => {
      run.recover()
      watch.start()
    },
    stop: async () => {
      await watch.stop()
      await sending.idle()
    },
  }
}
