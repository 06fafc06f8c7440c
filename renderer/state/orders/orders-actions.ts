// Reads the ledger, cancels, halts and looks again. Placing is in one-click-actions.ts and ticket-actions.ts.

import type { Output } from '../../../shared/contract/contract.ts'
import type { Order, OrderStatus } from '../../../shared/order.ts'
import { UNFINISHED } from '../../../shared/order-states.ts'
import { MAX_PAGE_SIZE } from '../../../shared/page.ts'
import { call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { sentences } from '../../messages/reasons/sentences.ts'
import { load } from '../loadable.ts'
import { reportDone, reportFailure } from '../report.ts'
import { requests } from '../requests.ts'
import { accountWords } from '../session/names.ts'
import { noteHalted } from '../session/session-actions.ts'
import { useSession } from '../session/session-store.ts'
import { useStatus } from '../status-store.ts'
import { mergeOrders, toneOf } from './ledger.ts'
import { resultOf } from './order-result.ts'
import type { Cancelable } from './order-scope.ts'
import { orderOf, useOrders } from './orders-store.ts'

interface Reading {
  newest: Output<'orders.page'>
  unfinished: Order[]
}

const ledgerRequests = requests()
/** Where the ledger was read anew meanwhile, the place of an earlier page is one of before. */
const earlierRequests = requests(() => useOrders.getState().next)
/** Of an account that was left nothing is shown. */
const foreignRequests = requests(() => useSession.getState().accountId)

/**
 * Reads the newest orders, and every one that may still change however old it is: what a click may do depends on these. A good
 * reading also clears every doubt about failed clicks.
 */
export async function loadOrders(): Promise<void> {
  const { put, reached } = useOrders.getState()
  await load<Reading>(
    ledgerRequests,
    ({ value, ...step }) => {
      if (!value) return put(step)
      reached(value.newest.next, value.newest.items)
      put({ ...step, value: mergeOrders(value.newest.items, value.unfinished) })
    },
    async () => {
      const [newest, unfinished] = await Promise.all([call('orders.page', {}), allUnfinished()])
      return { newest, unfinished }
    },
  )
}

async function allUnfinished(): Promise<Order[]> {
  const found: Order[] = []
  let before: number | undefined
  do {
    const page = await call('orders.page', { status: [...UNFINISHED], limit: MAX_PAGE_SIZE, before })
    found.push(...page.items)
    before = page.next ?? undefined
  } while (before !== undefined)
  return found
}

/** Adds the orders of an account, or of every one, before those that were read. */
export async function loadEarlierOrders(accountId: string | null): Promise<void> {
  const { next } = useOrders.getState()
  const scope = accountId === null ? {} : { accountId }
  const isCurrent = earlierRequests.begin()
  try {
    const page = await call('orders.page', { ...scope, before: next[accountId ?? ''] ?? undefined })
    const { orders, addEarlier } = useOrders.getState()
    if (isCurrent() && orders.value !== null) addEarlier(accountId, page.items, page.next)
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Asks the exchange of an account what else stands open there. */
export async function loadForeign(accountId: string): Promise<void> {
  const { putForeign } = useOrders.getState()
  putForeign({ value: null, error: null })
  await load(foreignRequests, putForeign, () => call('orders.foreign', { accountId }))
}

/** Says on the status line what became of an order. */
export function announceOrder(order: Order): void {
  const { line, more } = resultOf(order)
  const account = accountWords(useSession.getState(), order.accountId)
  useStatus.getState().say({
    tone: toneOf(order.status),
    title: line,
    detail: sentences(more, text.orders.resultOn(account)),
  })
}

/** From these on the trader is waiting for news; what he has just clicked is announced by the click itself. */
const AWAITED: readonly OrderStatus[] = ['unknown', 'stuck', 'open', 'partially-filled']

/** Takes in the news of one order. */
export function noteOrder(order: Order): void {
  const known = orderOf(useOrders.getState(), order.intentId)
  useOrders.getState().noteOrder(order)
  // News can come after the answer that was newer: what is told is what the ledger holds then.
  const now = orderOf(useOrders.getState(), order.intentId)
  if (known === null || now === null || known.status === now.status) return
  if (AWAITED.includes(known.status)) announceOrder(now)
}

/** Asks the venue to cancel one order. */
export async function cancelOrder(intentId: string): Promise<void> {
  try {
    useOrders.getState().noteOrder(await call('orders.cancel', { intentId }))
    reportDone(text.orders.cancelDone)
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Records what the trader found out himself about an order that nobody could tell. */
export async function decideOrder(intentId: string, decision: 'not-placed' | 'seen', reason: string): Promise<void> {
  try {
    useOrders.getState().noteOrder(await call('orders.decide', { intentId, decision, reason }))
    reportDone(text.orders.decided)
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Asks the venues to cancel every open order of these accounts, and of no other. */
export async function cancelAll(parts: readonly Cancelable[]): Promise<void> {
  const answers = await Promise.allSettled(
    parts.map(async ({ accountId, account }) => {
      const orders = await call('orders.cancelAll', { accountId })
      for (const order of orders) useOrders.getState().noteOrder(order)
      return text.orders.countOn(orders.length, account)
    }),
  )
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed !== undefined) return reportFailure(failed.reason)
  const done = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  reportDone(text.orders.cancelAllDone(done.join('; ')))
}

/** Asks about every order that is not final, once. */
export async function lookAgain(): Promise<void> {
  const before = useOrders.getState()
  try {
    const orders = await call('orders.reconcile', {})
    const changed = orders.filter((order) => orderOf(before, order.intentId)?.status !== order.status)
    for (const order of orders) useOrders.getState().noteOrder(order)
    await loadOrders()
    reportDone(text.orders.lookAgainDone(changed.length))
  } catch (thrown) {
    reportFailure(thrown)
  }
}

/** Stops or allows new orders of one account, or of every account where none is named. */
export async function setHalted(halt: boolean, only: { accountId: string; account: string } | null): Promise<void> {
  try {
    const scope = only === null ? {} : { accountId: only.accountId }
    noteHalted(await call(halt ? 'orders.halt' : 'orders.resume', scope))
    const where = only?.account ?? text.orders.everyAccount
    reportDone(halt ? text.orders.haltDone(where) : text.orders.resumeDone(where))
  } catch (thrown) {
    reportFailure(thrown)
  }
}
