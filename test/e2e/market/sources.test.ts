// Sources in the settings, by keyboard: the switch, the details, and a key that goes in and does not come out.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { goTo } from '../support/screens.ts'

const KEY = 'tm-0b9c4f1d2b6c8e9a'

test('each source is off with its budget and its words, and is asked nothing', async ({ openApp }) => {
  const { page } = await openApp()
  await goTo(page, 'Settings')
  const list = page.getByRole('region', { name: 'Live prices and research' })
  const switches = list.getByRole('checkbox', { name: /^Use / })
  expect(await switches.count()).toBeGreaterThan(8)
  for (const one of await switches.all()) await expect(one).not.toBeChecked()
  await list.getByRole('button', { name: 'Details of Token Metrics' }).focus()
  await page.keyboard.press('Enter')
  await expect(list).toContainText('api.tokenmetrics.com')
  await expect(list).toContainText(/50 calls a month, \d+ per refresh: \d+ refreshes a month\. Counted by Prelist\./)
  await expect(list).toContainText(/0 of 50 this month.*50 this month/)
  await expect(list).toContainText('Data provided by Token Metrics')
  const refresh = list.getByRole('button', { name: 'Refresh now' })
  await expect(refresh).toHaveAttribute('aria-disabled', 'true')
  await refresh.focus()
  await page.keyboard.press('Enter')
  expect((await askDesktop(page, 'sources.list', {})).filter(({ lastAskedAt }) => lastAskedAt !== null)).toEqual([])
})

test('a key that is kept elsewhere is saved as its place', async ({ openApp }) => {
  const { page } = await openApp()
  await goTo(page, 'Settings')
  const list = page.getByRole('region', { name: 'Live prices and research' })
  await list.getByRole('button', { name: 'Details of CryptoRank' }).click()
  const form = list.getByRole('form', { name: 'API key, CryptoRank' })
  await form.getByRole('radio', { name: 'Environment variable' }).check()
  await form.getByRole('button', { name: 'Save key' }).click()
  await expect(form).toContainText('Say where the key is.')
  await form.getByRole('textbox', { name: 'Variable name' }).fill('CRYPTORANK_KEY')
  await form.getByRole('button', { name: 'Save key' }).click()
  await expect(list).toContainText('from an environment variable: CRYPTORANK_KEY')
})

test('a key goes into the vault and is nowhere on the page afterwards', async ({ openApp }) => {
  const { page } = await openApp()
  await askDesktop(page, 'vault.create', { passphrase: 'a passphrase of a test' })
  await goTo(page, 'Settings')
  const list = page.getByRole('region', { name: 'Live prices and research' })
  await list.getByRole('button', { name: 'Details of Token Metrics' }).click()
  const form = list.getByRole('form', { name: 'API key, Token Metrics' })
  const field = form.getByLabel('New API key')
  await field.fill(KEY)
  await form.getByRole('button', { name: 'Save key' }).click()
  await expect(list).toContainText(`…${KEY.slice(-4)}, in the vault`)
  await expect(field).toHaveValue('')
  expect(await page.content()).not.toContain(KEY)
})
