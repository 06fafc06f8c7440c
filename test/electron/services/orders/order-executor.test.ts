// The fills of an order are the same whoever tells of them first, and however often: the answer, a stream, a look-up, a list of
// trades that lags behind it.

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { withFills } from '../../../../electron/adapters/ccxt/orders/venue-orders.ts'
import type { OrderJournal } from '../../../../electron/ports/stores.ts'
import type { Answer, LookupPass, LookupResult } from '../../../../electron/ports/system.ts'
import type { VenueFill, VenueOrder } from '../../../../electron/ports/venue.ts'
import type { AccountContext } from '../../../../electron/services/accounts/accounts.ts'
import { createNotices } from '../../../../electron/services/common/notices.ts'
import { createOrderExecutor } from '../../../../electron/services/orders/order-executor.ts'
import type { Order } from '../../../../shared/order.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { AppError } from '../../../../shared/result.ts'
import { recordOf } from '../../../../shared/venues/records.ts'
import { makeAppClock } from '../../../support/app-clock.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'
import { PERMIT } from '../../../support/permit.ts'
import { AT, newOrder, openJournal } from '../../../support/profile/journal.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const AMOUNT = 12

/** Up to four trades; all of the order, or less where it was canceled. */
const trades = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
/** What is told: by whom, and how far the order and its trades have come by then. */
const word = fc.record({
  by: fc.constantFrom('look', 'stream', 'noted'),
  row: fc.integer({ min: 0, max: 4 }),
  list: fc.integer({ min: 0, max: 4 }),
})
const run = fc.record({
  trades,
  answer: fc.constantFrom('whole', 'part', 'id', 'lost'),
  before: fc.boolean(),
  words: fc.array(word, { maxLength: 8 }),
})

function settling(kept?: OrderJournal) {
  const { db, journal } = kept === undefined ? openJournal() : { db: null, journal: kept }
  const [clock, notices] = [makeAppClock(), createNotices(() => {})]
  const executor = createOrderExecutor({
    ...{ journal, clock, notices, logger: silent, trace: () => {} },
    cover: { now: () => null, holds: () => false },
    preTrade: { problem: () => null, checked: () => null, permit: () => PERMIT },
    ...{ changed: () => {}, looked: () => {}, keyRefused: () => {} },
  })
  return { db, journal, executor, clock, notices }
}

test('any order of answer, stream, look-ups and trades, with repeats, books each trade once', async () => {
  const { db, journal, executor } = settling()
  let count = 0
  await fc.assert(
    fc.asyncProperty(run, async ({ trades: sizes, answer, before, words }) => {
      count += 1
      const order = newOrder({ accountId: 'a', amount: String(AMOUNT) })
      const { venueClientId: key, market, side, type } = order
      const fills = sizes.map(
        (size, at): VenueFill => ({
          ...{
            fillId: `${count}-${at}`,
            price: '2',
            amount: String(size),
            fee: { asset: 'USDT', amount: '0.1' },
            at: AT,
          },
        }),
      )
      const sum = (n: number) => sizes.slice(0, n).reduce((all, size) => all + size, 0)
      /** The order as its row says after so many trades, with the trades that are listed by then. */
      const view = (row: number, list: number): VenueOrder => {
        const isLast = row >= sizes.length
        const filled = sum(row)
        const status = filled === AMOUNT ? 'filled' : isLast ? 'canceled' : filled === 0 ? 'open' : 'partially-filled'
        const told = {
          orderId: `v-${count}`,
          key,
          market,
          side,
          type,
          amount: String(AMOUNT),
          price: null,
          stopPrice: null,
        }
        const averagePrice = filled === 0 ? null : '2'
        return withFills(
          { ...told, status, filled: String(filled), averagePrice, fee: null, reason: null, fills: [] },
          fills.slice(0, list),
        )
      }
      const [all] = [sizes.length]
      const next: { found: VenueOrder } = { found: view(0, 0) }
      const place = async (): Promise<Answer> => {
        if (before) executor.note(order.intentId, view(1, 0))
        if (answer === 'lost') return { phase: 'lost', sent: 'whole', detail: reason('EXCHANGE_NOT_ASKED') }
        const told = answer === 'whole' ? view(all, all) : answer === 'part' ? view(1, 1) : null
        const id = { orderId: `v-${count}`, order: told }
        return { phase: 'answered', status: 200, code: null, message: '', ...id, buried: false }
      }
      const find = async (): Promise<LookupPass> => ({
        legs: [{ leg: 'history', state: 'answered', orders: [next.found], unmatched: [] }],
        ...{ venueNow: null, late: null },
      })
      const exchange = { record: recordOf('okx'), voidKey: null, place, find, clockOffset: async () => 0 }
      const desk = { exchange, view: { refresh: async () => {} } } as unknown as AccountContext
      const stored = () => {
        const now = journal.get(order.intentId)
        if (now === null) throw new Error('no order')
        return now
      }
      journal.recordIntent(order)
      await executor.send(order, desk)
      for (const { by, row, list } of words) {
        next.found = view(row, list)
        if (by === 'look') await executor.look(stored(), desk)
        else executor.note(order.intentId, next.found)
        if (by === 'stream') executor.hear(stored(), desk)
      }
      next.found = view(all, all)
      for (let look = 0; look < 2; look += 1) await executor.look(stored(), desk)
      const total = sum(all)
      expect(stored()).toMatchObject({
        status: total === AMOUNT ? 'filled' : 'canceled',
        ...{ filled: String(total), averagePrice: '2', venueOrderId: `v-${count}` },
      })
      const rows = db?.all('SELECT fill_id, amount FROM fills WHERE intent_id = ? ORDER BY fill_id', order.intentId)
      expect(rows).toEqual(fills.map(({ fillId, amount }) => ({ fill_id: fillId, amount })))
      expect(executor.unconfirmed()).not.toContain(order.intentId)
    }),
    { seed: announcedSeed('fills'), numRuns: 300 },
  )
})

