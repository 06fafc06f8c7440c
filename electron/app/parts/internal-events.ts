// What the areas of the backend tell each other where a call would run against the order in which they are opened. The page
// sees none of these; what it is told stands in the contract.

import type { AirdropTask } from '../../../shared/airdrops/airdrops.ts'
import type { Order } from '../../../shared/order.ts'
import type { Hub } from '../../services/common/events.ts'

export interface InternalEvents {
  /** What the app says of itself may be other now. */
  'status.changed': null
  /** The trader has saved preferences. */
  'preferences.changed': null
  /** Somebody listens to this event of the page's from now on. */
  'page.listening': string
  /** An account, its key, or its leave for one-click orders is another one now. */
  'accounts.changed': null
  /** Other openings are waited for now, or the lists of other exchanges are read. */
  'openings.changed': null
  /** The public list of an exchange has brought a change. */
  'listings.read': null
  /** Staged orders wait on other accounts now. */
  'staged.needs': null
  /** The rows of another profile, or of an earlier time, have taken the place of what was there. */
  'profile.restored': null
  /** A coin goes by other tickers now. */
  'tickers.changed': null
  /** These tasks are due by now; told with each change of them. */
  'tasks.due': readonly AirdropTask[]
  /** An order was written down. */
  'order.changed': Order
  /** An exchange refused an account's key while an order was sent. */
  'key.refused': { accountId: string }
  /** After each look at an account's balances: the exchange's words against its key, or `null`. */
  'key.heard': { accountId: string; refusal: string | null }
  /** The book of this market was asked for. */
  'market.asked': { accountId: string; market: string }
  /** A source of market data was asked, and how that ended is known. */
  'source.asked': null
  /** A stream may be wanted now, or wanted no longer. */
  'streams.wanted': null
  /** A window has opened a ticket for this account, or goes on with one. */
  'ticket.opened': { window: string; accountId: string }
  /** Whatever became of it, a submit of this account is over. */
  'submit.ended': { accountId: string }
  /** The vault was opened. */
  'vault.opened': null
  /** The vault is about to be locked, and waits for what its listeners do before its keys go. */
  'vault.locking': null
  /** The vault is not open; `wasOpen` when it has just been locked. */
  'vault.locked': { wasOpen: boolean }
}

export type InternalHub = Hub<InternalEvents>
