// Checkpoints while the vault is open, and what the keychain remembers: a log that was cut or exchanged is seen at the
// next unlock, told, and never forgotten again.

import { expect, it } from 'vitest'
import { reason } from '../../../../shared/reasons/reason.ts'
import { type AuditStage, fill, makeKeyService, openAudit, type TestKeyService } from './audit-kit.ts'

const seqs = ({ store }: Pick<AuditStage, 'store'>) => store.checkpoints().map(({ seq }) => seq)
const codes = ({ notices }: Pick<AuditStage, 'notices'>) => notices.list().map(({ code }) => code)
const lastAlert = ({ store }: Pick<AuditStage, 'store'>) => store.find({ kind: 'alert', limit: 1 })[0]

async function unlocked(): Promise<AuditStage & { keyService: TestKeyService }> {
  const stage = openAudit()
  const keyService = makeKeyService()
  await stage.log.onUnlocked(keyService.opened(), keyService)
  return { ...stage, keyService }
}

/** A day of use, locked and closed. */
async function closedLog(entries: number): Promise<AuditStage & { keyService: TestKeyService }> {
  const stage = await unlocked()
  fill(stage, entries)
  await stage.log.beforeLock()
  await stage.log.idle()
  return stage
}

it('signs at the opening, every 256 entries, and at the lock, and has each end remembered', async () => {
  const stage = openAudit()
  const keyService = makeKeyService()
  fill(stage, 10)
  expect(seqs(stage)).toEqual([])
  await stage.log.onUnlocked(keyService.opened(), keyService)
  expect(seqs(stage)).toEqual([10])
  expect(keyService.remembered?.auditSeq).toBe(10)
  for (const _ of Array(3)) {
    fill(stage, 256)
    await stage.log.idle()
  }
  expect(seqs(stage)).toEqual([10, 266, 522, 778])
  expect(keyService.remembered?.auditSeq).toBe(778)
  fill(stage, 5)
  await stage.log.beforeLock()
  expect(seqs(stage)).toEqual([10, 266, 522, 778, 783])
  expect(keyService.remembered?.auditSeq).toBe(783)
})

it('signs nothing while the vault is locked, and signs nothing twice', async () => {
  const stage = await closedLog(20)
  fill(stage, 600)
  await stage.log.idle()
  expect(seqs(stage)).toEqual([20])
  expect((await stage.log.verify()).anchored).toBeNull()
  await stage.log.onUnlocked(stage.keyService.opened(), stage.keyService)
  expect(seqs(stage)).toEqual([20, 620])
  stage.keyService.sign = () => Promise.reject(new Error('signed twice'))
  await stage.log.beforeLock()
  expect(seqs(stage)).toEqual([20, 620])
  expect(stage.lines).toEqual([])
})

it('goes on when the key service cannot sign, and catches up when it can', async () => {
  const stage = await unlocked()
  stage.keyService.failure = new Error('gone')
  fill(stage, 300)
  await stage.log.idle()
  expect(seqs(stage)).toEqual([])
  expect(stage.lines.filter(([event]) => event === 'checkpoint-failed').length).toBeGreaterThan(0)
  stage.keyService.failure = null
  fill(stage, 1)
  await stage.log.idle()
  expect(seqs(stage)).toEqual([301])
  stage.keyService.failure = new Error('gone')
  fill(stage, 1)
  await stage.log.beforeLock()
  expect(await stage.log.verify()).toMatchObject({ ok: true, entries: 302, anchored: null })
})

it('asks nothing of a keychain that is not there', async () => {
  const stage = openAudit()
  const keyService = makeKeyService()
  keyService.anchor = () => Promise.reject(new Error('no keychain'))
  await stage.log.onUnlocked({ ...keyService.opened(), anchor: null, keychain: 'unreachable' }, keyService)
  fill(stage, 3)
  await stage.log.beforeLock()
  expect(seqs(stage)).toEqual([3])
  expect(stage.lines).toEqual([])
})

it('says that the log fits when it does', async () => {
  const stage = await closedLog(20)
  const log = stage.reopen()
  fill(stage, 4)
  await log.onUnlocked(stage.keyService.opened(), stage.keyService)
  await log.idle()
  expect(await log.verify()).toMatchObject({ ok: true, entries: 24, anchored: true, firstBroken: null })
  expect(codes(stage)).toEqual([])
})