const STANDING: LookupResult = { leg: 'id', state: 'answered', orders: [], unmatched: [] }
const TRADES_OF = (unmatched: string[]): LookupResult => ({ ...STANDING, leg: 'trades', unmatched })
const UNTOLD: LookupResult = { leg: 'trades', state: 'failed', detail: reason('EXCHANGE_NOT_ASKED') }

test.each([
  ['nothing else traded', [TRADES_OF([])], 'settled'],
  ["another order of this account's traded", [TRADES_OF(['v-other'])], 'settled'],
  ['an order traded that nobody knows', [TRADES_OF(['v-unknown'])], 'alone'],
  ['an order traded that nobody knows, beside one of ours', [TRADES_OF(['v-other', 'v-unknown'])], 'alone'],
  ['the trades were not told', [UNTOLD], 'later'],
  ['nothing was told of it', null, 'alone'],
] as const)('of two that are looked at together, where %s: %s', async (_name, more, fate) => {
  const { journal, executor } = settling()
  const place = async (orderId: string) => {
    const order = newOrder({ accountId: 'a', amount: String(AMOUNT) })
    journal.recordIntent(order)
    const answer = {
      phase: 'answered',
      status: 200,
      code: null,
      message: '',
      orderId,
      order: null,
      buried: false,
    } as const
    const exchange = { record: recordOf('okx'), voidKey: null, place: async () => answer, clockOffset: async () => 0 }
    await executor.send(order, { exchange, view: { refresh: async () => {} } } as unknown as AccountContext)
    return journal.get(order.intentId) as Order
  }
  const [ours, other] = [await place('v-ours'), await place('v-other')]
  const row = ({ venueOrderId, venueClientId, market, side, type, amount }: Order): VenueOrder => ({
    ...{ orderId: venueOrderId ?? '', key: venueClientId, market, side, type, amount, price: null, stopPrice: null },
    ...{ status: 'canceled', filled: '0', averagePrice: null, fee: null, reason: null, fills: [] },
  })
  const legs = more === null ? null : [{ ...STANDING, orders: [row(ours)] }, ...more]
  const exchange = {
    record: recordOf('okx'),
    voidKey: null,
    findKnown: async () => [legs, [{ ...STANDING, orders: [row(other)] }]],
  }
  const told = await executor.lookTogether([ours, other], { exchange } as unknown as AccountContext, {
    isBackground: true,
  })
  expect(told).toEqual({
    alone: fate === 'alone' ? [ours.intentId] : [],
    later: fate === 'later' ? [ours.intentId] : [],
  })
  expect([ours, other].map(({ intentId }) => journal.get(intentId)?.status)).toEqual([
    fate === 'settled' ? 'canceled' : 'open',
    'canceled',
  ])
})

