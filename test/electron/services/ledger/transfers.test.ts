// Transfers between own places: found by amount, time and fee, offered, and one only by the trader's word, until he takes it back.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createTraderStore } from '../../../../electron/adapters/sqlite/stores/trader-store.ts'
import { createLedgerRuns } from '../../../../electron/services/ledger/ledger-runs.ts'
import { createResults } from '../../../../electron/services/ledger/results.ts'
import { matched } from '../../../../electron/services/ledger/transfer-match.ts'
import { createTransfers } from '../../../../electron/services/ledger/transfer-service.ts'
import type { CostMethod, LedgerFee, Movement } from '../../../../shared/ledger/ledger.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const seed = announcedSeed('transfers')
const NOW = '2026-11-30T00:00:00.000Z'

function openTransfers() {
  const db = openTestDatabase()
  const store = createLedgerStore(db)
  const results = createResults(
    createLedgerRuns(store, async () => {}),
    async () => new Map(),
    () => 'zero',
    () => NOW,
    async () => {},
  )
  const transfers = createTransfers(store, async () => {})
  const add = (entryId: string, change: Partial<Movement> & Pick<Movement, 'kind' | 'amount'>) =>
    store.add(movement({ entryId, ...change }))
  const dump = () => ({
    ledger: db.all('SELECT * FROM ledger ORDER BY place'),
    held: db.all('SELECT * FROM holdings ORDER BY coin_id'),
    transfers: db.all('SELECT * FROM transfers'),
  })
  return { db, store, results, transfers, add, dump, trader: createTraderStore(db) }
}
const fee = (amount: string, asset = 'PEAQ'): LedgerFee => ({ asset, coinId: asset === 'PEAQ' ? 'peaq' : null, amount })
const atHour = (hour: number, minute = 0) => new Date(Date.UTC(2026, 0, 2, hour, minute)).toISOString()
const key = { withdrawalId: 'out', depositId: 'in' }

it.each<[string, Partial<Movement>, Partial<Movement>, object | null]>([
  ['the same amount', {}, {}, { match: 'amount', lost: '0', minutes: 60 }],
  ['less by the fee', { fee: fee('0.5') }, { amount: '9.5' }, { match: 'fee', lost: '0.5' }],
  ['less by a tenth', {}, { amount: '9' }, { match: 'difference', lost: '1' }],
  ['less by more than a tenth', {}, { amount: '8.99' }, null],
  ['more', {}, { amount: '10.01' }, null],
  ['a clock that is ten minutes behind', {}, { at: atHour(9, 50) }, { minutes: -10 }],
  ['before it left', {}, { at: atHour(9, 49) }, null],
  ['three days later', {}, { at: atHour(10 + 72) }, { minutes: 72 * 60 }],
  ['later than three days', {}, { at: atHour(10 + 72, 1) }, null],
  ['the same place', {}, { accountId: 'main' }, null],
  ['another coin', {}, { coinId: 'ola', asset: 'OLA' }, null],
  ['the same coin under another ticker', {}, { asset: 'KREST' }, { match: 'amount' }],
  ['another environment', {}, { environment: 'test' }, null],
  ['an airdrop', {}, { kind: 'airdrop' }, null],
])('%s', async (_, out, into, expected) => {
  const { transfers, add } = openTransfers()
  add('out', { kind: 'withdrawal', amount: '10', at: atHour(10), ...out })
  add('in', { kind: 'deposit', amount: '10', at: atHour(11), accountId: 'cold', ...into })
  const { offered, offeredCount, unmatchedCount, unmatched } = await transfers.list('live')
  expect(offered).toMatchObject(expected === null ? [] : [expected])
  expect(offeredCount).toBe(offered.length)
  // What has no other side is said.
  if (expected !== null) expect(unmatchedCount).toBe(0)
  else expect(unmatched.map(({ entryId }) => entryId)).toContain('out')
})

