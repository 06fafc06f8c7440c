// What a backup or a restore refuses at the door, and that a refusal changes nothing but the log of refusals.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Result } from '../../../../shared/result.ts'
import { keptState, toldState } from '../../../support/profile/state-dump.ts'
import { PASSPHRASE } from '../../vault/backup/backup-kit.ts'
import { type Machine, makePlace, note, noteOf, startBare, startMachine } from './backup-desk.ts'

/** All rows but the log's, and the names of all files. */
async function stateOf(machine: Machine): Promise<unknown> {
  const told = await toldState(machine.backend)
  await machine.backend.close()
  const { rows } = keptState(machine.dataDir) as { rows: Record<string, unknown> }
  const { audit: _, audit_checkpoints: __, ...kept } = rows
  await machine.restart()
  const files = readdirSync(machine.dataDir).filter((name) => !name.startsWith('prelist.sqlite-'))
  return { told, kept, files, items: [...machine.keychain.items.keys()] }
}

test('a profile without a vault, or with a locked one, makes no backup, and says what to do', async () => {
  const place = makePlace()
  const bare = await startBare()
  expect(await bare.code('backup.export', { path: place.next(), recipient: place.recipient })).toBe('NO_VAULT')
  const a = await startMachine()
  await a.ok('vault.lock')
  expect(await a.code('backup.export', { path: place.next(), recipient: place.recipient })).toBe('VAULT_LOCKED')
  expect(readdirSync(place.folder)).toEqual([])
})

test('a backup goes to a new file that ends in .age, outside of the profile [R19]', async () => {
  const { folder, recipient } = makePlace()
  const a = await startMachine()
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('taken.age'), 'mine')
  symlinkSync(at('nowhere'), at('link.age'))
  symlinkSync(a.dataDir, at('inside'))
  mkdirSync(at('folder.age'))
  writeFileSync(at('cut.age.part'), 'mine')
  for (const [file, code] of [
    ['relative.age', 'FILE_NOT_USABLE'],
    [at('no-ending'), 'FILE_NOT_USABLE'],
    [at('no/such/folder.age'), 'FILE_NOT_USABLE'],
    [path.join(a.dataDir, 'inside.age'), 'FILE_NOT_USABLE'],
    [path.join(a.dataDir, '..', path.basename(a.dataDir), 'inside.age'), 'FILE_NOT_USABLE'],
    [path.join(at('inside'), 'through-a-link.age'), 'FILE_NOT_USABLE'],
    [at('taken.age'), 'FILE_EXISTS'],
    [at('link.age'), 'FILE_EXISTS'],
    [at('folder.age'), 'FILE_EXISTS'],
    [at('cut.age'), 'FILE_EXISTS'],
  ] as const) {
    expect([file, await a.code('backup.export', { path: file, recipient })]).toEqual([file, code])
  }
  expect(readFileSync(at('taken.age'), 'utf8')).toBe('mine')
  expect(readdirSync(folder).sort()).toEqual(['cut.age.part', 'folder.age', 'inside', 'link.age', 'taken.age'])
})

test('a backup has one lock, and never none', async () => {
  const place = makePlace()
  const a = await startMachine()
  const file = place.next()
  expect(await a.code('backup.export', { path: file })).toBe('PASSPHRASE_NEEDED')
  const both = { path: file, recipient: place.recipient, passphrase: PASSPHRASE }
  expect(await a.code('backup.export', both)).toBe('BAD_INPUT')
  // Refused before the vault's key was thought of.
  expect(await a.ok('audit.list', { search: 'backup-begun' })).toEqual([])
  expect(await a.code('backup.export', { path: file, recipient: 'age1no' })).toBe('BAD_INPUT')
  expect(existsSync(file)).toBe(false)
})

