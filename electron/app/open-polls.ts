// Opens the polls that keep what an order needs fresh, for the accounts that are in use: those that a window looks at, those
// that it has opened a ticket for last, and those on which a staged order waits for a market that may open soon.

import type { Account } from '../../shared/accounts.ts'
import { type AccountPolls, createAccountPolls } from '../services/markets/account-polls.ts'
import type { AccountsArea } from './open-accounts.ts'
import type { Core } from './open-core.ts'
import type { MarketArea } from './open-markets.ts'
import type { OrderArea } from './open-orders.ts'
import type { VaultArea } from './open-vault.ts'
import type { StagedArea } from './staged/open-staged.ts'

/** A command may ask for the trader's fingerprint each time: only what he does himself runs one. */
export const mayBePolled = ({ key, leak }: Pick<Account, 'key' | 'leak'>): boolean =>
  key !== null && key.source !== 'command' && key.isConfirmed && leak === null

export interface PollAreaParts {
  core: Core
  vault: VaultArea
  accounts: AccountsArea
  markets: Pick<MarketArea, 'isWatched'>
  orders: Pick<OrderArea, 'orderService'>
  staged: Pick<StagedArea, 'needs'>
}

/** Opens it; nothing is asked while the vault is locked. */
export function openPolls(parts: PollAreaParts): Pick<AccountPolls, 'stop'> {
  const { internal, clock, scheduler } = parts.core
  const { accounts } = parts.accounts
  const { vault } = parts.vault
  const { isWatched } = parts.markets
  const { orderService } = parts.orders
  /** The account of the last ticket of each window. */
  const ticketOf = new Map<string, string>()
  const isInUse = (accountId: string) =>
    isWatched(accountId) || [...ticketOf.values()].includes(accountId) || parts.staged.needs(accountId)
  const polls = createAccountPolls({
    inUse: () => {
      if (!vault.isOpen()) return []
      const asked = accounts.list().filter((account) => isInUse(account.accountId) && mayBePolled(account))
      return asked.map(({ accountId }) => accountId)
    },
    viewOf: (accountId) => accounts.context(accountId).view,
    isSubmitting: orderService.isSubmitting,
    clock,
    scheduler,
  })
  internal.on('ticket.opened', ({ window, accountId }) => {
    ticketOf.set(window, accountId)
    polls.wake()
  })
  // Its end has changed the balances.
  internal.on('submit.ended', ({ accountId }) => polls.askNow(accountId))
  // A window that looks at another account.
  internal.on('streams.wanted', polls.wake)
  for (const event of ['vault.opened', 'accounts.changed', 'staged.needs'] as const) internal.on(event, polls.wake)
  return { stop: polls.stop }
}
