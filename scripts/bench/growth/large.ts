// A profile with many orders and a long audit log beside an empty one: opening, a page of orders, and the longest time for which
// the thread that serves the trader does one thing, while the profile is checked, walked, searched and backed up.

import { createHash, randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../electron/adapters/sqlite/database.ts'
import { createAuditStore } from '../../../electron/adapters/sqlite/stores/audit-store.ts'
import type { Backend } from '../../../electron/app/backend.ts'
import { openProfile } from '../../../electron/app/profile.ts'
import { entryHash, NO_HASH } from '../../../electron/services/audit/audit-entry.ts'
import { alone, compared, type Measure, type Part } from '../measure.ts'
import { seedOrders, succeed } from '../profile.ts'
import { interleave } from '../statistics.ts'
import { turnsDuring } from './turns.ts'

const PAGE = { accountId: 'practice', limit: 100 }
/** An address at which nobody answers: the practice exchange is no part of this. */
const OFFLINE = { practice: 'http://127.0.0.1:9' }
const MB = 1024 * 1024

/** Writes so many sound entries behind those that are there. */
function seedAudit(dataDir: string, count: number): void {
  const db = openDatabase(dataDir)
  try {
    const store = createAuditStore(db)
    db.transaction(() => {
      const last = store.last()
      let previous = last?.hash ?? NO_HASH
      const first = (last?.seq ?? 0) + 1
      for (let seq = first; seq < first + count; seq += 1) {
        const of = createHash('sha1').update(String(seq)).digest('hex').slice(0, 32)
        const entry = {
          ...{
            seq,
            at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(),
            kind: 'order',
            event: 'order-changed',
          },
          ...{ subject: of, detail: '{"from":"submitting","status":"filled"}' },
        }
        const hash = entryHash(entry, previous)
        store.insert({ ...entry, previous, hash })
        previous = hash
      }
    })
  } finally {
    db.close()
  }
}

async function openingMs(dataDir: string): Promise<number> {
  const start = performance.now()
  const backend = await openProfile({ dataDir, venueHosts: OFFLINE })
  const ms = performance.now() - start
  await backend.close()
  return ms
}

async function pageMs(backend: Backend): Promise<number> {
  const start = performance.now()
  await succeed(backend, 'orders.page', PAGE)
  return performance.now() - start
}

/** Measures with so many orders, each with an attempt and a fill, and as many entries of the log. */
export async function measureLarge(
  folders: { many: string; few: string; out: string },
  count: number,
  plan: { warmUp: number; rounds: number },
): Promise<Part> {
  for (const dataDir of [folders.many, folders.few]) await (await openProfile({ dataDir, venueHosts: OFFLINE })).close()
  seedOrders(folders.many, count)
  seedAudit(folders.many, count)
  const name = `${count} orders and entries`
  const opening = await interleave(
    { warmUp: 1, rounds: 7 },
    () => openingMs(folders.many),
    () => openingMs(folders.few),
  )
  const measures: Measure[] = [compared({ name: `large: opening with ${name}`, ...opening, atMost: 1.3 })]

  seedOrders(folders.few, PAGE.limit)
  const [many, few] = await Promise.all(
    [folders.many, folders.few].map((dataDir) => openProfile({ dataDir, venueHosts: OFFLINE })),
  )
  if (many === undefined || few === undefined) throw new Error('a profile is not open')
  const passphrase = `words for ${randomBytes(9).toString('base64url')}`
  const path = join(folders.out, `large-${count}.age`)
  const turns = async (what: string, limit: number | null, work: () => Promise<unknown>) => {
    measures.push(alone(`large: longest turns while ${what}, ${name}`, await turnsDuring(work), limit))
  }
  try {
    await turns('the profile is checked', 16, () => succeed(many, 'app.checkProfile', {}))
    const pages = await interleave(
      plan,
      () => pageMs(many),
      () => pageMs(few),
    )
    measures.push(compared({ name: `large: orders.page of 100 among ${name}`, ...pages, atMost: 2 }))
    await turns('the log is walked', 16, () => succeed(many, 'audit.verify', {}))
    const nowhere = { search: 'no such words' }
    await turns('the log is searched', 16, () => succeed(many, 'audit.list', nowhere))
    await turns('orders are searched', 16, () => succeed(many, 'orders.page', { text: nowhere.search }))
    await turns('a rare kind is listed', 16, () => succeed(many, 'audit.list', { kind: 'key' }))
    // Starting its process is a call of the system's that cannot be taken in steps.
    await turns('the vault is made and its process started', null, () => succeed(many, 'vault.create', { passphrase }))
    await turns('the vault is locked and opened', 16, async () => {
      await succeed(many, 'vault.lock', {})
      await succeed(many, 'vault.unlock', { passphrase })
    })
    const start = performance.now()
    await turns('a backup is written', 50, () => succeed(many, 'backup.export', { path, passphrase }))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const { heapUsed } = process.memoryUsage()
    return {
      measures,
      notes: [
        `large, ${name}: ${(statSync(join(folders.many, 'prelist.sqlite')).size / MB).toFixed(0)} MB of profile, ${(statSync(path).size / MB).toFixed(0)} MB of backup in ${seconds} s, ${(heapUsed / MB).toFixed(0)} MB of heap after all of it`,
        'large: turns are in milliseconds of the thread’s own processor time, the five longest; openings and pages in milliseconds.',
      ],
    }
  } finally {
    await Promise.all([many.close(), few.close()])
    rmSync(folders.many, { recursive: true, force: true })
    rmSync(path, { force: true })
  }
}
