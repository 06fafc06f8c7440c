// Answers to an order that settle nothing, are no answers, or are about another order: what is true is found out, and nothing
// is sent twice.

import { expect } from 'vitest'
import { FAKES } from '../../../exchanges/all.ts'
import type { Fault } from '../../../exchanges/server.ts'
import { fifty, lost, lostEnd, submitted } from '../../../faults/fault-kit.ts'
import { atEach, holdToTheList } from '../../../faults/rows.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'

const html = '<html><body>Bad gateway</body></html>'
const reply = (when: 'before' | 'after', status: number, body: string, type = 'application/json'): Fault => ({
  kind: 'reply',
  when,
  status,
  body,
  type,
})

const BODIES = [
  '',
  '{',
  '{}',
  'null',
  '[]',
  '[[[]]]',
  '"x"',
  '1',
  html,
  `{"orderId":${'9'.repeat(400)}}`,
  '{"success":true}',
]

type Answer = [name: string, fault: (when: 'before' | 'after') => Fault]

const bodies = (all: string[]) =>
  all.map((body): Answer => [`14 ${JSON.stringify(body.slice(0, 20))}`, (when) => reply(when, 200, body)])

const ANSWERS: Answer[] = [
  ...[301, 302, 307].map((status): Answer => [`18 ${status}`, (when) => reply(when, status, '{}')]),
  ['12 403 as a page', (when) => reply(when, 403, html, 'text/html')],
  ['11 429 without a word', (when) => reply(when, 429, '')],
]

/** Which of them it is, and whether it is a page or words, is read by the same line: each stands here once. */
const FAILURES: [name: string, fault: (when: 'before' | 'after') => Fault][] = [500, 502, 503, 504, 520, 524].map(
  (status, at) =>
    at % 2 === 0
      ? [`${status} as a page`, (when) => reply(when, status, html, 'text/html')]
      : [`${status} with a word`, (when) => reply(when, status, '{"code":-1006,"msg":"unknown"}')],
)

const AFTER: Answer[] = [
  ['3 the connection breaks', (when) => ({ kind: 'drop', when })],
  ...FAILURES.map(([name, fault]): Answer => [`9 ${name}`, fault]),
  ...bodies(BODIES),
  ...ANSWERS,
]
const BEFORE: Answer[] = [
  ['1 the connection breaks', (when) => ({ kind: 'drop', when })],
  ...FAILURES.map(([name, fault]): Answer => [`10 ${name}`, fault]),
  // All of them are read by the same few lines, and each proof takes many rounds.
  ...bodies(['', '{}', '{"success":true}']),
  ...ANSWERS,
]

for (const [name, fault] of AFTER) {
  atEach(`${name}, after the order was accepted`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push(fault('after'))
    const order = await submitted(desk)
    expect(order.status).toBe('unknown')
    expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '25', averagePrice: '2' })
  })
}

for (const [name, fault] of BEFORE) {
  atEach(`${name}, before anything was placed`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push(fault('before'))
    const order = await submitted(desk)
    expect(order.status).toBe('unknown')
    expect((await desk.settle(order)).status).toBe(lostEnd(fake))
    // A market order is never sent again, also where a repeat would only ask for the first one.
    expect(desk.venue.sent).toHaveLength(1)
  })
}

for (const kind of ['hang', 'stall'] as const) {
  atEach(`16 ${kind} after the order was accepted`, async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push(kind === 'hang' ? { kind, when: 'after' } : { kind, when: 'after' })
    const order = await lost(desk)
    expect(order).toMatchObject({ status: 'unknown', attempts: [{ outcome: 'unknown' }] })
    expect((await desk.settle(order)).status).toBe('filled')
  })
}

atEach('15 cut off within the answer', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'cut', when: 'after' })
  expect((await desk.settle(await submitted(desk))).status).toBe('filled')
})

atEach('17 an answer that comes a byte at a time', async (fake) => {
  const desk = await startVenueDesk(fake)
  desk.venue.faults.push({ kind: 'drip', when: 'after' })
  const order = await lost(desk)
  expect(order.status).toBe('unknown')
  expect((await desk.settle(order)).status).toBe('filled')
})

atEach(
  '14 an answer of many megabytes',
  async (fake) => {
    const desk = await startVenueDesk(fake)
    const body = `{"x":"${'y'.repeat(70 * 1024 * 1024)}"}`
    desk.venue.faults.push({ kind: 'reply', when: 'after', status: 200, body })
    const order = await submitted(desk)
    expect(order.status).toBe('unknown')
    expect((await desk.settle(order)).status).toBe('filled')
  },
  FAKES.slice(0, 1),
)

atEach('19 an acknowledgement that names another key', async (fake) => {
  const desk = await startVenueDesk(fake)
  const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  desk.venue.faults.push({
    kind: 'another',
    when: 'after',
    from: fake.record.toClientOrderId(intentId),
    to: 'f'.repeat(32),
  })
  const order = await desk.ok('orders.submit', { intentId, ...fifty(desk) })
  // Where the answer repeats the key it is not believed; the look-ups tell what is true.
  expect(order.status).toBe(fake.standIn.repeatsKey ? 'unknown' : 'open')
  const settled = await desk.settle(order)
  expect([settled.status, desk.venue.sent.length]).toEqual(['filled', 1])
})

atEach('19 an acknowledgement with the id of another order there', async (fake) => {
  const desk = await startVenueDesk(fake)
  const others = {
    market: 'PEAQ/USDT',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    amount: 20,
    price: 1.5,
  } as const
  const to = String(desk.engine.nextId())
  desk.engine.place({ key: 'byhand1', ...others })
  desk.venue.faults.push({ kind: 'another', when: 'after', from: String(desk.engine.nextId()), to })
  const settled = await desk.settle(await submitted(desk))
  expect(desk.venue.sent).toHaveLength(1)
  // Its lists are asked for the key alone, so that the other order is in none of them.
  if (fake.venue === 'kraken') return expect(settled.status).toBe('filled')
  // Two orders could be ours: the trader is told, and the market is closed to further orders until he has looked.
  expect(settled).toMatchObject({
    status: 'conflict',
    reason: { code: 'TWO_ORDERS_OF_KEY', params: { ids: { length: 2 } } },
  })
  expect(await desk.submit({ size: { unit: 'quote', value: '51' } })).toMatch(/UNKNOWN_ORDER_FIRST|KEY_REUSED/)
})

holdToTheList()
