// Every kind of damage to the profile's file: a typed error and no byte changed, or an opening that is sound.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/adapters/sqlite/database.ts'
import { sayReason } from '../../../../renderer/messages/reasons/en.ts'
import { AppError } from '../../../../shared/result.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const PAGE = 4096
const WRITES = 12
const FRAME = PAGE + 24
const NAMES = ['prelist.sqlite', 'prelist.sqlite-wal'] as const

/** A profile as it lies after an orderly end, and as a crash leaves it, with its log. */
let closed: Buffer
let crashed: { file: Buffer; log: Buffer }

beforeAll(() => {
  const dataDir = path.join(import.meta.dirname, `../../../../node_modules/.cache/prelist-damaged-${process.pid}`)
  const db = openDatabase(dataDir)
  const read = (name: string) => readFileSync(path.join(dataDir, name))
  for (let at = 0; at < WRITES; at++) {
    db.run('INSERT INTO meta (key, value) VALUES (?, ?)', `k${String(at).padStart(3, '0')}`, 'v'.repeat(400))
  }
  crashed = { file: read(NAMES[0]), log: read(NAMES[1]) }
  db.close()
  closed = read(NAMES[0])
  rmSync(dataDir, { recursive: true })
})

afterAll(() => process.stdout.write(`\ndamaged files, by outcome: ${JSON.stringify(Object.fromEntries(outcomes))}\n`))

const outcomes = new Map<string, number>()

function profileOf(file: Buffer | null, log: Buffer | null): string {
  const dataDir = makeProfile()
  mkdirSync(dataDir)
  if (file !== null) writeFileSync(path.join(dataDir, NAMES[0]), file)
  if (log !== null) writeFileSync(path.join(dataDir, NAMES[1]), log)
  return dataDir
}

function digest(dataDir: string): string[] {
  return NAMES.map((name) => {
    const file = path.join(dataDir, name)
    if (!existsSync(file)) return 'absent'
    const bytes = readFileSync(file)
    // An empty log says nothing, and may come into being by looking.
    return bytes.length === 0 && name.endsWith('-wal') ? 'absent' : createHash('sha256').update(bytes).digest('hex')
  })
}

/**
 * Opens the profile, which must either be refused with one of `codes` and unchanged, or be sound; gives the writes that
 * it holds, or the code.
 */
function outcomeOf(dataDir: string, ...codes: string[]): string | number {
  const before = digest(dataDir)
  try {
    const db = openDatabase(dataDir)
    const keys = db.all('SELECT key FROM meta ORDER BY key').map(({ key }) => String(key))
    expect(Object.values(db.get('PRAGMA integrity_check') ?? {})).toEqual(['ok'])
    db.close()
    const prefix = Array.from({ length: keys.length }, (_, at) => `k${String(at).padStart(3, '0')}`)
    expect(keys, 'not the first writes, one after the other').toEqual(prefix)
    count('opened')
    return keys.length
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(codes).toContain(error.code)
    expect(sayReason(error.reason)).toMatch(/[Rr]estore a backup|Install that version|Check that its folder/)
    expect(digest(dataDir), 'bytes of a refused profile were changed').toEqual(before)
    count(error.code)
    return error.code
  }
}

function count(outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}

const flipped = (bytes: Buffer, at: number, bits = 0xff) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ bits
  return copy
}

