// Preferences on the disk: private, and never a reason not to start.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSettingsFile } from '../../../electron/adapters/settings-file.ts'
import { DEFAULT_SETTINGS } from '../../../shared/app.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'

const fileIn = (dataDir: string) => path.join(dataDir, 'config.json')

it('keeps what was saved, in a file of its owner alone, whatever the mask', () => {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
  const dataDir = makeProfile()
  openSettingsFile(dataDir).set({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect((statSync(fileIn(dataDir)).mode & 0o777).toString(8)).toBe('600')
  expect(openSettingsFile(dataDir).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
})

it('knows nothing before something was saved', () => {
  expect(openSettingsFile(makeProfile()).get()).toBeUndefined()
})

it.each(['', '{', 'null', '[]', '7', '"text"', '\u0000\u0000', '{"settings":'])(
  'takes a file with %j for empty',
  (text) => {
    const dataDir = makeProfile()
    mkdirSync(dataDir)
    writeFileSync(fileIn(dataDir), text)
    const file = openSettingsFile(dataDir)
    expect(file.get()).toBeUndefined()
    file.set(DEFAULT_SETTINGS)
    expect(openSettingsFile(dataDir).get()).toEqual(DEFAULT_SETTINGS)
  },
)

it('hands on what a person wrote, unjudged', () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  writeFileSync(fileIn(dataDir), '{"settings":{"theme":7,"more":true}}')
  expect(openSettingsFile(dataDir).get()).toEqual({ theme: 7, more: true })
})

it('keeps other entries of the file', () => {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  writeFileSync(fileIn(dataDir), '{"window":{"width":1000}}')
  openSettingsFile(dataDir).set(DEFAULT_SETTINGS)
  expect(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).toEqual({
    window: { width: 1000 },
    settings: DEFAULT_SETTINGS,
  })
})

it('says STORAGE_FAILED where nothing can be written, and reads as empty there', () => {
  const dataDir = makeProfile()
  mkdirSync(fileIn(dataDir), { recursive: true })
  const file = openSettingsFile(dataDir)
  expect(file.get()).toBeUndefined()
  expect(() => file.set(DEFAULT_SETTINGS)).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
})
