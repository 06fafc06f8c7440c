// A CSV file by keyboard: pasted, asked for its zone, rows that cannot be read left out on purpose, imported whole, twice
// nothing, and taken back whole.

import { expect, type Page } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { choose } from '../support/choose.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, statusLine } from '../support/screens.ts'

const app = shareApp()

const CSV = [
  'Time,Kind,Asset,Amount,Price,Currency,Note',
  '2026-03-01 10:00:00,Buy,PEAQ,100,0.2,USDT,first',
  '2026-03-01 10:00:00,Buy,PEAQ,100,0.2,USDT,first',
  '2026-03-02 10:00:00,Sell,PEAQ,1.0.0,0.3,USDT,typing error',
  '2026-03-03 10:00:00,Sell,PEAQ,50,0.3,USDT,',
].join('\n')

async function paste(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: 'CSV text, with its header line' })
  if (!(await box.isVisible())) {
    await page.getByText('Paste text').focus()
    await page.keyboard.press('Enter')
  }
  await box.fill(CSV)
  await page.getByRole('button', { name: 'Read text' }).focus()
  await page.keyboard.press('Enter')
}

const ledger = (page: Page) => askDesktop(page, 'ledger.list', { environment: 'live' })

test('a file is looked at, imported whole, known the second time, and taken back whole', async () => {
  const { page } = app.current
  await goTo(page, 'Portfolio')
  await page.getByRole('tab', { name: 'Import' }).click()
  await expect(page.getByText('Nothing imported yet.')).toBeVisible()
  await paste(page)
  const commit = page.getByRole('button', { name: 'Import 3 movements' })
  await expect(commit).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Choose the time zone first.')).toBeVisible()
  await expect(page.getByRole('region', { name: '1 row can’t be read' })).toContainText('Row 4: Not a number')
  await commit.dispatchEvent('click')
  expect(await ledger(page)).toEqual([])

  await page.getByRole('combobox', { name: 'Time zone of the file' }).fill('Tokyo')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Chosen by you.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Import without this row' }).focus()
  await page.keyboard.press('Space')
  await commit.focus()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('3 movements imported.')
  const rows = await ledger(page)
  expect(rows.map(({ at, kind, amount }) => `${at} ${kind} ${amount}`)).toEqual([
    '2026-03-03T01:00:00.000Z sell 50',
    '2026-03-01T01:00:00.000Z buy 100',
    '2026-03-01T01:00:00.000Z buy 100',
  ])

  await paste(page)
  await expect(page.getByRole('table', { name: 'What each row becomes' })).toContainText('already there')
  await expect(page.getByRole('button', { name: 'Import 0 movements' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: /^Undo import of/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(statusLine(page)).toContainText('Import undone: 3 movements removed.')
  await expect(page.getByText('Nothing imported yet.')).toBeVisible()
  expect(await ledger(page)).toEqual([])
})

test('a file in no known form is read by the columns that its trader names', async () => {
  const { page } = app.current
  await page.getByText('Paste text').click()
  const csv = 'Day;What;Token;How much\n2026-01-01;Kauf;PEAQ;5\n2026-01-02;Kauf;PEAQ;6'
  await page.getByRole('textbox', { name: 'CSV text, with its header line' }).fill(csv)
  await page.getByRole('button', { name: 'Read text' }).click()
  await expect(page.getByText(/isn’t a CSV file Prelist knows/)).toBeVisible()
  await page.getByRole('button', { name: 'Read with these columns' }).click()
  await expect(page.getByText('Choose a column.').first()).toBeVisible()
  const pick = (label: string, name: string) => choose(page.getByRole('combobox', { name: label, exact: true }), name)
  await pick('Time', 'Day')
  await pick('Amount', 'How much')
  await pick('Type', 'What')
  await pick('“Kauf” means', 'Buy')
  await page.getByRole('button', { name: 'Read with these columns' }).click()
  await expect(page.getByRole('table', { name: 'What each row becomes' })).toContainText('+6')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Choose CSV file' })).toBeVisible()
})
