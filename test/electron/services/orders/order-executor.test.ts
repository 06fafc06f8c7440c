// The fills of an order are the same whoever tells of them first, and however often: the answer, a stream, a look-up, a list of
// trades that lags behind it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withFills } from '../../../../electron/adapters/ccxt/orders/venue-orders.ts'
import type { Answer, Round } from '../../../../electron/ports/system.ts'
import type { VenueFill, VenueOrder } from '../../../../electron/ports/venue.ts'
import type { AccountContext } from '../../../../electron/services/accounts/accounts.ts'
import { createNotices } from '../../../../electron/services/common/notices.ts'
import { createOrderExecutor } from '../../../../electron/services/orders/order-executor.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
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

function settling() {
  const { db, journal } = openJournal()
  const executor = createOrderExecutor({
    ...{ journal, clock: makeAppClock(), notices: createNotices(() => {}), logger: silent, trace: () => {} },
    cover: { now: () => null, holds: () => false },
    preTrade: { problem: () => null, checked: () => null, permit: () => PERMIT },
    ...{ changed: () => {}, looked: () => {}, keyRefused: () => {} },
  })
  return { db, journal, executor }
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
      const find = async (): Promise<Round> => ({
        legs: [{ leg: 'history', state: 'answered', orders: [next.found], strangers: [] }],
        ...{ venueNow: null, late: null },
      })
      const exchange = { record: recordOf('okx'), bury: null, place, find, clockOffset: async () => 0 }
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
      const rows = db.all('SELECT fill_id, amount FROM fills WHERE intent_id = ? ORDER BY fill_id', order.intentId)
      expect(rows).toEqual(fills.map(({ fillId, amount }) => ({ fill_id: fillId, amount })))
      expect(executor.unconfirmed()).not.toContain(order.intentId)
    }),
    { seed: announcedSeed('fills'), numRuns: 300 },
  )
})
