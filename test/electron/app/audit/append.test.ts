// What may be part of an entry, and that an entry shares the fate of the transaction that it is part of.

import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLogger } from '../../../../electron/adapters/logger.ts'
import { AUDIT_EVENTS, AUDIT_KINDS } from '../../../../shared/audit.ts'
import { AppError } from '../../../../shared/result.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { fill, makeKeyService, openAudit } from './audit-kit.ts'

it('appends by itself, and with a transaction of its caller or not at all', async () => {
  const { db, log } = openAudit()
  log.append({ kind: 'app', event: 'app-opened' })
  const failing = () =>
    db.transaction(() => {
      log.append({ kind: 'rule', event: 'rules-saved' })
      log.append({ kind: 'rule', event: 'rules-saved' })
      throw new Error('broken off')
    })
  expect(failing).toThrow('broken off')
  db.transaction(() => log.append({ kind: 'backup', event: 'backup-written', subject: 'a', detail: { bytes: 7 } }))
  expect(await log.list({})).toEqual([
    {
      seq: 2,
      at: '2026-11-23T12:00:00.000Z',
      kind: 'backup',
      event: 'backup-written',
      subject: 'a',
      detail: { bytes: 7 },
    },
    { seq: 1, at: '2026-11-23T12:00:00.000Z', kind: 'app', event: 'app-opened', subject: null, detail: {} },
  ])
  expect(await log.verify()).toMatchObject({ ok: true, entries: 2 })
})

it('tells of its entries once they can be read, many at once', async () => {
  const { db, log, news, clock } = openAudit()
  db.transaction(() => {
    fill({ log, clock }, 10)
    expect(news.count).toBe(0)
  })
  await Promise.resolve()
  expect(news.count).toBe(1)
  log.append({ kind: 'app', event: 'app-opened' })
  await Promise.resolve()
  expect(news.count).toBe(2)
})

it('takes named facts only, and writes nothing of what it refuses', () => {
  const { log, store } = openAudit()
  const wrong: unknown[] = [
    { a: undefined },
    { a: {} },
    { a: ['x'] },
    { a: Number.NaN },
    { a: Number.POSITIVE_INFINITY },
    { a: 7n },
    { a: () => 7 },
    { A: 1 },
    { 'a-b': 1 },
    { '': 1 },
    { _a: 1 },
    { ä: 1 },
    { [`a${'b'.repeat(32)}`]: 1 },
    JSON.parse('{"__proto__":1}'),
    Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`a${at}`, at])),
  ]
  for (const detail of wrong) {
    const append = () => log.append({ kind: 'order', event: 'order-changed', detail: detail as Record<string, string> })
    expect(append, JSON.stringify(Object.keys(Object(detail)))).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  }
  expect(store.last()).toBeNull()
})

it('cuts a long text instead of refusing it, and keeps it well formed', async () => {
  const { log } = openAudit()
  const long = `${'x '.repeat(98)}xx\u{1f600}yyyy`
  log.append({ kind: 'rule', event: 'rule-overridden', subject: long, detail: { reason: long, broken: 'a\ud800b' } })
  const [entry] = await log.list({})
  expect(entry?.detail).toEqual({ reason: `${'x '.repeat(98)}xx\ufffd…`, broken: 'a\ufffdb' })
  expect(entry?.subject?.length).toBeLessThanOrEqual(200)
  expect(await log.verify()).toMatchObject({ ok: true })
})

it('chains whatever it takes, so that the log is whole [R45]', { timeout: 30_000 }, async () => {
  const { log, store } = openAudit()
  const fact = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  const detail = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,31}$/), fact, { maxKeys: 16 })
  fc.assert(
    fc.property(detail, fc.option(fc.string({ unit: 'binary', maxLength: 300 })), (facts, subject) => {
      log.append({ kind: 'order', event: 'order-changed', subject, detail: facts })
    }),
    { numRuns: 1000, seed: announcedSeed('audit entries') },
  )
  expect(await log.verify()).toMatchObject({ ok: true, entries: store.last()?.seq ?? 0, firstBroken: null })
})

