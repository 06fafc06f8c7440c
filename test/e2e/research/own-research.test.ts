// What the trader found out about a coin, by keyboard: an official site and a contract with their source, a look-alike held
// against them side by side, links that lead nowhere, and all of it there after a restart.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'

const CONTRACT = '0x1234567890abcdef1234567890abcdef12345678'

test('an official site is entered, and a look-alike stands beside it', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const panel = await openCoin(page, 'Ola')
  const mine = panel.getByRole('region', { name: 'Your research' })
  await mine.getByRole('button', { name: 'Add an entry' }).focus()
  await page.keyboard.press('Enter')
  await mine.getByRole('textbox', { name: 'Address' }).fill('http://ola.example/')
  await mine.getByRole('checkbox', { name: /^Official/ }).check()
  await page.keyboard.press('Enter')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine).toContainText('An official link must start with https://.')
  await mine.getByRole('textbox', { name: 'Address' }).fill('https://olaproject.example/')
  await mine.getByRole('textbox', { name: 'Source' }).fill('their X profile')
  await mine.getByLabel('As of').fill('2026-11-20')
  await page.keyboard.press('Enter')
  await expect(mine).toContainText('their X profile')
  await expect(mine.getByRole('listitem').filter({ hasText: 'olaproject.example' })).toContainText('official')

  const paste = mine.getByRole('textbox', { name: 'Check a link or contract' })
  await paste.fill('https://claim-olaproject.example/airdrop')
  const said = mine.getByRole('status')
  await expect(said).toContainText('suspicious')
  await expect(said).toContainText('claim-olaproject.example')
  await expect(said).toContainText('Official site of Ola')
  await expect(said).toContainText('their X profile, 2026-11-20')
  await expect(said).toContainText('with words added')
  await paste.fill('https://app.olaproject.example/')
  await expect(said).toContainText('official')
  await expect(said).not.toContainText('suspicious')
  await expect(mine.getByRole('link')).toHaveCount(0)

  await mine.getByRole('button', { name: 'Add an entry' }).click()
  await mine.getByRole('combobox', { name: 'What' }).click()
  await page.getByRole('option', { name: 'Contract' }).click()
  await mine.getByRole('textbox', { name: 'Chain' }).fill('base')
  await mine.getByRole('textbox', { name: 'Address' }).fill(CONTRACT)
  await mine.getByRole('checkbox', { name: /^Official/ }).check()
  await mine.getByRole('button', { name: 'Save' }).click()
  await paste.fill(CONTRACT.toUpperCase().replace('0X', '0x'))
  await expect(said).toContainText('This is the official contract.')
  await paste.fill(`${CONTRACT.slice(0, 8)}${'0'.repeat(26)}${CONTRACT.slice(-8)}`)
  await expect(said).toContainText('first and last characters match')

  await panel.getByRole('textbox', { name: 'Note' }).fill('Claim at https://olaproject.pages.dev/ soon')
  await panel.getByRole('textbox', { name: 'Note' }).blur()
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible()
  await app.restart()
  await goTo(app.page, 'Notes')
  const note = app.page.getByRole('list', { name: 'Notes' })
  await expect(note).toContainText('Anyone can publish a page on this host.')
  await expect(note).toContainText('olaproject.example')
  await expect(note.getByRole('link')).toHaveCount(0)
})
