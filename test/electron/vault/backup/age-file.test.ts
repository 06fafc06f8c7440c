// The encrypted file itself: wrong keys, other files, cut short, with flipped bits, of absurd size; and what is left on the
// disk when one is written or read in vain.

import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBackupFile } from '../../../../electron/vault/backup/backup-file.ts'
import { codeOf } from '../../../support/code-of.ts'
import { type Kit, makeKit, newIdentity, PASSPHRASE } from './backup-kit.ts'

const INTRO = 'age-encryption.org/v1\n'

let kit: Kit
let locked: Buffer
let sealed: Buffer

beforeAll(async () => {
  kit = makeKit(70_000, mkdtempSync(path.join(tmpdir(), 'prelist-age-')))
  locked = readFileSync(await kit.write('locked.age', { passphrase: PASSPHRASE }))
  sealed = readFileSync(await kit.write('sealed.age', { recipient: kit.recipient }))
})

afterAll(() => rmSync(kit.folder, { recursive: true, force: true }))

let count = 0
async function tryOpen(bytes: Uint8Array, lock: Parameters<Kit['read']>[1] = { passphrase: PASSPHRASE }) {
  const file = path.join(kit.folder, `try-${count++}.age`)
  const snapshot = `${file}.sqlite`
  writeFileSync(file, bytes)
  const code = await codeOf(kit.read(file, { ...lock, snapshot }))
  // Only a backup that is whole leaves anything behind.
  expect(existsSync(snapshot)).toBe(code === 'ok')
  return code
}

test('only the right passphrase or identity opens a backup', async () => {
  const identity = kit.identity
  expect(await tryOpen(locked)).toBe('ok')
  expect(await tryOpen(sealed, { identity })).toBe('ok')
  expect(await tryOpen(locked, { passphrase: `${PASSPHRASE} ` })).toBe('WRONG_PASSPHRASE')
  expect(await tryOpen(sealed, { identity: newIdentity().identity })).toBe('WRONG_PASSPHRASE')
  expect(await tryOpen(locked, { identity })).toBe('PASSPHRASE_NEEDED')
  expect(await tryOpen(sealed, { passphrase: PASSPHRASE })).toBe('PASSPHRASE_NEEDED')
  expect(await tryOpen(locked, {})).toBe('PASSPHRASE_NEEDED')
  expect(await tryOpen(sealed, { identity: 'AGE-SECRET-KEY-1NO' })).toBe('BAD_INPUT')
  expect(await tryOpen(sealed, { identity: kit.recipient })).toBe('BAD_INPUT')
})

test('a file that is cut short or goes on is refused, whatever its length [R28]', async () => {
  const lengths = [
    ...Array.from({ length: 250 }, (_, at) => at),
    ...Array.from({ length: 20 }, (_, at) => locked.length - 1 - at),
    65_536 + 16 + 180,
    Math.floor(locked.length / 2),
  ]
  for (const length of lengths) {
    expect([length, await tryOpen(locked.subarray(0, length))]).toEqual([length, 'BACKUP_INVALID'])
  }
  for (const more of [Buffer.of(0), Buffer.alloc(16), locked]) {
    expect(await tryOpen(Buffer.concat([locked, more]))).toBe('BACKUP_INVALID')
  }
  process.stdout.write(`lengths of a backup that were refused: ${lengths.length + 3}\n`)
})

test('a flipped bit anywhere in the file is refused [R27]', async () => {
  // All of the head, and beyond it a bit of every 397th byte; each chunk of the body is under one tag.
  const head = locked.indexOf('\n--- ') + 50
  let flips = 0
  for (let at = 0; at < locked.length; at += at < head ? 1 : 397) {
    const spoilt = Buffer.from(locked)
    spoilt.writeUInt8(spoilt.readUInt8(at) ^ (1 << (at % 8)), at)
    const code = await tryOpen(spoilt)
    expect(['BACKUP_INVALID', 'WRONG_PASSPHRASE', 'PASSPHRASE_NEEDED'], `bit ${at % 8} of byte ${at}`).toContain(code)
    flips += 1
  }
  process.stdout.write(`flips in a backup file that were refused: ${flips}\n`)
})

