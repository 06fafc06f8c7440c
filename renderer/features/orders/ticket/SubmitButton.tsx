// The ticket's one button that orders, and beside it why it does not.

import { useId } from 'react'
import type { Draft, Preview, Refusal } from '../../../../shared/order.ts'
import { sayReason } from '../../../answer-words.ts'
import { formatExact } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { blockedBy } from '../../../state/orders/in-flight-guard.ts'
import { ledgerOf, orderOf, useOrders } from '../../../state/orders/orders-store.ts'
import { accountWords } from '../../../state/session/names.ts'
import { isHalted, useSession } from '../../../state/session/session-store.ts'
import { useRefusal } from '../../../state/ticket/ticket-actions.ts'
import { checkTicket } from '../../../state/ticket/ticket-input.ts'
import { type TicketSubject, useTicket } from '../../../state/ticket/ticket-store.ts'
import { breachWords } from './breach-words.ts'
import { useIsLocked } from './TicketUnlock.tsx'

interface Props {
  draft: Draft
  subject: TicketSubject
  name: string
}

interface Obstacle {
  words: string
  /** False for what passes by itself. */
  isFault: boolean
}

const fault = (words: string): Obstacle => ({ words, isFault: true })

/** Why nothing would be sent, though the ticket is filled in; `null` where something would. */
function useObstacle({ draft, subject }: Props): Obstacle | null {
  const disarmed = useOrders((state) => blockedBy(ledgerOf(state), subject))
  const halted = useSession((state) => isHalted(state, subject.accountId))
  const locked = useIsLocked(subject.accountId)
  const refusal = useRefusal(draft)
  const isReading = useTicket((state) => state.draft.loading)
  const breaches = useTicket((state) => state.preview.value?.breaches) ?? []
  if (disarmed !== null) return fault(text.orders.disarmed[disarmed])
  if (halted) return fault(text.orders.disarmed.halted)
  if (locked) return fault(text.ticket.locked)
  if (isReading) return { words: text.ticket.reading, isFault: false }
  return refusal === null ? null : fault(refusalWords(refusal, breaches))
}

/** Short, and in the notation of the page, where the notice above says the same at length. */
function refusalWords({ code, reason }: Refusal, breaches: Preview['breaches']): string {
  if (code === 'PRICE_FAR') return text.ticket.farFirst
  const breach = code === 'RULE_BREACH' ? breaches.find(({ level }) => level === 'block') : undefined
  return text.ticket.refused(breach === undefined ? sayReason(reason) : breachWords(breach))
}

/** The button. */
export function SubmitButton(props: Props) {
  const { draft, subject, name } = props
  const id = useId()
  const form = useTicket((state) => state.form)
  const spent = useTicket((state) => state.spent)
  const order = useOrders((state) => orderOf(state, draft.intentId))
  const checked = checkTicket(form, draft).order
  const why = useObstacle(props)
  const isOpen = order === null && !spent
  const unit = draft.market.split('/')[form.unit === 'base' ? 0 : 1] ?? ''
  const account = useSession((state) => accountWords(state, subject.accountId))
  const isSaid = checked !== null && isOpen && why !== null
  return (
    <>
      <button
        type="submit"
        className="button primary wide"
        aria-disabled={checked === null || !isOpen || why !== null}
        aria-describedby={isSaid ? id : undefined}
        title={why?.words}
      >
        {checked !== null
          ? text.ticket.submit(text.orders.side[subject.side], formatExact(checked.size.value), unit, name, account)
          : text.ticket.submitEmpty(account)}
      </button>
      {isSaid ? (
        <p id={id} className={why.isFault ? 'fault' : 'hint'}>
          {why.words}
        </p>
      ) : null}
    </>
  )
}