const FILL: VenueFill = {
  fillId: 'f1',
  price: '2',
  amount: String(AMOUNT),
  fee: { asset: 'USDT', amount: '0.1' },
  at: AT,
}

/** An order that its answer says is filled, without any of its trades; a look-up tells `next`. */
async function filledWithoutTrades() {
  const kit = settling()
  const order = newOrder({ accountId: 'a', amount: String(AMOUNT), createdAt: new Date(kit.clock.now()).toISOString() })
  kit.journal.recordIntent(order)
  const { venueClientId: key, market, side, type, amount } = order
  const told: VenueOrder = {
    ...{ orderId: 'v-1', key, market, side, type, amount, price: null, stopPrice: null, averagePrice: '2', fee: null },
    ...{ status: 'filled', filled: amount, reason: null, fills: [] },
  }
  const next = { found: told }
  const answer = { phase: 'answered', status: 200, code: null, message: '', orderId: 'v-1', order: told, buried: false }
  const find = async () => ({
    legs: [{ leg: 'history', state: 'answered', orders: [next.found], unmatched: [] }],
    ...{ venueNow: null, late: null },
  })
  const exchange = {
    record: recordOf('okx'),
    voidKey: null,
    place: async () => answer,
    find,
    clockOffset: async () => 0,
  }
  const context = { exchange, view: { refresh: async () => {} } } as unknown as AccountContext
  await kit.executor.send(order, context)
  const stored = () => kit.journal.get(order.intentId) as Order
  return { ...kit, order, told, next, context, stored }
}

test('trades that lag behind an order are asked for again after a restart, for a day', async () => {
  const { journal, order, told, next, context, stored } = await filledWithoutTrades()
  const restarted = settling(journal)
  expect(restarted.executor.unconfirmed()).toEqual([])
  restarted.executor.askForTrades()
  expect(restarted.executor.unconfirmed()).toEqual([order.intentId])
  next.found = { ...told, fills: [FILL] }
  await restarted.executor.look(stored(), context)
  expect([journal.booked(order.intentId), restarted.executor.unconfirmed()]).toEqual([String(AMOUNT), []])
  const whole = settling(journal)
  whole.executor.askForTrades()
  expect(whole.executor.unconfirmed()).toEqual([])
})

test('trades that the disk did not take are asked for again', async () => {
  const { journal, executor, order, told, next, context, stored } = await filledWithoutTrades()
  expect(executor.unconfirmed()).toEqual([order.intentId])
  next.found = { ...told, fills: [FILL] }
  const write = vi.spyOn(journal, 'change').mockImplementationOnce(() => {
    throw new AppError('STORAGE_FAILED', 'The disk is full.')
  })
  await expect(executor.look(stored(), context)).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  write.mockRestore()
  expect(executor.unconfirmed()).toEqual([order.intentId])
  await executor.look(stored(), context)
  expect([journal.booked(order.intentId), executor.unconfirmed()]).toEqual([String(AMOUNT), []])
})

test('an order that the trader calls not placed while it is looked for, and that is found, stands', async () => {
  const { journal, executor, notices } = settling()
  const order = newOrder({ accountId: 'a', amount: String(AMOUNT) })
  journal.recordIntent(order)
  const lost: Answer = { phase: 'lost', sent: 'whole', detail: reason('EXCHANGE_NOT_ASKED') }
  const { venueClientId: key, market, side, type, amount } = order
  const found: VenueOrder = {
    ...{ orderId: 'v-1', key, market, side, type, amount, price: null, stopPrice: null, averagePrice: null, fee: null },
    ...{ status: 'open', filled: '0', reason: null, fills: [] },
  }
  const find = async () => {
    journal.decide(order.intentId, AT, 'I looked it up.', { status: 'not-placed' })
    return {
      legs: [{ leg: 'history', state: 'answered', orders: [found], unmatched: [] }],
      ...{ venueNow: null, late: null },
    }
  }
  const exchange = { record: recordOf('okx'), voidKey: null, place: async () => lost, find, clockOffset: async () => 0 }
  const context = { exchange, view: { refresh: async () => {} } } as unknown as AccountContext
  await executor.send(order, context)
  await executor.look(journal.get(order.intentId) as Order, context)
  expect(journal.get(order.intentId)).toMatchObject({ status: 'open', venueOrderId: 'v-1' })
  expect(notices.list()).toMatchObject([{ code: 'LATE_ORDER' }])
})
