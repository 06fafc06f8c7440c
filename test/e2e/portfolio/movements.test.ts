// The movements by keyboard: one is entered, found, changed, taken away and put back; what an order did stays as it is.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { buy } from '../a11y/a11y-stage.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, statusLine } from '../support/screens.ts'

const app = shareApp()

const table = (page: Page) => page.getByRole('table', { name: 'Movements' })
const tableRows = (page: Page) => table(page).locator('tr[data-row]')
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function movements(page: Page): Promise<void> {
  await goTo(page, 'Portfolio')
  await page.getByRole('tab', { name: 'Movements' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tabpanel')).toBeVisible()
}

test('a movement is entered, changed, taken away and put back, and holdings follow', async () => {
  const { page } = app.current
  await movements(page)
  await expect(page.getByText('No movements yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add movement' }).first().focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'New movement' })
  await expect(panel.getByRole('combobox', { name: 'Coin' })).toBeVisible()
  await panel.getByRole('button', { name: 'Save movement' }).click()
  await expect(panel.getByText('Choose a coin.')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Coin' }).fill('peaq')
  await page.keyboard.press('Enter')
  await box(page, 'Amount').fill('1,000.5')
  await box(page, 'Price each, USDT').fill('0.25')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Movement added.')
  await expect(panel).toHaveCount(0)
  await expect(tableRows(page)).toHaveCount(1)
  await expect(tableRows(page).first()).toContainText('+1,000.5')
  const held = async () => {
    const { holdings } = await askDesktop(page, 'portfolio.get', { environment: 'practice' })
    return holdings.map(({ amount }) => amount)
  }
  expect(await held()).toEqual(['1000.5'])

  await page.getByRole('button', { name: /^Open Buy of peaq/ }).focus()
  await page.keyboard.press('Enter')
  await box(page, 'Amount').fill('900')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Movement saved.')
  await expect(tableRows(page).first()).toContainText('+900')
  expect(await held()).toEqual(['900'])

  await page.getByRole('button', { name: /^Open Buy of peaq/ }).click()
  await page.getByRole('button', { name: 'Remove Buy of peaq' }).click()
  await expect(tableRows(page)).toHaveCount(0)
  expect(await held()).toEqual([])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(tableRows(page)).toHaveCount(1)
  expect(await held()).toEqual(['900'])
})

test('the movements of a coin are one press from its row; a fill has nothing to change, and Escape closes it', async () => {
  const { page } = app.current
  await buy(page, 'parcl', '20')
  await goTo(page, 'Portfolio')
  await page.getByRole('tab', { name: 'Holdings' }).click()
  await page.getByRole('button', { name: 'Movements of Parcl' }).click()
  await expect(table(page)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Coin' })).toHaveValue('Parcl')
  await page
    .getByRole('button', { name: /^Open Buy of Parcl/ })
    .first()
    .click()
  const panel = page.getByRole('region', { name: 'Buy: Parcl' })
  await expect(panel).toContainText('This is a fill of your order.')
  await expect(panel.getByRole('button', { name: /Save|Remove/ })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Movements' }).focus()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})
