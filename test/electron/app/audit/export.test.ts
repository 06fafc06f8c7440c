// The exported log and the stand-alone verifier: what one writes the other finds whole, and what was changed, broken.

import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { fill, makeKeyService, openAudit, runVerifier } from './audit-kit.ts'
import { COLUMNS, cut, edit, insert, remove, rewrite, swap } from './tampering.ts'

function folder(): string {
  const made = makeProfile()
  mkdirSync(made)
  return made
}

async function sealedLog(entries: number) {
  const stage = openAudit()
  const keyService = makeKeyService()
  await stage.log.onUnlocked(keyService.opened(), keyService)
  fill(stage, 256)
  await stage.log.idle()
  fill(stage, entries - 256)
  await stage.log.idle()
  const key = Buffer.from(keyService.opened().signerKey).toString('hex')
  return { ...stage, keyService, key }
}

const failure = (code: string) => expect.objectContaining({ code })

it('exports the log signed to its end, for its owner alone, and the verifier finds it whole [R45]', async () => {
  const { log, key } = await sealedLog(300)
  const file = path.join(folder(), 'audit.ndjson')
  expect(await log.export({ path: file })).toEqual({ path: file, entries: 300 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.dirname(file))).toEqual(['audit.ndjson'])
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toEqual({ type: 'header', format: 'prelist-audit/1', publicKey: key, entries: 300 })
  expect(lines.map(({ type }) => type)).toEqual(['header', ...Array(300).fill('entry'), 'checkpoint', 'checkpoint'])
  const whole = '300 entries are whole; 2 checkpoints, the last at entry 300, are signed by'
  expect(await runVerifier(file)).toEqual({ code: 0, said: `${whole} the key that the file names` })
  expect(await runVerifier(file, '--key', key)).toEqual({ code: 0, said: `${whole} the given key` })
  const stranger = makeKeyService().opened().signerKey
  expect(await runVerifier(file, '--key', Buffer.from(stranger).toString('hex'))).toMatchObject({
    code: 1,
    said: 'checkpoint at entry 256: it is not signed by this key',
  })
  expect((await log.list({ limit: 1 }))[0]).toMatchObject({ seq: 301, event: 'log-exported', detail: { entries: 300 } })
})

it('exports while locked, and a log that was never signed', async () => {
  const { log } = await sealedLog(300)
  await log.beforeLock()
  const file = path.join(folder(), 'locked.ndjson')
  await log.export({ path: file })
  expect((await runVerifier(file)).said).toContain('300 entries are whole; 2 checkpoints')
  const unsigned = openAudit()
  fill(unsigned, 3)
  const other = path.join(path.dirname(file), 'unsigned.ndjson')
  await unsigned.log.export({ path: other })
  expect(JSON.parse(readFileSync(other, 'utf8').split('\n')[0] ?? '')).toMatchObject({ publicKey: null })
  expect(await runVerifier(other)).toMatchObject({
    code: 0,
    said: expect.stringContaining('3 entries are whole; 0 checkpoints'),
  })
})

it('the verifier says of every kind of tampering where it begins [R45]', { timeout: 60_000 }, async () => {
  const { log, db, store } = await sealedLog(300)
  await log.beforeLock()
  const seed = announcedSeed('tampered exports')
  const at = (salt: number) => 2 + ((seed + salt * 37) % 250)
  const rows = store.after(0, 300)
  const cases: [what: string, tamper: () => void, said: RegExp][] = COLUMNS.map((column, salt) => {
    const row = rows[at(salt) - 1] ?? rows[9]
    if (row === undefined) throw new RangeError('no such row')
    // Spaces in the stored detail are gone in the export; what the entry says is then unchanged.
    const tamper = () => edit(db, row, column, column === 'detail' ? 0 : seed)
    return [`edit of ${column}`, tamper, new RegExp(`^entry ${row.seq}: `)]
  })
  const end = /^the end is missing|the log ends before/
  cases.push(
    ['deletion', () => remove(db, at(1)), new RegExp(`^entry ${at(1)}: entry ${at(1) + 1} stands in its place`)],
    ['insertion', () => insert(db, store, at(2), false), new RegExp(`^entry ${at(2)}: `)],
    ['insertion, chained', () => insert(db, store, at(3), true), new RegExp(`^entry ${at(3) + 1}: `)],
    ['swap', () => swap(db, at(4), 290), new RegExp(`^entry ${at(4)}: `)],
    ['cut', () => db.run('DELETE FROM audit WHERE seq > ?', at(5)), end],
    ['rewriting', () => rewrite(db, store, at(6)), /^checkpoint at entry 256: entries 1 to 256 are not those/],
    ['late rewriting', () => rewrite(db, store, 270), /^checkpoint at entry 300: entries 257 to 300 are not those/],
  )
  const place = folder()
  for (const [number, [what, tamper, said]] of cases.entries()) {
    const file = path.join(place, `${number}.ndjson`)
    db.run('BEGIN IMMEDIATE')
    tamper()
    await log.export({ path: file })
    db.run('ROLLBACK')
    const verdict = await runVerifier(file)
    expect(verdict.said, what).toMatch(said)
    expect(verdict.code, what).toBe(1)
  }
  console.log(`tampered exports found and located by the verifier: ${cases.length}`)
})

