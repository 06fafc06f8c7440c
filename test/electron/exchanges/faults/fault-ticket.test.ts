// One ticket at an exchange: however often and from wherever it is submitted it makes one request, and the orders that
// belong to it go their ordinary way.

import { expect } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { fifty, resting, stored, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

atEach('32 fifty calls at once make one request [R41]', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  const input = { intentId, ...fifty(desk) }
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.backend.call('orders.submit', input)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

atEach('33 a double click, and a click after the page was loaded anew, from the same window', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { accountId, venue, backend } = desk
  const sender = { window: 'main' }
  const draft = async () => {
    const result = await backend.dispatch(sender, 'orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
    if (!result.ok) throw new Error(result.error.code)
    return (result.value as { intentId: string }).intentId
  }
  const click = async () => backend.dispatch(sender, 'orders.submit', { intentId: await draft(), ...fifty(desk) })
  venue.faults.push({ kind: 'hang', when: 'after' })
  const clicks = [click(), click()]
  while (venue.sent.length === 0) await venue.asking()
  // The page is loaded anew, which forgets everything, while the first click is still under way.
  clicks.push(click())
  await desk.clock.sleeping(5_000)
  desk.clock.advance(5_000)
  const answers = await Promise.all(clicks)
  expect(answers.map((result) => (result.ok ? (result.value as Order).status : result.error.code))).toEqual(
    Array(3).fill('unknown'),
  )
  const [order] = await desk.ok('orders.list')
  if (order === undefined) throw new Error('no order')
  expect((await desk.settle(order)).status).toBe('filled')
  expect([venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
})

atEach('30 and 31 the same key with other terms, and again with the same [R41]', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await desk.settle(await submitted(desk))
  const { intentId } = order
  const input = { intentId, ...fifty(desk) }
  expect(await desk.code('orders.submit', { ...input, size: { unit: 'quote', value: '60' } })).toBe('KEY_REUSED')
  expect(await desk.ok('orders.submit', input)).toMatchObject({ intentId, status: 'filled' })
  expect(desk.venue.sent).toHaveLength(1)
})

atEach('an unknown order keeps its market from a look-alike', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drop', when: 'after' })
  await submitted(desk)
  const answer = await desk.submit({ size: { unit: 'quote', value: '51' } })
  expect(['UNKNOWN_ORDER_FIRST', 'KEY_REUSED']).toContain(answer)
  expect(desk.venue.sent).toHaveLength(1)
})

atEach('a resting limit order is seen open, cancelled, and then final', async (fake) => {
  const desk = await startVenueDesk(fake)
  const order = await resting(desk)
  expect(await stored(desk, order)).toMatchObject({ status: 'open', filled: '0' })
  await desk.ok('orders.cancel', { intentId: order.intentId })
  expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '0' })
  expect(desk.engine.orders[0]?.status).toBe('canceled')
})

atEach('sell what was bought, and the balances are the venue’s', async (fake) => {
  const desk = await startVenueDesk(fake)
  await desk.settle(await submitted(desk))
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'sell' })
  const sold = await desk.ok('orders.submit', { intentId, ...desk.atOnce(), size: { unit: 'base', value: '25' } })
  expect((await desk.settle(sold)).status).toBe('filled')
  expect(await desk.ok('portfolio.get', { environment: 'test' })).toMatchObject({ total: '10000', holdings: [] })
})

atEach('a leaked key cancels what it has placed, and places nothing more', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { accountId } = desk
  const order = await resting(desk)
  await desk.ok('accounts.reportLeak', { accountId })
  expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'sell' })).toBe('NOT_ALLOWED')
  await desk.ok('accounts.leakStep', { accountId, step: 'cancel-orders' })
  expect((await desk.settle(order)).status).toBe('canceled')
  expect([desk.engine.orders[0]?.status, desk.venue.sent.length]).toEqual(['canceled', 1])
})

holdToTheList()
