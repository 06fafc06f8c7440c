// Which of a coin's markets a ticket is for: a list in the ticket, and buttons before it where nothing stands for the coin.

import { useMemo } from 'react'
import type { Draft } from '../../../../shared/order.ts'
import { text } from '../../../messages/late/en.ts'
import { marketsOf, useMarkets } from '../../../state/markets/markets-store.ts'
import { openTicket } from '../../../state/ticket/ticket-actions.ts'
import type { TicketSubject } from '../../../state/ticket/ticket-store.ts'
import { SelectField } from '../../../ui/fields/SelectField.tsx'

/** The names of the markets that a ticket could be for. */
export function useChoices({ accountId, coinId }: TicketSubject): string[] {
  const all = useMarkets((state) => state.byAccount[accountId]?.value)
  return useMemo(() => marketsOf(all, coinId).map(({ market }) => market), [all, coinId])
}

/** The list in an open ticket; nothing where there is no choice. */
export function MarketChoice({ draft, subject }: { draft: Draft; subject: TicketSubject }) {
  const choices = useChoices(subject)
  if (choices.length < 2) return null
  return (
    <SelectField
      label={text.ticket.market}
      value={draft.market}
      options={choices.map((market) => ({ value: market, label: market }))}
      onChange={(market) => void openTicket(subject.coinId, subject.side, market, subject.accountId)}
    />
  )
}

/** The question before a ticket that could mean several markets, none of them in USDT. */
export function MarketButtons({ subject, choices }: { subject: TicketSubject; choices: readonly string[] }) {
  return (
    <fieldset className="market-buttons">
      <legend className="label">{text.ticket.marketNeeded}</legend>
      {choices.map((market) => (
        <button
          key={market}
          type="button"
          className="button"
          onClick={() => void openTicket(subject.coinId, subject.side, market, subject.accountId)}
        >
          {market}
        </button>
      ))}
    </fieldset>
  )
}
