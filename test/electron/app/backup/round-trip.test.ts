// A backup made on one machine and restored on another, and on its own: everything is there, the vault opens, and nothing
// is sent twice.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Credentials } from '../../../../electron/ports/vault.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { draftOf, marketFor } from '../../../support/order-inputs.ts'
import { toldState } from '../../../support/profile/state-dump.ts'
import { PASSPHRASE } from '../../vault/backup/backup-kit.ts'
import { type Machine, makePlace, note, noteOf, startBare, startMachine } from './backup-desk.ts'

const keptIn = (machine: Machine) => {
  const root = path.join(machine.dataDir, 'kept-aside')
  return readdirSync(root).map((name) => path.join(root, name))
}

test('everything of a profile is there on another machine, and its vault opens', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await note(a, 'from A')
  await a.ok('holdings.save', { environment: 'live', coinId: 'peaq', amount: '12.5' })
  const { intentId } = await draftOf(a)
  await a.ok('orders.submit', marketFor(intentId))
  const exported = await a.ok('backup.export', { path: file, recipient: place.recipient })
  expect(exported).toMatchObject({ signedBy: 'this-vault', counts: { orders: 1, holdings: 1 } })

  const b = await startBare()
  const imported = await b.ok('backup.import', { path: file, identity: place.identity })
  expect(imported).toEqual({ ...exported, signedBy: 'another-vault' })
  const told = { ...((await toldState(a.backend)) as object), holdings: null }
  expect({ ...((await toldState(b.backend)) as object), holdings: null }).toEqual(told)
  expect(await b.ok('vault.status')).toMatchObject({ state: 'unlocked', keychain: 'ok', slots: { keychain: true } })
  expect(await b.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
  await b.restart()
  expect(await b.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
  expect(await b.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
  expect([b.keychain.items.size, a.keychain.items.size]).toEqual([1, 1])
  expect([...b.keychain.items.values()]).not.toEqual([...a.keychain.items.values()])
  expect(readdirSync(b.dataDir)).not.toContain('backup-work')
})

test('the calendar and the reminders are those of the profile that was restored', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  const deadline = { day: '2026-12-01', time: '18:30', timeZone: 'Europe/Berlin' }
  await a.ok('airdropTasks.save', { coinId: 'peaq', title: 'Bridge', deadline })
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare()
  const { feed } = await b.ok('calendar.setFeed', { on: true })
  const heard: unknown[] = []
  b.backend.on('airdrops.changed', (event) => void heard.push(event))
  await b.ok('backup.import', { path: file, identity: place.identity })
  expect(readFileSync(feed ?? '', 'utf8')).toContain('SUMMARY:peaq: Bridge')
  expect(heard).toEqual([null])
})

test('that the vault was opened for a backup is on the disk before it is, so the backup tells it [R46]', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare()
  await b.ok('backup.import', { path: file, identity: place.identity })
  expect(await b.ok('audit.list', { search: 'backup-begun' })).toHaveLength(1)
  expect(await b.ok('audit.list', { search: 'backup-written' })).toEqual([])
})

test('sealed keys are usable where they were restored', async () => {
  const place = makePlace()
  const seen: Credentials[] = []
  const keyProbe = {
    check: async (_venue: string, _environment: string, _host: string | null, credentials: Credentials) => {
      seen.push(credentials)
      const facts = {
        permissions: null,
        ipBound: null,
        expiresAt: null,
        detail: reason('KEY_TAKEN'),
        at: new Date(0).toISOString(),
      }
      return { state: 'accepted' as const, ...facts }
    },
  }
  const a = await startMachine()
  const key = { apiKey: 'the-key', apiSecret: 'the-secret', passphrase: 'the-word' }
  const { accountId } = await a.ok('accounts.add', { venue: 'binance', environment: 'live', label: 'Main', ...key })
  await a.ok('vault.rotate', { what: 'data-key' })
  const file = place.next()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare([], { keyProbe })
  await b.ok('backup.import', { path: file, identity: place.identity })
  expect(await b.ok('accounts.list')).toMatchObject([{ accountId: 'practice' }, { accountId, label: 'Main' }])
  await b.ok('accounts.check', { accountId })
  await b.restart()
  await b.ok('vault.unlock')
  await b.ok('accounts.check', { accountId })
  // Besides the two it is asked about by itself whenever the vault is opened, since its rights are not told.
  expect(seen.length).toBeGreaterThanOrEqual(2)
  expect(seen.filter((one) => JSON.stringify(one) !== JSON.stringify(key))).toEqual([])
})

