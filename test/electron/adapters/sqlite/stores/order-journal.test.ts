// The order journal: nothing moves but by the state machine, nothing counts twice, and a ticket's slot is freed by
// definite answers alone.

import { expect, it } from 'vitest'
import { createOrderJournal } from '../../../../../electron/adapters/sqlite/stores/order-journal.ts'
import type { OrderStatus } from '../../../../../shared/order.ts'
import { isUnsettled } from '../../../../../shared/order-states.ts'
import { AT, draftRow, newOrder, openJournal, venueOrder } from '../../../../support/profile/journal.ts'

it('gives back what was recorded', () => {
  const { journal } = openJournal()
  const order = newOrder({
    type: 'limit',
    price: '0.14',
    timeInForce: 'post-only',
    size: { unit: 'quote', value: '14' },
  })
  journal.recordIntent(order)
  expect(journal.get(order.intentId)).toEqual({
    ...order,
    status: 'recorded',
    reason: null,
    venueOrderId: null,
    filled: '0',
    averagePrice: null,
    fee: null,
    fees: [],
    cancelRequested: false,
    decidedAt: null,
    attempts: [],
    search: null,
    updatedAt: AT,
  })
})

it('gives back a stop price', () => {
  const { journal } = openJournal()
  const order = newOrder({ type: 'stop-limit', price: '0.14', stopPrice: '0.13' })
  journal.recordIntent(order)
  expect(journal.get(order.intentId)).toMatchObject({ type: 'stop-limit', price: '0.14', stopPrice: '0.13' })
})

