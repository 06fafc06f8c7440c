// The value of a portfolio by day: what was seen, what movements and prices of each day come to, and gaps for all that nobody knows.

import { expect, it } from 'vitest'
import { createLedgerStore } from '../../../../electron/adapters/sqlite/ledger/ledger-store.ts'
import { createValueDays } from '../../../../electron/adapters/sqlite/ledger/value-days.ts'
import { createValueHistory } from '../../../../electron/services/ledger/value-history.ts'
import { createValueKeeper } from '../../../../electron/services/portfolio/value-keeper.ts'
import type { Movement } from '../../../../shared/ledger/ledger.ts'
import type { Portfolio } from '../../../../shared/portfolio.ts'
import { movement } from '../../../support/ledger/ledgers.ts'
import { openTestDatabase } from '../../../support/profile/journal.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`

function openHistory(now: number, held: { peaq?: string; usdt?: string; total?: string | null } = {}) {
  const db = openTestDatabase()
  const ledger = createLedgerStore(db)
  const values = createValueDays(db)
  const asked: string[] = []
  const closes = new Map<string, string>()
  const portfolio = {
    ...{ environment: 'live', total: held.total === undefined ? '1' : held.total, assets: [] },
    holdings: held.peaq === undefined ? [] : [{ coinId: 'peaq', amount: held.peaq }],
    cash: held.usdt === undefined ? [] : [{ asset: 'USDT', amount: held.usdt }],
  } as unknown as Portfolio
  const history = createValueHistory({
    ...{ ledger, values, portfolio: async () => portfolio, now: () => at(now), turn: async () => {} },
    history: async ({ coinId, range }) => {
      asked.push(`${coinId} ${range}`)
      const candles = [...closes].map(([day, close]) => ({ at: `${day}T00:00:00.000Z`, close }))
      return { coinId, range, candles, currency: 'USDT' } as unknown as Awaited<
        ReturnType<Parameters<typeof createValueHistory>[0]['history']>
      >
    },
  })
  const add = (day: number, change: Partial<Movement> & Pick<Movement, 'kind' | 'amount'>) =>
    ledger.add(
      movement({ entryId: `e${day}`, at: at(day), accountId: 'main', coinId: 'peaq', asset: 'PEAQ', ...change }),
    )
  const price = (day: number, close: string) => closes.set(at(day).slice(0, 10), close)
  const days = async () => {
    const found = await history({ environment: 'live', range: '30d' })
    return found.days.map(({ day, value, from, missing }) => [Number(day.slice(8)), value, from, ...missing])
  }
  return { values, history, add, price, days, asked }
}

it('reckons each day by what was held at its end and the price of that day; a day without a price is a gap', async () => {
  const { add, price, days, asked } = openHistory(6, { peaq: '3', usdt: '80' })
  add(1, { kind: 'deposit', coinId: null, asset: 'USDT', amount: '100' })
  add(2, { kind: 'buy', amount: '5', price: '6', currency: 'USDT' })
  add(4, { kind: 'sell', amount: '2', price: '5', currency: 'USDT' })
  price(2, '6')
  price(4, '4')
  price(5, '3')
  expect(await days()).toEqual([
    [1, '100', 'reckoned'],
    [2, '100', 'reckoned'],
    [3, null, null, 'peaq'],
    [4, '92', 'reckoned'],
    [5, '89', 'reckoned'],
    // Of today only what was seen counts.
    [6, null, null],
  ])
  expect(asked).toEqual(['peaq 30d'])
})

it('a day that was seen is what was seen, and between two of them nobody makes up any', async () => {
  const { add, price, days, values } = openHistory(5, { peaq: '5' })
  add(1, { kind: 'airdrop', amount: '5' })
  for (const day of [1, 2, 3, 4]) price(day, '2')
  for (const [day, value] of [
    [2, '11'],
    [4, '0'],
  ] as const) {
    values.saveValue({ environment: 'live', day: at(day).slice(0, 10), at: at(day), value, unpriced: ['ten'] })
  }
  expect(await days()).toEqual([
    [1, '10', 'reckoned'],
    [2, '11', 'kept', 'ten'],
    [3, null, null],
    [4, '0', 'kept', 'ten'],
    [5, null, null],
  ])
})

it.each([
  ['more is held than movements say', { peaq: '6' }, 'movements-missing'],
  ['less is held', { peaq: '4' }, 'movements-missing'],
  ['something is held that they do not name', { peaq: '5', usdt: '1' }, 'movements-missing'],
  ['nobody knows the total', { peaq: '5', total: null }, 'unknown-now'],
])('reckons nothing where %s', async (_, held, gap) => {
  const { add, price, history } = openHistory(3, held)
  add(1, { kind: 'airdrop', amount: '5' })
  price(1, '2')
  expect(await history({ environment: 'live', range: 'max' })).toMatchObject({ days: [], gap })
})

it('keeps one value a day, the last that was seen, and none that is unknown or of another day', () => {
  const { values } = openHistory(3)
  let now = at(3)
  const keep = createValueKeeper(values, () => now)
  const seen = (total: string | null, asOf = now) =>
    keep({ environment: 'live', asOf, total, accounts: [{}], unpriced: [] } as unknown as Portfolio)
  seen(null)
  seen('5', at(2))
  expect(values.values('live', '2026-01-01')).toEqual([])
  seen('6')
  // With every price it is another: it is written now and then.
  seen('7')
  now = '2026-11-03T10:10:00.000Z'
  seen('8')
  now = at(4)
  seen('9')
  expect(values.values('live', '2026-01-01').map(({ day, value }) => [day, value])).toEqual([
    ['2026-11-03', '8'],
    ['2026-11-04', '9'],
  ])
  expect(values.values('live', '2026-11-04')).toHaveLength(1)
  expect(values.values('test', '2026-01-01')).toEqual([])
})