describe('the file [R47]', () => {
  it.each([0x01, 0x80, 0xff])('each byte of its header changed by %d', (bits) => {
    for (let at = 0; at < 100; at++) {
      const outcome = outcomeOf(
        profileOf(flipped(closed, at, bits), null),
        'PROFILE_DAMAGED',
        'PROFILE_TOO_NEW',
        'STORAGE_FAILED',
      )
      // A header that still opens must have lost nothing: what it says elsewhere does not matter to what it holds.
      if (typeof outcome === 'number') expect([at, outcome]).toEqual([at, WRITES])
    }
  })

  it.each([
    ['zeros', 0],
    ['noise', 0xa7],
  ])('each page overwritten with %s', (_name, fill) => {
    for (let page = 0; page < closed.length / PAGE; page++) {
      const spoilt = Buffer.from(closed).fill(fill, page * PAGE, (page + 1) * PAGE)
      expect(outcomeOf(profileOf(spoilt, null), 'PROFILE_DAMAGED')).toBe('PROFILE_DAMAGED')
    }
  })

  it('cut at many lengths', () => {
    for (let length = 1; length < closed.length; length += length < 700 ? 13 : 3_001) {
      expect(outcomeOf(profileOf(closed.subarray(0, length), null), 'PROFILE_DAMAGED')).toBe('PROFILE_DAMAGED')
    }
  })

  it('gone or emptied beside a log that holds work', () => {
    for (const file of [null, Buffer.alloc(0)]) {
      const dataDir = profileOf(file, crashed.log)
      expect(outcomeOf(dataDir, 'PROFILE_DAMAGED')).toBe('PROFILE_DAMAGED')
      expect(readFileSync(path.join(dataDir, NAMES[1])).equals(crashed.log)).toBe(true)
    }
  })

  it('a folder in its place, or in the place of the profile itself', () => {
    const dataDir = makeProfile()
    mkdirSync(path.join(dataDir, NAMES[0]), { recursive: true })
    const opening = () => openDatabase(dataDir)
    expect(opening).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
    expect(readdirSync(path.join(dataDir, NAMES[0]))).toEqual([])
  })

  it('a sound database of somebody else, and one of ours with a table missing or loosened [R48]', () => {
    const change = (sql: string, from: Buffer | null) => {
      const dataDir = profileOf(from, null)
      const raw = new DatabaseSync(path.join(dataDir, NAMES[0]))
      raw.exec(sql)
      raw.close()
      return outcomeOf(dataDir, 'PROFILE_DAMAGED')
    }
    expect(change('CREATE TABLE theirs (x)', null)).toBe('PROFILE_DAMAGED')
    expect(change('CREATE TABLE theirs (x); PRAGMA user_version = 1', null)).toBe('PROFILE_DAMAGED')
    expect(change('DROP TABLE overrides', closed)).toBe('PROFILE_DAMAGED')
    const loose = 'CREATE TABLE halts (account_id TEXT PRIMARY KEY)'
    expect(change(`DROP TABLE halts; ${loose}`, closed)).toBe('PROFILE_DAMAGED')
    expect(change('PRAGMA user_version = -1', closed)).toBe('PROFILE_DAMAGED')
  })

  it('an index that knows an order by another status, which the quick check does not see and a recovery would not find', () => {
    const dataDir = profileOf(closed, null)
    const change = (...sql: string[]) => {
      const raw = new DatabaseSync(path.join(dataDir, NAMES[0]), { defensive: false })
      for (const one of ['PRAGMA writable_schema = ON', ...sql]) raw.exec(one)
      const check = raw.prepare('PRAGMA quick_check').all()
      raw.close()
      return check
    }
    const columns =
      'intent_id, account_id, environment, coin_id, market, side, type, time_in_force, size_unit, size_value'
    change(`INSERT INTO orders (${columns}, amount, payload_hash, venue_client_id, status, created_at, updated_at)
      VALUES ('1', 'a', 'test', 'c', 'm', 'buy', 'market', 'gtc', 'base', '1', '1', 'h', '1', 'filled', '', '')`)
    // The row changes while the schema does not know of the index.
    const index = "name = 'orders_by_status_time'"
    change(
      `CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE ${index}`,
      `DELETE FROM sqlite_schema WHERE ${index}`,
    )
    change("UPDATE orders SET status = 'submitting'")
    change('INSERT INTO sqlite_schema SELECT * FROM kept')
    expect(change('DROP TABLE kept')).toEqual([{ quick_check: 'ok' }])
    expect(outcomeOf(dataDir, 'PROFILE_DAMAGED')).toBe('PROFILE_DAMAGED')
  })
})

describe('the log [R47]', () => {
  const frames = () => (crashed.log.length - 32) / FRAME

  it('whole: everything is there, and afterwards in the file', () => {
    const dataDir = profileOf(crashed.file, crashed.log)
    expect(outcomeOf(dataDir)).toBe(WRITES)
    expect(existsSync(path.join(dataDir, NAMES[1]))).toBe(false)
  })

  it('cut at every frame and inside of frames: the first writes, without a gap', () => {
    const seen: number[] = []
    for (let frame = 0; frame <= frames(); frame++) {
      for (const more of [0, 1 + ((frame * 997) % (FRAME - 1))]) {
        const length = 32 + frame * FRAME + more
        if (length > crashed.log.length) continue
        // Before its first commit there is no schema yet: that is a new profile, not a damaged one.
        const outcome = outcomeOf(profileOf(crashed.file, crashed.log.subarray(0, length)), 'PROFILE_DAMAGED')
        if (typeof outcome === 'number') seen.push(outcome)
      }
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(Math.max(...seen)).toBe(WRITES)
  })

  it('with a byte flipped: refused where it stands before whole work, and no gap where it opens', () => {
    for (let at = 0; at < crashed.log.length; at += at < 32 ? 1 : 2_543) {
      const outcome = outcomeOf(profileOf(crashed.file, flipped(crashed.log, at)), 'PROFILE_DAMAGED')
      if (at < crashed.log.length / 2) expect([at, outcome]).toEqual([at, 'PROFILE_DAMAGED'])
    }
  })

  it('gone: the file as it was, which is an older state of itself', () => {
    expect(outcomeOf(profileOf(closed, null))).toBe(WRITES)
    expect(outcomeOf(profileOf(crashed.file, null), 'PROFILE_DAMAGED')).toBe(0)
  })

  it('of a file that is then refused: neither is touched', () => {
    const dataDir = profileOf(Buffer.from(crashed.file).fill(0, 0, 100), crashed.log)
    expect(outcomeOf(dataDir, 'PROFILE_DAMAGED')).toBeTypeOf('number')
  })

  it('with a shared index of noise beside it: the index is made anew', () => {
    const dataDir = profileOf(crashed.file, crashed.log)
    writeFileSync(path.join(dataDir, `${NAMES[0]}-shm`), Buffer.alloc(32_768, 0x5a))
    expect(outcomeOf(dataDir)).toBe(WRITES)
    expect(existsSync(path.join(dataDir, `${NAMES[0]}-shm`))).toBe(false)
  })
})
