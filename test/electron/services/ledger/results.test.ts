// Results over a stored ledger: sums by year, what is left out, what is missing, what each number is made of; and the file.

import { expect, it } from 'vitest'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { exportedLedger, exportLedger } from '../../../../electron/services/ledger/ledger-export.ts'
import { createLedgerRuns } from '../../../../electron/services/ledger/ledger-runs.ts'
import { createLedgerService } from '../../../../electron/services/ledger/ledger-service.ts'
import { type AssetPrice, createResults } from '../../../../electron/services/ledger/results.ts'
import { add as addUp } from '../../../../shared/decimal.ts'
import { COST_METHODS, type IncomeBasis, type Movement } from '../../../../shared/ledger/ledger.ts'
import { AppError } from '../../../../shared/result.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const NOW = '2026-11-30T00:00:00.000Z'
const in2025 = '2025-06-01T00:00:00.000Z'
const in2026 = '2026-06-01T00:00:00.000Z'

function openResults(prices: Record<string, string> = {}) {
  const store = createLedgerStore(openTestDatabase())
  const known = new Map(
    Object.entries(prices).map(([key, price]): [string, AssetPrice] => [key, { price, priceAt: NOW }]),
  )
  const set: { basis: IncomeBasis } = { basis: 'zero' }
  const results = createResults(
    createLedgerRuns(store, async () => {}),
    async () => known,
    () => set.basis,
    () => NOW,
    async () => {},
  )
  let made = 0
  const add = (change: Partial<Movement> & Pick<Movement, 'kind' | 'amount'>) => {
    made += 1
    store.add(movement({ entryId: `e${made}`, at: in2025, ...change }))
  }
  return { store, results, add, set }
}

it('adds up what was sold, came in and went for fees, by year and in all', async () => {
  const { results, add, set } = openResults({ peaq: '5' })
  add({ kind: 'buy', amount: '10', price: '1' })
  add({ kind: 'sell', amount: '2', price: '3' })
  add({ kind: 'airdrop', amount: '1', price: '2', at: in2026 })
  add({ kind: 'sell', amount: '3', price: '2', at: in2026 })
  add({ kind: 'fee', amount: '1', at: in2026 })
  const all = { environment: 'live', method: 'fifo' } as const
  expect(await results.get(all)).toMatchObject({
    ...{ year: null, realised: '7', income: '0', fees: '1', net: '6', proceeds: '12', cost: '5', missingCount: 0 },
    // 4 of the first lot at 1, and the airdrop for nothing, at 5 a piece.
    ...{ heldCost: '4', value: '25', unrealised: '21', currency: 'USDT', asOf: NOW, leftOut: [] },
    coins: [
      {
        ...{
          coinId: 'peaq',
          held: '5',
          heldAtCost: '5',
          averageCost: '0.8',
          price: '5',
          value: '25',
          unrealised: '21',
        },
        places: [{ accountId: 'main', amount: '5' }],
      },
    ],
  })
  expect(await results.get({ ...all, year: 2025 })).toMatchObject({ realised: '4', fees: '0', net: '4', year: 2025 })
  expect(await results.get({ ...all, year: 2026 })).toMatchObject({ realised: '3', fees: '1', net: '2' })
  set.basis = 'receipt'
  expect(await results.get({ ...all, year: 2026 })).toMatchObject({ income: '2', net: '4', basis: 'receipt' })
})

it('says what it leaves out and what is missing, and makes neither up', async () => {
  const { results, add } = openResults({ peaq: '5' })
  add({ kind: 'sell', amount: '2', price: '3' })
  add({ kind: 'deposit', amount: '4' })
  add({ kind: 'buy', amount: '3', price: '1', coinId: 'ola', asset: 'OLA' })
  const found = await results.get({ environment: 'live', method: 'average' })
  expect(found).toMatchObject({
    ...{ realised: '0', proceeds: '0', unrealised: '0', heldCost: '3', missingCount: 1 },
    missing: [{ entryId: 'e1', outcome: 'sold', amount: '2' }],
    leftOut: [
      { coinId: 'ola', amount: '3', why: 'price' },
      { coinId: 'peaq', amount: '4', why: 'cost' },
    ],
  })
  expect(found.coins.find(({ coinId }) => coinId === 'peaq')).toMatchObject({
    ...{ unknown: '2', heldCost: null, averageCost: null, unrealised: null, value: '10' },
  })
})