test.each<[string, string]>([
  ['an empty file', ''],
  ['a text', 'Hello, world.\n'.repeat(1000)],
  ['a database', 'SQLite format 3\0'],
  ['the name of the format alone', INTRO],
  ['a head without an end', `${INTRO}-> X25519 ${'A'.repeat(300_000)}`],
  ['a head of many thousand locks', `${INTRO}${'-> X25519 abc\nabc\n'.repeat(20_000)}--- abc\n`],
  ['armor', '-----BEGIN AGE ENCRYPTED FILE-----\nabc\n-----END AGE ENCRYPTED FILE-----\n'],
])('%s is no backup', async (_name, text) => {
  expect(await tryOpen(Buffer.from(text, 'latin1'))).toBe('BACKUP_INVALID')
})

test('a passphrase that costs a gigabyte is not tried', async () => {
  // With the right passphrase, so that nothing but its cost speaks against the file.
  for (const cost of ['19', '20', '30', '64', '010', '1e1']) {
    const dear = Buffer.from(locked.toString('latin1').replace(/^(-> scrypt \S+) 10$/m, `$1 ${cost}`), 'latin1')
    expect([cost, await tryOpen(dear)]).toEqual([cost, 'BACKUP_INVALID'])
  }
})

test('a file of absurd size without a head is refused after its first bytes', async () => {
  const file = path.join(kit.folder, 'huge.age')
  writeFileSync(file, INTRO)
  truncateSync(file, 2 ** 40)
  expect(await codeOf(kit.read(file, { passphrase: PASSPHRASE }))).toBe('BACKUP_INVALID')
})

test('what is no file is refused at once', async () => {
  mkdirSync(path.join(kit.folder, 'folder.age'))
  execFileSync('mkfifo', [path.join(kit.folder, 'pipe.age')])
  symlinkSync(path.join(kit.folder, 'nowhere'), path.join(kit.folder, 'link.age'))
  for (const file of ['folder.age', 'pipe.age', 'link.age', 'missing.age', '/dev/zero']) {
    expect(await codeOf(kit.read(path.resolve(kit.folder, file)))).toBe('FILE_NOT_USABLE')
  }
})

const names = () => readdirSync(kit.folder).sort()

test('a backup is for its owner alone, and lies over nothing [R19]', async () => {
  const file = await kit.write('mode.age', { recipient: kit.recipient })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  symlinkSync('/nowhere/at/all', path.join(kit.folder, 'link-out.age'))
  symlinkSync('/nowhere/at/all', path.join(kit.folder, 'half.age.part'))
  for (const taken of ['mode.age', 'link-out.age', 'half.age']) {
    expect([taken, await codeOf(kit.write(taken, { recipient: kit.recipient }))]).toEqual([taken, 'FILE_EXISTS'])
  }
  expect(await codeOf(kit.write('no/folder.age', { recipient: kit.recipient }))).toBe('FILE_NOT_USABLE')
  expect(names().filter((name) => name.endsWith('.part'))).toEqual(['half.age.part'])
})

test('a recipient that Prelist cannot read back is refused', async () => {
  for (const recipient of [
    'age1no',
    'ssh-ed25519 AAAA',
    'age1tag1qwe0kafsjrar4txm6heqnhpfuggzr0gvznz7fvygxrlq90u5mq2pysxtw6h',
    '',
  ]) {
    expect(await codeOf(kit.write('never.age', { recipient }))).toBe('BAD_INPUT')
  }
  expect(existsSync(path.join(kit.folder, 'never.age'))).toBe(false)
})

test('what fails while it is written leaves nothing behind', async () => {
  const snapshot = path.join(kit.folder, 'gone.sqlite')
  const facts = {}
  const input = { snapshot, path: path.join(kit.folder, 'gone.age'), recipient: kit.recipient, passphrase: null, facts }
  expect(await codeOf(writeBackupFile(input, kit.vault))).toBe('FILE_NOT_USABLE')
  writeFileSync(snapshot, 'profile')
  const refusing = { ...kit.vault, sign: () => Promise.reject(new Error('locked meanwhile')) }
  expect(await codeOf(writeBackupFile(input, refusing))).toBe('FILE_NOT_USABLE')
  expect(names().filter((name) => name.startsWith('gone.age'))).toEqual([])
})