test('an older state comes back on its own machine, the log goes on, and the way back is open', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await note(a, 'old')
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  await note(a, 'new')
  await a.ok('vault.rotate', { what: 'wrapping-key' })
  const before = await a.ok('audit.list', { limit: 1 })
  const report = await a.ok('backup.import', { path: file, identity: place.identity })
  expect(report.signedBy).toBe('this-vault')
  expect(await noteOf(a)).toBe('old')
  expect(await a.ok('audit.verify')).toMatchObject({ ok: true, anchored: true })
  const [restored] = await a.ok('audit.list', { search: 'backup-restored' })
  expect(restored?.detail).toMatchObject({ sameVault: true, logGoesOn: true })
  expect(restored?.seq).toBeGreaterThan(before[0]?.seq ?? 0)
  expect(a.keychain.items.size).toBe(1)

  await a.restart()
  expect(await a.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
  // The copy that was put aside is a whole profile, and its vault opens by the same key of the keychain.
  const other = path.join(place.folder, 'other')
  mkdirSync(other)
  copyFileSync(path.join(String(keptIn(a)[0]), 'prelist.sqlite'), path.join(other, 'prelist.sqlite'))
  await a.restart({ dataDir: other })
  expect(await noteOf(a)).toBe('new')
  expect(await a.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
})

test('a restore works while the vault is locked, and the vault is open after it', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await note(a, 'old')
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  await note(a, 'new')
  await a.restart()
  expect(await a.ok('backup.import', { path: file, identity: place.identity })).toMatchObject({
    signedBy: 'this-vault',
  })
  expect([await noteOf(a), (await a.ok('vault.status')).state, a.keychain.items.size]).toEqual(['old', 'unlocked', 1])
})

test('a backup of another vault keeps the key of the vault that was here', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await note(a, 'A')
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startMachine()
  await note(b, 'B')
  expect(await b.ok('backup.import', { path: file, identity: place.identity, acceptAnotherVault: true })).toMatchObject(
    {
      signedBy: 'another-vault',
    },
  )
  const [restored] = await b.ok('audit.list', { search: 'backup-restored' })
  expect(restored?.detail).toMatchObject({ sameVault: false, logGoesOn: false })
  expect(b.keychain.items.size).toBe(2)
  const kept = String(keptIn(b)[0])
  await b.restart()
  expect(await b.ok('vault.unlock')).toMatchObject({ state: 'unlocked' })
  await b.restart({ dataDir: kept })
  expect(await noteOf(b)).toBe('B')
  expect(await b.ok('vault.unlock')).toMatchObject({ state: 'unlocked' })
})

test('a machine without a keychain takes the passphrase of the backup for the vault [R22]', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, passphrase: PASSPHRASE })
  const none = () => Promise.reject(new Error('no keychain'))
  const b = await startBare([], { secretStore: { get: none, set: none, delete: none } })
  await b.ok('backup.import', { path: file, passphrase: PASSPHRASE })
  expect((await b.ok('vault.status')).slots).toMatchObject({ keychain: false, passphrase: true })
  await b.restart()
  expect(await b.ok('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ state: 'unlocked' })
}, 60_000)

test('a machine without a keychain and a backup for a recipient needs a passphrase, and nothing is changed', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const none = () => Promise.reject(new Error('no keychain'))
  const b = await startBare([], { secretStore: { get: none, set: none, delete: none } })
  await note(b, 'B')
  expect(await b.code('backup.import', { path: file, identity: place.identity })).toBe('PASSPHRASE_NEEDED')
  expect([await noteOf(b), (await b.ok('vault.status')).state]).toEqual(['B', 'none'])
})

test('an order of unknown fate is looked up where it was sent, and never sent again', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine([{ on: 'POST /v1/orders', fault: 'drop-after' }])
  const { intentId } = await draftOf(a)
  expect((await a.ok('orders.submit', marketFor(intentId))).status).toBe('unknown')
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const b = await startBare([], { venueHosts: { practice: a.exchange.exchange.url } })
  await b.ok('markets.list', { accountId: 'practice' })
  await b.ok('backup.import', { path: file, identity: place.identity })
  expect(await b.ok('orders.get', { intentId })).toMatchObject({ status: 'unknown' })
  await b.ok('orders.reconcile')
  expect(await b.ok('orders.get', { intentId })).toMatchObject({ status: 'filled' })
  expect(a.placed()).toBe(1)
  expect(await a.code('orders.submit', marketFor(intentId))).toContain('ok')
  expect(a.placed()).toBe(1)
})

test('an order that was never sent, and a draft, are not sent by a restore', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  const { intentId } = await draftOf(a)
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  await a.ok('orders.submit', marketFor(intentId))
  await a.ok('backup.import', { path: file, identity: place.identity })
  // The key of that draft is used up at the exchange, and nothing here knows it any more.
  expect(await a.code('orders.submit', marketFor(intentId))).toBe('DRAFT_NOT_FOUND')
  const fresh = await draftOf(a)
  expect(fresh.intentId).not.toBe(intentId)
  expect(a.placed()).toBe(1)
})