it('unfolds a number to its rows, newest first, in pages', async () => {
  const { results, add } = openResults()
  add({ kind: 'buy', amount: '10', price: '1' })
  for (const n of [1, 2, 3]) add({ kind: 'sell', amount: String(n), price: '2', at: n === 1 ? in2025 : in2026 })
  add({ kind: 'buy', amount: '1', price: '1', coinId: 'ola', asset: 'OLA' })
  const filter = { environment: 'live', method: 'fifo', coinId: 'peaq' } as const
  const first = await results.page({ ...filter, limit: 2 })
  expect(first.items.map(({ result, parts }) => [result, parts[0]?.lotId])).toEqual([
    ['3', 'e1'],
    ['2', 'e1'],
  ])
  const second = await results.page({ ...filter, limit: 2, before: first.next ?? 0 })
  expect([second.items.map(({ amount }) => amount), second.next]).toEqual([['1'], null])
  expect((await results.page({ ...filter, year: 2025 })).items).toHaveLength(1)
})

it('goes on where it ended, and begins anew where the past has changed', async () => {
  const { store, results, add } = openResults()
  const all = { environment: 'live', method: 'fifo' } as const
  const realised = async () => (await results.get(all)).realised
  add({ kind: 'buy', amount: '10', price: '1', at: in2026 })
  add({ kind: 'sell', amount: '2', price: '3', at: in2026 })
  expect(await realised()).toBe('4')
  add({ kind: 'sell', amount: '1', price: '3', at: in2026 })
  expect(await realised()).toBe('6')
  add({ kind: 'buy', amount: '10', price: '2', at: in2025 })
  expect(await realised()).toBe('3')
  store.remove('e3')
  expect(await realised()).toBe('2')
})

it('takes what the trader enters, and refuses what is none of his', () => {
  const { store } = openResults()
  const coins = {
    byTicker: () => new Map(),
    get: (coinId: string) => {
      if (coinId !== 'peaq') throw new AppError('NOT_FOUND', 'no such coin')
      return { id: coinId, ticker: 'PEAQ' }
    },
  }
  let made = 0
  const ledger = createLedgerService(
    store,
    coins as unknown as Parameters<typeof createLedgerService>[1],
    (accountId) => (accountId === 'practice' ? 'practice' : null),
    () => `id-${++made}`,
  )
  const base = { at: '2026-01-01', accountId: 'cold', kind: 'buy', coinId: 'peaq', amount: '1.50' } as const
  const saved = ledger.save({ ...base, price: '2', fee: { asset: 'PEAQ', amount: '0.1' } })
  expect(saved).toMatchObject({
    ...{ entryId: 'id-1', at: '2026-01-01T00:00:00.000Z', environment: 'live', asset: 'PEAQ', amount: '1.5' },
    ...{ source: 'manual', currency: 'USDT', fee: { asset: 'PEAQ', coinId: 'peaq', amount: '0.1' }, to: null },
  })
  expect(ledger.save({ ...base, accountId: 'practice', environment: 'live' }).environment).toBe('practice')
  expect(ledger.save({ ...base, kind: 'transfer', to: { accountId: 'hot' } }).to).toEqual({
    ...{ accountId: 'hot', coinId: 'peaq', asset: 'PEAQ', amount: '1.5' },
  })
  const changed = ledger.save({ ...base, entryId: 'id-1', amount: '3' })
  expect([changed.amount, store.find('id-1')?.amount, changed.price]).toEqual(['3', '3', null])
  const refused: [Parameters<typeof ledger.save>[0], string][] = [
    [{ ...base, coinId: 'gone' }, 'NOT_FOUND'],
    [{ ...base, coinId: null }, 'BAD_INPUT'],
    [{ ...base, amount: '-1' }, 'BAD_INPUT'],
    [{ ...base, kind: 'transfer' }, 'BAD_INPUT'],
    [{ ...base, kind: 'migration', to: { amount: '3' } }, 'BAD_INPUT'],
    [{ ...base, entryId: 'nothing' }, 'NOT_FOUND'],
  ]
  for (const [input, code] of refused) expect(() => ledger.save(input)).toThrow(expect.objectContaining({ code }))
  store.add(movement({ entryId: 'fill:x', kind: 'buy', amount: '1', source: 'fill' }))
  expect(() => ledger.remove('fill:x')).toThrow(expect.objectContaining({ code: 'NOT_EDITABLE' }))
  ledger.remove('id-1')
  expect(store.find('id-1')).toBeNull()
})

