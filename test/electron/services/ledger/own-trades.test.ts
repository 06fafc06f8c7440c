// A trade counts once, whether an import or its own order tells it first: the fill takes the place of the row, and taking the import
// back leaves the fill.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOrderJournal } from '../../../../electron/adapters/sqlite/stores/order-journal.ts'
import type { VenueFill } from '../../../../electron/ports/venue.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { file, openImports } from '../../../support/ledger/imports.ts'
import { newOrder, venueOrder } from '../../../support/profile/journal.ts'

const seed = announcedSeed('own trades in files')
const NOON = '2026-01-05T12:00:00.000Z'
const after = (ms: number) => new Date(Date.parse(NOON) + ms).toISOString()
const fill = (fillId: string, amount: string, price = '2', at = NOON): VenueFill => ({
  ...{ fillId, price, amount, at },
  fee: { asset: 'USDT', amount: '0.01' },
})
const AT_PRACTICE = { accountId: 'practice' }
const row = (amount: string, price = '2', at = NOON, kind = 'buy') => `${at},${kind},PEAQ,${amount},${price}`

function openBoth(live: string[] = [], turns?: Parameters<typeof openImports>[1]) {
  const opened = openImports(live, turns)
  const journal = createOrderJournal(
    opened.db,
    () => {},
    () => {},
  )
  let made = 0
  /** An order whose fate the exchange tells at last: it traded this. */
  const learn = (fills: VenueFill[], changes: Partial<Parameters<typeof newOrder>[0]> = {}, filled?: string) => {
    made += 1
    const order = newOrder({ intentId: `intent-${made}`, createdAt: after(-60_000), ...changes })
    journal.recordIntent(order)
    journal.startAttempt(order.intentId, after(-60_000), null)
    tell(order, fills, filled)
    return order
  }
  const tell = (order: ReturnType<typeof newOrder>, fills: VenueFill[], filled?: string, at = after(3_600_000)) => {
    const sum = fills.reduce((all, { amount }) => all + Number(amount), 0)
    const told = {
      ...venueOrder(order),
      status: 'open' as const,
      filled: filled ?? String(sum),
      averagePrice: '2',
      fills,
    }
    journal.change(order.intentId, at, { status: 'partially-filled', venueOrder: told })
  }
  const kept = () =>
    opened.store
      .page({ limit: 500 })
      .items.map(({ source, amount, price }) => `${source.startsWith('import:') ? 'file' : source} ${amount} ${price}`)
      .toSorted()
  return { ...opened, journal, learn, tell, kept }
}

it.each([
  ['to the second', row('100')],
  ['cut to the second', row('100', '2', after(0).replace('.000Z', 'Z'))],
  ['half a second later', row('100', '2', after(500))],
  ['at a rounded price', row('100', '2.001')],
  ['without a price', row('100', '')],
])('a fill takes the place of its row in a file: %s', async (_, line) => {
  const { bring, learn, kept, imports, dump } = openBoth()
  const before = dump()
  const { importId } = await bring(file(line, row('7')), AT_PRACTICE)
  learn([fill('t1', '100')])
  expect(kept()).toEqual(['file 7 2', 'fill 100 2'])
  expect(imports.list()).toMatchObject([{ movements: 1 }])
  expect(await imports.undo(importId)).toEqual({ removed: 1 })
  expect(kept()).toEqual(['fill 100 2'])
  expect(dump().held).toEqual(before.held)
  // The same file again brings what is no own trade.
  expect(await bring(file(line, row('7')), AT_PRACTICE)).toMatchObject({ added: 1 })
})

it.each([
  ['another amount', row('101')],
  ['the other side', row('100', '2', NOON, 'sell')],
  ['another second', row('100', '2', after(2_500))],
  ['another price', row('100', '2.2')],
  ['another coin', `${NOON},buy,OLA,100,2`],
])('a row of %s is another trade', async (_, line) => {
  const { bring, learn, kept } = openBoth()
  await bring(file(line), AT_PRACTICE)
  learn([fill('t1', '100')])
  expect(kept()).toHaveLength(2)
})

it('at another place it is another trade; a place under the exchange’s name is one of its accounts', async () => {
  const { db, bring, learn, kept } = openBoth(['kraken-main'])
  db.run("INSERT INTO accounts VALUES ('kraken-main', 'kraken', 'live', 'Main', NULL, ?, NULL)", NOON)
  await bring(file(row('100')), { accountId: 'cold' })
  await bring(file(row('100')), { accountId: 'kraken' })
  learn([fill('t1', '100')], { accountId: 'kraken-main', environment: 'live' })
  expect(kept()).toEqual(['file 100 2', 'fill 100 2'])
  // And the other way round.
  expect(await bring(file(row('100')), { accountId: 'kraken' })).toMatchObject({ added: 0 })
})

