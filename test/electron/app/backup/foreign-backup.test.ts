// A backup that somebody else made: nothing in it runs, reads a file or loosens a limit unasked, and another vault's
// signature is asked about before anything is replaced.

import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { KeyReference } from '../../../../shared/accounts.ts'
import { type Machine, makePlace, note, noteOf, startBare, startMachine } from './backup-desk.ts'

const PLACE = { venue: 'binance', environment: 'live', label: 'Foreign' } as const

/** A machine of somebody else's, whose one account has this reference. */
async function hostileMachine(reference: KeyReference): Promise<Machine> {
  const machine = await startMachine([], { confirmCommand: async () => true })
  await machine.ok('accounts.addReference', { ...PLACE, reference })
  return machine
}

/** Writes rows as somebody with a tool would, while the app is closed. */
async function rewrite(machine: Machine, sql: string): Promise<void> {
  await machine.backend.close()
  const raw = new DatabaseSync(path.join(machine.dataDir, 'prelist.sqlite'))
  raw.exec(sql)
  raw.close()
  await machine.restart()
  await machine.ok('vault.unlock')
}

const accountOf = async (machine: Machine) => {
  const account = (await machine.ok('accounts.list')).find(({ label }) => label === 'Foreign')
  if (account === undefined) throw new Error('the account did not come with the backup')
  return account
}

test('a command in a backup does not run until its trader confirms it on this computer', async () => {
  const place = makePlace()
  const ran = path.join(place.folder, 'it-ran')
  const command = `touch ${ran}`
  const a = await hostileMachine({ kind: 'command', apiKey: command, apiSecret: command })
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  // There it was confirmed, and run to ask the exchange about the key.
  rmSync(ran, { force: true })

  const asked: string[] = []
  const b = await startBare([], { confirmCommand: async (line) => asked.push(line) > 0 })
  await b.ok('backup.import', { path: file, identity: place.identity })
  const { accountId, key } = await accountOf(b)
  expect(key).toMatchObject({ source: 'command', isConfirmed: false })
  expect(await b.code('accounts.check', { accountId })).toBe('NOT_CONFIRMED')
  expect(await b.code('orders.draft', { accountId, coinId: 'movement', side: 'buy' })).not.toMatch(/^ok/)
  await b.restart({ confirmCommand: async () => false })
  await b.ok('vault.unlock')
  await b.ok('orders.reconcile')
  expect(await b.code('accounts.check', { accountId })).toBe('NOT_CONFIRMED')
  expect(await b.code('accounts.confirmReference', { accountId })).toBe('NOT_ALLOWED')
  expect(existsSync(ran)).toBe(false)

  await b.restart({ confirmCommand: async (line) => asked.push(line) > 0 })
  await b.ok('vault.unlock')
  expect((await b.ok('accounts.confirmReference', { accountId })).key).toMatchObject({ isConfirmed: true })
  // Both halves of the key come from the same command.
  expect(asked).toEqual([command])
  expect((await b.ok('audit.list', { search: 'reference-confirmed' })).length).toBe(1)
})

test('a file in a backup is not read until its trader confirms it on this computer', async () => {
  const place = makePlace()
  const a = await hostileMachine({ kind: 'file', apiKey: '/etc/hostname', apiSecret: '/etc/hostname' })
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare()
  await b.ok('backup.import', { path: file, identity: place.identity })
  const { accountId, key } = await accountOf(b)
  expect(key).toMatchObject({ source: 'file', isConfirmed: false })
  expect(await b.code('accounts.check', { accountId })).toBe('NOT_CONFIRMED')
  // It is as good as added by hand now; a shell that cannot ask outside the page takes the page's word for it, as it does then.
  expect((await b.ok('accounts.confirmReference', { accountId })).key).toMatchObject({ isConfirmed: true })
})

test('a key that says it lies in the vault and names a command is not let in, and nothing is replaced', async () => {
  const place = makePlace()
  const ran = path.join(place.folder, 'it-ran')
  const a = await hostileMachine({ kind: 'environment', apiKey: 'A', apiSecret: 'B' })
  const reference = JSON.stringify({ kind: 'command', apiKey: `touch ${ran}`, apiSecret: `touch ${ran}` })
  await rewrite(a, `UPDATE account_keys SET source = 'vault', reference = '${reference}'`)
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare()
  await note(b, 'mine')
  const result = await b.backend.call('backup.import', { path: file, identity: place.identity })
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'BACKUP_INVALID', message: expect.stringContaining('account_keys') },
  })
  expect([await noteOf(b), existsSync(ran)]).toEqual(['mine', false])
})

test('the same row on the own disk is left out and told, and the start goes on', async () => {
  const place = makePlace()
  const ran = path.join(place.folder, 'it-ran')
  const a = await hostileMachine({ kind: 'environment', apiKey: 'A', apiSecret: 'B' })
  const reference = JSON.stringify({ kind: 'command', apiKey: `touch ${ran}`, apiSecret: `touch ${ran}` })
  await rewrite(a, `UPDATE account_keys SET source = 'vault', reference = '${reference}'`)
  const { accountId, key } = await accountOf(a)
  expect(key).toBe(null)
  expect(await a.code('accounts.check', { accountId })).toBe('KEY_UNAVAILABLE')
  expect((await a.ok('app.status')).notices.map(({ code }) => code)).toContain('ROW_NOT_READABLE')
  expect(existsSync(ran)).toBe(false)
})

test('another vault is asked about, with the limits that would change, before anything is replaced', async () => {
  const place = makePlace()
  const a = await startMachine()
  await note(a, 'theirs')
  await a.ok('rules.save', {
    project: { limit: '0.9', level: 'warn' },
    earlyStage: { limit: '0.9', level: 'warn', basis: 'each' },
  })
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })

  const b = await startMachine()
  await note(b, 'mine')
  const before = await b.ok('rules.get')
  const import_ = { path: file, identity: place.identity }
  const result = await b.backend.call('backup.import', import_)
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'ANOTHER_VAULT', message: expect.stringMatching(/5%.*90%.*Nothing was changed/) },
  })
  expect([await noteOf(b), await b.ok('rules.get')]).toEqual(['mine', before])
  expect((await b.ok('vault.status')).state).toBe('unlocked')

  const report = await b.ok('backup.import', { ...import_, acceptAnotherVault: true })
  expect(report).toMatchObject({ signedBy: 'another-vault', limitsChanged: { before } })
  expect(await noteOf(b)).toBe('theirs')
  expect(readFileSync(file).length).toBeGreaterThan(0)
})
