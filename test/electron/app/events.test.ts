// What the backend tells its listeners unasked, and when.

import { expect, it } from 'vitest'
import { EVENT_NAMES, type EventName, type OperationName } from '../../../shared/contract/contract.ts'
import { buy, draftOf, limitFor } from '../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../support/start-backend.ts'

/**
 * Names of the events that `work` leads to; prices are left out, because listening to them starts a poll, and what can be
 * undone has tests of its own.
 */
async function told(desk: Desk, work: () => Promise<unknown>): Promise<EventName[]> {
  const names: EventName[] = []
  const left: readonly string[] = ['prices.changed', 'undo.changed']
  const stops = EVENT_NAMES.filter((name) => !left.includes(name)).map((name) =>
    desk.backend.on(name, () => names.push(name)),
  )
  await work()
  for (const stop of stops) stop()
  return names
}

it.each<[OperationName, unknown, EventName[]]>([
  ['coins.save', { name: 'Own' }, ['coins.changed', 'portfolio.changed']],
  ['watchlist.set', { coinId: 'peaq', watched: false }, ['coins.changed']],
  ['notes.save', { coinId: 'peaq', text: 'x' }, ['coins.changed']],
  ['tags.set', { coinId: 'peaq', tags: ['x'] }, ['coins.changed']],
  ['airdrops.save', { coinId: 'peaq', progress: 'done' }, ['coins.changed', 'airdrops.changed']],
  ['airdropTasks.save', { coinId: 'peaq', title: 'Bridge' }, ['airdrops.changed']],
  ['holdings.save', { environment: 'live', coinId: 'peaq', amount: '1' }, ['portfolio.changed']],
  ['holdings.remove', { environment: 'live', coinId: 'peaq' }, ['portfolio.changed']],
  [
    'ledger.save',
    { at: '2026-01-01', accountId: 'cold', kind: 'buy', coinId: 'peaq', amount: '1' },
    ['portfolio.changed'],
  ],
  ['results.get', { environment: 'live', method: 'fifo' }, []],
  ['settings.save', { theme: 'dark' }, ['settings.changed']],
  ['orders.halt', {}, ['audit.changed', 'app.changed']],
  ['orders.resume', {}, ['audit.changed', 'app.changed']],
  ['rules.get', {}, []],
  ['coins.list', {}, []],
])('%s tells of its change', async (operation, input, events) => {
  const desk = await startDesk()
  expect(await told(desk, () => desk.ok(operation, input))).toEqual(events)
})

it('tells nothing of a call that was refused', async () => {
  const desk = await startDesk()
  const refused = async () => {
    await desk.code('watchlist.set', { coinId: 'nothing', watched: true })
    await desk.code('settings.save', { theme: 'pink' })
  }
  expect(await told(desk, refused)).toEqual([])
})

it('tells of an order when it goes out and when its answer is in, each as it then stands', async () => {
  const desk = await startDesk()
  const seen: unknown[] = []
  desk.backend.on('orders.changed', (order) => seen.push(order))
  const order = await buy(desk)
  expect(seen).toMatchObject([
    { intentId: order.intentId, status: 'submitting', attempts: [{ number: 1, outcome: null }] },
    { intentId: order.intentId, status: 'filled', attempts: [{ number: 1, outcome: 'accepted' }] },
  ])
  expect(seen[1]).toEqual(order)
})

it('tells of the portfolio with every order that changes it', async () => {
  const desk = await startDesk()
  const { intentId } = await draftOf(desk)
  const sent = await told(desk, () => desk.ok('orders.submit', limitFor(intentId, '100', '0.1')))
  expect(sent).toContain('portfolio.changed')
  expect(await told(desk, () => desk.ok('orders.cancel', { intentId }))).toContain('orders.changed')
})

it('goes on when a listener throws, and stops telling one that left', async () => {
  const desk = await startDesk()
  const heard: string[] = []
  desk.backend.on('coins.changed', () => {
    throw new Error('the listener failed')
  })
  const leave = desk.backend.on('coins.changed', () => heard.push('first'))
  desk.backend.on('coins.changed', () => heard.push('second'))
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: false })
  leave()
  await desk.ok('watchlist.set', { coinId: 'peaq', watched: true })
  expect(heard).toEqual(['first', 'second', 'second'])
})

it('tells prices every two seconds while somebody listens, and then rests', async () => {
  const desk = await startDesk()
  let heard = 0
  let hear = (): void => {}
  const leave = desk.backend.on('prices.changed', () => {
    heard += 1
    hear()
  })
  const next = () => new Promise<void>((resolve) => (hear = resolve))
  await next()
  for (let round = 0; round < 3; round++) {
    await desk.clock.sleeping(2_000)
    const again = next()
    desk.clock.advance(2_000)
    await again
  }
  expect(heard).toBe(4)
  await desk.clock.sleeping(2_000)
  leave()
  desk.clock.advance(2_000)
  await desk.ok('markets.list', { accountId: 'practice' })
  desk.clock.advance(10_000)
  await desk.ok('markets.list', { accountId: 'practice' })
  expect(heard).toBe(4)
})