/** A reader of CSV for tests, apart from the app's. */
function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1)
}

async function exported(
  store: ReturnType<typeof createLedgerStore>,
  method: (typeof COST_METHODS)[number],
  year: number | null,
) {
  let text = ''
  const terms = { environment: 'live', method, basis: 'zero', year } as const
  for await (const part of exportedLedger(
    store,
    terms,
    () => {},
    async () => {},
  ))
    text += new TextDecoder().decode(part)
  const [head = '', ...lines] = text.split('\r\n').filter((line) => line !== '')
  const names = cells(`${head},`)
  return lines.map((line) => Object.fromEntries(cells(`${line},`).map((cell, at) => [names[at] ?? '', cell])))
}

it('writes movements, results and lots with their method; what a spreadsheet would run is a text', async () => {
  const { store, add } = openResults()
  add({ kind: 'buy', amount: '10', price: '1', note: '=HYPERLINK("http://x","y"), "quoted"' })
  add({ kind: 'sell', amount: '4', price: '2', note: '@SUM(A1)', at: in2026 })
  add({ kind: 'adjustment', amount: '-1', at: in2026, asset: '+PEAQ' })
  for (const method of COST_METHODS) {
    const rows = await exported(store, method, null)
    expect(rows.map(({ record }) => record)).toEqual(['movement', 'movement', 'result', 'movement', 'result', 'lot'])
    expect(rows[0]).toMatchObject({ note: `'=HYPERLINK("http://x","y"), "quoted"`, amount: '10', price: '1' })
    expect(rows[1]).toMatchObject({ note: "'@SUM(A1)" })
    expect(rows[2]).toMatchObject({ proceeds: '8', cost: '4', result: '4', method, incomeBasis: 'zero' })
    expect(rows[3]).toMatchObject({ asset: "'+PEAQ", amount: '-1' })
    expect(rows[5]).toMatchObject({ amount: '5', cost: '5', method })
  }
  const ofYear = await exported(store, 'fifo', 2025)
  expect(ofYear.map(({ record, amount }) => [record, amount])).toEqual([
    ['movement', '10'],
    ['lot', '10'],
  ])
})

it('is of one ledger: what changes before its end while it is written begins it anew', async () => {
  const { store, add } = openResults()
  for (let n = 0; n < 250; n += 1) add({ kind: 'buy', amount: '1', price: '1' })
  const terms = { environment: 'live', method: 'fifo', basis: 'zero', year: null } as const
  const first = { ...movement({ entryId: 'e1', at: in2025, kind: 'buy', amount: '1', price: '1' }) }
  let pauses = 0
  const pauseWith = (changes: number) => async () => {
    pauses += 1
    if (pauses <= changes) store.replace({ ...first, price: String(pauses + 1) })
  }
  let text = ''
  const write = async (parts: AsyncIterable<Uint8Array>) => {
    text = ''
    for await (const part of parts) text += new TextDecoder().decode(part)
  }
  expect(await exportLedger(store, terms, pauseWith(1), write)).toBe(250)
  expect(text.match(/^movement,e1,.*$/m)?.[0]).toContain(',1,2,USDT,')
  expect(text).toMatch(/^lot,.*,2,/m)
  // It ends though nothing stands still.
  pauses = 0
  const endless = exportLedger(store, terms, pauseWith(Number.POSITIVE_INFINITY), write)
  await expect(endless).rejects.toMatchObject({ code: 'TRY_LATER' })
})

