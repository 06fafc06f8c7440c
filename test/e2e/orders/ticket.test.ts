// The ticket shows what an order would cost and do before it is placed, and then keeps to it.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { openTicket, statusLine } from '../support/screens.ts'

const app = shareApp()

test('shows price with its age, fee, total, and the share before and after', async () => {
  const { page } = app.current
  const ticket = await openTicket(page, 'peaq')
  const preview = ticket.getByRole('region', { name: 'Before you place it' })
  const fact = (name: string) =>
    preview
      .locator('.fact')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('dd')
  await ticket.getByRole('textbox', { name: 'Size', exact: true }).fill('100')
  await expect(fact('Price')).toHaveText(/^0\.1\d+ Ask simulated (just now|\d+ s ago)$/)
  await expect(fact('Amount')).toHaveText(/^[\d,.]+ PEAQ$/)
  await expect(fact('Value')).toHaveText(/^(99\.99|100\.00) USDT$/)
  await expect(fact('Est. fee')).toHaveText('0.10 USDT')
  await expect(fact('Total cost')).toHaveText(/^100\.(09|10) USDT$/)
  await expect(fact('Share of portfolio')).toHaveText('0.00% before → 1.00% after')

  const before = app.current.practiceOrders()
  await ticket.getByRole('button', { name: 'Place: Buy 100 USDT of peaq' }).click()
  await expect(statusLine(page)).toContainText(/Bought .* PEAQ at/)
  expect(app.current.practiceOrders()).toBe(before + 1)
  // The same ticket cannot place it again: its key is spent.
  await expect(ticket.getByRole('button', { name: /^Place/ })).toHaveAttribute('aria-disabled', 'true')
  await ticket.getByRole('button', { name: 'New ticket' }).click()
  await expect(fact('Share of portfolio')).toHaveText(/^1\.00% before → (1\.99|2\.00)% after$/)
  await ticket.getByRole('button', { name: 'Close' }).click()
})

test('says what is wrong with a number instead of asking for it', async () => {
  const { page } = app.current
  const ticket = await openTicket(page, 'Nillion')
  const size = ticket.getByRole('textbox', { name: 'Size', exact: true })
  for (const typed of ['-5', '1e3', '0', 'much']) {
    await size.fill(typed)
    await expect(size).toHaveAttribute('aria-invalid', 'true')
    await expect(ticket.getByRole('button', { name: 'Place order' })).toHaveAttribute('aria-disabled', 'true')
  }
  await ticket.getByRole('button', { name: 'Close' }).click()
})

test('a limit order below the market stays open, and is canceled', async () => {
  const { page } = app.current
  const ticket = await openTicket(page, 'Parcl')
  await ticket.getByRole('radio', { name: 'Limit' }).click()
  await ticket.getByRole('textbox', { name: 'Limit price, USDT' }).fill('0.03')
  await ticket.getByRole('textbox', { name: 'Size', exact: true }).fill('60')
  await ticket.getByRole('button', { name: 'Place: Buy 60 USDT of Parcl' }).click()
  await expect(statusLine(page)).toContainText('PRCL: Open.')
  await page.getByRole('link', { name: 'Orders' }).click()
  await page.getByRole('button', { name: 'Cancel buy of Parcl' }).click()
  await expect(page.getByRole('row', { name: /Parcl/ })).toContainText('Canceled')
  await page.getByRole('link', { name: 'Watchlist' }).click()
  await page
    .getByRole('region', { name: /^Order ticket/ })
    .getByRole('button', { name: 'Close' })
    .click()
})

test('the same key again gives the stored order, with other terms a refusal, and nothing is sent', async () => {
  const { page } = app.current
  const { intentId } = await askDesktop(page, 'orders.draft', { accountId: 'practice', coinId: 'ten', side: 'buy' })
  const input = { intentId, type: 'market' as const, size: { unit: 'quote' as const, value: '50' } }
  const before = app.current.practiceOrders()
  // All at once through the page's own bridge.
  const answers = await Promise.all(Array.from({ length: 50 }, () => askDesktop(page, 'orders.submit', input)))
  expect(new Set(answers.map((order) => order.venueOrderId)).size).toBe(1)
  expect(app.current.practiceOrders()).toBe(before + 1)
  const other = { ...input, size: { unit: 'quote' as const, value: '51' } }
  await expect(askDesktop(page, 'orders.submit', other)).rejects.toThrow('KEY_REUSED')
  expect(app.current.practiceOrders()).toBe(before + 1)
})
