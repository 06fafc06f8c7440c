// What must still be true of an order at the moment of its first byte. The trader looked at a price and agreed: that holds for
// a minute or so, and not across a lock, a restart or a sleep of the machine. Whatever forbids an order once forbids it for
// good; a new ticket is a new look.

import { elapsed, type Moment } from '../../../../shared/elapsed.ts'
import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import type { OrderJournal } from '../../../ports/stores.ts'
import type { Clock, SendPermit } from '../../../ports/system.ts'

export interface PreTrade {
  /** The trader has submitted this order just now. `check` asks limits, balances and the like again: why not, or `null`. */
  open(intentId: string, check: () => Reason | null): void
  /** Why no byte of this order may leave any more; `null` while it may. Asks the journal, not the `check`. */
  problem(intentId: string): Reason | null
  /** As `problem`, with the `check`. */
  checked(intentId: string): Reason | null
  permit(intentId: string): SendPermit
  /**
   * Asks about every order again that may still leave. When it resolves, none that was forbidden meanwhile can leave any
   * more, wherever it is on its way.
   * @throws when the process that sends them does not answer; whoever asked for a stop is then not told that it is one
   */
  recheck(): Promise<void>
  /** Nothing that was submitted before leaves any more, since the vault is locked. Resolves as `recheck`, and never rejects. */
  end(): Promise<void>
}

export interface PreTradeParts {
  journal: Pick<OrderJournal, 'get' | 'halts'>
  /** For how long a look at the price holds, milliseconds. */
  holdsMs: () => number
  /** Calls orders with these keys back from the process that sends them. @throws AppError `VAULT_LOCKED` where there is none */
  withdraw: (keys: readonly string[]) => Promise<void>
  clock: Pick<Clock, 'now' | 'monotonic'>
}

interface Look {
  at: Moment
  check: () => Reason | null
  /** Why it is over; `null` while it holds. */
  over: Reason | null
  /** Since it was called back: resolves when that is certain. */
  withdrawn: Promise<void> | null
}

const TOO_OLD = reason('LOOK_TOO_OLD')
const NO_LOOK = reason('LOOK_NONE')
const CANCELED = reason('CANCELED_BEFORE_SENDING')
const HALTED = reason('HALTED_BEFORE_SENDING')
const LOCKED = reason('VAULT_LOCKED_BEFORE_SENDING')

/** Builds it; no order may leave before it was opened here. */
export function createPreTrade({ journal, holdsMs, withdraw, clock }: PreTradeParts): PreTrade {
  const looks = new Map<string, Look>()
  const moment = (): Moment => ({ wall: clock.now(), monotonic: clock.monotonic() })

  const isOld = ({ at }: Look): boolean => {
    const age = elapsed(at, moment())
    return age === null || age > holdsMs()
  }
  const forbidden = (intentId: string, look: Look): Reason | null => {
    if (isOld(look)) return TOO_OLD
    const order = journal.get(intentId)
    if (order === null) return null
    const { all, accounts } = journal.halts()
    if (all || accounts.includes(order.accountId)) return HALTED
    return order.cancelRequested ? CANCELED : null
  }
  const problem = (intentId: string): Reason | null => {
    const look = looks.get(intentId)
    if (look === undefined) return NO_LOOK
    look.over ??= forbidden(intentId, look)
    return look.over
  }
  const checked = (intentId: string): Reason | null => {
    const known = problem(intentId)
    const look = looks.get(intentId)
    if (known !== null || look === undefined) return known
    look.over = look.check()
    return look.over
  }
  const callBack = async (keys: readonly string[]) => {
    try {
      await withdraw(keys)
    } catch (error) {
      // Without a process that holds keys there is none that could send.
      if (!(error instanceof AppError && error.code === 'VAULT_LOCKED')) throw error
    }
  }
  /** A run of days must not keep what is over. */
  const sweep = () => {
    for (const [intentId, look] of looks) {
      look.over ??= isOld(look) ? TOO_OLD : null
      if (look.over !== null && journal.get(intentId)?.status !== 'submitting') looks.delete(intentId)
    }
  }

  const recheck = async () => {
    const called: Look[] = []
    const keys: string[] = []
    for (const [intentId, look] of looks) {
      const order = journal.get(intentId)
      // One that is not written down yet is asked all of it when it is.
      if (order === null || checked(intentId) === null || look.withdrawn !== null) continue
      called.push(look)
      keys.push(order.venueClientId)
    }
    const done = keys.length === 0 ? Promise.resolve() : callBack(keys)
    for (const look of called) {
      look.withdrawn = done
      done.catch(() => {
        look.withdrawn = null
      })
    }
    // Also those that somebody else is calling back at this moment.
    await Promise.all([...looks.values()].map(({ withdrawn }) => withdrawn))
  }

  return {
    open: (intentId, check) => {
      sweep()
      looks.set(intentId, { at: moment(), check, over: null, withdrawn: null })
    },
    problem,
    checked,
    permit: (intentId) => {
      const now = moment()
      const look = looks.get(intentId)
      const left = look === undefined ? 0 : holdsMs() - (elapsed(look.at, now) ?? holdsMs())
      return {
        limit: { at: now.wall, until: now.wall + left, withinMs: left },
        problem: () => problem(intentId),
      }
    },
    recheck,
    end: async () => {
      for (const look of looks.values()) look.over ??= LOCKED
      // A process that does not answer is about to be killed.
      await recheck().catch(() => {})
    },
  }
}