test('a restore that would forget an order that is open is refused', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine([{ on: 'POST /v1/orders', fault: 'drop-after' }])
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const { intentId } = await draftOf(a)
  await a.ok('orders.submit', marketFor(intentId))
  expect(await a.code('backup.import', { path: file, identity: place.identity })).toBe('UNKNOWN_ORDER_FIRST')
  expect(await a.ok('orders.get', { intentId })).toMatchObject({ status: 'unknown' })
  await a.ok('orders.reconcile')
  await a.ok('backup.import', { path: file, identity: place.identity })
  expect(await a.ok('orders.list')).toEqual([])
})

test('an order that was being sent when the backup was made is unknown, also where no attempt was written yet [H7]', async () => {
  const place = makePlace()
  for (const [point, status] of [
    ['intent-recorded', 'unknown'],
    ['attempt-recorded', 'unknown'],
  ] as const) {
    const file = place.next()
    const a = await startMachine([], {
      trace: (at) => {
        if (at === point) throw new Error('it stops here')
      },
    })
    const { intentId } = await draftOf(a)
    await a.code('orders.submit', marketFor(intentId))
    await a.ok('backup.export', { path: file, recipient: place.recipient })
    const b = await startBare()
    await b.ok('backup.import', { path: file, identity: place.identity })
    expect(await b.ok('orders.get', { intentId })).toMatchObject({ status })
  }
})

test('the keychain remembers how old a data key may be, after an older backup and after a newer one', async () => {
  const place = makePlace()
  const [older, newer] = [place.next(), place.next()]
  const a = await startMachine()
  await a.ok('backup.export', { path: older, recipient: place.recipient })
  await a.ok('vault.rotate', { what: 'data-key' })
  await a.ok('backup.export', { path: newer, recipient: place.recipient })
  const remembered = () => [...a.keychain.items.values()].map((item) => JSON.parse(item).minEpoch)
  for (const [file, epoch] of [
    [older, 1],
    [newer, 2],
  ] as const) {
    await a.ok('backup.import', { path: file, identity: place.identity })
    expect(remembered()).toEqual([epoch])
  }
})

test('two profiles of one vault on one machine keep a key each', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  await a.ok('vault.rotate', { what: 'wrapping-key' })
  const own = a.dataDir
  await a.restart({ dataDir: path.join(place.folder, 'second') })
  await a.ok('backup.import', { path: file, identity: place.identity })
  expect(a.keychain.items.size).toBe(2)
  for (const dataDir of [own, path.join(place.folder, 'second')]) {
    await a.restart({ dataDir })
    expect(await a.ok('vault.unlock')).toMatchObject({ state: 'unlocked', keychain: 'ok' })
  }
})

test('a halt of this machine outlives a restore', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  await a.ok('orders.halt')
  await a.ok('backup.import', { path: file, identity: place.identity })
  expect((await a.ok('app.status')).halted.all).toBe(true)
})

test('every window is told that everything has changed', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const told = new Set<string>()
  const events = ['coins', 'portfolio', 'vault', 'accounts', 'audit', 'app'].map((name) => `${name}.changed`)
  for (const event of events) a.backend.on(event, () => told.add(event))
  await a.ok('backup.import', { path: file, identity: place.identity })
  expect([...told].sort()).toEqual([...events].sort())
})

test('a ticket that waited for its turn while a backup was restored is not sent', async () => {
  const place = makePlace()
  const file = place.next()
  const a = await startMachine()
  await a.ok('backup.export', { path: file, recipient: place.recipient })
  const { intentId } = await draftOf(a)
  const { set } = a.keychain
  let waiting: Promise<string> | null = null
  a.keychain.set = async (account, secret) => {
    // The vault is about to be taken over: nothing is sent from here on until it is.
    if (secret.includes('"auditSeq":0')) waiting ??= a.code('orders.submit', marketFor(intentId))
    await set(account, secret)
  }
  await a.ok('backup.import', { path: file, identity: place.identity })
  expect(await waiting).toBe('DRAFT_NOT_FOUND')
  expect(a.placed()).toBe(0)
})

test('a profile folder holds no copy once a backup is done', async () => {
  const place = makePlace()
  const a = await startMachine()
  await a.ok('backup.export', { path: place.next(), recipient: place.recipient })
  expect(existsSync(path.join(a.dataDir, 'backup-work'))).toBe(false)
  expect(readdirSync(place.folder)).toEqual(['backup-0.age'])
})