it('of equal trades of one second as many rows go as were own, the nearest price first', async () => {
  const { bring, learn, kept } = openBoth()
  await bring(file(row('5'), row('5'), row('5', '2.005')), AT_PRACTICE)
  learn([fill('t1', '5', '2.005')])
  expect(kept()).toEqual(['file 5 2', 'file 5 2', 'fill 5 2.005'])
  learn([fill('t2', '5')])
  expect(kept()).toEqual(['file 5 2', 'fill 5 2', 'fill 5 2.005'])
})

it('what is filled and of which no trade was told yet takes the rows within the time of its order', async () => {
  const { bring, learn, tell, kept } = openBoth()
  const rows = [row('60', '2', after(-30_000)), row('40', '2', after(-20_000)), row('100', '2', after(-90_000))]
  await bring(file(...rows), AT_PRACTICE)
  const order = learn([], {}, '100')
  expect(kept()).toEqual(['file 100 2', 'fill 100 null'])
  // Its trades are told at last: nothing is counted twice, and nothing else goes.
  tell(order, [fill('a', '60', '2', after(-30_000)), fill('b', '40', '2', after(-20_000))])
  expect(kept()).toEqual(['file 100 2', 'fill 40 2', 'fill 60 2'])
})

it('a file that has one row for a whole order is told by all of its trades', async () => {
  const { bring, learn, tell, kept } = openBoth()
  await bring(file(row('100', '2', after(10_000))), AT_PRACTICE)
  const order = learn([fill('a', '60')])
  expect(kept()).toEqual(['file 100 2', 'fill 60 2'])
  tell(order, [fill('b', '40', '2', after(10_000))], '100')
  expect(kept()).toEqual(['fill 40 2', 'fill 60 2'])
  expect(await bring(file(row('100', '2', after(10_000))), AT_PRACTICE)).toMatchObject({ added: 0 })
})

it('a row with the exchange’s id of the trade is known by it, whatever its clock says', async () => {
  const { bring, learn, kept, store } = openBoth()
  const HEAD = 'txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers'
  const line = (id: string, time: string) => `${id},O1,PEAQUSD,${time},buy,limit,2,200,0,100,0,,`
  const text = [HEAD, line('T1', '2026-01-05 13:00:00'), line('T2', '2026-01-05 12:00:00')].join('\n')
  await bring(text, AT_PRACTICE)
  expect(store.page({}).items.map(({ tradeId }) => tradeId)).toEqual(['T1', 'T2'])
  // The one of the same second is another by its id.
  learn([fill('T1', '100')])
  expect(store.page({}).items.map(({ source, tradeId }) => tradeId ?? source)).toEqual(
    expect.arrayContaining(['T2', 'fill']),
  )
  expect(kept()).toHaveLength(2)
  expect(await bring(text, AT_PRACTICE)).toMatchObject({ added: 0 })
})

it('what an order trades while its file is written is in neither twice', async () => {
  // The preview has a turn for each row, and so has the commit.
  for (const at of [0, 199, 200, 201, 348, 349, 350, 351, 399]) {
    let turn = 0
    const { bring, learn, kept, imports, dump } = openBoth([], {
      turn: async () => {
        if (turn === at) learn([fill('t1', '150')])
        turn += 1
      },
      isLong: () => true,
    })
    const rows = Array.from({ length: 200 }, (_, n) => row(String(n + 1)))
    const { importId, added, movements } = await bring(file(...rows), AT_PRACTICE)
    expect(kept().filter((each) => each.includes(' 150 '))).toEqual(['fill 150 2'])
    expect([added, movements]).toEqual([199, 199])
    await imports.undo(importId)
    expect(kept()).toEqual(['fill 150 2'])
    expect(dump().held).toEqual([])
  }
})

it('whatever is told first, and in whatever order: each trade is there once', async () => {
  const trade = fc.record({
    amount: fc.integer({ min: 1, max: 3 }),
    second: fc.integer({ min: 0, max: 3 }),
    own: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(trade, { minLength: 1, maxLength: 8 }), fc.array(fc.boolean()), async (trades, early) => {
      const { bring, learn, kept, imports } = openBoth()
      const at = (second: number) => after(second * 5_000)
      const tell = (n: number) => {
        const one = trades[n]
        if (one?.own) learn([fill(`t${n}`, String(one.amount), '2', at(one.second))])
      }
      trades.forEach((_, n) => void (early[n] && tell(n)))
      const { importId } = await bring(
        file(...trades.map(({ amount, second }) => row(String(amount), '2', at(second)))),
        AT_PRACTICE,
      )
      trades.forEach((_, n) => void (early[n] || tell(n)))
      const told = (own: boolean) =>
        trades.filter((each) => each.own === own).map(({ amount }) => `${own ? 'fill' : 'file'} ${amount} 2`)
      expect(kept()).toEqual([...told(true), ...told(false)].toSorted())
      if (told(false).length > 0) await imports.undo(importId)
      expect(kept()).toEqual(told(true).toSorted())
    }),
    { seed, numRuns: 25 },
  )
})
