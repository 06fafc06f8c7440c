// Killed in the midst of an import: none of it is there; killed right after it was answered: all of it is.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const APP = fileURLToPath(new URL('./importing-app.ts', import.meta.url))
const ROWS = 300

it.each([1, 2, 150, 299, 300, 0])('killed at row %s: all or nothing', (dies) => {
  const dataDir = makeProfile()
  const { signal, stderr } = spawnSync(process.execPath, [APP, dataDir, String(dies), String(ROWS)], {
    encoding: 'utf8',
  })
  expect([signal, stderr]).toEqual(['SIGKILL', expect.not.stringContaining('Error')])
  const db = openDatabase(dataDir)
  // The rows of one that was killed may lie there, and nobody sees them.
  const ledger = createLedgerStore(db)
  const count = ledger.page({ limit: ROWS }).items.length
  const held = createTraderStore(db).holdings('live')
  db.close()
  expect(count).toBe(dies === 0 ? ROWS : 0)
  expect(held).toHaveLength(0)
})

const BOOKING = fileURLToPath(new URL('./booking-app.ts', import.meta.url))

it('killed at any write while a fill takes the place of its row in a file: one of them is there, never both', () => {
  const seen = new Set<string>()
  for (const dies of [1, 2, 3, 4, 5, 6, 7, 8, 0]) {
    const dataDir = makeProfile()
    const { signal, stderr } = spawnSync(process.execPath, [BOOKING, dataDir, String(dies)], { encoding: 'utf8' })
    expect([signal, stderr]).toEqual(['SIGKILL', expect.not.stringContaining('Error')])
    const db = openDatabase(dataDir)
    const rows = createLedgerStore(db).page({ limit: 10 }).items
    db.close()
    const kept = rows.map(({ source, amount }) => `${source.startsWith('import:') ? 'file' : source} ${amount}`)
    expect(kept).toHaveLength(2)
    expect(kept).toContain('file 7')
    seen.add(kept.find((each) => each.endsWith(' 100')) ?? '')
    if (dies === 0) expect(kept).toContain('fill 100')
  }
  expect(seen).toEqual(new Set(['file 100', 'fill 100']))
})
