// An account by its label, for the entries of the log that name it by its id.

import { useSession } from '../../state/session/session-store.ts'

/** Answers the label; the id itself for an order, or for an account that is gone. */
export function useAccountName(): (id: string) => string {
  const accounts = useSession((state) => state.accounts.value)
  return (id) => accounts?.find(({ accountId }) => accountId === id)?.label ?? id
}
