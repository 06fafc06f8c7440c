// Opens tickets, previews and submits them. A key is kept as long as its order is in doubt, and never used for another.

import type { Draft, OrderInput, Refusal, Side } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'
import { AppError, type ErrorCode } from '../../../shared/result.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { writeNumber } from '../../typed-number.ts'
import { load } from '../loadable.ts'
import { clickMarket, marketsOf, useMarkets } from '../markets/markets-store.ts'
import { announceOrder, loadOrders } from '../orders/orders-actions.ts'
import { orderOf, useOrders } from '../orders/orders-store.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { destinationOf, isNoAccount, useSession } from '../session/session-store.ts'
import { standingProblems } from './preview-notices.ts'
import type { TicketForm } from './ticket-form.ts'
import { checkTicket } from './ticket-input.ts'
import { EMPTY_FORM, type TicketState, type TicketSubject, useTicket } from './ticket-store.ts'
import { type Switched, switchMarket, switchSide } from './ticket-switch.ts'

/** The order in its terms: what a preview, or an answer of the trader's, was about. */
const termsOf = (intentId: string, order: Omit<OrderInput, 'intentId'>): string => JSON.stringify([intentId, order])

const PREVIEW_PAUSE_MS = 200

let previewTimer: ReturnType<typeof setTimeout> | undefined
/** A ticket of another account may be open by the time of an answer: what this order would do there, nobody has asked. */
const previewRequests = requests(() => useTicket.getState().subject)
/** The answer to an older question is older than what is shown, and frees no button. */
const draftRequests = requests(() => useTicket.getState().subject)

async function askPreview(): Promise<void> {
  const { subject, draft, form, putPreview } = useTicket.getState()
  const checked = draft.value === null ? null : checkTicket(form, draft.value).order
  if (subject === null || checked === null) {
    previewRequests.begin()
    putPreview({ value: null, error: null, loading: false })
    return
  }
  const { accountId, coinId, side } = subject
  const { size, price, stopPrice, timeInForce } = checked
  const terms = termsOf(draft.value?.intentId ?? '', checked)
  const market = draft.value?.market
  await load(
    previewRequests,
    (step) => {
      putPreview(step)
      if (step.value) useTicket.getState().notePreviewed(terms)
    },
    () =>
      call('portfolio.preview', {
        ...{ accountId, coinId, side, size },
        ...(price !== undefined && { price }),
        ...(stopPrice !== undefined && { stopPrice }),
        ...(timeInForce !== undefined && { timeInForce }),
        ...(market !== undefined && { market }),
      }),
  )
}

/** Asks what the order would do, once the typing pauses. */
export function schedulePreview(): void {
  clearTimeout(previewTimer)
  previewTimer = setTimeout(() => void askPreview(), PREVIEW_PAUSE_MS)
}

async function askDraft({ accountId, coinId, side, market }: TicketSubject): Promise<void> {
  await load(draftRequests, useTicket.getState().putDraft, async () => {
    const draft = await call('orders.draft', { accountId, coinId, side, ...(market !== null && { market }) })
    // What became of an order is news, also in a draft that nobody waits for any more.
    if (draft.order !== null) useOrders.getState().noteOrder(draft.order)
    return draft
  })
  schedulePreview()
}

/**
 * Opens a ticket for a coin, in place of the one that is open: on the account in use, or for a change within a ticket on
 * that ticket's own. Where the coin has several markets and none is named, it is the one in USDT; without one the ticket
 * asks which, and drafts nothing before.
 */
export async function openTicket(
  coinId: string,
  side: Side,
  wanted: string | null = null,
  accountId: string = useSession.getState().accountId,
): Promise<void> {
  if (isNoAccount(accountId)) return
  const { settings } = useSession.getState()
  const markets = marketsOf(useMarkets.getState().byAccount[accountId]?.value, coinId)
  const market = wanted ?? (markets.length > 1 ? (clickMarket(markets)?.market ?? null) : null)
  const { subject: open, form, parked } = useTicket.getState()
  const before = open === null ? parked : { ...open, form }
  const isSame = before?.coinId === coinId && before.accountId === accountId
  // Another coin starts from the preset; another side or market of this one keeps what means the same there.
  const fresh: TicketForm = { ...EMPTY_FORM, size: writeNumber(settings.presetSize) }
  const subject: TicketSubject = { accountId, coinId, side, market }
  const shown = open === null ? before?.market : (useTicket.getState().draft.value?.market ?? open.market)
  const turned = isSame ? turn({ ...before, market: shown ?? null }, subject) : { form: fresh, note: null }
  useTicket.getState().open(subject, turned.form, turned.note)
  if (market !== null || markets.length < 2) await askDraft(subject)
}

function turn(before: TicketSubject & { form: TicketForm }, { side, market }: TicketSubject): Switched {
  const { form } = before
  if (before.side !== side) return switchSide(form, side)
  const isOther = before.market !== null && market !== null && before.market !== market
  return isOther ? switchMarket(form, before.market ?? '', market) : { form, note: null }
}

/** Goes on with the open ticket once the vault is open: with the key that it has, or with its first one. */
export async function resumeTicket(): Promise<void> {
  const { subject, draft } = useTicket.getState()
  if (subject === null) return
  // What was refused while it was locked has an answer now.
  if (draft.value === null || draft.error !== null) await askDraft(subject)
  else schedulePreview()
}

/**
 * Has the backend know again what an order needs, when the trader comes back to the window: the same draft with its key, which
 * is there once the balances are.
 */
