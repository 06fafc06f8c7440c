// The practice account of the app's own exchange at the prices of a real one: on with the first source that tells them, off with it,
// off by the setting, and the same after a restart.

import { expect, it } from 'vitest'
import { systemClock } from '../../../../electron/adapters/system-clock.ts'
import { draftOf, marketFor } from '../../../support/order-inputs.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

/** Of PEAQ as the practice account has it; the exchange is asked anew once its last answer is older than 2 s. */
async function priceOf(desk: SourceDesk) {
  const market = (await desk.ok('markets.list', { accountId: 'practice' })).find(({ coinId }) => coinId === 'peaq')
  return { stage: market?.stage, bid: market?.price?.bid, ask: market?.price?.ask }
}

const REAL = { stage: 'trading', bid: '0.2004', ask: '0.2006' }

it('orders fill at the real ask from the first source on, and at made prices without one', async () => {
  // The exchange in its worker knows no other clock than the machine's.
  const desk = await startSourceDesk({ clock: systemClock, venueHosts: {} })
  const made = await priceOf(desk)
  expect(made.ask).not.toBe(REAL.ask)

  await desk.on('binance')
  const real = () => expect.poll(() => priceOf(desk), { timeout: 20_000 })
  await real().toEqual(REAL)
  const { intentId, environment } = await draftOf(desk)
  expect(environment).toBe('practice')
  const order = await desk.ok('orders.submit', marketFor(intentId))
  expect(order).toMatchObject({ status: 'filled', averagePrice: REAL.ask, environment: 'practice' })
  expect(order.reason).toEqual({ code: 'EXCHANGE_SAID', params: { words: 'play money at the price of Binance' } })
  // For the coin the practice price is none, whatever it follows.
  const { quote, all } = await desk.ok('quotes.get', { coinId: 'peaq' })
  expect(quote).toMatchObject({ source: 'binance', simulated: false })
  expect(all.find(({ source }) => source === 'practice')).toMatchObject({ simulated: true, ask: REAL.ask })

  await desk.restart({ clock: systemClock, venueHosts: {} })
  await real().toEqual(REAL)
  expect(await desk.ok('orders.submit', marketFor(intentId))).toEqual(order)

  await desk.ok('settings.save', { practiceRealPrices: false })
  await real().not.toMatchObject({ ask: REAL.ask })
  await desk.ok('settings.save', { practiceRealPrices: true })
  await real().toEqual(REAL)
  await desk.ok('sources.save', { source: 'binance', enabled: false })
  await real().not.toMatchObject({ ask: REAL.ask })
  expect((await priceOf(desk)).stage).toBe('trading')
})
