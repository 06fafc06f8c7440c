// Notes by keyboard: written at a coin, found by a word, read as Markdown, changed in place, and there after a restart.

import { expect } from 'playwright/test'
import { test } from '../support/open-app.ts'
import { goTo, openCoin } from '../support/screens.ts'

test('a note is found by a word, its link leads nowhere, and an earlier version comes back', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const panel = await openCoin(page, 'Ola')
  const note = panel.getByRole('textbox', { name: 'Note' })
  await note.fill('# Plan\n- ask about the **snapshot**\n- [example.com](https://evil.example/claim) <b>bold</b>')
  await note.blur()
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('8')
  await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  const list = page.getByRole('list', { name: 'Notes' })
  await expect(list.getByRole('strong')).toHaveText('snapshot')
  await expect(list).toContainText('<b>bold</b>')
  await expect(list).toContainText('goes to evil.example')
  await expect(list.getByRole('link')).toHaveCount(0)

  const search = page.getByRole('searchbox', { name: 'Search notes' })
  await search.focus()
  await page.keyboard.type('nothing like it')
  await expect(page.getByText('No note has these words.')).toBeVisible()
  await search.fill('snap')
  await expect(list.getByRole('button', { name: 'Show Ola' })).toBeVisible()

  await list.getByRole('button', { name: 'Edit note on Ola' }).focus()
  await page.keyboard.press('Enter')
  await list.getByRole('textbox', { name: 'Note on Ola' }).fill('Something else, snap.')
  await list.getByRole('textbox', { name: 'Note on Ola' }).blur()
  await expect(list.getByText('Saved', { exact: true })).toBeVisible()
  await app.restart()
  await goTo(app.page, 'Notes')
  await expect(app.page.getByText('Something else, snap.')).toBeVisible()
  await app.page.getByRole('button', { name: 'Edit note on Ola' }).click()
  const versions = app.page.getByRole('region', { name: 'Earlier versions' })
  await expect(versions).toContainText('ask about the snapshot')
  await versions.getByRole('button', { name: /^Restore the version of/ }).focus()
  await app.page.keyboard.press('Enter')
  const field = app.page.getByRole('textbox', { name: 'Note on Ola' })
  await expect(field).toHaveValue(/^# Plan\n/)
  await expect(versions).toContainText('Something else, snap.')
  await field.press('Control+End')
  await app.page.keyboard.type(' Kept.')
  await field.blur()
  await app.page.getByRole('button', { name: 'Edit note on Ola' }).click()
  const kept = app.page.getByRole('list', { name: 'Notes' })
  await expect(kept.getByRole('strong')).toHaveText('snapshot')
  await expect(kept).toContainText('Kept.')
})
