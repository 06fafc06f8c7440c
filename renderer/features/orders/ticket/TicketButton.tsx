// Opens a ticket for a coin.

import { text } from '../../../messages/en.ts'
import { isNoAccount, useSession } from '../../../state/session/session-store.ts'
import { explained } from '../../../ui/overlay/Tip.tsx'
import { Icon } from '../../../ui/pictures/Icon.tsx'
import { whenOrdering } from '../ordering.ts'

interface Props {
  coinId: string
  name: string
  /** Only an icon, for a row of a table. */
  short?: boolean
}

/** The button; named after its coin. */
export function TicketButton({ coinId, name, short = false }: Props) {
  const nowhere = useSession((state) => isNoAccount(state.accountId))
  return (
    <button
      type="button"
      className={short ? 'button icon-only' : 'button'}
      aria-label={text.orders.ticketOf(name)}
      aria-disabled={nowhere}
      {...explained(nowhere ? text.shell.noAccountHelp : null)}
      onClick={() => {
        // The account is the one that was in use at the press.
        const { accountId } = useSession.getState()
        whenOrdering(({ openTicket }) => void openTicket(coinId, 'buy', null, accountId))
      }}
    >
      {short ? <Icon name="dots" /> : text.orders.ticket}
    </button>
  )
}