it('gives the same holdings and results when what it wrote is entered again', async () => {
  const { store, results, add } = openResults()
  add({ kind: 'buy', amount: '3', price: '0.3', fee: { asset: 'PEAQ', coinId: 'peaq', amount: '0.7' } })
  add({ kind: 'transfer', amount: '1', to: { accountId: 'cold', coinId: 'peaq', asset: 'PEAQ', amount: '0.9' } })
  add({ kind: 'sell', amount: '1', total: '0.333333333333333333', at: in2026, note: '-1' })
  add({ kind: 'buy', amount: '1', coinId: null, asset: 'BTC', currency: 'PEAQ', currencyCoinId: 'peaq', total: '0.5' })
  const again = openResults()
  for (const row of (await exported(store, 'hifo', null)).filter(({ record }) => record === 'movement')) {
    const cell = (name: string) => row[name] ?? ''
    const orNull = (name: string) => (cell(name) === '' ? null : cell(name))
    again.store.add({
      ...{
        entryId: cell('entryId'),
        groupId: cell('groupId'),
        sequence: Number(cell('sequence')),
        environment: 'live',
      },
      ...{
        at: cell('at'),
        accountId: cell('accountId'),
        kind: cell('kind') as Movement['kind'],
        coinId: orNull('coinId'),
      },
      ...{ asset: cell('asset'), amount: cell('amount'), price: orNull('price'), currency: cell('currency') },
      currencyCoinId: orNull('currencyCoinId'),
      total: orNull('total'),
      fee: orNull('feeAsset') && { asset: cell('feeAsset'), coinId: orNull('feeCoinId'), amount: cell('feeAmount') },
      to: orNull('toAsset') && {
        ...{
          accountId: cell('toAccountId'),
          coinId: orNull('toCoinId'),
          asset: cell('toAsset'),
          amount: cell('toAmount'),
        },
      },
      ...{ source: cell('source'), note: cell('note').replace(/^'/, '') },
    } as Movement)
  }
  expect(again.store.page({}).items).toEqual(store.page({}).items)
  for (const method of COST_METHODS) {
    const filter = { environment: 'live', method } as const
    expect(await again.results.get(filter)).toEqual(await results.get(filter))
  }
})

it.each(COST_METHODS)(
  'what is there at each place has cost and gained, and all places come to the whole: %s',
  async (method) => {
    const { results, add } = openResults({ peaq: '3.333333333333333333' })
    add({ kind: 'buy', amount: '10', price: '1', accountId: 'main' })
    add({ kind: 'buy', amount: '7.000000000000000001', price: '2.7', accountId: 'cold' })
    add({ kind: 'transfer', amount: '3.3', accountId: 'main', to: { ...TO, amount: '3.2' } })
    add({ kind: 'sell', amount: '1.7', price: '2', accountId: 'cold' })
    add({ kind: 'deposit', amount: '2', accountId: 'box' })
    const { places, heldCost, unrealised } = await results.get({ environment: 'live', method })
    expect(places.map(({ accountId }) => accountId)).toEqual(['box', 'cold', 'main'])
    const all = (of: (string | null)[]) => of.reduce<string>((sum, each) => addUp(sum, each ?? '0'), '0')
    expect(all(places.map((place) => place.heldCost))).toBe(heldCost)
    expect(all(places.map((place) => place.unrealised))).toBe(unrealised)
    const main = places.find(({ accountId }) => accountId === 'main')
    // Only there by its own lots; by the average of all places there is a deposit without a cost in the pool.
    expect(main?.heldCost).toBe(method === 'average' ? null : '6.7')
    // Of what came without a cost nobody knows the gain.
    expect(places[0]).toMatchObject({ heldCost: null, unrealised: null, realised: '0' })
  },
)
const TO = { accountId: 'cold', coinId: 'peaq', asset: 'PEAQ' }
