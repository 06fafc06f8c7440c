// How the table of states gets to its states: steps through the page, and a backend that answers otherwise for a while.

import { expect, type Locator, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import type { OperationName } from '../../../shared/contract/contract.ts'
import type { Order, OrderStatus } from '../../../shared/order.ts'
import type { Page as Part } from '../../../shared/page.ts'
import type { Result } from '../../../shared/result.ts'
import { type App, ORIGIN } from '../support/open-app.ts'
import { openTicket } from '../support/screens.ts'

/** Answers in the backend's place; `real` is what the backend itself says. */
export type Change = (real: () => Promise<Result<unknown>>) => unknown

export interface Stage {
  readonly page: Page
  /** From now on the backend's answers to an operation are changed; the next state has the real ones again. */
  answer(operation: OperationName, change: Change): void
  /** Loads a screen anew, with nothing open, filtered or typed. */
  enter(hash: string): Promise<void>
  /** Takes back every changed answer. */
  clear(): void
}

/** Sets itself between the page and the backend. The backend and its data stay real. */
export function stageOf(app: App): Stage {
  const changes = new Map<unknown, Change>()
  const { dispatch } = app.backend
  app.backend.dispatch = async (sender, operation, input) => {
    const real = () => dispatch(sender, operation, input)
    const change = changes.get(operation)
    return (change === undefined ? real() : change(real)) as Promise<Result<unknown>>
  }
  return {
    get page() {
      return app.page
    },
    answer: (operation, change) => changes.set(operation, change),
    enter: async (hash) => {
      await app.page.goto(`${ORIGIN}/#/${hash}`)
      await app.page.reload()
    },
    clear: () => changes.clear(),
  }
}

/** A failure as the backend would answer it. */
export const FAILED: Change = async () => ({
  ok: false,
  error: { code: 'STORAGE_FAILED', message: 'The disk is full.' },
})

/** An answer that does not come. */
export const PENDING: Change = () => new Promise(() => {})

/** An answer that the page does not understand, as a fault in Prelist would make it. */
export const BROKEN: Change = async () => ({ ok: true, value: [{}] })

/** A quote that another source does not agree with, and one that is old. */
export const QUOTED: Change = async () => {
  const old = '2026-11-29T12:00:00.000Z'
  const differs = [{ source: 'kucoin', venue: 'kucoin', price: '0.2142', currency: 'USDT', at: old, by: '0.071' }]
  const common = { currency: 'USDT', source: 'binance', venue: 'binance', basis: 'market', simulated: false }
  const nothing = { bid: null, ask: null, volume24h: null, marketCap: null, confidence: null }
  const quote = { ...common, ...nothing, at: old, receivedAt: old, market: null, differs: [] }
  const value = [
    { ...quote, coinId: 'peaq', price: '0.2', change24h: '0.021', differs },
    { ...quote, coinId: 'ten', price: '0.0052', change24h: '-0.3' },
  ]
  return { ok: true, value }
}

const HISTORY_FROM = Date.parse('2026-11-01T00:00:00.000Z')
const HISTORY_STEP_MS = 12 * 3_600_000
const HISTORY_POINTS = 60

/** A history of 30 days in candles, its prices as Binance told them. */
export const WITH_HISTORY: Change = async () => {
  const candles = Array.from({ length: HISTORY_POINTS }, (_, at) => {
    const close = (0.2 + 0.02 * Math.sin(at / 5)).toFixed(4)
    const opened = new Date(HISTORY_FROM + at * HISTORY_STEP_MS).toISOString()
    return { at: opened, open: '0.2000', high: '0.2210', low: '0.1790', close, volume: '1000' }
  })
  const origin = { currency: 'USDT', source: 'binance', venue: 'binance', market: 'PEAQ/USDT' }
  const value = { coinId: 'peaq', range: '30d', candles, ...origin, receivedAt: '2026-11-30T12:00:00.000Z' }
  return { ok: true, value: { ...value, problem: null } }
}

/** The backend's answer with other values in it. */
export function withValues(values: object): Change {
  return async (real) => {
    const result = await real()
    return result.ok ? { ok: true, value: { ...(result.value as object), ...values } } : result
  }
}

const STATUSES: Record<OrderStatus, true> = {
  recorded: true,
  submitting: true,
  open: true,
  'partially-filled': true,
  filled: true,
  canceled: true,
  rejected: true,
  expired: true,
  'not-sent': true,
  abandoned: true,
  unknown: true,
  'not-placed': true,
  stuck: true,
  conflict: true,
}

/** An order in every state that there is, each made of the one in the ledger. */
export const EVERY_STATUS: Change = async (real) => {
  const result = await real()
  const [order] = result.ok ? (result.value as Part<Order>).items : []
  if (order === undefined) throw new Error('the ledger is empty')
  return {
    ok: true,
    value: {
      items: Object.keys(STATUSES).map((status) => ({ ...order, status, intentId: `${order.intentId}-${status}` })),
      next: null,
    },
  }
}

/** Waits until at least one of them can be seen. */
export const visible = (what: Locator) => expect(what.first()).toBeVisible()

export const rows = (page: Page) => visible(page.locator('tr[data-row]'))

export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Opens a ticket and waits for what the order would do. */
export async function ticketOf(page: Page, name: string): Promise<Locator> {
  const ticket = await openTicket(page, name)
  await visible(ticket.getByText('Total cost'))
  return ticket
}

/** A ticket for more than the limit of one project. */
export async function overLimit(page: Page): Promise<Locator> {
  const ticket = await ticketOf(page, 'Nillion')
  await field(page, 'Size').fill('900')
  await visible(ticket.getByText(/^Over the project limit/))
  return ticket
}

/** Opens a coin of one's own. */
export async function ownCoin(page: Page): Promise<void> {
  const coins = await askDesktop(page, 'coins.list', {})
  if (!coins.some(({ origin }) => origin === 'own')) {
    await askDesktop(page, 'coins.save', { name: 'Quiet Harbour', narratives: ['storage'] })
  }
  await press(page, 'Open Quiet Harbour')
  await visible(page.getByRole('region', { name: 'Added by you' }))
}

/** Places orders of one's own choosing, so that ledger and portfolio are not empty. */
export async function buy(page: Page, coinId: string, value: string, price?: string): Promise<void> {
  const { intentId } = await askDesktop(page, 'orders.draft', { accountId: 'practice', coinId, side: 'buy' })
  const size = { unit: 'quote' as const, value }
  const terms = price === undefined ? { type: 'market' as const } : { type: 'limit' as const, price }
  await askDesktop(page, 'orders.submit', { intentId, size, ...terms })
}

/** Keeps a coin elsewhere, in the practice portfolio. */
export async function hold(page: Page, coinId: string, amount: string): Promise<void> {
  await askDesktop(page, 'holdings.save', { environment: 'practice', coinId, amount })
}
