// A profile that cannot be opened: the window comes up and says so, and by the keyboard alone the trader tries again or
// begins anew. The old file keeps every byte.

import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { openProfile } from '../../electron/app/profile.ts'
import { askDesktop } from '../../scripts/driver/desktop.ts'
import { test } from './support/open-app.ts'

const GARBAGE = 'this is no database '.repeat(500)

let dataDir: string
const fileOf = (folder: string) => join(folder, 'prelist.sqlite')
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test.beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prelist-recovery-'))
  const backend = await openProfile({ dataDir })
  await backend.call('notes.save', { coinId: 'peaq', text: 'kept from before' })
  await backend.close()
})

test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Presses Tab until the button has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    if (
      await button.evaluate(
        (element, active) => element === active,
        await page.evaluateHandle('document.activeElement'),
      )
    )
      return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('a damaged file is shown, and opens once a whole one is back in its place', async ({ openApp }) => {
  const whole = readFileSync(fileOf(dataDir))
  writeFileSync(fileOf(dataDir), GARBAGE)
  const { page } = await openApp({ dataDir })
  await expect(heading(page, 'Your profile is damaged')).toBeFocused()
  await expect(page.getByText(dataDir, { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing was changed or deleted.')).toBeVisible()
  await expect(page.getByText(/^Not investment advice/)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)

  await tabTo(page, 'Try again')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Still can’t open it.')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  expect(readFileSync(fileOf(dataDir), 'utf8')).toBe(GARBAGE)

  writeFileSync(fileOf(dataDir), whole)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Watchlist')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  expect((await askDesktop(page, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('kept from before')
})

test('a new profile is begun after a question, and the damaged file is put aside whole', async ({ openApp }) => {
  writeFileSync(fileOf(dataDir), GARBAGE)
  const before = hashOf(fileOf(dataDir))
  const app = await openApp({ dataDir })
  const { page } = app
  await expect(heading(page, 'Your profile is damaged')).toBeFocused()

  await tabTo(page, 'Move it aside and start fresh')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Start a new profile?').last()).toBeVisible()
  await expect(page.getByText(join(dataDir, 'kept-aside'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Move it aside and start fresh' })).toBeFocused()
  expect(hashOf(fileOf(dataDir))).toBe(before)

  await page.keyboard.press('Enter')
  await tabTo(page, 'Yes, start fresh')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Watchlist')).toBeVisible()
  const status = await askDesktop(page, 'profile.status', {})
  expect(status).toMatchObject({ state: 'open', kept: [expect.any(String)] })
  expect(hashOf(fileOf(status.kept[0] ?? ''))).toBe(before)
  expect((await askDesktop(page, 'coins.get', { coinId: 'peaq' })).note).toBe(null)

  await askDesktop(page, 'notes.save', { coinId: 'peaq', text: 'new work' })
  await app.restart()
  await expect(heading(app.page, 'Watchlist')).toBeVisible()
  expect((await askDesktop(app.page, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('new work')
})

test('a missing file is missed, and found again when it is put back', async ({ openApp }) => {
  const away = join(dataDir, 'somewhere-else')
  renameSync(fileOf(dataDir), away)
  const { page } = await openApp({ dataDir })
  await expect(heading(page, 'Your profile is missing')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Start fresh', exact: true })).toBeVisible()
  expect(readdirSync(dataDir)).not.toContain('prelist.sqlite')
  renameSync(away, fileOf(dataDir))
  await tabTo(page, 'Try again')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Watchlist')).toBeVisible()
  expect((await askDesktop(page, 'coins.get', { coinId: 'peaq' })).note?.text).toBe('kept from before')
})

test('fits a narrow window, and offers no new profile for one that is newer', async ({ openApp }) => {
  const bytes = readFileSync(fileOf(dataDir))
  // Bytes 60 to 63 of the header are the version of the schema.
  bytes.writeUInt32BE(999, 60)
  writeFileSync(fileOf(dataDir), bytes)
  const { page } = await openApp({ dataDir, viewport: { width: 360, height: 640 }, colorScheme: 'dark' })
  await expect(heading(page, 'Your profile is from a newer version')).toBeFocused()
  expect(await page.getByRole('button').allTextContents()).toEqual(['Try again'])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(await page.evaluate('document.querySelector(".recovery").scrollWidth')).toBeLessThanOrEqual(360)
  expect(readFileSync(fileOf(dataDir)).equals(bytes)).toBe(true)
})
