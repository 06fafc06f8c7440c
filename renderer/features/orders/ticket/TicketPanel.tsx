// The order ticket: a side panel that any coin can open. It shows what the order would do before it is placed.

import { type FormEvent, useEffect, useRef } from 'react'
import { isBeforeOpening } from '../../../../shared/markets/market-stages.ts'
import type { Draft } from '../../../../shared/order.ts'
import { isInDoubt } from '../../../../shared/order-states.ts'
import { text } from '../../../messages/late/en.ts'
import { coinName, useCoins } from '../../../state/coins/coins-store.ts'
import { useMarkets } from '../../../state/markets/markets-store.ts'
import { orderOf, useOrders } from '../../../state/orders/orders-store.ts'
import { accountById, modeOf, useSession } from '../../../state/session/session-store.ts'
import {
  openTicket,
  renewTicket,
  rereadTicket,
  schedulePreview,
  submitTicket,
} from '../../../state/ticket/ticket-actions.ts'
import { type TicketSubject, useTicket } from '../../../state/ticket/ticket-store.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ListingQuestion } from '../listing/ListingQuestion.tsx'
import { MarketButtons, useChoices } from '../listing/MarketChoice.tsx'
import { NotTradingYet } from '../listing/NotTradingYet.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { TicketFields } from './TicketFields.tsx'
import { TicketOrder } from './TicketOrder.tsx'
import { TicketPreview } from './TicketPreview.tsx'
import { TicketUnlock, type UnlockSlot, useIsLocked } from './TicketUnlock.tsx'

function Ticket({ draft, subject, name }: { draft: Draft; subject: TicketSubject; name: string }) {
  const order = useOrders((state) => orderOf(state, draft.intentId))
  const priceAt = useMarkets((state) => {
    const markets = state.byAccount[subject.accountId]?.value
    return markets?.find(({ market }) => market === draft.market)?.price?.at ?? null
  })
  // A new price makes another preview; the first one is asked for when the ticket opens.
  useEffect(() => {
    if (priceAt !== null) schedulePreview()
  }, [priceAt])

  // Whoever comes back clicks soon.
  useEffect(() => {
    const reread = () => void rereadTicket()
    window.addEventListener('focus', reread)
    return () => window.removeEventListener('focus', reread)
  }, [])

  const stage = useMarkets((state) => {
    const markets = state.byAccount[subject.accountId]?.value
    return markets?.find(({ market }) => market === draft.market)?.stage ?? null
  })
  const seen = useRef(stage)
  // What the ticket offers is its draft's, which was newer than the list of markets when it came; a change after that makes
  // another one, with the same key.
  useEffect(() => {
    if (stage === seen.current) return
    seen.current = stage
    if (stage !== null && stage !== draft.stage && order === null) void renewTicket()
  }, [stage, draft.stage, order])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void submitTicket(draft.intentId)
  }
  return (
    <form className="ticket" onSubmit={submit}>
      <TicketFields draft={draft} subject={subject} locked={order !== null && isInDoubt(order)} />
      {draft.question === null ? null : <ListingQuestion question={draft.question} />}
      {isBeforeOpening(draft.stage) && order === null ? <NotTradingYet coinId={subject.coinId} draft={draft} /> : null}
      {order === null ? <TicketPreview draft={draft} /> : <TicketOrder order={order} />}
      <SubmitButton draft={draft} subject={subject} name={name} />
      {order !== null && !isInDoubt(order) ? (
        <button type="button" className="button wide" onClick={() => void renewTicket()}>
          {text.ticket.newTicket}
        </button>
      ) : null}
    </form>
  )
}

function OpenTicket({ subject, Unlock }: { subject: TicketSubject; Unlock: UnlockSlot }) {
  const draft = useTicket((state) => state.draft)
  const close = useTicket((state) => state.close)
  const name = useCoins((state) => coinName(state, subject.coinId))
  const environment = useSession((state) => modeOf(state, subject.accountId))
  const label = useSession((state) => accountById(state, subject.accountId)?.label)
  const choices = useChoices(subject)
  const locked = useIsLocked(subject.accountId)
  // What the notice about the vault says already is not said again as an error.
  const from = locked && draft.error?.code === 'VAULT_LOCKED' ? { ...draft, error: null } : draft
  const mustChoose = subject.market === null && draft.value === null && !draft.loading && choices.length > 1
  return (
    <Panel
      title={text.ticket.title(name)}
      subject={subject.coinId}
      className="ticket-panel"
      mode={environment}
      onClose={close}
    >
      <p className="mode-line" data-testid="ticket-mode">
        <strong className="mode-word">{text.shell.mode[environment].word}</strong>{' '}
        <span>
          <strong>{label}</strong> <span className="muted">{text.shell.mode[environment].explain}</span>
        </span>
      </p>
      <TicketUnlock accountId={subject.accountId} Unlock={Unlock} />
      {locked && draft.value === null ? null : mustChoose ? (
        <MarketButtons subject={subject} choices={choices} />
      ) : (
        <LoadedView
          from={from}
          onRetry={() => void openTicket(subject.coinId, subject.side, subject.market, subject.accountId)}
        >
          {(value) => <Ticket draft={value} subject={subject} name={name} />}
        </LoadedView>
      )}
      {draft.value === null && draft.error?.code === 'NO_MARKET' ? <NotTradingYet coinId={subject.coinId} /> : null}
    </Panel>
  )
}

/** The open ticket, or nothing. */
export function TicketPanel({ Unlock }: { Unlock: UnlockSlot }) {
  const subject = useTicket((state) => state.subject)
  return subject === null ? null : <OpenTicket subject={subject} Unlock={Unlock} />
}
