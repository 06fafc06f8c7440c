// A staged order by the keyboard alone: prepared in the coin's panel, said in one sentence, listed, kept over a restart, canceled.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'

const DAY_MS = 86_400_000

test('an order that sends itself is armed, listed and canceled by keys', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const panel = await openCoin(page, 'Lurk')
  const listings = panel.getByRole('region', { name: 'Listings' })
  await listings.getByText('When it opens', { exact: true }).first().focus()
  await page.keyboard.press('Enter')
  const form = listings.getByRole('form', { name: 'When it opens' })
  await form.getByRole('radio', { name: 'Tell me' }).focus()
  // Past the ticket to what sends itself.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(form.getByRole('radio', { name: 'Send automatically' })).toBeChecked()
  const day = new Date(Date.now() + 4 * DAY_MS).toISOString().slice(0, 10)
  const fields = [
    ['Pair', 'lurk/usdt'],
    ['Size in USDT', '25'],
    ['Price limit in USDT', '60'],
    ['Maximum value in USDT', '30'],
    ['From date', day],
    ['From time', '14:30'],
  ] as const
  await form.getByRole('button', { name: 'Arm it' }).press('Enter')
  await expect(form.getByText('Enter a number above 0.').first()).toBeVisible()
  for (const [name, value] of fields) await form.getByLabel(name, { exact: true }).fill(value)
  await expect(form).toContainText(
    'Prelist sends a limit order to buy LURK for 25 USDT at 60 USDT or better (max 30 USDT).',
  )
  await form.getByRole('button', { name: 'Arm it' }).press('Enter')
  await expect(page.locator('.status-message')).toContainText('staged.')
  expect(await askDesktop(page, 'staged.list', {})).toMatchObject([
    { coinId: 'lurk', trigger: 'send', state: 'waiting', intentId: null, from: `${day}T14:30:00.000Z`, maxPrice: '60' },
  ])

  await app.restart()
  await goTo(app.page, 'Listings')
  const table = app.page.getByRole('table', { name: 'Staged orders' })
  await expect(table).toContainText('Send automatically')
  await expect(table).toContainText('Buy 25 USDT, limit 60 USDT')
  await table.getByRole('button', { name: 'Cancel the staged order for Lurk' }).press('Enter')
  await expect(table).toContainText('Canceled')
  await expect(table.getByRole('button', { name: 'Cancel the staged order for Lurk' })).toHaveCount(0)
})
