// The allocation by keyboard: grouped and drawn as its trader wants, with the words of every area in the table.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { buy, hold } from '../a11y/a11y-stage.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo } from '../support/screens.ts'

const app = shareApp()

test('each grouping is a picture and a table that say the same', async () => {
  const { page } = app.current
  await buy(page, 'peaq', '200')
  await hold(page, 'nillion', '3000')
  await hold(page, 'lurk', '5')
  const { holdings } = await askDesktop(page, 'portfolio.get', { environment: 'practice' })
  const nillion = holdings.find(({ coinId }) => coinId === 'nillion')
  expect(nillion?.parts).toEqual([{ source: 'manual', accountId: null, amount: '3000', value: nillion?.value }])
  expect(nillion?.priceFrom).toBe('practice')

  await goTo(page, 'Portfolio')
  await expect(page.getByText('1 holding without a price')).toBeVisible()
  await page.getByRole('tab', { name: 'Allocation' }).focus()
  await page.keyboard.press('Enter')
  const rows = page.getByRole('table', { name: 'Allocation' }).locator('tr[data-row]')
  await expect(rows).toHaveCount(3)
  await expect(page.locator('.donut .slice')).toHaveCount(3)
  await expect(page.getByText('1 holding without a price or cost isn’t in this picture.')).toBeVisible()

  await page.getByRole('radio', { name: 'Donut' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.treemap .slice')).toHaveCount(3)
  await page.getByRole('radio', { name: 'Exchange' }).check()
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Not on an exchange' })).toHaveCount(1)
  await expect(page.locator('.treemap')).toContainText('Practice exchange')
})
