// What the executor and its parts stand on, and what they remember between two looks.

import type { Decimal } from '../../../../shared/decimal.ts'
import type { Order } from '../../../../shared/order.ts'
import type { OrderJournal } from '../../../ports/stores.ts'
import type { Clock, Logger, LookUp, Trace } from '../../../ports/system.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import type { Notices } from '../../common/notices.ts'
import type { PreTrade } from '../checks/pre-trade.ts'
import type { Cover, StreamCover } from '../stream-cover.ts'

export interface ExecutorParts {
  journal: OrderJournal
  clock: Clock
  trace: Trace
  logger: Logger
  notices: Notices
  preTrade: Pick<PreTrade, 'problem' | 'checked' | 'permit'>
  /** Whether a stream of the account's orders would have told of one. */
  cover: Pick<StreamCover, 'now' | 'holds'>
  /** Told of every order that was written. */
  changed: (order: Order) => void
  /** Told of those that a look-up has left as they were. */
  looked: (order: Order) => void
  /** Told of accounts whose key the venue does not take. */
  keyRefused: (accountId: string) => void
}

/** How one look is made. */
export interface Look extends LookUp {
  /** Runs what changes the order while nothing else of its account does; what asks the exchange holds up no order. */
  turn?: <T>(work: () => Promise<T>) => Promise<T>
}

/** For who holds the account's turn already. */
export const atOnce: NonNullable<Look['turn']> = (work) => work()

/** In memory alone. What a restart forgets makes a proof take longer; `unconfirmed` is found again from what is booked. */
export interface ExecutorMemory {
  /** The last word of a stream on each order, until it was taken in. */
  told: Map<string, VenueOrder>
  /** Under which stream each order in doubt was sent for the first time. */
  covers: Map<string, Cover | null>
  /** Orders of which the exchange tells nothing any more, by what the last look saw. */
  unreported: Set<string>
  /**
   * Orders that have ended, told by an answer alone or without all of their trades, and how much is booked of these: until a
   * look-up has said the same, and told the rest.
   */
  unconfirmed: Map<string, Decimal>
}
