// A profile whose newest part is gone after a crash says so, and places nothing before its trader has looked.

import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'

const LOG = 'prelist.sqlite-wal'
const NOBODY = { practice: 'http://127.0.0.1:9' }

/** The profile as a crash leaves it: its files are copied while the app is running. */
async function crashed(texts: readonly string[]): Promise<string> {
  const dataDir = makeProfile()
  const first = await openBackend({ dataDir, venueHosts: NOBODY })
  await first.close()
  const backend = await openBackend({ dataDir, venueHosts: NOBODY })
  for (const text of texts) await okOf(backend, 'notes.save', { coinId: 'peaq', text })
  const left = makeProfile()
  cpSync(dataDir, left, { recursive: true })
  await backend.close()
  expect(statSync(path.join(left, LOG)).size).toBeGreaterThan(0)
  return left
}

async function opened(dataDir: string) {
  const backend = await openBackend({ dataDir, venueHosts: NOBODY })
  const { notices, halted } = await okOf(backend, 'app.status', {})
  const note = (await okOf(backend, 'coins.get', { coinId: 'peaq' })).note?.text ?? null
  return { backend, codes: notices.map(({ code }) => code), isHalted: halted.all, note }
}

test('a crash alone loses nothing and says nothing', async () => {
  const dataDir = await crashed(['kept'])
  expect(await opened(dataDir)).toMatchObject({ codes: [], isHalted: false, note: 'kept' })
})

test('an end in order takes its mark away', async () => {
  const dataDir = await crashed(['kept'])
  const { backend } = await opened(dataDir)
  await backend.close()
  expect(readdirSync(dataDir)).not.toContain('session.json')
  expect(await opened(dataDir)).toMatchObject({ codes: [], isHalted: false })
})

test.each<[string, (dataDir: string) => Promise<void> | void]>([
  ['is gone', (dataDir) => rmSync(path.join(dataDir, LOG))],
  [
    'is that of another profile',
    async (dataDir) => copyFileSync(path.join(await crashed(['of another']), LOG), path.join(dataDir, LOG)),
  ],
  [
    'went with a newer file, and an older one was put back',
    async (dataDir) => {
      rmSync(path.join(dataDir, LOG))
      const older = makeProfile()
      await (await openBackend({ dataDir: older, venueHosts: NOBODY })).close()
      copyFileSync(path.join(older, 'prelist.sqlite'), path.join(dataDir, 'prelist.sqlite'))
    },
  ],
])('where the log %s it is told, and new orders wait for the trader', async (_name, spoil) => {
  const dataDir = await crashed(['lost'])
  await spoil(dataDir)
  const { backend, ...told } = await opened(dataDir)
  expect(told).toMatchObject({ codes: ['CHANGES_LOST'], isHalted: true })
  expect(told.note).not.toBe('lost')
  await okOf(backend, 'orders.resume', {})
  await backend.close()
  expect(await opened(dataDir)).toMatchObject({ codes: [], isHalted: false })
})

test('a log that is gone because the database was being closed is none that was lost', async () => {
  const dataDir = makeProfile()
  const { openDatabase } = await import('../../../../electron/adapters/sqlite/database.ts')
  const { lastSession, openSession } = await import('../../../../electron/adapters/session-mark.ts')
  const run = () => {
    const before = lastSession(dataDir)
    const db = openDatabase(dataDir)
    return { db, session: openSession(dataDir, db, before) }
  }
  const first = run()
  first.session.closing()
  first.db.close()
  // Killed here, before the mark was taken away.
  expect(existsSync(path.join(dataDir, LOG))).toBe(false)
  const second = run()
  expect(second.session.lostChanges).toBe(false)
  second.db.close()
})