it('keeps no secret that is handed to the audit log or to the logger by mistake [R18]', async () => {
  const { log, store } = openAudit()
  const keyService = makeKeyService()
  await log.onUnlocked(keyService.opened(), keyService)
  const secrets = Array.from({ length: 50 }, () => randomBytes(32))
  const forms = secrets.flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ])
  const written: string[] = []
  const logger = createLogger(
    { write: (line) => void written.push(line) },
    { now: () => 0, monotonic: () => 0, sleep: async () => {} },
  )
  for (const [at, secret] of forms.entries()) {
    const around = [`${'x '.repeat(at)}${secret}`, `key=${secret}&y=1`, `{"s":"${secret}"}`][at % 3] ?? secret
    log.append({ kind: 'secret', event: 'key-used', subject: around, detail: { said: around, account: randomUUID() } })
    log.append({
      kind: 'key',
      event: 'key-checked',
      subject: 'a',
      detail: { apiKey: 'short-one', passphrase: 'hunter2' },
    })
    logger.warn('failed', {
      said: around,
      passphrase: 'hunter2',
      error: new AppError('INTERNAL', around, { cause: new Error(around) }),
    })
  }
  const all = [...store.after(0, 1000).map((row) => JSON.stringify(row)), ...written]
  expect(all).toHaveLength(forms.length * 3)
  const isHeld = (text: string) => [...forms, 'hunter2', 'short-one'].some((secret) => text.includes(secret))
  expect(all.filter(isHeld)).toEqual([])
  // The control: the same search finds what is not hidden.
  expect([JSON.stringify({ said: forms[7] })].filter(isHeld)).toHaveLength(1)
  console.log(`canaries through audit log and logger: ${forms.length} forms, ${all.length} lines`)
})

it('lists newest first, by kind, subject and text, page by page', async () => {
  const { log, clock } = openAudit()
  fill({ log, clock }, 30)
  log.append({
    kind: 'key',
    event: 'key-checked',
    subject: 'account-x',
    detail: { purpose: 'check', note: '100%_a\\b' },
  })
  expect((await log.list({})).map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, at) => 31 - at))
  expect((await log.list({ limit: 3, before: 11 })).map(({ seq }) => seq)).toEqual([10, 9, 8])
  expect((await log.list({ kind: 'key', subject: 'account-x' })).map(({ seq }) => seq)).toEqual([31])
  expect(await log.list({ subject: 'account' })).toEqual([])
  expect((await log.list({ search: 'ACCOUNT-X' })).map(({ seq }) => seq)).toEqual([31])
  expect((await log.list({ search: 'move/usdt' })).every(({ detail }) => detail['market'] === 'MOVE/USDT')).toBe(true)
  for (const sign of ['%', '_', '\\'])
    expect(
      (await log.list({ search: sign })).map(({ seq }) => seq),
      sign,
    ).toEqual([31])
  expect(await log.list({ search: "' OR 1=1 --" })).toEqual([])
  expect(await log.list({ kind: 'order', search: 'account-2', limit: 2 })).toHaveLength(2)
})

it('shows an entry that somebody spoilt without its facts', async () => {
  const { db, log } = openAudit()
  fill({ log, clock: openAudit().clock }, 2)
  const [before] = await log.list({ limit: 1 })
  for (const spoilt of ['{', '7', 'null', '[1]', '{"a":{}}']) {
    db.run('UPDATE audit SET detail = ? WHERE seq = 2', spoilt)
    expect((await log.list({ limit: 1 }))[0]).toEqual({ ...before, detail: {} })
  }
})

it('has words for every kind, each once', () => {
  const words = AUDIT_KINDS.flatMap((kind) => AUDIT_EVENTS[kind])
  expect(Object.keys(AUDIT_EVENTS)).toEqual([...AUDIT_KINDS])
  expect(new Set(words).size).toBe(words.length)
  expect(words.every((word) => /^[a-z]+(-[a-z]+)*$/.test(word))).toBe(true)
})
