// What the trader writes himself is there again after a restart.

import { expect } from 'playwright/test'
import { choose } from './support/choose.ts'
import { test } from './support/open-app.ts'
import { goTo, openCoin } from './support/screens.ts'

test('keeps airdrop progress, deadline, notes and tags over a restart', async ({ openApp }) => {
  const app = await openApp()
  const panel = await openCoin(app.page, 'Grvt')
  await choose(panel.getByRole('combobox', { name: 'Airdrop progress' }), 'Completed, awaiting drop')
  await panel.getByRole('textbox', { name: 'Note' }).fill('Ask about the snapshot date.\nSecond line — “quoted”.')
  await panel.getByRole('textbox', { name: 'Tags' }).fill('perps, watch')
  await goTo(app.page, 'Airdrops')
  await expect(app.page.getByRole('combobox', { name: 'Progress for Grvt' })).toHaveText('Completed, awaiting drop')
  const deadline = app.page.getByLabel('Deadline for Grvt')
  await deadline.fill('2027-01-31')
  await deadline.blur()
  await app.page.getByRole('button', { name: 'Details of Grvt' }).click()
  await app.page.getByRole('textbox', { name: 'Note on Grvt' }).fill('Bridge twice.')
  await app.page.getByRole('textbox', { name: 'Note on Grvt' }).blur()
  await expect(app.page.getByText('Saved', { exact: true })).toBeVisible()

  await app.restart()
  const again = await openCoin(app.page, 'Grvt')
  await expect(again.getByRole('combobox', { name: 'Airdrop progress' })).toHaveText('Completed, awaiting drop')
  await expect(again.getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Ask about the snapshot date.\nSecond line — “quoted”.',
  )
  await expect(again.getByRole('textbox', { name: 'Tags' })).toHaveValue('perps, watch')
  await goTo(app.page, 'Airdrops')
  await expect(app.page.getByLabel('Deadline for Grvt')).toHaveValue('2027-01-31')
  await app.page.getByRole('button', { name: 'Details of Grvt' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Note on Grvt' })).toHaveValue('Bridge twice.')
})

test('keeps a note that was typed a moment before its panel closed', async ({ openApp }) => {
  const app = await openApp()
  const panel = await openCoin(app.page, 'peaq')
  const note = panel.getByRole('textbox', { name: 'Note' })
  await note.fill('Written and left at once.')
  // The panel goes away with the field still focused and its pause still running.
  await note.press('Escape')
  await expect(panel).toHaveCount(0)
  await app.restart()
  const again = await openCoin(app.page, 'peaq')
  await expect(again.getByRole('textbox', { name: 'Note' })).toHaveValue('Written and left at once.')
})

test('keeps the chosen look and the watched coins', async ({ openApp }) => {
  const app = await openApp()
  await app.page.getByRole('button', { name: 'Watch Nillion' }).click()
  await expect(app.page.getByRole('button', { name: 'Watch Nillion' })).toHaveAttribute('aria-pressed', 'false')
  await goTo(app.page, 'Settings')
  await app.page.getByRole('radio', { name: 'Dark' }).click()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.restart()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.page.getByRole('button', { name: 'Watch Nillion' })).toHaveAttribute('aria-pressed', 'false')
})