test.each([true, false])('a restore that is refused changes nothing [R47] (vault open: %s)', async (isOpen) => {
  const place = makePlace()
  const other = makePlace()
  const a = await startMachine()
  await note(a, 'here')
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const garbage = place.next()
  writeFileSync(garbage, randomBytes(50_000))
  const cut = place.next()
  writeFileSync(cut, readFileSync(file).subarray(0, 40_000))
  const before = await stateOf(a)
  if (isOpen) await a.ok('vault.unlock')
  for (const [input, code] of [
    [{ path: file, identity: other.identity }, 'WRONG_PASSPHRASE'],
    [{ path: file, passphrase: PASSPHRASE }, 'PASSPHRASE_NEEDED'],
    [{ path: file }, 'PASSPHRASE_NEEDED'],
    [{ path: garbage, identity: place.identity }, 'BACKUP_INVALID'],
    [{ path: cut, identity: place.identity }, 'BACKUP_INVALID'],
    [{ path: path.join(place.folder, 'none.age'), identity: place.identity }, 'FILE_NOT_USABLE'],
    [{ path: 'relative.age', identity: place.identity }, 'FILE_NOT_USABLE'],
  ] as const) {
    expect([input, await a.code('backup.import', input)]).toEqual([input, code])
    expect((await a.ok('vault.status')).state).toBe(isOpen ? 'unlocked' : 'locked')
  }
  expect(await a.ok('audit.list', { search: 'restore-failed' })).toHaveLength(7)
  expect(await a.ok('audit.verify')).toMatchObject({ ok: true })
  expect(await stateOf(a)).toEqual(before)
  expect(await a.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
})

test('a restore that fails at its last step leaves no key in the keychain, and the vault as it was [R20] [R47]', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startMachine()
  await note(b, 'B')
  const items = new Map(b.keychain.items)
  // In the place of the folder that the way back would go to.
  writeFileSync(path.join(b.dataDir, 'kept-aside'), '')
  expect(await b.code('backup.import', { path: file, identity: place.identity, acceptAnotherVault: true })).toBe(
    'STORAGE_FAILED',
  )
  expect([...b.keychain.items.keys()]).toEqual([...items.keys()])
  expect([await noteOf(b), (await b.ok('vault.status')).state]).toEqual(['B', 'unlocked'])
  await b.restart()
  expect(await b.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
  expect(await b.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
})

test('a vault that stays open after a refused restore still signs its log', async () => {
  const place = makePlace()
  const a = await startMachine()
  const garbage = place.next()
  writeFileSync(garbage, randomBytes(50_000))
  expect(await a.code('backup.import', { path: garbage, identity: place.identity })).toBe('BACKUP_INVALID')
  // The log knows that the vault is open: the use of a secret is no alarm.
  const key = { venue: 'binance', environment: 'live', label: 'Main', apiKey: 'k', apiSecret: 's' }
  await a.ok('accounts.check', { accountId: (await a.ok('accounts.add', key)).accountId })
  expect(await a.ok('audit.list', { search: 'key-used' })).toHaveLength(2)
  expect(await a.ok('audit.list', { kind: 'alert' })).toEqual([])
  await a.restart()
  await a.ok('vault.unlock')
  expect(await a.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
})

test('the passphrase and the identity are in no answer, no log and no file [R18]', async () => {
  const place = makePlace()
  const a = await startMachine()
  const answers: unknown[] = []
  const call = async (operation: 'backup.export' | 'backup.import', input: object) =>
    answers.push(await a.backend.call(operation, input))
  const file = place.next()
  await call('backup.export', { path: file, recipient: place.recipient })
  await call('backup.import', { path: file, passphrase: PASSPHRASE })
  await call('backup.import', { path: file, identity: `${place.identity}Q` })
  await call('backup.import', { path: file, identity: place.identity })
  answers.push(await a.ok('audit.list', { limit: 1000 }))
  const said = JSON.stringify(answers)
  const files = readdirSync(a.dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const kept = files.map((one) => readFileSync(path.join(one.parentPath, one.name), 'latin1'))
  for (const secret of [PASSPHRASE, place.identity, place.identity.slice(20, 50)]) {
    expect([said, ...kept].filter((text) => text.includes(secret))).toEqual([])
  }
})

test('a window of the page names only files that its trader chose', async () => {
  const place = makePlace()
  const chosen: (string | null)[] = []
  const files = { save: async () => chosen[0] ?? null, open: async () => chosen[0] ?? null }
  const a = await startMachine([], { files })
  const page = async (operation: string, input: unknown): Promise<string> => {
    const result: Result<unknown> = await a.backend.dispatch({ window: 'main' }, operation, input)
    return result.ok ? 'ok' : result.error.code
  }
  const file = place.next()
  for (const [operation, input] of [
    ['backup.export', { path: file, recipient: place.recipient }],
    ['backup.import', { path: file, identity: place.identity }],
    ['audit.export', { path: path.join(place.folder, 'log.ndjson') }],
    ['vault.writeRecoveryKit', { path: path.join(place.folder, 'kit.txt') }],
  ] as const) {
    expect([operation, await page(operation, input)]).toEqual([operation, 'NOT_ALLOWED'])
  }
  expect(readdirSync(place.folder)).toEqual([])
  chosen[0] = file
  expect(await page('files.chooseSave', { purpose: 'backup' })).toBe('ok')
  expect(await page('backup.export', { path: `${file}.age`, recipient: place.recipient })).toBe('NOT_ALLOWED')
  expect(await page('backup.export', { path: file, recipient: place.recipient })).toBe('ok')
  expect(await page('files.chooseOpen', { purpose: 'backup' })).toBe('ok')
  expect(await page('backup.import', { path: file, passphrase: PASSPHRASE })).toBe('PASSPHRASE_NEEDED')
  expect(await page('backup.import', { path: file, identity: place.identity })).toBe('ok')
  expect(await page('backup.import', { path: file, identity: place.identity })).toBe('NOT_ALLOWED')
  for (const [purpose, operation, name] of [
    ['audit', 'audit.export', 'log.ndjson'],
    ['recovery-kit', 'vault.writeRecoveryKit', 'kit.txt'],
  ] as const) {
    chosen[0] = path.join(place.folder, name)
    await page('files.chooseSave', { purpose })
    expect([operation, await page(operation, { path: chosen[0] })]).toEqual([operation, 'ok'])
  }
})

test('two backups at once come one after the other, and neither harms a restore', async () => {
  const place = makePlace()
  const a = await startMachine()
  await note(a, 'first')
  const [one, two] = [place.next(), place.next()]
  await Promise.all([one, two].map((file) => a.ok('backup.export', { path: file, recipient: place.recipient })))
  await note(a, 'second')
  const three = place.next()
  await Promise.all([
    a.ok('backup.import', { path: one, identity: place.identity }),
    a.ok('backup.export', { path: three, recipient: place.recipient }),
    a.ok('backup.import', { path: two, identity: place.identity }),
  ])
  expect(await noteOf(a)).toBe('first')
  await a.ok('backup.import', { path: three, identity: place.identity })
  expect(await noteOf(a)).toBe('first')
  expect(await a.ok('audit.verify')).toMatchObject({ ok: true })
})

test('a backup leaves the machine under no passphrase that is tried in an afternoon', async () => {
  const place = makePlace()
  const a = await startMachine()
  for (const passphrase of ['x', '1234567', 'aaaaaaaaaaaaaaaa']) {
    const path = place.next()
    expect([passphrase, await a.code('backup.export', { path, passphrase })]).toEqual([passphrase, 'WEAK_PASSPHRASE'])
    expect(existsSync(path)).toBe(false)
  }
})

test('a passphrase opens its backup however its letters were put together', async () => {
  const place = makePlace()
  const path = place.next()
  const a = await startMachine()
  await note(a, 'mine')
  const [composed, decomposed] = ['NFC', 'NFD'].map((form) => 'café crème'.normalize(form))
  expect(composed).not.toBe(decomposed)
  await a.ok('backup.export', { path, passphrase: composed })
  const b = await startBare()
  await b.ok('backup.import', { path, passphrase: decomposed })
  expect(await noteOf(b)).toBe('mine')
})

test('a name that no disk takes is refused in words', async () => {
  const place = makePlace()
  const a = await startMachine()
  for (const name of [`${'n'.repeat(300)}.age`, `${'n'.repeat(249)}.age`]) {
    const path = `${place.folder}/${name}`
    expect(await a.code('backup.export', { path, recipient: place.recipient })).toBe('FILE_NOT_USABLE')
    expect(await a.code('backup.import', { path, identity: place.identity })).toBe('FILE_NOT_USABLE')
  }
})
