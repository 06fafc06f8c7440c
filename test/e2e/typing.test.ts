// Measures what typing a key leaves in the browser's own processes, which no page can wipe. SECURITY.md tells the figures.

import { expect } from 'playwright/test'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { memoryStore } from '../support/profile/memory-store.ts'
import { copiesIn } from './support/browser-memory.ts'
import { shareApp, test } from './support/open-app.ts'
import { goTo, statusLine } from './support/screens.ts'

const app = shareApp(() => ({ secretStore: memoryStore(), kdf: KDF_FLOOR }))
const SECRET = 'canary-typed-7b1d-0e93'

const told = (found: { role: string; copies: number }[]) =>
  found.map(({ role, copies }) => `${role} ${copies === -1 ? 'unreadable' : copies}`).join(', ')

test('what typing a key leaves in the browser is counted, before and after it was sent', async () => {
  test.skip(process.platform !== 'linux', 'Only Linux shows the memory of a process as a file.')
  const { page } = app.current
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'Create vault' }).click()
  await expect(statusLine(page)).toContainText('Vault created.')
  const form = page.getByRole('form', { name: 'Add account' })
  await form.getByLabel('Label').fill('Typed')
  await form.getByLabel('API key').fill('key-of-the-typing-test')
  await form.getByLabel('Secret Key').pressSequentially(SECRET)
  const before = copiesIn(SECRET)
  // The control: what stands in a field is found in the process that draws it.
  expect(before.find(({ role, copies }) => role === 'renderer' && copies !== 0)).toBeDefined()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText('Typed added.')
  const after = copiesIn(SECRET)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible()
  process.stdout.write(
    `copies of a typed secret: in the field ${told(before)}; sent ${told(after)}; page loaded anew ${told(copiesIn(SECRET))}\n`,
  )
})