it('gives each entry one other side: the best match first, then the nearest', async () => {
  const { transfers, add } = openTransfers()
  add('out1', { kind: 'withdrawal', amount: '10', at: atHour(1) })
  add('out2', { kind: 'withdrawal', amount: '10', at: atHour(3) })
  add('in1', { kind: 'deposit', amount: '9.9', at: atHour(3, 30), accountId: 'cold' })
  add('in2', { kind: 'deposit', amount: '10', at: atHour(4), accountId: 'cold' })
  add('in3', { kind: 'deposit', amount: '9.5', at: atHour(5), accountId: 'cold' })
  const told = async () =>
    (await transfers.list('live')).offered.map(({ withdrawal, deposit }) => [withdrawal.entryId, deposit.entryId])
  expect(await told()).toEqual([
    ['out2', 'in2'],
    ['out1', 'in1'],
  ])
  // What the trader has said is none gives its place to the next.
  transfers.refuse({ withdrawalId: 'out1', depositId: 'in1' })
  expect(await told()).toEqual([
    ['out2', 'in2'],
    ['out1', 'in3'],
  ])
  const { refusedCount, unmatched } = await transfers.list('live')
  expect([refusedCount, unmatched.map(({ entryId }) => entryId)]).toEqual([1, ['in1']])
  transfers.undo({ withdrawalId: 'out1', depositId: 'in1' })
  expect((await told())[1]).toEqual(['out1', 'in1'])
})

it.each<CostMethod>(['average', 'fifo', 'lifo', 'hifo'])(
  'moves the lots with their date and cost, by %s, and undo leaves the ledger byte for byte as it was',
  async (method) => {
    const { transfers, add, results, dump } = openTransfers()
    add('buy', { kind: 'buy', amount: '10', price: '2', at: atHour(1) })
    add('out', { kind: 'withdrawal', amount: '6', at: atHour(10), fee: fee('1') })
    add('in', { kind: 'deposit', amount: '5', at: atHour(11), accountId: 'cold', fee: fee('0.5') })
    add('sale', { kind: 'sell', amount: '4', price: '3', at: atHour(20), accountId: 'cold' })
    const get = async () => {
      const { coins, missingCount, ...all } = await results.get({ environment: 'live', method })
      return { ...all, missingCount, peaq: coins.find(({ coinId }) => coinId === 'peaq') }
    }
    const [before, dumped] = [await get(), dump()]
    expect(before.realised).toBe('0')
    expect(transfers.confirm(key)).toMatchObject({ lost: '1', match: 'fee' })
    expect(dump().ledger).toEqual(dumped.ledger)
    expect(dump().held).toEqual(dumped.held)
    // 4 sold at 3 that had cost 2; 1 lost on the way, 1 for the withdrawal and 0.5 for the deposit.
    const after = await get()
    expect(after).toMatchObject({ realised: '4', fees: '5', missingCount: 0 })
    expect(after.peaq).toMatchObject({ held: before.peaq?.held, heldCost: '7', heldAtCost: '3.5' })
    const { items } = await results.page({ environment: 'live', method, coinId: 'peaq' })
    if (method !== 'average') {
      const sold = items.find(({ outcome }) => outcome === 'sold')
      expect(sold?.parts).toMatchObject([{ lotId: 'buy', acquiredAt: atHour(1), amount: '4', cost: '8' }])
    }
    expect((await transfers.list('live')).confirmed).toMatchObject([{ withdrawal: { entryId: 'out' } }])
    expect(transfers.undo(key)).toBeNull()
    expect(dump()).toEqual(dumped)
    expect(await get()).toEqual(before)
  },
)

it('counts a transfer once where the deposit is written before its withdrawal', async () => {
  const { transfers, add, results } = openTransfers()
  add('buy', { kind: 'buy', amount: '10', price: '2', at: atHour(1) })
  add('in', { kind: 'deposit', amount: '6', at: atHour(9, 55), accountId: 'cold', fee: fee('-0.5') })
  add('sale', { kind: 'sell', amount: '6', price: '3', at: atHour(9, 57), accountId: 'cold' })
  add('out', { kind: 'withdrawal', amount: '6', at: atHour(10) })
  transfers.confirm(key)
  const { coins, realised, missingCount } = await results.get({ environment: 'live', method: 'fifo' })
  expect([realised, missingCount]).toEqual(['6', 0])
  expect(coins.find(({ coinId }) => coinId === 'peaq')).toMatchObject({ held: '4.5', heldCost: '8' })
})

