// The vault on the page: made, locked by a key while all else goes on, opened in each of its ways, its keys replaced,
// and a backup there and back.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { memoryStore } from '../support/profile/memory-store.ts'
import { shareApp, test } from './support/open-app.ts'
import { armed, buyOf, goTo, statusLine } from './support/screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'prelist-vault-'))
const kit = join(folder, 'kit.txt')
const backup = join(folder, 'backup.age')
const keychain = memoryStore()
const app = shareApp(() => ({
  secretStore: keychain,
  kdf: KDF_FLOOR,
  files: { save: async (name) => (name.includes('recovery') ? kit : backup), open: async () => backup },
}))

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file that a passphrase opens costs seconds on purpose, and more on a busy machine. */
const COSTLY = { timeout: 20_000 }

const PASSPHRASE = 'four plain words here'
const card = (page: Page) => page.getByRole('region', { name: 'Vault', exact: true })
const backups = (page: Page) => page.getByRole('region', { name: 'Backup', exact: true })
const mark = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Vault/ })
const isOpen = (page: Page) => expect(mark(page)).toHaveText('Vault open')
const lock = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('l')
  await expect(mark(page)).toHaveText('Vault locked')
}

test('is made in the keychain, and locks by one key from any screen while all else goes on', async () => {
  const { page } = app.current
  await expect(mark(page)).toHaveCount(0)
  await goTo(page, 'Accounts')
  await card(page).getByRole('button', { name: 'Create vault' }).click()
  await isOpen(page)
  expect(keychain.items.size).toBe(1)
  await goTo(page, 'Watchlist')
  await lock(page)
  await expect(statusLine(page)).toContainText('Vault locked.')
  await armed(buyOf(page, 'peaq'))
  await buyOf(page, 'peaq').click()
  await expect(statusLine(page)).toContainText(/Bought .* PEAQ at/)
  await mark(page).click()
  await expect(card(page)).toContainText('Everything else works.')
  await card(page).getByRole('button', { name: 'Unlock with keychain' }).click()
  await isOpen(page)
})

test('opens with a passphrase once there is one, and not with a wrong one', async () => {
  const { page } = app.current
  await card(page).getByText('Passphrase, keys and recovery').click()
  await card(page).getByLabel('New passphrase').fill(PASSPHRASE)
  await card(page).getByLabel('Confirm passphrase').fill('something else')
  await card(page).getByRole('button', { name: 'Set passphrase' }).click()
  await expect(card(page).getByText('The passphrases don’t match.')).toBeVisible()
  await expect(card(page).getByLabel('New passphrase')).toHaveValue('')
  await card(page).getByLabel('New passphrase').fill(PASSPHRASE)
  await card(page).getByLabel('Confirm passphrase').fill(PASSPHRASE)
  await card(page).getByRole('button', { name: 'Set passphrase' }).click()
  await expect(statusLine(page)).toContainText('Passphrase set.')
  await lock(page)
  await card(page).getByLabel('Passphrase').fill('not this one')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Wrong passphrase')
  await expect(mark(page)).toHaveText('Vault locked')
  await card(page).getByLabel('Passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await isOpen(page)
})

test('its keys are replaced, and a recovery key on paper opens it', async () => {
  const { page } = app.current
  await card(page).getByText('Passphrase, keys and recovery').click()
  await card(page).getByRole('button', { name: 'Rotate keychain key' }).click()
  await expect(statusLine(page)).toContainText('Keychain key rotated.')
  await card(page).getByRole('button', { name: 'Rotate data key' }).click()
  await expect(statusLine(page)).toContainText('Data key rotated.')
  await card(page).getByRole('button', { name: 'Create recovery key' }).click()
  await expect(statusLine(page)).toContainText(`Recovery key saved to ${kit}`)
  const [identity = ''] = /AGE-SECRET-KEY-1\S+/.exec(readFileSync(kit, 'utf8')) ?? []
  await lock(page)
  await card(page).getByLabel('Recovery key').fill(identity)
  await card(page).getByRole('button', { name: 'Unlock with recovery key' }).click()
  await isOpen(page)
  expect(await page.content()).not.toContain(identity)
  await card(page).getByText('Passphrase, keys and recovery').click()
  await card(page).getByRole('button', { name: 'Remove passphrase' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(statusLine(page)).toContainText('Passphrase removed.')
  await expect(card(page).getByText('keychain, recovery key')).toBeVisible()
})

test('the time until it locks by itself is a setting', async () => {
  const { page } = app.current
  await expect(card(page).getByRole('radio', { name: '15 min' })).toBeChecked()
  await card(page).getByText('Never', { exact: true }).click()
  await expect(card(page).getByRole('radio', { name: 'Never' })).toBeChecked()
  expect((await askDesktop(page, 'settings.get', {})).autoLockMinutes).toBeNull()
})

test('a backup is written, and restored after a warning; what came later is gone from every screen', async () => {
  test.slow()
  const { page } = app.current
  await backups(page).getByLabel('Backup passphrase').fill(PASSPHRASE)
  await backups(page).getByLabel('Confirm passphrase').fill(PASSPHRASE)
  await backups(page).getByRole('button', { name: 'Create backup' }).click()
  await expect(backups(page).getByText('Backup saved.')).toBeVisible(COSTLY)
  await expect(backups(page).locator('.fact').filter({ hasText: 'Orders' })).toContainText('1')

  await goTo(page, 'Watchlist')
  await armed(buyOf(page, 'Nillion'))
  await buyOf(page, 'Nillion').click()
  await expect(statusLine(page)).toContainText(/Bought .* NIL at/)
  await goTo(page, 'Accounts')
  await backups(page).getByRole('button', { name: 'Restore backup' }).click()
  await expect(backups(page).getByText(/^This replaces your notes/)).toBeVisible()
  await backups(page).getByRole('button', { name: 'Keep what is here' }).click()
  await backups(page).getByRole('button', { name: 'Restore backup' }).click()
  const form = page.getByRole('form', { name: 'Replace everything and restore' })
  await form.getByLabel('Backup passphrase').fill('not this one')
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Wrong passphrase', COSTLY)
  await form.getByLabel('Backup passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(backups(page).getByText('Backup restored.')).toBeVisible(COSTLY)
  await isOpen(page)
  await goTo(page, 'Orders')
  await expect(page.getByRole('button', { name: 'Details of buy peaq' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Details of buy Nillion' })).toHaveCount(0)
})
