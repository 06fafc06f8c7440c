// An import: what it would do, that the same rows count once, that it is whole or nothing, and that it can be taken back.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { file, openImports } from '../../../support/ledger/imports.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { AT } from '../../../support/profile/journal.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const seed = announcedSeed('imported rows')
const TWINS = file('2026-01-01,buy,PEAQ,1,2', '2026-01-01,buy,PEAQ,1,2', '2026-01-02,sell,PEAQ,1,3')

it('counts two equal rows of one second as two, and adds nothing of the same file again', async () => {
  const { imports, bring, trader } = openImports()
  const preview = await imports.preview({ text: TWINS })
  expect(preview).toMatchObject({
    format: 'generic',
    rows: 3,
    adds: 3,
    known: 0,
    accountId: 'generic',
    environment: 'live',
  })
  expect(preview.movements.map(({ lines, movement: { coinId } }) => [lines, coinId])).toEqual([
    [[2], 'peaq'],
    [[3], 'peaq'],
    [[4], 'peaq'],
  ])
  expect(await imports.commit(preview)).toMatchObject({ added: 3, movements: 3 })
  expect(trader.holdings('live')).toMatchObject([{ coinId: 'peaq', amount: '1' }])
  expect(await imports.commit(preview)).toMatchObject({ added: 0, movements: 3 })
  expect(await bring(TWINS)).toMatchObject({ added: 0, movements: 3 })
  // Another file that overlaps brings what is new alone; a third equal row is a third one.
  expect(await imports.preview({ text: `${TWINS}\n2026-01-01,buy,PEAQ,1,2` })).toMatchObject({ adds: 1, known: 3 })
  // At another place they are others.
  expect(await imports.preview({ text: TWINS, accountId: 'cold' })).toMatchObject({ adds: 3, known: 0 })
})

it('keeps the order of the file within a moment, and turns it round where the newest stand on top', async () => {
  const { imports } = openImports()
  const kinds = async (...rows: string[]) =>
    (await imports.preview({ text: file(...rows) })).movements.map(({ movement }) => movement.kind)
  const [buy, sell, later] = ['2026-01-01,buy,PEAQ,1,2', '2026-01-01,sell,PEAQ,1,2', '2026-01-02,fee,PEAQ,1,2']
  expect(await kinds(buy, sell, later)).toEqual(['buy', 'sell', 'fee'])
  expect(await kinds(later, sell, buy)).toEqual(['buy', 'sell', 'fee'])
  // Two equal rows are two events.
  const { movements } = await imports.preview({ text: TWINS })
  expect(new Set(movements.map(({ movement }) => movement.groupId)).size).toBe(3)
})

it('leaves the ledger as it was when it is taken back, whatever the file', async () => {
  const row = fc
    .record({
      day: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom('buy', 'sell', 'deposit', 'withdrawal', 'fee', 'airdrop', 'adjustment'),
      asset: fc.constantFrom('PEAQ', 'BNB'),
      amount: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ day, kind, asset, amount }) => `2026-01-0${day},${kind},${asset},${amount},2`)
  const files = fc.array(row, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(files, files, async (before, after) => {
      const { imports, dump, bring } = openImports()
      await bring(file(...before))
      const whole = dump()
      const { importId, added } = await bring(file(...before, ...after))
      expect(dump().ledger).toHaveLength(whole.ledger.length + added)
      if (added > 0) expect(await imports.undo(importId)).toEqual({ removed: added })
      expect(dump()).toEqual(whole)
    }),
    { seed, numRuns: 25 },
  )
})