it('the verifier finds lines that were changed in the file, and says when it cannot read one', async () => {
  const { log, db } = await sealedLog(300)
  const place = folder()
  const file = path.join(place, 'a.ndjson')
  await log.export({ path: file })
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const spoilt = async (change: (copy: string[]) => void) => {
    const copy = [...lines]
    change(copy)
    const other = path.join(place, 'b.ndjson')
    writeFileSync(other, `${copy.join('\n')}\n`)
    return runVerifier(other)
  }
  const broken = (said: RegExp) => ({ code: 1, said: expect.stringMatching(said) })
  expect(await spoilt((copy) => copy.splice(7, 1))).toEqual(broken(/^entry 7: /))
  expect(await spoilt((copy) => copy.splice(290, 11))).toEqual(
    broken(/^checkpoint at entry 300: the log ends before, at entry 289/),
  )
  expect(await spoilt((copy) => copy.splice(290))).toEqual(broken(/^the end is missing: 289 of 300/))
  expect(await spoilt((copy) => copy.splice(0, 1))).toEqual(broken(/no key to check it with|the end is missing/))
  expect(await spoilt((copy) => copy.splice(5, 0, '{"type":"else"}'))).toEqual(
    broken(/^after entry 4: a line that is no part/),
  )
  expect(await spoilt((copy) => copy.splice(5, 0, 'x'))).toEqual(broken(/^after entry 4: a line that is no JSON/))
  const later = lines[4]?.replace('"at":"2026', '"at":"2027') ?? ''
  expect(await spoilt((copy) => copy.splice(4, 1, later))).toEqual(broken(/^entry 4: /))
  expect(await runVerifier(path.join(place, 'none.ndjson'))).toMatchObject({ code: 2 })
  expect(await runVerifier()).toMatchObject({ code: 2, said: expect.stringContaining('usage') })
  cut(db, 0)
})

it('writes to no place but a new file of the right name', async () => {
  const { log } = openAudit()
  const place = folder()
  const taken = path.join(place, 'taken.ndjson')
  writeFileSync(taken, 'mine')
  symlinkSync(path.join(place, 'elsewhere'), path.join(place, 'link.ndjson'))
  await expect(log.export({ path: taken })).rejects.toThrow(failure('FILE_EXISTS'))
  await expect(log.export({ path: path.join(place, 'link.ndjson') })).rejects.toThrow(failure('FILE_EXISTS'))
  for (const wrong of [
    'audit.ndjson',
    './audit.ndjson',
    path.join(place, 'audit.txt'),
    path.join(place, 'no', 'audit.ndjson'),
  ]) {
    await expect(log.export({ path: wrong }), wrong).rejects.toThrow(failure('FILE_NOT_USABLE'))
  }
  expect(readFileSync(taken, 'utf8')).toBe('mine')
  expect(readdirSync(place).sort()).toEqual(['link.ndjson', 'taken.ndjson'])
  expect(await log.list({ search: 'log-exported' })).toEqual([])
})

it('leaves no part of a file behind when the log cannot be read to its end', async () => {
  const { log, store, ...stage } = openAudit()
  fill({ log, ...stage }, 1500)
  const { after } = store
  store.after = (seq, limit) => {
    if (seq > 0) throw new Error('the disk is gone')
    return after(seq, limit)
  }
  const place = folder()
  await expect(log.export({ path: path.join(place, 'audit.ndjson') })).rejects.toThrow(failure('FILE_NOT_USABLE'))
  expect(readdirSync(place)).toEqual([])
})