it('refuses a second order with one key, of the app or of the account', () => {
  const { journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  const failed = expect.objectContaining({ code: 'STORAGE_FAILED' })
  expect(() => journal.recordIntent(order)).toThrow(failed)
  expect(() => journal.recordIntent(newOrder({ venueClientId: order.venueClientId }))).toThrow(failed)
  journal.recordIntent(newOrder({ venueClientId: order.venueClientId, accountId: 'another' }))
  expect(journal.page({ accountId: 'practice', limit: 9 }).items).toHaveLength(1)
})

it('writes attempt and status together, and neither when the write breaks off', () => {
  const { db, journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  const breaking = createOrderJournal(
    db,
    (point) => {
      throw new Error(point)
    },
    () => {},
  )
  expect(() => breaking.startAttempt(order.intentId, AT, null)).toThrow('attempt-writing')
  expect(journal.get(order.intentId)).toMatchObject({ status: 'recorded', attempts: [] })
  journal.startAttempt(order.intentId, AT, null)
  const change = { status: 'filled' as const, venueOrder: venueOrder(order) }
  expect(() =>
    breaking.finishAttempt(
      order.intentId,
      1,
      { outcome: 'accepted', sent: 'whole', detail: null, words: null },
      AT,
      change,
    ),
  ).toThrow('outcome-writing')
  expect(journal.get(order.intentId)).toMatchObject({
    status: 'submitting',
    attempts: [{ outcome: null }],
    filled: '0',
  })
  expect(db.all('SELECT * FROM fills')).toEqual([])
})

it('refuses a move that the state machine does not know, and leaves the order as it was', () => {
  const { db, journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  const before = journal.get(order.intentId)
  expect(() => journal.change(order.intentId, 'later', { status: 'filled', venueOrder: venueOrder(order) })).toThrow(
    expect.objectContaining({ code: 'INTERNAL' }),
  )
  expect(() => journal.startAttempt('nothing', AT, null)).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  expect(() => journal.change('nothing', AT, { status: 'filled' })).toThrow(
    expect.objectContaining({ code: 'INTERNAL' }),
  )
  expect([journal.get(order.intentId), db.all('SELECT * FROM attempts')]).toEqual([before, []])
})

it('counts each fill once, as first told, however often it is told', () => {
  const { db, journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  journal.startAttempt(order.intentId, AT, null)
  const first = venueOrder(order, { status: 'partially-filled', filled: '40' })
  journal.finishAttempt(order.intentId, 1, { outcome: 'accepted', sent: 'whole', detail: null, words: null }, AT, {
    status: 'partially-filled',
    venueOrder: first,
  })
  journal.change(order.intentId, AT, { status: 'partially-filled', venueOrder: first })
  const [fill] = first.fills
  if (fill === undefined) throw new Error('no fill')
  const all = venueOrder(order, {
    fills: [
      { ...fill, price: '9' },
      { ...fill, fillId: 'fill-2' },
    ],
  })
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: all })
  expect(db.all('SELECT fill_id, price FROM fills').map((row) => [row['fill_id'], row['price']])).toEqual([
    ['fill-1', '0.14'],
    ['fill-2', '0.14'],
  ])
  expect(journal.get(order.intentId)).toMatchObject({
    status: 'filled',
    venueOrderId: 'order-1',
    filled: '100',
    averagePrice: '0.14',
    fee: { asset: 'USDT', amount: '0.01' },
    fees: [{ asset: 'USDT', amount: '0.02' }],
  })
})

it('tells what was paid in each asset, rebates too, and nothing of a trade whose fee nobody told', () => {
  const { journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  const [fill] = venueOrder(order).fills
  if (fill === undefined) throw new Error('no fill')
  const fees = [
    { asset: 'BNB', amount: '0.001' },
    { asset: 'PEAQ', amount: '0.2' },
    { asset: 'BNB', amount: '0.002' },
    { asset: 'USDT', amount: '-0.05' },
    { asset: '', amount: '0' },
  ]
  const fills = fees.map((fee, index) => ({ ...fill, fillId: `fill-${index}`, fee }))
  journal.change(order.intentId, AT, { status: 'submitting' })
  journal.change(order.intentId, AT, { status: 'filled', venueOrder: venueOrder(order, { fills, fee: null }) })
  const paid = [
    { asset: 'BNB', amount: '0.003' },
    { asset: 'PEAQ', amount: '0.2' },
    { asset: 'USDT', amount: '-0.05' },
  ]
  expect(journal.get(order.intentId)).toMatchObject({ fee: null, fees: paid })
  expect(journal.tradedOf(order.environment, order.coinId)[0]?.fees).toEqual(paid)
})

const WAYS: [OrderStatus, OrderStatus[]][] = [
  ['recorded', []],
  ['submitting', ['submitting']],
  ['unknown', ['submitting', 'unknown']],
  ['stuck', ['submitting', 'unknown', 'stuck']],
  ['conflict', ['submitting', 'conflict']],
  ['open', ['submitting', 'open']],
  ['partially-filled', ['submitting', 'partially-filled']],
  ['filled', ['submitting', 'filled']],
  ['canceled', ['submitting', 'open', 'canceled']],
  ['expired', ['submitting', 'expired']],
  ['rejected', ['submitting', 'rejected']],
  ['not-sent', ['not-sent']],
  ['abandoned', ['abandoned']],
  ['not-placed', ['submitting', 'unknown', 'not-placed']],
]

it.each(WAYS)('%s: keeps the draft exactly while no answer is definite', (status, way) => {
  const { journal } = openJournal()
  const draft = draftRow()
  const other = draftRow({ window: 'other' })
  journal.putDraft(draft)
  journal.putDraft(other)
  journal.recordIntent(newOrder({ intentId: draft.intentId }))
  for (const next of way) journal.change(draft.intentId, AT, { status: next })
  expect(journal.get(draft.intentId)?.status).toBe(status)
  expect(journal.findDraft(draft.intentId)).toEqual(isUnsettled(status) ? draft : null)
  expect(journal.findDraftFor(other)).toEqual(other)
})

it('keeps one draft a slot', () => {
  const { journal } = openJournal()
  journal.putDraft(draftRow())
  expect(() => journal.putDraft(draftRow())).toThrow(expect.objectContaining({ code: 'STORAGE_FAILED' }))
  for (const change of [{ window: 'b' }, { accountId: 'b' }, { coinId: 'b' }, { side: 'sell' as const }]) {
    journal.putDraft(draftRow(change))
  }
})

it('keeps the first time of a wish to cancel', () => {
  const { db, journal } = openJournal()
  const order = newOrder()
  journal.recordIntent(order)
  journal.requestCancel(order.intentId, AT)
  journal.requestCancel(order.intentId, '2027-01-01T00:00:00.000Z')
  expect(journal.get(order.intentId)?.cancelRequested).toBe(true)
  expect(db.get('SELECT cancel_requested_at AS at FROM orders')).toEqual({ at: AT })
})

it('lists the newest first, by account and by status', () => {
  const { journal } = openJournal()
  const orders = ['2026-01-01', '2026-01-03', '2026-01-02', '2026-01-03'].map((createdAt, at) =>
    newOrder({ createdAt, accountId: at === 0 ? 'another' : 'practice' }),
  )
  for (const order of orders) journal.recordIntent(order)
  const ids = orders.map(({ intentId }) => intentId)
  expect(journal.page({ limit: 9 }).items.map(({ intentId }) => intentId)).toEqual([ids[3], ids[1], ids[2], ids[0]])
  expect(journal.page({ accountId: 'another', limit: 9 }).items.map(({ intentId }) => intentId)).toEqual([ids[0]])
  journal.change(ids[1] ?? '', AT, { status: 'abandoned' })
  expect(journal.withStatus(['abandoned']).map(({ intentId }) => intentId)).toEqual([ids[1]])
  expect(journal.withStatus(['recorded', 'abandoned'])).toHaveLength(4)
})

it('keeps halts of all and of one apart', () => {
  const { journal } = openJournal()
  journal.setHalt('practice', true)
  journal.setHalt('practice', true)
  expect(journal.halts()).toEqual({ all: false, accounts: ['practice'] })
  journal.setHalt(null, true)
  journal.setHalt('practice', false)
  expect(journal.halts()).toEqual({ all: true, accounts: [] })
  journal.setHalt('practice', true)
  journal.setHalt(null, false)
  expect(journal.halts()).toEqual({ all: false, accounts: [] })
})
