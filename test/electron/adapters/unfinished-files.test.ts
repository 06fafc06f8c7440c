// What a killed process leaves of a file for the trader is cleared at the next start: what this profile began, and nothing else.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openUnfinishedFiles } from '../../../electron/adapters/unfinished-files.ts'
import { AppError } from '../../../shared/result.ts'
import { makeProfile } from '../../support/profile/temp-folder.ts'

const logger = { info: () => {}, warn: () => {}, error: () => {} }

function makeScene() {
  const dataDir = makeProfile()
  const out = join(dirname(dataDir), 'out')
  mkdirSync(dataDir)
  mkdirSync(out)
  const path = join(out, 'kit.txt')
  return { dataDir, out, path, part: `${path}.part`, notes: join(dataDir, 'unfinished-files.json') }
}

/** Begins a file as a process does that is then killed: the promise never ends. */
async function beginAndDie({ dataDir, path, part, notes }: ReturnType<typeof makeScene>) {
  let isNoted = false
  const begun = Promise.withResolvers<void>()
  void openUnfinishedFiles(dataDir, logger).during(path, () => {
    isNoted = readFileSync(notes, 'utf8').includes('kit.txt.part')
    writeFileSync(part, 'a secret')
    begun.resolve()
    return new Promise(() => {})
  })
  await begun.promise
  expect(isNoted).toBe(true)
}

test('what was begun is noted first, for the owner alone, and cleared at the next start', async () => {
  const scene = makeScene()
  await beginAndDie(scene)
  expect(statSync(scene.notes).mode & 0o777).toBe(0o600)
  openUnfinishedFiles(scene.dataDir, logger)
  expect([existsSync(scene.part), existsSync(scene.notes)]).toEqual([false, false])
})

test('a part that lay there before is refused by the work and stays, also over a kill', async () => {
  const scene = makeScene()
  writeFileSync(scene.part, 'of somebody else')
  const files = openUnfinishedFiles(scene.dataDir, logger)
  const refused = files.during(scene.path, async () => {
    throw new AppError('FILE_EXISTS', 'There is such a file.')
  })
  await expect(refused).rejects.toMatchObject({ code: 'FILE_EXISTS' })
  void files.during(scene.path, () => new Promise(() => {}))
  openUnfinishedFiles(scene.dataDir, logger)
  expect(readFileSync(scene.part, 'utf8')).toBe('of somebody else')
})

test('what was begun and failed is cleared at once; what came in between is left alone', async () => {
  const scene = makeScene()
  const files = openUnfinishedFiles(scene.dataDir, logger)
  const ending = (code: 'VAULT_LOCKED' | 'FILE_EXISTS') =>
    files.during(scene.path, async () => {
      writeFileSync(scene.part, 'x')
      throw new AppError(code, 'It ended.')
    })
  await expect(ending('VAULT_LOCKED')).rejects.toThrow('It ended.')
  expect([existsSync(scene.part), existsSync(scene.notes)]).toEqual([false, false])
  await expect(ending('FILE_EXISTS')).rejects.toThrow('It ended.')
  expect([existsSync(scene.part), existsSync(scene.notes)]).toEqual([true, false])
})

test('a link and a folder in its place are not touched', async () => {
  for (const put of [(at: string, target: string) => symlinkSync(target, at), (at: string) => mkdirSync(at)]) {
    const scene = makeScene()
    await beginAndDie(scene)
    const target = join(scene.out, 'other')
    writeFileSync(target, 'of somebody else')
    rmSync(scene.part)
    put(scene.part, target)
    openUnfinishedFiles(scene.dataDir, logger)
    expect([existsSync(scene.part), readFileSync(target, 'utf8')]).toEqual([true, 'of somebody else'])
  }
})

test('a memory stick that is away is cleared when it is back', async () => {
  const scene = makeScene()
  await beginAndDie(scene)
  renameSync(scene.out, `${scene.out}-away`)
  openUnfinishedFiles(scene.dataDir, logger)
  renameSync(`${scene.out}-away`, scene.out)
  expect(existsSync(scene.part)).toBe(true)
  openUnfinishedFiles(scene.dataDir, logger)
  expect(existsSync(scene.part)).toBe(false)
})

const LINE = `# Vault of a test, made ${new Date(0).toISOString()}.`
const marked = (path: string, mark: string) => JSON.stringify([{ path, mark }])

/** Names a file as a process does that is killed before it counts. */
async function nameAndDie({ dataDir, path }: ReturnType<typeof makeScene>, text = `${LINE}\nkey`) {
  const begun = Promise.withResolvers<void>()
  const work = () => {
    writeFileSync(path, text)
    begun.resolve()
    return new Promise(() => {})
  }
  void openUnfinishedFiles(dataDir, logger).during(path, work, LINE)
  await begun.promise
}

test.each([
  ['counts for nothing', `${LINE}\nkey`, (mark: string) => mark !== LINE, false],
  ['counts', `${LINE}\nkey`, (mark: string) => mark === LINE, true],
  ['is somebody else’s by now', 'of somebody else', () => false, true],
])('a named file that %s', async (_what, text, isKept, isThere) => {
  const scene = makeScene()
  await nameAndDie(scene, text)
  const files = openUnfinishedFiles(scene.dataDir, logger)
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([true, true])
  files.settle(isKept)
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([isThere, false])
})

test('a named file stays while nobody can judge it, and while its memory stick is away', async () => {
  const scene = makeScene()
  await nameAndDie(scene)
  openUnfinishedFiles(scene.dataDir, logger).settle(() => {
    throw new Error('the profile cannot be read')
  })
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([true, true])
  renameSync(scene.out, `${scene.out}-away`)
  openUnfinishedFiles(scene.dataDir, logger).settle(() => false)
  renameSync(`${scene.out}-away`, scene.out)
  expect(existsSync(scene.path)).toBe(true)
  openUnfinishedFiles(scene.dataDir, logger).settle(() => false)
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([false, false])
})

test('a file that was named when its writer died is cleared at once; one that was there before is not noted', async () => {
  const scene = makeScene()
  const files = openUnfinishedFiles(scene.dataDir, logger)
  files.settle(() => false)
  const dying = (text: string | null) =>
    files.during(
      scene.path,
      async () => {
        if (text !== null) writeFileSync(scene.path, text)
        throw new AppError('VAULT_LOCKED', 'It ended.')
      },
      LINE,
    )
  await expect(dying(LINE)).rejects.toThrow('It ended.')
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([false, false])
  writeFileSync(scene.path, LINE)
  await expect(dying(null)).rejects.toThrow('It ended.')
  expect([existsSync(scene.path), existsSync(scene.notes)]).toEqual([true, false])
})

test('notes that somebody spoilt clear nothing that is not named as an unfinished file', () => {
  const scene = makeScene()
  const mine = join(scene.out, 'mine.txt')
  writeFileSync(mine, 'x')
  for (const text of [
    '{',
    'null',
    '{"a":1}',
    JSON.stringify([mine, 'kit.part', 7, null]),
    marked(mine, 'x'),
    marked('mine.txt', LINE),
  ]) {
    writeFileSync(scene.notes, text)
    openUnfinishedFiles(scene.dataDir, logger).settle(() => false)
    expect([existsSync(mine), existsSync(scene.notes)]).toEqual([true, false])
  }
})
