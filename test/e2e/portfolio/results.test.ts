// Results by keyboard: what was entered is reckoned by each method, unfolds to its rows, and says what is missing.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { choose } from '../support/choose.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo } from '../support/screens.ts'

const app = shareApp()

test('a sale is reckoned by the method that is chosen, and unfolds to the lots that it took', async () => {
  const { page } = app.current
  const cold = { accountId: 'cold', environment: 'practice', coinId: 'peaq' } as const
  await askDesktop(page, 'ledger.save', { ...cold, at: '2025-01-01', kind: 'buy', amount: '10', price: '1' })
  await askDesktop(page, 'ledger.save', { ...cold, at: '2025-02-01', kind: 'buy', amount: '10', price: '3' })
  await askDesktop(page, 'ledger.save', { ...cold, at: '2026-03-01', kind: 'sell', amount: '5', price: '4' })
  await askDesktop(page, 'ledger.save', {
    ...cold,
    coinId: 'ola',
    at: '2026-03-02',
    kind: 'sell',
    amount: '7',
    price: '1',
  })
  await goTo(page, 'Portfolio')
  await page.getByRole('tab', { name: 'Results' }).focus()
  await page.keyboard.press('Enter')
  const row = page.getByRole('table', { name: 'By coin' }).locator('tr[data-row]').filter({ hasText: 'peaq' })
  // 20 coins cost 40: 5 of them cost 10, and bring 20.
  await expect(row).toContainText('+10.00')
  await expect(page.getByRole('table', { name: 'Missing purchases' }).locator('tr[data-row]')).toHaveCount(1)
  await choose(page.getByRole('combobox', { name: 'Method' }), 'FIFO')
  await expect(row).toContainText('+15.00')
  await choose(page.getByRole('combobox', { name: 'Method' }), 'HIFO')
  await expect(row).toContainText('+5.00')
  await page.getByRole('button', { name: 'Show what peaq is made of' }).focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('table', { name: 'What the numbers of peaq are made of' })
  await expect(list).toContainText('5 from Feb 1, 2025, cost 15.00')
  await choose(page.getByRole('combobox', { name: 'Year' }), '2025')
  await expect(page.getByRole('button', { name: 'Export 2025 as CSV' })).toBeVisible()
  await expect(page.getByText('Nothing sold, spent or received yet.')).toBeVisible()
  await expect(page.getByText('Arithmetic, not tax advice.')).toBeVisible()
})
