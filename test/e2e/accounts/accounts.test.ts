// The life of an exchange key on the page: added, checked, replaced, leaked and given up, kept elsewhere, removed; and
// no secret stays in the page once it was sent.

import { expect, type Page } from 'playwright/test'
import { KDF_FLOOR } from '../../../electron/vault/primitives.ts'
import { memoryStore } from '../../support/profile/memory-store.ts'
import { heapOf } from '../support/heap.ts'
import { shareApp, test } from '../support/open-app.ts'
import { goTo, statusLine } from '../support/screens.ts'

const app = shareApp(() => ({ secretStore: memoryStore(), kdf: KDF_FLOOR }))

const API_KEY = 'canary-key-1a2b'
const API_SECRET = 'canary-secret-3c4d'

const form = (page: Page) => page.getByRole('form', { name: 'Add account' })
const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const rowOf = (page: Page, name: string) =>
  page.locator('tr[data-row]').filter({ has: page.getByRole('rowheader', { name }) })

async function add(page: Page, label: string, apiKey: string): Promise<void> {
  await form(page).getByLabel('Label').fill(label)
  await form(page).getByLabel('API key').fill(apiKey)
  await form(page).getByLabel('Secret Key').fill(API_SECRET)
  await page.keyboard.press('Enter')
}

test('the practice account is listed and needs nothing, and a key needs a vault', async () => {
  const { page } = app.current
  await goTo(page, 'Accounts')
  await expect(rowOf(page, 'Practice')).toContainText('no key needed')
  await expect(page.getByText('The practice account needs no key.')).toBeVisible()
  await expect(form(page).getByText('Create a vault before adding')).toBeVisible()
  await add(page, 'Mine', API_KEY)
  await expect(page.getByRole('button', { name: 'Open Mine' })).toHaveCount(0)
  await expect(form(page).getByLabel('Secret Key')).toHaveValue(API_SECRET)
  await page.getByRole('button', { name: 'Create vault' }).click()
  await expect(statusLine(page)).toContainText('Vault created.')
})

test('a key goes in and leaves nothing of itself in the page [R16]', async () => {
  const { page } = app.current
  await add(page, '', API_KEY)
  await expect(form(page).getByText('Enter a label.')).toBeVisible()
  // What was typed waits for the label: the control for what follows.
  expect(await heapOf(page, [API_SECRET])).toEqual([API_SECRET])
  await add(page, 'Mine', API_KEY)
  await expect(statusLine(page)).toContainText('Mine added.')
  for (const name of ['API Key', 'Secret Key']) {
    await expect(form(page).getByLabel(name)).toHaveValue('')
    await expect(form(page).getByLabel(name)).toHaveAttribute('type', 'password')
    await expect(form(page).getByLabel(name)).toHaveAttribute('autocomplete', 'off')
  }
  await expect(rowOf(page, 'Mine')).toContainText('…1a2b')
  expect(await page.content()).not.toContain('canary')
  expect(await heapOf(page, [API_KEY, API_SECRET])).toEqual([])
})

test('a key that is here already, and a label that is taken, are refused in words', async () => {
  const { page } = app.current
  await add(page, 'Other', API_KEY)
  await expect(statusLine(page)).toContainText('You already added this key.')
  await add(page, 'Mine', 'another-key-9z9z')
  await expect(statusLine(page)).toContainText('Another account has this label.')
})

test('is checked, renamed and replaced, step by step', async () => {
  const { page } = app.current
  await page.getByRole('button', { name: 'Open Mine' }).click()
  const panel = panelOf(page, 'Mine')
  await expect(panel.getByRole('heading', { level: 2, name: 'Mine' })).toBeFocused()
  await panel.getByRole('button', { name: 'Verify key' }).click()
  await expect(panel.getByText('No answer from the exchange.')).toBeVisible()
  await panel.getByLabel('API key').fill('canary-key-7g8h')
  await panel.getByLabel('Secret Key').fill(API_SECRET)
  await panel.getByRole('button', { name: 'Verify and save new key' }).click()
  await expect(panel.getByText(/^New key …7g8h saved but not in use/)).toBeVisible()
  await expect(panel.getByRole('listitem').and(page.locator('[aria-current=step]'))).toContainText(
    'We verify and save it',
  )
  await panel.getByRole('button', { name: 'Checked: use the new key' }).click()
  await expect(rowOf(page, 'Mine')).toContainText('…7g8h')
  await panel.getByLabel('Label').fill('Mine, renamed')
  await panel.getByRole('button', { name: 'Save label' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Mine, renamed' })).toBeVisible()
})

test('a leaked key: sending stops at once, then each step in its order, and no order goes out afterwards', async () => {
  const { page } = app.current
  const panel = panelOf(page, 'Mine, renamed')
  await panel.getByRole('button', { name: 'Report leak and stop the key' }).click()
  const steps = panel.getByRole('list').locator('> li')
  await expect(steps).toHaveCount(5)
  await expect(steps.nth(0)).toContainText('Stop sending done')
  await expect(steps.nth(1)).toContainText('Needs a connection. You can do it later.')
  await expect(steps.nth(2)).toContainText('Only the exchange can revoke it.')
  await expect(steps.nth(2)).toContainText('https://www.binance.com/')
  await expect(panel.getByRole('button', { name: 'Verify key' })).toHaveCount(0)
  await panel.getByRole('button', { name: 'Finish' }).click({ force: true })
  await expect(panel.getByRole('heading', { name: /^Leaked key/ })).toBeVisible()
  await panel.getByRole('button', { name: 'Skip: Cancel open orders' }).click()
  await expect(steps.nth(1)).toContainText('skipped')
  for (const act of ['Revoked', 'Delete it', 'Reviewed']) {
    const button = panel.getByRole('button', { name: act, exact: true })
    await button.click()
    await expect(button).toHaveCount(0)
  }
  await panel.getByRole('button', { name: 'Finish' }).click()
  await expect(rowOf(page, 'Mine, renamed')).toContainText('no key')
  await expect(panel.getByText(/^New orders on this account are paused/)).toBeVisible()
})

test('a removed account is gone after a question, and the focus is not', async () => {
  const { page } = app.current
  const panel = panelOf(page, 'Mine, renamed')
  await panel.getByRole('button', { name: 'Remove account' }).click()
  const question = page.getByRole('alertdialog', { name: 'Remove account' })
  await expect(question).toContainText('Deletes its key from this computer.')
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Remove account' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Open Mine, renamed' })).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveCount(1)
})

test('a key that is kept elsewhere is only referred to', async () => {
  const { page } = app.current
  await page.getByText('Use a key from an environment variable, file or command').click()
  const reference = page.getByRole('form', { name: 'Use a key from an environment variable, file or command' })
  await reference.getByRole('button', { name: 'Save account' }).click()
  await expect(reference.getByText('Enter the secret.')).toBeVisible()
  await reference.getByLabel('Label').fill('From outside')
  await reference.getByLabel('API key variable').fill('MY_KEY')
  await reference.getByLabel('API secret variable').fill('MY_SECRET')
  await reference.getByRole('button', { name: 'Save account' }).click()
  await expect(rowOf(page, 'From outside')).toContainText('environment variable')
  await expect(reference.getByLabel('API key variable')).toHaveValue('')
})
