// A ticket whose account's key lies in a locked vault: said once, with the way in. What was typed stays, and so does the key
// of the ticket's order.

import { type ComponentType, useEffect, useRef } from 'react'
import type { VaultStatus } from '../../../../shared/vault.ts'
import { text } from '../../../messages/late/en.ts'
import { modeOf, useSession } from '../../../state/session/session-store.ts'
import { resumeTicket } from '../../../state/ticket/ticket-actions.ts'
import { useTicket } from '../../../state/ticket/ticket-store.ts'
import { useVault } from '../../../state/vault/vault-store.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'

/** Whether the account's orders need a vault that is locked. */
export function useIsLocked(accountId: string): boolean {
  const needsVault = useSession((state) => modeOf(state, accountId) !== 'practice')
  const isLocked = useVault((state) => state.vault.value?.state === 'locked')
  const wasRefused = useTicket((state) => state.draft.error?.code === 'VAULT_LOCKED')
  const isOpen = useVault((state) => state.vault.value?.state === 'unlocked')
  return needsVault && (isLocked || (wasRefused && !isOpen))
}

/** The forms that open the vault: another feature's, which the app hands in. */
export type UnlockSlot = ComponentType<Pick<VaultStatus, 'slots'>>

interface Props {
  accountId: string
  Unlock: UnlockSlot
}

/** The notice with the forms; nothing while the vault is open. Once it is, the ticket goes on. */
export function TicketUnlock({ accountId, Unlock }: Props) {
  const locked = useIsLocked(accountId)
  const slots = useVault((state) => state.vault.value?.slots)
  const wasLocked = useRef(locked)
  useEffect(() => {
    if (wasLocked.current && !locked) void resumeTicket()
    wasLocked.current = locked
  }, [locked])
  if (!locked) return null
  return (
    <section className="notice warn ticket-unlock" aria-label={text.ticket.locked}>
      <Icon name="lock" />
      <div className="block">
        <p>
          <strong>{text.ticket.locked}</strong> {text.ticket.lockedHelp}
        </p>
        {slots === undefined ? null : <Unlock slots={slots} />}
      </div>
    </section>
  )
}