it('sees at the unlock that the end is missing, tells it, and keeps it told [R45]', async () => {
  const stage = await closedLog(40)
  stage.db.run('DELETE FROM audit WHERE seq > 30')
  stage.db.run('DELETE FROM audit_checkpoints')
  const log = stage.reopen()
  await log.onUnlocked(stage.keyService.opened(), stage.keyService)
  await log.idle()
  expect(lastAlert(stage)).toMatchObject({ seq: 31, event: 'log-cut', detail: '{"expected":40,"found":30}' })
  expect(codes(stage)).toEqual(['ALERT_LOG_CUT'])
  expect(await log.verify()).toMatchObject({ ok: false, anchored: false })
  fill({ log, clock: stage.clock }, 50)
  expect(await log.verify()).toMatchObject({ ok: false, anchored: false, firstBroken: null })
  await log.beforeLock()
  // The alert is part of what the keychain remembers now, so taking it back is seen again.
  expect(stage.keyService.remembered?.auditSeq).toBe(81)
  stage.db.run('DELETE FROM audit WHERE seq > 30')
  stage.db.run('DELETE FROM audit_checkpoints')
  const again = stage.reopen()
  await again.onUnlocked(stage.keyService.opened(), stage.keyService)
  expect(lastAlert(stage)).toMatchObject({ event: 'log-cut', detail: '{"expected":81,"found":30}' })
})

it('sees at the unlock that an older profile stands in place of this one, grown again or not [R45]', async () => {
  const stage = await closedLog(40)
  stage.db.run('DELETE FROM audit WHERE seq > 20')
  stage.db.run('DELETE FROM audit_checkpoints')
  fill(stage, 25)
  const log = stage.reopen()
  await log.onUnlocked(stage.keyService.opened(), stage.keyService)
  await log.idle()
  expect(lastAlert(stage)).toMatchObject({ event: 'log-cut', detail: '{"expected":40,"found":45}' })
  const detail = reason('LOG_NOT_ANCHORED')
  expect(await log.verify()).toMatchObject({ ok: false, anchored: false, detail })
})

it('finds a change from outside at the start, tells it once, and goes on', async () => {
  const stage = await closedLog(40)
  stage.db.run(`UPDATE audit SET subject = 'nobody' WHERE seq = 7`)
  const log = stage.reopen()
  log.verifySoon()
  await log.idle()
  expect(lastAlert(stage)).toMatchObject({ seq: 41, event: 'log-broken' })
  expect(JSON.parse(lastAlert(stage)?.detail ?? '')).toEqual({ entry: 7, found: 'ENTRY_ALTERED {"entry":7}' })
  expect(codes(stage)).toEqual(['ALERT_LOG_BROKEN'])
  expect(await log.verify()).toMatchObject({ ok: false, firstBroken: 7, entries: 41 })
  expect(lastAlert(stage)?.seq).toBe(41)
})

it('finds at the unlock that the checkpoints are by another key, which a locked vault cannot know', async () => {
  const stage = await closedLog(20)
  const stranger = openAudit()
  const other = makeKeyService()
  for (const row of stage.store.after(0, 20)) stranger.store.insert(row)
  await stranger.log.onUnlocked(other.opened(), other)
  stage.db.run('DELETE FROM audit_checkpoints')
  for (const row of stranger.store.checkpoints()) stage.store.saveCheckpoint(row)
  const log = stage.reopen()
  log.verifySoon()
  await log.idle()
  expect(codes(stage)).toEqual([])
  await log.onUnlocked(stage.keyService.opened(), stage.keyService)
  await log.idle()
  expect(codes(stage)).toEqual(['ALERT_LOG_BROKEN'])
})

it('is not misled by a log that was exchanged while it is walked', async () => {
  const stage = openAudit()
  fill(stage, 2500)
  const walk = stage.log.verify()
  stage.db.transaction(() => {
    stage.db.run('DELETE FROM audit')
    fill(stage, 30)
  })
  expect(await walk).toMatchObject({ ok: true, entries: 30 })
  expect(codes(stage)).toEqual([])
})
