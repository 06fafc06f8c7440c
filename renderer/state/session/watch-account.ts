// What follows when the window goes to another account, by the header or because the account in use is gone.

import { text } from '../../messages/en.ts'
import { loadMarkets } from '../markets/markets-actions.ts'
import { useStatus } from '../status-store.ts'
import { leaveTicket } from '../ticket/ticket-scope.ts'
import { accountById, useSession } from './session-store.ts'

/**
 * Closes the ticket in the same step in which another account is chosen: none ever stays open beside a header that names
 * another account. Lasts as long as the page.
 */
export function watchAccount(): void {
  useSession.subscribe((state, before) => {
    if (state.accountId === before.accountId) return
    leaveTicket(before)
    const left = accountById(before, before.accountId)
    if (left === undefined || accountById(state, left.accountId) !== undefined) return
    const title = text.shell.accountRemoved(left.label)
    useStatus.getState().say({ tone: 'warn', title, detail: text.shell.practiceInstead })
    void loadMarkets(state.accountId)
  })
}
