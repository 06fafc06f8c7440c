// Airdrop work by keyboard: a task with a deadline, done with what it took, its claim booked, all there after a restart.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { goTo, statusLine } from '../support/screens.ts'

/** Presses a button by its name, with the keyboard alone. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
}

test('a task is written, done, undone and kept; its claim becomes one holding', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await goTo(page, 'Airdrops')
  await press(page, 'Add a task')
  const form = page.getByRole('form', { name: 'New task' })
  await expect(form.getByRole('textbox', { name: 'Task' })).toBeFocused()
  await page.keyboard.type('Bridge 50 USDC')
  await form.getByRole('combobox', { name: 'Coin' }).focus()
  await page.keyboard.type('Ola')
  await expect(page.getByRole('option', { name: 'Ola' })).toBeVisible()
  await page.keyboard.press('Enter')
  await form.getByLabel('Deadline').fill('2099-12-01')
  await form
    .getByRole('textbox', { name: 'Wallet' })
    .fill('legal winner thank year wave sausage worth useful legal winner thank yellow')
  await form.getByRole('textbox', { name: 'Wallet' }).press('Enter')
  await expect(statusLine(page)).toContainText('This looks like a recovery phrase, so it wasn’t saved.')
  await form.getByRole('textbox', { name: 'Wallet' }).fill('Ledger 2')
  await form.getByRole('textbox', { name: 'Wallet' }).press('Enter')
  await expect(statusLine(page)).toContainText('Saved: Bridge 50 USDC')
  const row = page.getByRole('table', { name: 'Airdrop tasks' }).getByRole('row', { name: /Bridge 50 USDC/ })
  await expect(row).toContainText('Ola')
  await expect(row).toContainText('Dec')

  await press(page, 'Open Bridge 50 USDC')
  const record = page.getByRole('form', { name: 'Done? Note what it took' })
  await record.getByRole('textbox', { name: 'Network fee' }).fill('0.003')
  await record.getByRole('textbox', { name: 'Fee coin' }).fill('ETH')
  await record.getByRole('textbox', { name: 'Minutes spent' }).fill('15')
  await record.getByRole('textbox', { name: 'Link', exact: true }).fill('https://example.com/bridge')
  await record.getByRole('textbox', { name: 'Link', exact: true }).press('Enter')
  await expect(statusLine(page)).toContainText('Done: Bridge 50 USDC')
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toContainText('0.003 ETH, 15 min')
  await expect(history.getByRole('link')).toHaveCount(0)

  await press(page, 'Details of Ola')
  await expect(page.getByText('Spent so far: 0.003 ETH, 15 min')).toBeVisible()
  const claim = page.getByRole('form', { name: 'Book a claim of Ola' })
  await claim.getByRole('textbox', { name: 'Amount received' }).fill('120.5')
  await claim.getByRole('textbox', { name: 'Price when received (USDT each)' }).fill('0.04')
  await claim.getByRole('button', { name: 'Add to holdings' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(claim.getByRole('list', { name: 'Claims' })).toContainText('120.5 received, basis 0.04 USDT')
  await expect(page.getByRole('combobox', { name: 'Progress for Ola' })).toHaveText('Claimed')

  await app.restart()
  await goTo(app.page, 'Airdrops')
  await expect(app.page.getByRole('button', { name: 'Not done: Bridge 50 USDC' })).toBeVisible()
  await app.page.getByRole('button', { name: 'Details of Ola' }).click()
  await expect(app.page.getByRole('list', { name: 'Claims' }).getByRole('listitem')).toHaveCount(1)
  const live = await app.backend.call('portfolio.get', { environment: 'live' })
  expect(live).toMatchObject({ ok: true, value: { holdings: [{ coinId: 'ola', amount: '120.5' }] } })
})

test('deadlines stand in a month that arrows walk, with what is due on the day', async ({ openApp }) => {
  const { page } = await openApp()
  const day = (days: number) => {
    const date = new Date()
    date.setHours(12, 0, 0, 0)
    date.setDate(date.getDate() + days)
    return date
  }
  const iso = (date: Date) =>
    [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join(
      '-',
    )
  const deadline = { day: iso(day(8)), time: null, timeZone: 'UTC' }
  await askDesktop(page, 'airdropTasks.save', { coinId: 'ola', title: '<b>Bridge</b>', deadline })
  await askDesktop(page, 'airdrops.save', { coinId: 'ten', deadline: iso(day(7)) })
  await page.reload()
  await goTo(page, 'Airdrops')
  await page.getByText('Month', { exact: true }).click()
  const grid = page.getByRole('table', { name: /^Deadlines in / })
  await grid.locator('[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid.getByRole('button', { name: /, 1 due$/, pressed: true })).toBeFocused()
  await expect(page.getByRole('button', { name: 'TEN: airdrop deadline' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  const entry = page.getByRole('button', { name: '<b>Bridge</b> (Ola)' })
  await expect(entry).toBeVisible()
  const before = await grid.getAttribute('aria-label')
  await page.keyboard.press('PageDown')
  await expect(grid).not.toHaveAttribute('aria-label', before ?? '')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Tab')
  await expect(entry).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '<b>Bridge</b>' })).toBeVisible()
})
