// A log that somebody changed is never taken for whole, and it is told where: every row, every column, every cut.

import { afterAll, expect, it } from 'vitest'
import { verifyLog } from '../../../../electron/services/audit/audit-verify.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { type AuditStage, fill, makeKeyService, openAudit, type TestKeyService } from './audit-kit.ts'
import { COLUMNS, cut, edit, insert, remove, rewrite, swap } from './tampering.ts'

/** One checkpoint by itself, and one at the end. */
const ENTRIES = 300
const CHECKPOINT = 256

const counts: Record<string, number> = {}
afterAll(() => console.log('audit log, tamperings found and located:', counts))

interface Sealed extends AuditStage {
  keyService: TestKeyService
  /** The report on the log after `tamper`, which is undone again. The vault is open, or locked. */
  after(kind: string, tamper: () => void, open?: boolean): ReturnType<typeof verifyLog>
}

async function sealedLog(): Promise<Sealed> {
  const stage = openAudit()
  const keyService = makeKeyService()
  await stage.log.onUnlocked(keyService.opened(), keyService)
  fill(stage, CHECKPOINT)
  await stage.log.idle()
  fill(stage, ENTRIES - CHECKPOINT)
  await stage.log.beforeLock()
  expect(stage.store.checkpoints().map(({ seq }) => seq)).toEqual([CHECKPOINT, ENTRIES])
  const trusted = { signer: keyService.opened().signerKey, anchor: keyService.remembered }
  const after: Sealed['after'] = async (kind, tamper, open = true) => {
    stage.db.run('BEGIN IMMEDIATE')
    try {
      tamper()
      const verification = await verifyLog(stage.store, open ? trusted : null)
      counts[kind] = (counts[kind] ?? 0) + 1
      return verification
    } finally {
      stage.db.run('ROLLBACK')
    }
  }
  return { ...stage, keyService, after }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

it('finds a whole log whole, open and locked', async () => {
  const { after } = await sealedLog()
  const whole = { ok: true, entries: ENTRIES, checkpoints: 2, firstBroken: null }
  expect((await after('none', () => {})).report).toMatchObject({ ...whole, anchored: true })
  expect((await after('none', () => {}, false)).report).toMatchObject({ ...whole, anchored: null })
})

it('finds any edit of any column of any row, at that row [R45]', { timeout: 60_000 }, async () => {
  const { db, store, after } = await sealedLog()
  const seed = announcedSeed('edits of the audit log')
  for (const row of store.after(0, ENTRIES)) {
    for (const [at, column] of COLUMNS.entries()) {
      const { report } = await after(`edit ${column}`, () => edit(db, row, column, seed + row.seq * 8 + at))
      expect(report, `${column} of ${row.seq}`).toMatchObject({ ok: false, firstBroken: row.seq, anchored: false })
    }
  }
})

it('finds any deleted row, at that row [R45]', async () => {
  const { db, after } = await sealedLog()
  for (const seq of numbers(1, ENTRIES - 1)) {
    const { report, alert } = await after('delete', () => remove(db, seq))
    expect(report, `${seq}`).toMatchObject({
      ok: false,
      firstBroken: seq,
      detail: reason('ENTRY_MISSING', { entry: seq }),
    })
    expect(alert).toBe('log-broken')
  }
})

it('finds any inserted row, there or at the row that it pushed away [R45]', async () => {
  const { db, store, after } = await sealedLog()
  for (const seq of numbers(1, ENTRIES)) {
    const careless = await after('insert', () => insert(db, store, seq, false))
    expect(careless.report, `${seq}`).toMatchObject({ ok: false, firstBroken: seq })
    const careful = await after('insert, chained', () => insert(db, store, seq, true))
    // In the place of a signed entry it is the checkpoint that speaks, for all entries since the one before.
    const located = seq === CHECKPOINT ? 1 : seq === ENTRIES ? CHECKPOINT + 1 : seq + 1
    expect(careful.report, `${seq}`).toMatchObject({ ok: false, firstBroken: located })
  }
  const { report } = await after('insert', () => db.run('UPDATE audit SET seq = -3 WHERE seq = 9'))
  expect(report).toMatchObject({ firstBroken: -3, detail: reason('ENTRY_PUT_IN', { entry: -3 }) })
})

it('finds any two entries that changed places, at the first of them [R45]', async () => {
  const { db, after } = await sealedLog()
  for (const seq of numbers(1, ENTRIES - 1)) {
    const other = seq + 1 + ((seq * 7919) % (ENTRIES - seq))
    const { report } = await after('swap', () => swap(db, seq, other))
    expect(report, `${seq} and ${other}`).toMatchObject({ ok: false, firstBroken: seq })
  }
})

it('finds any cut of the end, by what the keychain remembers, and of a checkpoint also while locked [R45]', async () => {
  const { db, after } = await sealedLog()
  for (const keep of numbers(0, ENTRIES - 1)) {
    const { report, alert } = await after('cut', () => cut(db, keep))
    const detail = reason('LOG_END_MISSING', { entries: keep, known: ENTRIES })
    expect(report).toMatchObject({ ok: false, firstBroken: null, anchored: false, detail })
    expect(alert).toBe('log-cut')
    const careless = await after('cut, locked', () => db.run('DELETE FROM audit WHERE seq > ?', keep), false)
    expect(careless.report).toMatchObject({ ok: false, anchored: null, detail })
  }
})

it('finds a log that was computed anew from any entry on, between the checkpoints around it [R45]', async () => {
  const { db, store, after } = await sealedLog()
  for (const seq of numbers(1, ENTRIES)) {
    const { report } = await after('rewrite', () => rewrite(db, store, seq))
    const from = seq <= CHECKPOINT ? 1 : CHECKPOINT + 1
    expect(report, `${seq}`).toMatchObject({ ok: false, firstBroken: from, anchored: false })
    const bare = await after('rewrite, checkpoints removed', () => {
      rewrite(db, store, seq)
      db.run('DELETE FROM audit_checkpoints')
    })
    const detail = reason('LOG_NOT_ANCHORED')
    expect(bare.report, `${seq}`).toMatchObject({ ok: false, anchored: false, detail })
  }
})

it('takes no checkpoint that is not signed by this vault, or was changed in any sign [R45]', async () => {
  const { db, store, after } = await sealedLog()
  const [first, second] = store.checkpoints()
  const note = first?.note ?? ''
  const broken = (at: number) => ({ ok: false, detail: reason('CHECKPOINT_NOT_SIGNED', { entry: at }) })
  const put = (text: string) => db.run('UPDATE audit_checkpoints SET note = ? WHERE seq = ?', text, CHECKPOINT)
  for (const at of numbers(0, note.length - 1)) {
    const other = note[at] === 'A' ? 'B' : 'A'
    const { report } = await after(
      'checkpoint',
      () => put(`${note.slice(0, at)}${other}${note.slice(at + 1)}`),
      at % 2 === 0,
    )
    expect(report, `${at}`).toMatchObject(broken(CHECKPOINT))
  }
  for (const text of [`${note}\n`, `${note}— another key\n`, note.slice(0, -1), '', second?.note ?? '']) {
    expect((await after('checkpoint', () => put(text))).report).toMatchObject(broken(CHECKPOINT))
  }
  const rename = () => db.run('UPDATE audit_checkpoints SET signer = ? WHERE seq = ?', new Uint8Array(32), CHECKPOINT)
  expect((await after('checkpoint', rename)).report).toMatchObject(broken(CHECKPOINT))
  const stranger = await sealedLog()
  const theirs = stranger.store.checkpoints()[0]
  const replace = () =>
    db.run(
      'UPDATE audit_checkpoints SET signer = ?, note = ? WHERE seq = ?',
      theirs?.signer ?? '',
      theirs?.note ?? '',
      CHECKPOINT,
    )
  expect((await after('checkpoint', replace)).report).toMatchObject(broken(CHECKPOINT))
  expect((await after('checkpoint', replace, false)).report).toMatchObject(broken(CHECKPOINT))
})
