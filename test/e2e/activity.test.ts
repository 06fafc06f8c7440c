// What was done with the keys, told in sentences and shown as the whole log; whether it is sound; and a copy of it.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { reason } from '../../shared/reasons/reason.ts'
import { memoryStore } from '../support/profile/memory-store.ts'
import { choose } from './support/choose.ts'
import { shareApp, test } from './support/open-app.ts'
import { goTo, statusLine } from './support/screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'prelist-activity-'))
const exported = join(folder, 'log.ndjson')
const app = shareApp(() => ({
  secretStore: memoryStore(),
  kdf: KDF_FLOOR,
  files: { save: async () => exported, open: async () => null },
}))

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('says in sentences which key was used when and for what, and goes on while it is looked at', async () => {
  const { page } = app.current
  await goTo(page, 'Activity')
  await expect(page.getByRole('heading', { name: 'No key uses yet' })).toBeVisible()
  await askDesktop(page, 'vault.create', {})
  const key = { apiKey: 'key-1a2b', apiSecret: 'secret-3c4d' }
  const account = { venue: 'binance', environment: 'test', label: 'Mine' } as const
  const { accountId } = await askDesktop(page, 'accounts.add', { ...account, ...key })
  await expect(page.getByText('Mine key (…1a2b) was saved in the vault.')).toBeVisible()
  await askDesktop(page, 'accounts.check', { accountId })
  // Once before it was kept, and once now.
  await expect(page.getByText('Mine key (…1a2b) was verified.')).toHaveCount(2)
})

test('shows every entry, by kind and by words', async () => {
  const { page } = app.current
  await page.getByRole('tab', { name: 'Key uses' }).press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Full log', selected: true })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Full log' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Log' })
  await expect(table.getByRole('row', { name: /Key used/ })).toContainText(['purpose: check', 'purpose: check'])
  await expect(table.getByRole('row', { name: /Vault created/ })).toBeVisible()
  await choose(page.getByRole('combobox', { name: 'Kind' }), 'Key uses')
  await expect(table.getByRole('row', { name: /Vault created/ })).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('nothing like this')
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
  await expect(table.getByRole('row', { name: /Key used/ })).toHaveCount(2)
  await choose(page.getByRole('combobox', { name: 'Kind' }), 'All kinds')
})

test('more than a page of entries is shown in steps', async () => {
  const { page } = app.current
  for (let count = 0; count < 52; count += 1) {
    await app.current.backend.call('orders.halt', {})
    await app.current.backend.call('orders.resume', {})
  }
  const more = page.getByRole('button', { name: 'Show earlier entries' })
  await goTo(page, 'Orders')
  await goTo(page, 'Activity')
  await more.click()
  await expect(more).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('vault-created')
  await expect(page.getByRole('row', { name: /Vault created/ })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
})

test('says that the log is sound, and where it breaks', async () => {
  const { page, backend } = app.current
  await page.getByRole('button', { name: 'Verify log' }).click()
  await expect(page.getByText('Log verified.')).toBeVisible()
  const { dispatch } = backend
  const report = {
    ok: false,
    entries: 9,
    checkpoints: 1,
    firstBroken: 4,
    detail: reason('ENTRY_ALTERED', { entry: 4 }),
    anchored: false,
  }
  backend.dispatch = async (sender, operation, input) =>
    operation === 'audit.verify' ? { ok: true, value: report } : dispatch(sender, operation, input)
  await page.getByRole('button', { name: 'Verify log' }).click()
  await expect(page.getByText('The log has been altered.')).toBeVisible()
  await expect(page.getByText(/^First altered entry: no\. 4\./)).toBeVisible()
  await expect(page.getByText('Entries are missing from the end.')).toBeVisible()
  backend.dispatch = dispatch
})

test('writes a copy where the trader says', async () => {
  const { page } = app.current
  await page.getByRole('button', { name: 'Export log' }).click()
  await expect(statusLine(page)).toContainText(`saved to ${exported}`)
  expect(readFileSync(exported, 'utf8')).toContain('vault-created')
})
