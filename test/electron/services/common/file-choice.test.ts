// A page may name a file only when its trader chose it, for that use, and once.

import { expect, test } from 'vitest'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { createFileChoices } from '../../../../electron/services/common/file-choice.ts'
import { codeOf } from '../../../support/code-of.ts'

const PATH = '/home/trader/backup.age'

function chooserOf(answers: (string | null)[]) {
  const asked: string[] = []
  const next = async (what: string) => {
    asked.push(what)
    return answers.shift() ?? null
  }
  return { asked, save: (name: string) => next(name), open: (ending: string) => next(ending) }
}

const choices = (...answers: (string | null)[]) => createFileChoices(chooserOf(answers), systemClock)
const done = async () => 'done'

test('a page names only what was chosen, a direct call anything', async () => {
  const files = choices(PATH)
  expect(await codeOf(files.using('main', 'save:backup', PATH, done))).toBe('NOT_ALLOWED')
  expect(await files.using('direct', 'save:backup', PATH, done)).toBe('done')
  expect(await files.chooseSave('main', 'backup')).toEqual({ path: PATH })
  expect(await codeOf(files.using('main', 'save:backup', '/etc/passwd', done))).toBe('NOT_ALLOWED')
  expect(await files.using('main', 'save:backup', PATH, done)).toBe('done')
})

test('a choice serves once, for its own use, in its own window', async () => {
  const files = choices(PATH, PATH)
  await files.chooseSave('main', 'backup')
  for (const use of ['save:audit', 'save:recovery-kit', 'open:backup'] as const) {
    expect(await codeOf(files.using('main', use, PATH, done))).toBe('NOT_ALLOWED')
  }
  expect(await codeOf(files.using('other', 'save:backup', PATH, done))).toBe('NOT_ALLOWED')
  expect(await files.using('main', 'save:backup', PATH, done)).toBe('done')
  expect(await codeOf(files.using('main', 'save:backup', PATH, done))).toBe('NOT_ALLOWED')
})

test('what failed may be tried again, but not twice at a time', async () => {
  const files = choices(PATH)
  await files.chooseOpen('main', 'backup')
  const first = files.using('main', 'open:backup', PATH, () => Promise.reject(new Error('wrong passphrase')))
  expect(await codeOf(files.using('main', 'open:backup', PATH, done))).toBe('NOT_ALLOWED')
  await expect(first).rejects.toThrow('wrong passphrase')
  expect(await files.using('main', 'open:backup', PATH, done)).toBe('done')
})

test('what only reads may read the chosen file again, and no other', async () => {
  const files = choices(PATH, null)
  expect(await codeOf(files.reading('main', 'open:ledger', PATH, done))).toBe('NOT_ALLOWED')
  await files.chooseOpen('main', 'ledger')
  expect(await files.reading('main', 'open:ledger', PATH, done)).toBe('done')
  expect(await files.reading('main', 'open:ledger', PATH, done)).toBe('done')
  expect(await codeOf(files.reading('main', 'open:ledger', '/etc/passwd', done))).toBe('NOT_ALLOWED')
  expect(await codeOf(files.reading('other', 'open:ledger', PATH, done))).toBe('NOT_ALLOWED')
  expect(await codeOf(files.reading('main', 'open:backup', PATH, done))).toBe('NOT_ALLOWED')
  await files.chooseOpen('main', 'ledger')
  expect(await codeOf(files.reading('main', 'open:ledger', PATH, done))).toBe('NOT_ALLOWED')
})

test('a dialog that was closed takes the choice before it back', async () => {
  const files = choices(PATH, null)
  await files.chooseSave('main', 'audit')
  expect(await files.chooseSave('main', 'audit')).toEqual({ path: null })
  expect(await codeOf(files.using('main', 'save:audit', PATH, done))).toBe('NOT_ALLOWED')
})

test('the proposed name says what it is and of which day', async () => {
  const chooser = chooserOf([])
  const files = createFileChoices(chooser, { ...systemClock, now: () => Date.UTC(2026, 10, 24) })
  await files.chooseSave('main', 'backup')
  await files.chooseSave('main', 'recovery-kit')
  await files.chooseOpen('main', 'backup')
  expect(chooser.asked).toEqual(['prelist-backup-2026-11-24.age', 'prelist-recovery-kit-2026-11-24.txt', '.age'])
})

test('without a window nobody can be asked', async () => {
  expect(await codeOf(createFileChoices(null, systemClock).chooseSave('main', 'backup'))).toBe('NOT_ALLOWED')
})
