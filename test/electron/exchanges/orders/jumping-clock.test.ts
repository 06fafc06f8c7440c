// This machine's clock is set back and ahead while prices move: what was seen before a jump is never taken for the present.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { pricedAtOnce, WITH_MARKET_ORDERS } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'
import { announcedSeed } from '../../../support/hostile/seed.ts'

const HOUR_MS = 3_600_000
const JUMPS = [-HOUR_MS, HOUR_MS, -10 * 365 * 24 * HOUR_MS, 10 * 365 * 24 * HOUR_MS, -61_000, 61_000]
const SIZE = { unit: 'quote', value: '490' } as const

const setPrice = (desk: VenueDesk, price: number) => {
  desk.engine.manners = { ...desk.engine.manners, price }
}

async function seen(desk: VenueDesk) {
  const { accountId } = desk
  const { price, amount, problems } = await desk.ok('portfolio.preview', {
    accountId,
    coinId: 'peaq',
    side: 'buy',
    size: SIZE,
    ...pricedAtOnce(desk),
  })
  return { ask: Number(price?.ask), amount, codes: problems.map(({ code }) => code) }
}

/** The present price, or none. */
async function isTrue(desk: VenueDesk, price: number): Promise<void> {
  const { ask, codes } = await seen(desk)
  if (!codes.includes('PRICE_UNKNOWN')) expect(ask).toBe(price)
}

test.each(FAKES)('$venue: an hour back, and the price has doubled since', async (fake) => {
  const desk = await startVenueDesk(fake)
  expect(await seen(desk)).toEqual({ ask: 2, amount: '245', codes: [] })
  desk.clock.jump(-HOUR_MS)
  setPrice(desk, 4)
  await desk.pass(180_000)
  expect(await seen(desk)).toMatchObject({ ask: 4, amount: '122.5' })
  const order = await desk.submit({ size: SIZE })
  if (typeof order === 'string') throw new Error(order)
  expect(await desk.settle(order)).toMatchObject({ status: 'filled', amount: '122.5', averagePrice: '4' })
})

test.each(FAKES)('$venue: the same over a restart', async (fake) => {
  const desk = await startVenueDesk(fake)
  expect(await seen(desk)).toMatchObject({ ask: 2 })
  desk.clock.jump(-HOUR_MS)
  setPrice(desk, 4)
  await desk.restart()
  await desk.ok('vault.unlock')
  expect(await seen(desk)).toMatchObject({ ask: 4, amount: '122.5' })
})

test.each(WITH_MARKET_ORDERS)(
  '$venue: an hour back and no answer any more: there is no price, also after a restart',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    expect(await seen(desk)).toMatchObject({ codes: [] })
    desk.clock.jump(-HOUR_MS)
    desk.venue.closed = { status: 503, body: {} }
    await desk.pass(61_000)
    expect(await seen(desk)).toMatchObject({ codes: ['PRICE_UNKNOWN'] })
    expect(await desk.submit({ size: SIZE })).toBe('PRICE_UNKNOWN')
    await desk.restart()
    await desk.ok('vault.unlock')
    const { quote } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    expect(quote).toMatchObject({ ask: '2', asOfMs: null })
    expect(await desk.submit({ size: SIZE })).toBe('PRICE_UNKNOWN')
  },
)

const binance = FAKES.find(({ venue }) => venue === 'binance') as Fake

test('an hour ahead: what came in a moment ago is a moment old', async () => {
  const desk = await startVenueDesk(binance)
  await seen(desk)
  desk.clock.jump(HOUR_MS)
  desk.venue.closed = { status: 503, body: {} }
  await desk.pass(5_000)
  expect(await seen(desk)).toMatchObject({ ask: 2, codes: [] })
  const { monotonicMs, accounts } = await desk.ok('app.status')
  const { quote } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  expect(monotonicMs - (quote?.asOfMs ?? 0)).toBe(5_000)
  const own = accounts.find(({ accountId }) => accountId === desk.accountId)
  expect(monotonicMs - (own?.lastAnswerMs ?? 0)).toBe(5_000)
})

test('whatever the clock does, a price is the present one or none', { timeout: 60_000 }, async () => {
  const seed = announcedSeed('jumping clock')
  const step = fc.record({
    jump: fc.constantFrom(0, ...JUMPS),
    ms: fc.constantFrom(100, 2_000, 59_000, 61_000),
    price: fc.integer({ min: 1, max: 9 }),
    silent: fc.boolean(),
    restart: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const desk = await startVenueDesk(binance)
      for (const { jump, ms, price, silent, restart } of steps) {
        desk.clock.jump(jump)
        setPrice(desk, price)
        desk.venue.closed = silent ? { status: 503, body: {} } : null
        if (restart) {
          await desk.restart()
          await desk.ok('vault.unlock')
        }
        await desk.pass(ms)
        // Younger than a minute it may be the one before: nobody was there to tell another.
        if (!silent && ms >= 2_000) await isTrue(desk, price)
      }
      await desk.backend.close()
    }),
    { seed, numRuns: 6 },
  )
})
