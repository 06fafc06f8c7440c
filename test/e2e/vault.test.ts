// A day with the vault: made, a key added, checked and replaced, leaked and given up; locked by a key and opened again;
// all of it in the activity afterwards, and no secret anywhere on the page.

import { expect } from 'playwright/test'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { memoryStore } from '../support/memory-store.ts'
import { shareApp, test } from './open-app.ts'

const app = shareApp(() => ({ secretStore: memoryStore(), kdf: KDF_FLOOR }))

const API_KEY = 'canary-key-1a2b'
const API_SECRET = 'canary-secret-3c4d'

test('a key goes in, is used, replaced, and given up, and its secret is never seen again [R16]', async () => {
  const { page } = app.current
  await page.getByRole('link', { name: 'Accounts' }).click()
  await expect(page.getByText('There is no vault yet')).toBeVisible()
  await page.getByRole('button', { name: 'Create the vault' }).click()
  await expect(page.getByText('The keys can be used until the vault is locked.')).toBeVisible()

  const form = page.getByRole('form', { name: 'Add an account' })
  await form.getByLabel('Label').fill('Mine')
  await form.getByLabel('API key').fill(API_KEY)
  await form.getByLabel('API secret').fill(API_SECRET)
  await form.getByRole('button', { name: 'Add the account' }).click()
  await expect(page.getByRole('button', { name: 'Open Mine' })).toBeVisible()
  await expect(form.getByLabel('API secret')).toHaveValue('')

  await page.getByRole('button', { name: 'Open Mine' }).click()
  const panel = page.getByRole('region', { name: 'Mine' })
  await panel.getByRole('button', { name: 'Check the key' }).click()
  await expect(panel.getByText('Prelist cannot ask this exchange')).toBeVisible()
  await panel.getByLabel('API key').fill('canary-key-5e6f')
  await panel.getByLabel('API secret').fill(API_SECRET)
  await panel.getByRole('button', { name: 'Store and check the new key' }).click()
  await panel.getByRole('button', { name: 'I checked it: use the new key' }).click()
  await expect(panel.getByText('…5e6f')).toBeVisible()

  await panel.getByRole('button', { name: 'Report the leak and stop sending' }).click()
  for (const step of ['Cancel open orders', 'Revoke the key', 'Drop the copy here', 'Look at its uses']) {
    await panel.getByRole('button', { name: `${step}: Done` }).click()
    await expect(panel.getByRole('button', { name: `${step}: Done` })).toHaveCount(0)
  }
  await panel.getByRole('button', { name: 'All done' }).click()
  await expect(panel.getByText('no key')).toBeVisible()
  expect(await page.content()).not.toContain('canary')
})

test('one key locks the vault, and the keychain opens it again', async () => {
  const { page } = app.current
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).click()
  await page.keyboard.press('l')
  await expect(page.getByText('Locked by you.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByText('The keys can be used until the vault is locked.')).toBeVisible()
})

test('the activity tells what the key was used for, and that the log is sound', async () => {
  const { page } = app.current
  await page.keyboard.press('6')
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible()
  await page.getByText('Key uses', { exact: true }).click()
  await expect(page.getByRole('row', { name: /The key was used/ }).first()).toContainText('purpose check')
  await page.getByRole('button', { name: 'Verify the log' }).click()
  await expect(page.getByText('The log is sound.')).toBeVisible()
  await page.getByLabel('Search the log').fill('nothing like this')
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()
})
