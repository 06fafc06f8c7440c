// Pages of orders: every order once, newest first, whatever is asked for; and none of it reads a whole table.

import { expect, it } from 'vitest'
import type { OrderJournal } from '../../../../../electron/ports/stores.ts'
import { createOrderList } from '../../../../../electron/services/orders/order-list.ts'
import type { Environment, Order, OrderFilter, OrderStatus } from '../../../../../shared/order.ts'
import { asText, reason } from '../../../../../shared/reasons/reason.ts'
import { announcedSeed, randomOf } from '../../../../support/hostile/seed.ts'
import { AT, newOrder, openJournal } from '../../../../support/profile/journal.ts'
import { countStatements } from '../../../../support/statements/count-statements.ts'
import { planOf, turnsOf } from '../../../../support/statements/statement-costs.ts'

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03']
const ACCOUNTS = ['practice', 'one', 'two']
const ENVIRONMENTS: Environment[] = ['practice', 'test', 'live']
const COINS = ['peaq', 'ola']
const REASONS = [
  asText('100% sure_'),
  reason('ANSWER_UNCLEAR', { words: 'a "quoted" \\ word' }),
  reason('LOOK_YOURSELF', { why: reason('ANSWER_UNCLEAR', { words: 'deeper words' }) }),
]
/** What somebody said; neither a code nor the name of a parameter. */
const saidIn = (told: unknown): string =>
  typeof told === 'object' && told !== null
    ? Object.values('params' in told && typeof told.params === 'object' ? (told.params ?? {}) : {})
        .map((value) => (typeof value === 'string' ? value : saidIn(value)))
        .join()
    : ''
const STATUSES: OrderStatus[] = ['recorded', 'abandoned', 'not-sent']

function fill(journal: OrderJournal, count: number, random: () => number): Order[] {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const written: Order[] = []
  for (let number = 0; number < count; number += 1) {
    const coinId = pick(COINS)
    const place = { accountId: pick(ACCOUNTS), environment: pick(ENVIRONMENTS), createdAt: pick(DAYS) }
    const order = newOrder({ ...place, coinId, market: `${coinId.toUpperCase()}/USDT` })
    journal.recordIntent(order)
    const status = pick(STATUSES)
    if (status !== 'recorded') journal.change(order.intentId, AT, { status, reason: pick(REASONS) })
    const kept = journal.get(order.intentId)
    if (kept !== null) written.unshift(kept)
  }
  return written.toSorted((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1))
}

const holds = (order: Order, filter: OrderFilter): boolean =>
  (filter.accountId ?? order.accountId) === order.accountId &&
  (filter.environment ?? order.environment) === order.environment &&
  (filter.coinId ?? order.coinId) === order.coinId &&
  (filter.status === undefined || [filter.status].flat().includes(order.status)) &&
  (filter.text === undefined ||
    [order.market, saidIn(order.reason)].some((word) => word.toLowerCase().includes(filter.text?.toLowerCase() ?? '')))