export async function rereadTicket(): Promise<void> {
  const { subject, draft, spent, submitting } = useTicket.getState()
  if (subject === null || draft.value === null || draft.loading || spent || submitting) return
  if (orderOf(useOrders.getState(), draft.value.intentId) === null) await askDraft(subject)
}

/** True when the draft's key has had its one order and that order has a definite answer. */
function isSpent(): boolean {
  const { draft, spent } = useTicket.getState()
  const order = orderOf(useOrders.getState(), draft.value?.intentId ?? null)
  return spent || (order !== null && !isInDoubt(order))
}

/** A new draft with a new key for the same coin, with what was typed. */
export async function renewTicket(): Promise<void> {
  const { subject } = useTicket.getState()
  if (subject !== null) await askDraft(subject)
}

/** Takes in what was typed. After a definite answer an edited ticket is a new one. */
export function changeTicket(patch: Partial<TicketForm>): void {
  useTicket.getState().change(patch)
  if (isSpent()) void renewTicket()
  else schedulePreview()
}

/** Takes in what a switch has made of the ticket. */
export function turnTicket({ form, note }: Switched): void {
  useTicket.getState().change(form, note)
  if (isSpent()) void renewTicket()
  else schedulePreview()
}

/** The trader means the far price of the order as it stands, or does not after all. */
export function acceptFarPrice(accepted: boolean): void {
  const { draft, form, acceptFar } = useTicket.getState()
  const order = draft.value === null ? null : checkTicket(form, draft.value).order
  acceptFar(accepted && draft.value !== null && order !== null ? termsOf(draft.value.intentId, order) : null)
}

type Ticket = Pick<TicketState, 'form' | 'preview' | 'previewed' | 'farAccepted' | 'overriddenKey'>

/** Whether the trader means the far price of this order. */
export function isFarAccepted({ form, farAccepted }: Pick<Ticket, 'form' | 'farAccepted'>, draft: Draft): boolean {
  const { order } = checkTicket(form, draft)
  return order !== null && farAccepted === termsOf(draft.intentId, order)
}

/** Why this very order would be refused, as far as a preview of it has said; `null` where it would go out. */
function refusalOf(ticket: Ticket, draft: Draft): Refusal | null {
  const { order } = checkTicket(ticket.form, draft)
  if (order === null || ticket.preview.value === null || ticket.previewed !== termsOf(draft.intentId, order))
    return null
  const lifted = { overridden: ticket.overriddenKey === draft.intentId, farAccepted: isFarAccepted(ticket, draft) }
  return standingProblems(ticket.preview.value, lifted)[0] ?? null
}

/** The same for the page, drawn anew when it changes. */
export function useRefusal(draft: Draft): Refusal | null {
  return useTicket((state) => refusalOf(state, draft))
}

async function submit(input: OrderInput): Promise<void> {
  const order = await call('orders.submit', input)
  useOrders.getState().noteOrder(order)
  announceOrder(order)
}

/** After these the key carries nothing any more. */
const SPENT: readonly ErrorCode[] = ['KEY_REUSED', 'DRAFT_NOT_FOUND', 'MODE_CHANGED']

/**
 * Submits the ticket with its key. A repeat while it is under way does nothing. `pressed` is the key of the ticket whose
 * button was pressed: where another one has taken its place meanwhile, nothing is sent.
 */
export async function submitTicket(pressed?: string): Promise<void> {
  const { subject, draft, form, preview, submitting, setSubmitting } = useTicket.getState()
  if (subject === null || draft.value === null || draft.loading || submitting || isSpent()) return
  if (pressed !== undefined && pressed !== draft.value.intentId) return
  const to = destinationOf(useSession.getState(), subject.accountId)
  const { order } = checkTicket(form, draft.value)
  if (order === null) return
  const refusal = refusalOf(useTicket.getState(), draft.value)
  if (refusal !== null) return reportFailure(new AppError(refusal.code, refusal.reason))
  const farAccepted = isFarAccepted(useTicket.getState(), draft.value)
  if (!useOrders.getState().disarm(subject)) return
  // Another ticket may have taken its place by the time that the answer comes.
  const isOpen = () => useTicket.getState().subject === subject
  setSubmitting(true)
  try {
    const seen = order.type === 'market' ? preview.value?.price?.[subject.side === 'buy' ? 'ask' : 'bid'] : undefined
    await submit({
      intentId: draft.value.intentId,
      ...to,
      ...order,
      ...(seen !== undefined && { seen }),
      ...(farAccepted && { acceptFarPrice: true }),
    })
  } catch (thrown) {
    useOrders.getState().doubt(subject)
    reportFailure(thrown)
    const { code } = asAppError(thrown)
    if (isOpen() && SPENT.includes(code)) useTicket.getState().spend()
    await loadOrders()
  } finally {
    if (isOpen()) setSubmitting(false)
    useOrders.getState().release(subject)
  }
}

/** Records that the trader breaks a limit for this one order, and why. */
export async function overrideRule(reason: string): Promise<boolean> {
  const { draft, noteOverride } = useTicket.getState()
  if (draft.value === null) return false
  try {
    const { intentId } = await call('rules.override', { intentId: draft.value.intentId, reason })
    noteOverride(intentId)
    reportDone(text.ticket.overrideDone)
    schedulePreview()
    return true
  } catch (thrown) {
    reportFailure(thrown)
    return false
  }
}
