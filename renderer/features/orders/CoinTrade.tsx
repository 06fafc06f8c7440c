// What can be ordered of a coin, wherever one is shown: one click, or a ticket.

import { TradeButtons } from './TradeButtons.tsx'
import { TicketButton } from './ticket/TicketButton.tsx'

interface Props {
  accountId: string
  coinId: string
  name: string
  /** Only an icon for the ticket, for a row of a table. */
  short?: boolean
}

/** Buy and Sell, and the button of the ticket. */
export function CoinTrade({ accountId, coinId, name, short = false }: Props) {
  return (
    <>
      <TradeButtons accountId={accountId} coinId={coinId} name={name} />
      <TicketButton coinId={coinId} name={name} short={short} />
    </>
  )
}
