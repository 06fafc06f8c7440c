// A transfer between own places by keyboard: offered, confirmed, its cost moves along, and the answer is taken back.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, statusLine } from '../support/screens.ts'

const app = shareApp()

test('what left one place and came to another is offered as a transfer, and the cost moves by one press', async () => {
  const { page } = app.current
  const row = { environment: 'practice', coinId: 'peaq' } as const
  const save = (more: object) => askDesktop(page, 'ledger.save', { ...row, ...more } as never)
  await save({ accountId: 'cold', at: '2026-01-01', kind: 'buy', amount: '10', price: '2' })
  await save({ accountId: 'cold', at: '2026-02-01T10:00Z', kind: 'withdrawal', amount: '10' })
  await save({ accountId: 'box', at: '2026-02-01T10:05Z', kind: 'deposit', amount: '10' })
  const cost = async () => {
    const { coins } = await askDesktop(page, 'results.get', { environment: 'practice', method: 'fifo' })
    return coins.find(({ coinId }) => coinId === 'peaq')?.heldCost
  }
  expect(await cost()).toBeNull()
  await goTo(page, 'Portfolio')
  await page.getByRole('tab', { name: 'Movements' }).click()
  await page.getByText('Possible transfers (1)').click()
  await page.getByRole('button', { name: 'Is a transfer: peaq from cold to box' }).focus()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Saved as a transfer.')
  await expect(page.getByText('No transfer is waiting for your answer.')).toBeVisible()
  expect(await cost()).toBe('20')
  await page.getByText('Confirmed (1)').click()
  await page.getByRole('button', { name: 'Take back: peaq from cold to box' }).click()
  await expect(page.getByRole('button', { name: 'Not a transfer: peaq from cold to box' })).toBeVisible()
  expect(await cost()).toBeNull()
})
