// What becomes of the open ticket when the window goes to another account.

import type { Account } from '../../../shared/accounts.ts'
import { text } from '../../messages/actions/en.ts'
import { coinName, useCoins } from '../coins/coins-store.ts'
import type { Loadable } from '../loadable.ts'
import { orderOf, useOrders } from '../orders/orders-store.ts'
import { accountWords } from '../session/names.ts'
import { useStatus } from '../status-store.ts'
import { useTicket } from './ticket-store.ts'

/**
 * Closes the open ticket, because the window now uses another account than the ticket's. What was typed is kept for a ticket
 * of the same coin on the same account. `before` names the accounts as they were: the ticket's own may be gone.
 */
export function leaveTicket(before: { accounts: Loadable<Account[]> }): void {
  const { subject, draft, submitting, leave } = useTicket.getState()
  if (subject === null) return
  const order = orderOf(useOrders.getState(), draft.value?.intentId ?? null)
  leave()
  // What an order on its way does is told by the order itself.
  if (submitting || order !== null) return
  const name = coinName(useCoins.getState(), subject.coinId)
  useStatus.getState().say({
    tone: 'warn',
    title: text.ticket.left(name, accountWords(before, subject.accountId)),
    detail: text.ticket.leftHelp,
  })
}
