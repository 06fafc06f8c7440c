// The Chromium shell asks outside the page before a file with keys is written: a page that was taken over can neither answer
// for the trader nor reach the window that asks.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { createBackend } from '../../electron/app/backend.ts'
import type { AppWindow } from '../../electron/shell/chromium/app-window.ts'
import { createFileChooser } from '../../electron/shell/chromium/file-chooser.ts'
import { createOpenOutside } from '../../electron/shell/chromium/open-outside.ts'
import { openAppPage } from '../../scripts/driver/headless-app.ts'
import { memoryStore } from '../support/profile/memory-store.ts'
import { test } from './support/open-app.ts'

const QUESTION = { title: 'Write a backup?', text: 'To <b>here</b>\n/home/x', yes: 'Save', no: 'Cancel' }

/** The page of the question that is asked next. */
const asked = (window: AppWindow) => window.context.waitForEvent('page', (page) => page !== window.page)

/** What was handed to the system. */
const launched: string[] = []

async function stage() {
  const home = mkdtempSync(join(tmpdir(), 'prelist-ask-'))
  let ask: AppWindow['ask'] = async () => false
  const files = createFileChooser(home, (question) => ask(question))
  const openOutside = createOpenOutside(
    (question) => ask(question),
    'linux',
    async (_program, args) => launched.push(...args) > 0,
  )
  const backend = await createBackend({
    dataDir: join(home, 'profile'),
    secretStore: memoryStore(),
    files,
    openOutside,
  })
  const window = await openAppPage(backend)
  ask = window.ask
  const close = async () => {
    await window.close()
    await backend.close()
    rmSync(home, { recursive: true, force: true })
  }
  const backups = () => readdirSync(home).filter((name) => name.endsWith('.age'))
  return { window, backend, backups, close }
}

/** An answer closes the window at once, often before the driver has let go of the key or button. */
const answered = (action: Promise<unknown>) =>
  action.catch((error: unknown) => {
    if (!/has been closed/.test(String(error))) throw error
  })

/** What a page that was taken over does: everything that `window.desktop` offers. */
const TAKE_OVER = `(async () => {
  await desktop.vault.create({})
  const { value } = await desktop.files.chooseSave({ purpose: 'backup' })
  if (!value?.path) return 'no path'
  const result = await desktop.backup.export({ path: value.path, passphrase: 'x'.repeat(4) + ' of theirs' })
  return result.ok ? 'written' : result.error.code
})()`

test('no backup is written by a page alone; the trader says no, or closes the window, and nothing is', async () => {
  const { window, backups, close } = await stage()
  try {
    for (const answer of ['no', 'escape', 'close'] as const) {
      const question = asked(window)
      const done = window.page.evaluate(TAKE_OVER)
      // Where a step below fails the window is closed, and this one must not hide why.
      done.catch(() => undefined)
      const page = await question
      await expect(page.getByRole('heading')).toHaveText('Save a backup?')
      // A window that the page opens itself is closed again, and its name leads to no other. It may be announced late, and
      // would then be taken for the next question.
      const opened = window.context.waitForEvent('page')
      expect(await window.page.evaluate(`window.open('', 'x') === null ? null : window.opener`)).toBeNull()
      const own = await opened
      if (!own.isClosed()) await own.waitForEvent('close')
      expect(window.context.pages()).toHaveLength(2)
      await expect(page.getByRole('heading')).toBeVisible()
      if (answer === 'no') await answered(page.getByRole('button', { name: 'Cancel' }).click())
      else if (answer === 'escape') await answered(page.keyboard.press('Escape'))
      else await page.close()
      expect(await done).toBe('no path')
      expect(backups()).toEqual([])
    }
  } finally {
    await close()
  }
})

test('with the trader’s yes it is, and his words are shown as they are', async () => {
  const { window, backups, close } = await stage()
  try {
    const question = asked(window)
    const done = window.page.evaluate(TAKE_OVER)
    await answered((await question).getByRole('button', { name: 'Save' }).click())
    expect(await done).toBe('written')
    expect(backups()).toHaveLength(1)

    const second = asked(window)
    const answer = window.ask(QUESTION)
    const page = await second
    await expect(page.getByText('To <b>here</b>')).toBeVisible()
    // A click that a script makes is none.
    await page.evaluate(`document.querySelector('#yes').click()`)
    await answered(page.getByRole('button', { name: 'Cancel' }).click())
    expect(await answer).toBe(false)
  } finally {
    await close()
  }
})

test('no address is opened by a page alone: its own none, one of a coin after a look at it', async () => {
  const { window, close } = await stage()
  const open = (link: string) =>
    window.page.evaluate(`desktop.links.open({ coinId: 'parcl', link: ${JSON.stringify(link)} })`)
  try {
    launched.length = 0
    expect(await open('https://evil.example/?stolen=1')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(window.context.pages()).toHaveLength(1)
    for (const [answer, opened] of [
      ['Cancel', false],
      ['Open', true],
    ] as const) {
      const question = asked(window)
      const done = open('https://parcl.co/')
      done.catch(() => undefined)
      const page = await question
      await expect(page.getByRole('heading')).toHaveText('Open parcl.co in your browser?')
      await expect(page.getByText('https://parcl.co/')).toBeVisible()
      await answered(page.getByRole('button', { name: answer }).click())
      expect(await done).toEqual({ ok: true, value: { opened } })
      expect(launched).toEqual(opened ? ['https://parcl.co/'] : [])
    }
  } finally {
    await close()
  }
})