it('lists what was imported, newest first, and takes back each by itself', async () => {
  const { imports, bring } = openImports()
  await bring(TWINS)
  const second = await bring(file('2026-02-01,buy,OLA,5,1'))
  expect(
    imports
      .list()
      .map(({ movements }) => movements)
      .toSorted(),
  ).toEqual([1, 3])
  expect(await imports.undo(second.importId)).toEqual({ removed: 1 })
  await expect(imports.undo(second.importId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(imports.list()).toHaveLength(1)
})

it('taking one import back leaves what another one has too, whichever goes first', async () => {
  const [one, both, other] = ['2026-01-01,buy,PEAQ,1,2', '2026-01-02,buy,PEAQ,1,3', '2026-01-03,buy,PEAQ,1,4']
  for (const order of [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
  ]) {
    const { imports, bring, dump, trader, db } = openImports()
    const brought = [await bring(file(one, both)), await bring(file(both, other)), await bring(file(one, both, other))]
    expect(imports.list().map(({ movements }) => movements)).toEqual([3, 2, 2])
    const held = () => trader.holdings('live').map(({ amount }) => amount)
    const prices = () => dump().ledger.map(({ price }) => price)
    for (const [step, n] of order.entries()) {
      const left = order.slice(step + 1).map(
        (at) =>
          [
            [one, both],
            [both, other],
            [one, both, other],
          ][at] ?? [],
      )
      const before = prices().length
      const { removed } = await imports.undo(brought[n]?.importId ?? '')
      expect(prices()).toEqual([one, both, other].filter((row) => left.flat().includes(row)).map((row) => row.at(-1)))
      expect(removed).toBe(before - prices().length)
      expect(held()).toEqual(prices().length === 0 ? [] : [String(prices().length)])
      expect(imports.list()).toHaveLength(2 - step)
    }
    expect(db.all('SELECT * FROM import_rows')).toEqual([])
  }
})

it('what the trader removes himself no import has any more', async () => {
  const { imports, bring, store, db } = openImports()
  await bring(file('2026-01-01,buy,PEAQ,1,2'))
  const again = await bring(file('2026-01-01,buy,PEAQ,1,2', '2026-01-02,buy,PEAQ,1,2'))
  store.remove(store.page({}).items[1]?.entryId ?? '')
  expect(db.all('SELECT * FROM import_rows')).toEqual([])
  expect(await imports.undo(again.importId)).toEqual({ removed: 1 })
  expect(imports.list()).toEqual([])
})

it('names bad rows by their line, and writes nothing of the file until they are left out on purpose', async () => {
  const { imports, dump } = openImports()
  const preview = await imports.preview({ text: file('2026-01-01,buy,PEAQ,1,2', '2026-01-01,buy,PEAQ,x,2') })
  expect(preview).toMatchObject({ adds: 1, badCount: 1, bad: [{ line: 3, why: { code: 'IMPORT_NUMBER' } }] })
  await expect(imports.commit(preview)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  expect(dump().ledger).toEqual([])
  expect(await imports.commit({ ...preview, withoutBadRows: true })).toMatchObject({ added: 1 })
  await expect(imports.commit({ previewId: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('is whole or nothing where a row in its midst cannot be written', async () => {
  const { db, imports, dump } = openImports()
  const rows = Array.from({ length: 50 }, (_, n) => `2026-01-01,buy,PEAQ,${n + 1},2`)
  const preview = await imports.preview({ text: file(...rows) })
  for (let failing = 0; failing < 50; failing += 7) {
    let written = 0
    const run = db.run
    db.run = (sql, ...values) => {
      if (sql.startsWith('INSERT INTO ledger') && written++ === failing) throw new Error('the disk is full')
      run(sql, ...values)
    }
    await expect(imports.commit(preview)).rejects.toThrow('the disk is full')
    db.run = run
    expect(dump()).toEqual({ ledger: [], held: [], shared: [] })
  }
  expect(await imports.commit(preview)).toMatchObject({ added: 50 })
})

it('is whole or nothing on a disk that is full in its midst', async () => {
  const { db, imports, dump, seen, trader } = openImports()
  const rows = Array.from({ length: 2_000 }, (_, n) => `2026-01-01,buy,PEAQ,${n + 1},2`)
  const preview = await imports.preview({ text: file(...rows) })
  const { page_count: pages } = db.get('PRAGMA page_count') ?? {}
  db.get(`PRAGMA max_page_count = ${Number(pages) + 40}`)
  await expect(imports.commit(preview)).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  // What could not be taken away on the full disk nobody sees.
  expect([seen(), trader.holdings('live'), imports.list()]).toEqual([0, [], []])
  db.get('PRAGMA max_page_count = 1000000')
  expect(await imports.commit(preview)).toMatchObject({ added: 2_000 })
  expect(dump().ledger).toHaveLength(2_000)
  expect(trader.holdings('live')).toMatchObject([{ amount: String((2_000 * 2_001) / 2) }])
})

it('takes no ticker for a coin where several go by it, and asks for the zone where nobody says it', async () => {
  const { imports } = openImports()
  const text = file('2026-01-01 12:00:00,buy,TEN,1,2')
  const preview = await imports.preview({ text })
  expect(preview).toMatchObject({ zoneFrom: 'assumed', timeZone: 'UTC' })
  expect(preview.movements[0]?.movement).toMatchObject({ coinId: null, asset: 'TEN' })
  const asked = await imports.preview({ text, timeZone: 'Asia/Tokyo', accountId: 'practice' })
  expect(asked).toMatchObject({ zoneFrom: 'asked', from: '2026-01-01T03:00:00.000Z', environment: 'practice' })
  await expect(imports.preview({ text, timeZone: 'Mars/Base' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

const DEPOSITS = [
  'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status',
  '2024-01-02 03:04:05,PEAQ,PEAQ,9.9,0x1,0x2,Completed',
].join('\n')

it.each([
  [[], 'binance'],
  [['binance-1'], 'binance-1'],
  [['binance-1', 'binance-2'], 'binance'],
  [['bybit-1'], 'binance'],
])(
  'puts an exchange’s file to its only account of %j, and never to the trader’s own places',
  async (live, accountId) => {
    const { imports, db, trader } = openImports(live)
    for (const each of live) {
      db.run(
        `INSERT INTO accounts (account_id, venue, environment, label, created_at) VALUES (?, ?, 'live', ?, ?)`,
        ...[each, each.slice(0, -2), each, AT],
      )
    }
    const preview = await imports.preview({ text: DEPOSITS })
    expect(preview).toMatchObject({ accountId, adds: 1 })
    expect(await imports.commit(preview)).toMatchObject({ added: 1 })
    // The account's balance counts them already.
    expect(trader.holdings('live')).toEqual([])
  },
)

it('knows own fills again, each once, and adds only what else the file tells', async () => {
  const { store, imports } = openImports()
  const fill = (id: string, at: string) =>
    store.add(movement({ entryId: id, kind: 'buy', amount: '1.25', at, accountId: 'main', source: 'fill' }))
  fill('fill:1', '2026-01-01T11:00:00.900Z')
  fill('fill:2', '2026-01-01T11:00:00.950Z')
  const trade = '2026-01-01 12:00:00,buy,PEAQ,1.25,2'
  const text = file(trade, trade, trade, '2026-01-01 12:00:02,buy,PEAQ,1.25,2', '2026-01-01 12:00:00,sell,PEAQ,1.25,2')
  const preview = await imports.preview({ text, accountId: 'main', timeZone: 'Europe/Berlin' })
  expect(preview).toMatchObject({ adds: 3, known: 2 })
  expect(preview.movements.map(({ isKnown }) => isKnown).filter(Boolean)).toHaveLength(2)
  // In another zone, or at another place, they are others.
  expect(await imports.preview({ text, accountId: 'main' })).toMatchObject({ adds: 5, known: 0 })
  expect(await imports.preview({ text, accountId: 'cold', timeZone: 'Europe/Berlin' })).toMatchObject({ adds: 5 })
  // One that has traded since the preview is known too.
  fill('fill:3', '2026-01-01T11:00:02.000Z')
  expect(await imports.commit(preview)).toMatchObject({ added: 2 })
})

it('takes what a trade is paid with, and its fee, for coins by the same tickers', async () => {
  const { bring, store, trader } = openImports()
  const head = 'Time,Kind,Asset,Amount,Total,Currency,Fee,Fee Asset'
  await bring([head, '2026-01-01,deposit,PEAQ,50,,,,', '2026-01-02,buy,BTC,1,20,PEAQ,2,PEAQ'].join('\n'))
  expect(store.page({}).items[0]).toMatchObject({ currency: 'PEAQ', currencyCoinId: 'peaq', fee: { coinId: 'peaq' } })
  expect(trader.holdings('live')).toMatchObject([{ coinId: 'peaq', amount: '28' }])
})

it('tells by how much its times are off those of own fills, which are known', async () => {
  const { store, imports } = openImports()
  const text = file('2026-01-01 12:00:00,buy,PEAQ,1.25,2', '2026-01-02 12:00:00,sell,PEAQ,3,2')
  expect((await imports.preview({ text, accountId: 'main' })).minutesOff).toBeNull()
  for (const [at, kind, amount] of [
    ['2026-01-01T11:00:02.000Z', 'buy', '1.25'],
    ['2026-01-02T11:00:04.000Z', 'sell', '3'],
  ] as const) {
    store.add(movement({ entryId: `fill:${at}`, kind, amount, at, accountId: 'main', source: 'fill' }))
  }
  const off = async (timeZone?: string) => (await imports.preview({ text, timeZone, accountId: 'main' })).minutesOff
  expect([await off(), await off('Europe/Berlin'), await off('-05:30')]).toEqual([60, 0, 390])
})

it('reads a file by its whole path: UTF-8 or UTF-16, not too large, and nothing that is no text', async () => {
  const { imports } = openImports()
  const folder = makeProfile()
  mkdirSync(folder)
  const at = (name: string, bytes: string | Uint8Array) => {
    const to = path.join(folder, name)
    writeFileSync(to, bytes)
    return to
  }
  expect(await imports.preview({ path: at('a.csv', TWINS) })).toMatchObject({ rows: 3 })
  expect(await imports.preview({ path: at('b.csv', Buffer.from(`\uFEFF${TWINS}`, 'utf16le')) })).toMatchObject({
    rows: 3,
  })
  const code = (wanted: string) => expect.objectContaining({ code: wanted })
  await expect(imports.preview({ path: 'a.csv' })).rejects.toEqual(code('FILE_NOT_USABLE'))
  await expect(imports.preview({ path: path.join(folder, 'none.csv') })).rejects.toEqual(code('FILE_NOT_USABLE'))
  await expect(imports.preview({ path: folder })).rejects.toEqual(code('FILE_NOT_USABLE'))
  await expect(imports.preview({ path: at('c.csv', Buffer.from([0xc3, 0x28, 0x41])) })).rejects.toEqual(
    code('FILE_NOT_USABLE'),
  )
  await expect(imports.preview({ path: at('d.csv', 'x'.repeat(2_000)) })).rejects.toEqual(code('TOO_LARGE'))
})
