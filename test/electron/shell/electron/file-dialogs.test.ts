// The dialogs for files, with Electron played, and the folder that stands for them in the Chromium shell.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFileChooser } from '../../../../electron/shell/chromium/file-chooser.ts'
import { createFileDialogs } from '../../../../electron/shell/electron/file-dialogs.ts'
import { dialog } from '../../../fakes/electron.ts'
import { codeOf } from '../../../support/code-of.ts'

test('the system asks where a file goes, and its ending is added where it is missing', async () => {
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: '/home/trader/mine' })
  expect(await createFileDialogs().save('prelist.age', '.age')).toBe('/home/trader/mine.age')
  const asked = { defaultPath: 'prelist.age', filters: [{ name: '.age', extensions: ['age'] }] }
  expect(dialog.showSaveDialog).toHaveBeenLastCalledWith(asked)
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '/home/trader/mine.age' })
  expect(await createFileDialogs().save('prelist.age', '.age')).toBeNull()
})

test('the system asks which file to open', async () => {
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/home/trader/one.age'] })
  expect(await createFileDialogs().open('.age')).toBe('/home/trader/one.age')
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
  expect(await createFileDialogs().open('.age')).toBeNull()
})

const yes = async () => true

function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'prelist-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

test('the Chromium shell saves under a fresh name in the downloads, or at home', async () => {
  const home = makeHome()
  const chooser = createFileChooser(home, yes)
  expect(await chooser.save('prelist.age', '.age')).toBe(join(home, 'prelist.age'))
  mkdirSync(join(home, 'Downloads'))
  writeFileSync(join(home, 'Downloads', 'prelist.age'), '')
  // A link that leads nowhere takes its name as well.
  symlinkSync(join(home, 'nowhere'), join(home, 'Downloads', 'prelist-2.age'))
  expect(await chooser.save('prelist.age', '.age')).toBe(join(home, 'Downloads', 'prelist-3.age'))
})

test('the Chromium shell opens the newest backup that lies there', async () => {
  const home = makeHome()
  const chooser = createFileChooser(home, yes)
  expect(await codeOf(chooser.open('.age'))).toBe('NOT_FOUND')
  for (const [name, at] of [
    ['old.age', 100],
    ['new.age', 300],
    ['newer.txt', 400],
    ['.hidden.age', 500],
  ] as const) {
    writeFileSync(join(home, name), '')
    utimesSync(join(home, name), at, at)
  }
  mkdirSync(join(home, 'folder.age'))
  symlinkSync('/etc/passwd', join(home, 'link.age'))
  expect(await chooser.open('.age')).toBe(join(home, 'new.age'))
})

test('the Chromium shell names no file that the trader said no to', async () => {
  const home = makeHome()
  writeFileSync(join(home, 'old.age'), '')
  const asked: { title: string; text: string }[] = []
  const chooser = createFileChooser(home, async (question) => {
    asked.push(question)
    return false
  })
  expect([await chooser.save('prelist.age', '.age'), await chooser.open('.age')]).toEqual([null, null])
  expect(await chooser.save('kit.txt', '.txt')).toBeNull()
  expect(asked.map(({ title }) => title)).toEqual(['Save a backup?', 'Open this file?', 'Save a recovery key?'])
  expect(asked[0]?.text).toContain(join(home, 'prelist.age'))
})
