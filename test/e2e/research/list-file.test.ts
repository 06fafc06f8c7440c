// The list out to a file and in from one: chosen in a dialog, shown before it counts, all of it or nothing.

import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { statusLine } from '../support/screens.ts'

test('a file is chosen, shown line by line, and imported', async ({ openApp }, info) => {
  const [out, back] = [info.outputPath('out.csv'), info.outputPath('back.csv')]
  const { page } = await openApp({ files: { save: async () => out, open: async () => back } })
  await page.locator('.list-tools').getByRole('button', { name: 'CSV' }).click()
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(statusLine(page)).toContainText(`14 coins exported to ${out}`)
  const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(15)
  writeFileSync(back, ['name;ticker;note;watched', 'Brand new;NEWC;=cmd();yes', 'Bad ticker;A B;;', ''].join('\n'))
  await page.getByRole('button', { name: 'Import CSV' }).click()
  await expect(page.getByText('1 to add · 0 to change · 0 unchanged')).toBeVisible()
  await expect(page.getByText('Line no. 3: Can’t read the cell under “ticker”.')).toBeVisible()
  const preview = page.getByRole('table', { name: 'Preview' })
  await expect(preview.getByRole('row', { name: /Brand new/ })).toContainText('Add')
  await page.getByRole('checkbox', { name: 'Import without these lines' }).check()
  await page.getByRole('button', { name: 'Import 1 coin' }).click()
  await expect(statusLine(page)).toContainText('1 added, 0 changed.')
  await expect(page.getByRole('button', { name: 'Open Brand new' })).toBeVisible()
})
