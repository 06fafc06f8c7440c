// What the browser writes to its own folder: nothing that the trader typed or was shown.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { ORIGIN } from '../../../electron/shell/chromium/app-window.ts'
import { browserProcesses, type Shell, test } from './shell-process.ts'

/** The files below a folder that hold the text in one of the forms in which a browser writes text. */
function filesWith(folder: string, text: string): string[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const forms = [Buffer.from(text), utf16, Buffer.from(utf16).swap16(), Buffer.from(encodeURIComponent(text))]
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    try {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form)) ? [path.slice(folder.length)] : []
    } catch {
      // The browser has removed it since.
      return []
    }
  })
}

const TYPED = {
  name: 'Canary-Coin-5d20',
  what: 'canary-what-91ac',
  note: 'canary-note-7f31',
  tag: 'canary-tag-44fe',
  search: 'canary-search-60bb',
  size: '31.41592653',
  preset: '27.18281828',
}
const CANARIES = [...Object.values(TYPED), new URL(ORIGIN).host, '#/watchlist/']

/** Types into the fields of the app as a hand does, and opens what shows it again. */
async function useApp(shell: Shell): Promise<void> {
  expect(await shell.ready).toBe(true)
  const type = (selector: string, text: string) => shell.act({ act: 'type', selector, text })
  const click = (selector: string) => shell.act({ act: 'click', selector })
  await click('role=button[name="Add a coin"]')
  await type('role=textbox[name="Name"]', TYPED.name)
  await type('role=textbox[name="What it is"]', TYPED.what)
  await click('role=button[name="Add to watchlist"]')
  await type('role=textbox[name="Note"]', TYPED.note)
  await type('role=textbox[name="Tags"]', TYPED.tag)
  await click('role=button[name="Ticket for peaq"]')
  await type('role=textbox[name="Size"]', TYPED.size)
  await type('role=searchbox', TYPED.search)
  await click('role=link[name="Settings"]')
  await type('role=textbox[name="Size in USDT"]', TYPED.preset)
}

/** Ends the shell the hard way, so that nothing is tidied up; the browser then ends in order and writes what it keeps. */
async function killShell(shell: Shell, temp: string): Promise<void> {
  shell.process.kill('SIGKILL')
  await shell.ended
  await expect(() => expect(browserProcesses(temp).size).toBe(0)).toPass()
}

const foundIn = (folder: string) => CANARIES.filter((canary) => filesWith(folder, canary).length > 0)

test('the browser keeps nothing that was typed or shown, running or killed [R4]', async ({ workplace }) => {
  const shell = workplace.start()
  await useApp(shell)
  const [folder] = readdirSync(workplace.temp)
  expect(folder).toMatch(/^prelist-browser-\d+-/)
  expect(foundIn(workplace.temp)).toEqual([])
  await killShell(shell, workplace.temp)
  // The folder is still there, which is what makes the search worth something.
  expect(readdirSync(workplace.temp)).toEqual([folder])
  expect(foundIn(workplace.temp)).toEqual([])
})

test('a browser that is not told to be private does keep it, and the same search finds it', async ({ workplace }) => {
  const shell = workplace.start({ withoutArgs: ['--incognito'] })
  await useApp(shell)
  await killShell(shell, workplace.temp)
  expect(foundIn(workplace.temp)).toEqual(
    expect.arrayContaining([TYPED.note, TYPED.search, new URL(ORIGIN).host, '#/watchlist/']),
  )
})
