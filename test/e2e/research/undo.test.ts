// A change is taken back by the button that stands for ten seconds, and by Ctrl Z; a removed coin over a restart.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { openCoin, rowOf, statusLine } from '../support/screens.ts'

test('a note, a star and a removed coin come back', async ({ openApp }) => {
  const app = await openApp()
  let { page } = app
  const panel = await openCoin(page, 'Ola')
  const note = panel.getByRole('textbox', { name: 'Note' })
  await note.fill('something typed')
  await note.blur()
  await expect(page.getByText('Note changed: Ola')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(note).toHaveValue('')
  await expect(statusLine(page)).toContainText('Undone. Note changed: Ola')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)

  const star = rowOf(page, 'Lurk').getByRole('button', { name: 'Watch Lurk' })
  await star.click()
  await expect(page.getByText('Watchlist changed: Lurk')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  // In a field the key is the field's own.
  await note.fill('kept')
  await note.press('Control+z')
  await expect(note).toHaveValue('')
  await note.blur()

  await askDesktop(page, 'coins.save', { name: 'Quiet Harbour', what: 'Storage for boats' })
  await page.getByRole('button', { name: 'Open Quiet Harbour', exact: true }).click()
  const own = page.getByRole('region', { name: 'Quiet Harbour', exact: true })
  await own.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove coin' }).click()
  await expect(rowOf(page, 'Quiet Harbour')).toHaveCount(0)
  await app.restart()
  page = app.page
  await expect(rowOf(page, 'Lurk')).toBeVisible()
  await expect(rowOf(page, 'Quiet Harbour')).toHaveCount(0)
  // The rows are in the document before its script has run.
  await expect(page.getByRole('banner')).toContainText('Connected')
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Quiet Harbour')).toBeVisible()
})

test('keys that come before the bar is loaded are kept for it, once', async ({ openApp }) => {
  const { page } = await openApp()
  const star = rowOf(page, 'Lurk').getByRole('button', { name: 'Watch Lurk' })
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'false')
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/UndoBar-.*\.js$/, async (route) => {
    await held
    await route.fallback()
  })
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Connected')
  await page.keyboard.press('Control+z')
  release()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await expect(statusLine(page)).toContainText('Undone. Watchlist changed: Lurk')
})

test('the button leaves by itself', async ({ openApp }) => {
  const { page } = await openApp()
  // The page's clock alone: its ten seconds need not be waited for.
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await rowOf(page, 'Lurk').getByRole('button', { name: 'Watch Lurk' }).click()
  const button = page.getByRole('button', { name: 'Undo', exact: true })
  await expect(button).toBeVisible()
  await page.mouse.move(0, 0)
  await page.clock.runFor(9_000)
  await expect(button).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(button).toHaveCount(0)
})
