// The trader's own limits: a hard one stops an order before anything is sent, a soft one only says so, and breaking one
// on purpose needs a ticket and a reason.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { armed, buyOf, goTo, openTicket, statusLine } from '../support/screens.ts'

const app = shareApp()

test('a click that would break a hard limit is refused before anything is sent', async () => {
  const { page } = app.current
  await goTo(page, 'Settings')
  await page.getByRole('textbox', { name: 'Size in USDT' }).fill('600')
  await page.getByRole('region', { name: 'One-click orders' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await goTo(page, 'Watchlist')
  const button = buyOf(page, 'peaq', '600')
  await armed(button)
  await button.click()
  await expect(statusLine(page)).toContainText(
    /Over your limit\. .*project limit: (5\.9|6\.0)\d*% of your portfolio, limit 5%/,
  )
  await expect(statusLine(page)).toContainText('Nothing was sent.')
  await armed(button)
  expect(app.current.practiceOrders()).toBe(0)
  expect(await askDesktop(page, 'orders.list', {})).toEqual([])
})

test('the ticket shows the breach before the click, and the click sends nothing', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  const ticket = await openTicket(page, 'Nillion')
  await ticket.getByRole('textbox', { name: 'Size', exact: true }).fill('600')
  await expect(
    ticket.getByText(/^Over the project limit: (5\.99|6\.\d\d)%, limit 5% \(blocks the order\)$/),
  ).toBeVisible()
  const place = ticket.getByRole('button', { name: 'Place: Buy 600 USDT of Nillion' })
  await expect(place).toHaveAttribute('aria-disabled', 'true')
  await expect(ticket.getByText(/^Can’t be placed: /)).toBeVisible()
  // Pressed all the same it says why, and sends nothing.
  await place.click({ force: true })
  await expect(statusLine(page)).toContainText('Over your limit')
  expect(app.current.practiceOrders()).toBe(before)
  await ticket.getByRole('button', { name: 'Use max' }).click()
  await expect(ticket.getByText(/Over the project limit/)).toHaveCount(0)
  await expect(ticket.getByRole('textbox', { name: 'Size', exact: true })).toHaveValue(/^4\d\d(\.\d+)?$|^500$/)
  await ticket.getByRole('button', { name: 'Close' }).click()
})

test('a limit is broken on purpose in a ticket, with a reason, for one order', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  const ticket = await openTicket(page, 'Dolomite')
  await ticket.getByRole('textbox', { name: 'Size', exact: true }).fill('600')
  await ticket.getByText('Override the limit for this order').click()
  const record = ticket.getByRole('button', { name: 'Save override' })
  await expect(record).toHaveAttribute('aria-disabled', 'true')
  await ticket.getByRole('textbox', { name: 'Reason' }).fill('Moves over from another exchange.')
  await record.click()
  await expect(ticket.getByText('Override saved.')).toBeVisible()
  await expect(ticket.getByText('Can’t be placed yet')).toHaveCount(0)
  await expect(ticket.getByText(/^Over the project limit/)).toBeVisible()
  await ticket.getByRole('button', { name: 'Place: Buy 600 USDT of Dolomite' }).click()
  await expect(statusLine(page)).toContainText(/Bought .* DOLO at/)
  expect(app.current.practiceOrders()).toBe(before + 1)
  // The next one is under the limit again.
  await ticket.getByRole('button', { name: 'New ticket' }).click()
  await ticket.getByRole('button', { name: 'Place: Buy 600 USDT of Dolomite' }).click({ force: true })
  await expect(statusLine(page)).toContainText('Over your limit')
  expect(app.current.practiceOrders()).toBe(before + 1)
  await ticket.getByRole('button', { name: 'Close' }).click()
})

test('a limit that only warns stops no order', async () => {
  const { page } = app.current
  const before = app.current.practiceOrders()
  const rules = await askDesktop(page, 'rules.get', {})
  await askDesktop(page, 'rules.save', { ...rules, project: { ...rules.project, level: 'warn' } })
  await askDesktop(page, 'settings.save', { presetSize: '600' })
  await goTo(page, 'Watchlist')
  const button = buyOf(page, 'Movement Labs', '600')
  await armed(button)
  await button.click()
  await expect(statusLine(page)).toContainText(/Bought .* MOVE at/)
  expect(app.current.practiceOrders()).toBe(before + 1)
  await goTo(page, 'Portfolio')
  const breaches = page.getByRole('region', { name: 'Over your limits' })
  await expect(breaches).toContainText('Movement Labs')
  await askDesktop(page, 'rules.save', rules)
})
