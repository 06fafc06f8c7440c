// The palette by keyboard: open, find with a typing error, go there, do an action, leave.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'

test('finds a coin with a typing error, goes to a screen, and gives the focus back', async ({ openApp }) => {
  const { page } = await openApp()
  const field = page.getByRole('combobox', { name: 'Search everything' })
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await page.keyboard.type('dolmite')
  await expect(page.getByRole('option', { name: /Dolomite/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Dolomite', exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to notes')
  await expect(page.getByRole('option', { name: /Go to Notes/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzzzqqqq')
  await expect(page.getByText('Nothing found.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
})

test('leaves the focus on the screen when what it was opened from is gone', async ({ openApp }) => {
  const { page } = await openApp()
  await page.getByRole('button', { name: 'Ticket for TEN' }).focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.evaluate(`location.hash = '#/airdrops'`)
  await expect(page.locator('#airdrops-title')).toBeAttached()
  await page.keyboard.type('go to airdrops')
  await expect(page.getByRole('option', { name: /Go to Airdrops/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toHaveCount(0)
  await expect(page.locator('main')).toBeFocused()
})

/** What is typed for each setting that has a place of its own, and the heading there. */
const SETTINGS = {
  'auto-lock': 'vault-title',
  'backup and restore': 'backup-title',
  'far price': 'far-title',
  keychain: 'keychain-title',
  appearance: 'look-title',
  'one-click order size': 'preset-title',
  'profile check': 'profile-title',
  'quiet hours': 'quiet-title',
  'sealed orders': 'sealing-title',
  'order timeout': 'send-title',
  'research sources': 'sources-title',
}

test('leads to each setting, with the focus on its heading, and sets what is a word', async ({ openApp }) => {
  const { page } = await openApp()
  for (const [typed, heading] of Object.entries(SETTINGS)) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed)
    await expect(page.getByRole('option', { name: /Setting$/ }).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.locator(`#${heading}`)).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('density compact')
  await expect(page.getByRole('option', { name: /Density: compact/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.evaluate(`location.hash = '#/settings'`)
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
})

test('what is typed before the palette is here is typed into it, and presses nothing', async ({ openApp }) => {
  const { page } = await openApp()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/Palette-.*\.js$/, async (route) => {
    await held
    await route.fallback()
  })
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Connected')
  await page.keyboard.press('Control+k')
  // Each of these goes to another screen where nothing is typed.
  await page.keyboard.type('4 quiet')
  await expect(page.getByRole('heading', { level: 1, name: 'Watchlist' })).toBeVisible()
  release()
  const typed = page.getByRole('combobox', { name: 'Search everything' })
  await expect(typed).toHaveValue('4 quiet')
  await expect(typed).toBeFocused()
  await page.keyboard.type(' h')
  await expect(typed).toHaveValue('4 quiet h')
})

test('the list of keys names those of rows and heads too', async ({ openApp }) => {
  const { page } = await openApp()
  await page.keyboard.press('?')
  const list = page.locator('#keys-help')
  await expect(list).toBeVisible()
  await expect(list.locator('kbd')).toHaveCount(14)
  for (const key of ['Ctrl K / ⌘K', 'X', 'Shift ↑ ↓', 'Alt ← →', 'Esc']) {
    await expect(list.getByText(key, { exact: true })).toBeVisible()
  }
})
