// An order that rested for weeks and fills then: it is found with its trade, though several exchanges tell of a span of time at
// most, counted from what is asked for.

import { expect, test } from 'vitest'
import { FAKES } from '../../../exchanges/all.ts'
import { RESTING, stored, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

const DAY_MS = 86_400_000

test.each(FAKES.map((fake) => [fake.venue, fake] as const))(
  'at %s an order that rested for twenty days is found with its trade',
  async (_venue, fake) => {
    const desk = await startVenueDesk(fake)
    const order = await submitted(desk, RESTING)
    await desk.ok('settings.save', { autoLockMinutes: null })
    await desk.pass(60_000)
    desk.clock.advance(20 * DAY_MS)
    // The vault takes it for sleep.
    await desk.pass(1_000)
    await desk.ok('vault.unlock')
    const [placed] = desk.engine.orders
    if (placed === undefined) throw new Error('no order')
    desk.engine.fill(placed, 20)
    for (let at = 0; at < 10; at += 1) {
      await desk.ok('orders.reconcile')
      await desk.pass(30_000)
    }
    expect(await stored(desk, order)).toMatchObject({ status: 'filled', filled: '20' })
    expect(desk.witness.rows('SELECT amount FROM fills')).toHaveLength(1)
  },
)
