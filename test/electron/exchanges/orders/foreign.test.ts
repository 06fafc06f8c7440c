// Orders that stand open at an exchange and are not of this ledger, and orders that come back from the dead.

import { expect, test } from 'vitest'
import { DOCUMENTED, FAKES } from '../../../exchanges/all.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

/** The last fake lists open orders of one market only. */

const RESTING = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const

function placedByOthers(desk: VenueDesk, key: string): void {
  const terms = { market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc', amount: 20, price: 1.5 } as const
  expect(desk.engine.place({ key, ...terms }).kind).toBe('placed')
}

const noticesOf = async (desk: VenueDesk) => (await desk.ok('app.status')).notices.map(({ code }) => code)

test.each(DOCUMENTED)('an order of others is shown, one of ours is not: $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { accountId } = desk
  await desk.submit(RESTING)
  placedByOthers(desk, 'byhand1')
  const foreign = await desk.ok('orders.foreign', { accountId })
  expect(foreign).toMatchObject([{ accountId, market: 'PEAQ/USDT', side: 'buy', price: '1.5', hasOwnKey: false }])
  expect(await noticesOf(desk)).not.toContain('ORDER_OF_LOST_LEDGER')
})

test.each(DOCUMENTED)(
  'one with a key like ours that the ledger does not know raises an alarm: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    placedByOthers(desk, crypto.randomUUID().replaceAll('-', ''))
    expect(await desk.ok('orders.foreign', { accountId: desk.accountId })).toMatchObject([{ hasOwnKey: true }])
    expect(await noticesOf(desk)).toContain('ORDER_OF_LOST_LEDGER')
    for (const order of desk.engine.orders) desk.engine.cancel(order)
    await desk.ok('orders.foreign', { accountId: desk.accountId })
    expect(await noticesOf(desk)).not.toContain('ORDER_OF_LOST_LEDGER')
  },
)

test.each(FAKES.filter(({ record }) => record.validity !== null))(
  'late evidence reopens an order that was proven dead, and says so: $venue',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'before' })
    const order = await desk.submit(RESTING)
    if (typeof order === 'string') throw new Error(order)
    expect((await desk.settle(order)).status).toBe('not-placed')
    // Against its own documents the venue takes it after all.
    placedByOthers(desk, order.venueClientId)
    await desk.ok('vault.lock')
    const changed = new Promise<void>((resolve) => {
      desk.backend.on('orders.changed', () => resolve())
    })
    await desk.ok('vault.unlock')
    await changed
    expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'open' })
    expect(await noticesOf(desk)).toContain('LATE_ORDER')
    expect(desk.venue.sent).toHaveLength(1)
  },
)

test('the practice exchange has no such list', async () => {
  const [fake] = FAKES
  if (fake === undefined) throw new Error('no fake exchange')
  const desk = await startVenueDesk(fake)
  expect(await desk.code('orders.foreign', { accountId: 'practice' })).toBe('NOT_ALLOWED')
  await desk.ok('vault.lock')
  expect(await desk.code('orders.foreign', { accountId: desk.accountId })).toBe('VAULT_LOCKED')
})