it('takes no entry twice, none that cannot be one transfer, and none that is not there', () => {
  const { transfers, add, store } = openTransfers()
  add('out', { kind: 'withdrawal', amount: '10', at: atHour(10) })
  add('in', { kind: 'deposit', amount: '2', at: atHour(2), accountId: 'cold' })
  add('in2', { kind: 'deposit', amount: '10', at: atHour(11), accountId: 'cold' })
  add('more', { kind: 'deposit', amount: '10.1', at: atHour(11), accountId: 'cold' })
  const code = (work: () => unknown, wanted: string) => expect(work).toThrow(expect.objectContaining({ code: wanted }))
  code(() => transfers.confirm({ ...key, depositId: 'none' }), 'NOT_FOUND')
  code(() => transfers.confirm({ ...key, depositId: 'more' }), 'BAD_INPUT')
  code(() => transfers.refuse({ withdrawalId: 'in', depositId: 'out' }), 'BAD_INPUT')
  code(() => transfers.undo(key), 'NOT_FOUND')
  // The trader may know what is not offered: most of it went for a fee.
  expect(transfers.confirm(key)).toMatchObject({ lost: '8', match: 'difference' })
  code(() => transfers.confirm({ ...key, depositId: 'in2' }), 'NOT_EDITABLE')
  code(() => transfers.refuse(key), 'NOT_EDITABLE')
  // Of another amount they need not be one; a price changes nothing of it.
  store.replace(movement({ entryId: 'in', kind: 'deposit', amount: '2', price: '1', at: atHour(2), accountId: 'cold' }))
  expect(store.transfers()).toHaveLength(1)
  store.replace(movement({ entryId: 'in', kind: 'deposit', amount: '3', at: atHour(2), accountId: 'cold' }))
  expect(store.transfers()).toEqual([])
  transfers.confirm(key)
  store.remove('out')
  expect(store.transfers()).toEqual([])
})

it('of any withdrawals and deposits each is in one pair at most, and nothing of a coin comes or goes by it', async () => {
  const row = fc.record({
    isOut: fc.boolean(),
    hour: fc.integer({ min: 0, max: 100 }),
    amount: fc.integer({ min: 1, max: 12 }),
    place: fc.constantFrom('main', 'cold', 'hot'),
    fee: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 14 }), async (rows) => {
      const { transfers, add, results, dump } = openTransfers()
      add('buy', { kind: 'buy', amount: '1000', price: '2', at: '2025-01-01T00:00:00.000Z' })
      for (const [n, { isOut, hour, amount, place, fee: paid }] of rows.entries()) {
        const kind = isOut ? 'withdrawal' : 'deposit'
        const charged = paid === null ? null : fee(String(paid))
        add(`e${n}`, { kind, amount: String(amount), at: atHour(hour), accountId: place, fee: charged })
      }
      const held = async () => {
        const { coins } = await results.get({ environment: 'live', method: 'fifo' })
        return coins.map(({ asset, places }) => [
          asset,
          places.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1)),
        ])
      }
      const [before, dumped] = [await held(), dump()]
      const { offered, unmatchedCount } = await transfers.list('live')
      const ids = offered.flatMap(({ withdrawal, deposit }) => [withdrawal.entryId, deposit.entryId])
      expect(new Set(ids).size).toBe(ids.length)
      expect(unmatchedCount).toBe(rows.length - ids.length)
      for (const { withdrawal, deposit } of offered) {
        transfers.confirm({ withdrawalId: withdrawal.entryId, depositId: deposit.entryId })
      }
      expect(await held()).toEqual(before)
      for (const { withdrawal, deposit } of offered) {
        transfers.undo({ withdrawalId: withdrawal.entryId, depositId: deposit.entryId })
      }
      expect(dump()).toEqual(dumped)
    }),
    { seed, numRuns: 40 },
  )
})

it('lets others run while it looks through many', async () => {
  const of = (kind: 'withdrawal' | 'deposit', n: number) =>
    movement({ entryId: `${kind}${n}`, kind, amount: '1', at: new Date(n * 36e5).toISOString(), accountId: kind })
  const all = (kind: 'withdrawal' | 'deposit') => Array.from({ length: 300 }, (_, n) => of(kind, n))
  let turns = 0
  const turn = async () => {
    turns += 1
  }
  expect(await matched(all('withdrawal'), all('deposit'), () => false, turn)).toHaveLength(300)
  expect(turns).toBeGreaterThan(300 * 60)
})