it('shows every order once, in pages of any size, by any filter', async () => {
  const seed = announcedSeed('pages of orders')
  const random = randomOf(seed)
  const { journal } = openJournal()
  const all = fill(journal, 60, random)
  const maybe = <T>(values: readonly T[]): T | undefined =>
    random() < 0.4 ? values[Math.floor(random() * values.length)] : undefined
  for (let round = 0; round < 60; round += 1) {
    const filter: OrderFilter = {
      ...{ accountId: maybe(ACCOUNTS), environment: maybe(ENVIRONMENTS), coinId: maybe(COINS) },
      status: maybe([STATUSES[0], STATUSES[1], STATUSES.slice(1)]),
      text: maybe(['ola/', '100% sure_', '_', '%', '"', '\\', 'words', 'UNCLEAR', 'quoted']),
    }
    const limit = 1 + Math.floor(random() * 20)
    const list = listOf(journal, 1 + Math.floor(random() * 30))
    const pages: Order[] = []
    let before: number | undefined
    do {
      const page = await list.page({ ...filter, limit, before })
      expect(page.items.length, `seed ${seed}`).toBeLessThanOrEqual(limit)
      pages.push(...page.items)
      before = page.next ?? undefined
    } while (before !== undefined)
    expect(pages, `seed ${seed} ${JSON.stringify(filter)}`).toEqual(all.filter((order) => holds(order, filter)))
  }
  expect(() => journal.page({ limit: 1, before: 10_000 })).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

const FILTERS: OrderFilter[] = [
  {},
  { accountId: 'practice' },
  { environment: 'practice' },
  { coinId: 'peaq' },
  { status: 'recorded' },
  { accountId: 'practice', before: 30 },
]

/** As the page asks for them; a search goes through so many orders a step. */
const listOf = (journal: OrderJournal, span: number) =>
  createOrderList(
    journal,
    () => {},
    () => {},
    span,
  )

it('searches on behind a row that cannot be read, a step at a time, while others have their turn', async () => {
  const { db, journal } = openJournal()
  for (let number = 0; number < 40; number += 1) journal.recordIntent(newOrder({ createdAt: DAYS[0] ?? '' }))
  const ids = db
    .all('SELECT rowid AS place, intent_id FROM orders ORDER BY rowid')
    .map((row) => String(row['intent_id']))
  db.run("UPDATE orders SET amount = 'much' WHERE intent_id = ?", ids[20] ?? '')
  const list = listOf(journal, 5)
  const found = { items: [{ intentId: ids[3] }], next: null }
  const turns = await turnsOf(async () => expect(await list.page({ text: ids[3], limit: 2 })).toMatchObject(found))
  expect(turns).toBeGreaterThanOrEqual(7)
  const first = await list.page({ text: 'peaq', limit: 20 })
  expect(first.items.map(({ intentId }) => intentId)).toEqual(
    ids
      .toReversed()
      .filter((id) => id !== ids[20])
      .slice(0, 19),
  )
  const rest = await list.page({ text: 'peaq', limit: 20, before: first.next ?? 0 })
  expect([rest.items.length, rest.next]).toEqual([20, null])
})

it('goes through no more orders a step of a search than it is told, by an index', () => {
  const { db, journal } = openJournal()
  fill(journal, 40, randomOf(1))
  const statements = countStatements()
  for (const filter of FILTERS) {
    statements.taken()
    const { scannedTo } = journal.search({ ...filter, text: 'no such words', limit: 10 }, 4)
    if (filter.before === undefined) expect(scannedTo).not.toBeNull()
    const [step = ''] = statements.taken().filter((sql) => sql.includes('ESCAPE'))
    expect(step).toMatch(/LIMIT \?\)/)
    expect(planOf(db, step)).toMatch(/USING INDEX/)
  }
})

it('goes on behind a row that cannot be read', () => {
  const { db, journal } = openJournal()
  for (const day of DAYS) journal.recordIntent(newOrder({ createdAt: day }))
  db.run("UPDATE orders SET amount = 'much' WHERE created_at = ?", DAYS[1] ?? '')
  const first = journal.page({ limit: 2 })
  expect(first.items.map(({ createdAt }) => createdAt)).toEqual([DAYS[2]])
  const rest = journal.page({ limit: 2, before: first.next ?? 0 })
  expect([rest.items.map(({ createdAt }) => createdAt), rest.next]).toEqual([[DAYS[0]], null])
})

it.each(FILTERS)('reads a page by an index, in as many statements as one order takes: %j', (filter) => {
  const { db, journal } = openJournal()
  fill(journal, 40, randomOf(1))
  const statements = countStatements()
  const cost = (limit: number) => {
    journal.page({ ...filter, limit })
    return statements.taken()
  }
  const [one, many] = [cost(1), cost(100)]
  expect(many.length).toBe(one.length)
  expect(many.length).toBeLessThanOrEqual(5)
  const [page = ''] = many.filter((sql) => sql.includes('LIMIT'))
  expect(planOf(db, page)).toMatch(/USING INDEX/)
  expect(planOf(db, page)).not.toMatch(/TEMP B-TREE/)
})

it('asks whether there is any order without reading one', () => {
  const { journal } = openJournal()
  expect(journal.hasAny('practice')).toBe(false)
  journal.recordIntent(newOrder())
  const statements = countStatements()
  expect([journal.hasAny('practice'), journal.hasAny('one')]).toEqual([true, false])
  expect(statements.taken()).toHaveLength(2)
})
