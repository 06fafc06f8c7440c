// What can go wrong on the way of an order, at each exchange: one order at most, and the trader is never told a wrong end.
// The numbers are those of the rows in the README's list of faults.

import { afterAll, describe, expect, test } from 'vitest'
import { FAKES, type Fake } from '../../venues/all.ts'
import { checkTruth, lost, lostEnd, submitted } from '../../venues/fault-kit.ts'
import type { Fault } from '../../venues/server.ts'
import { startVenueDesk } from '../../venues/venue-desk.ts'

const runs = new Map<string, number>()
const count = (what: string) => runs.set(what, (runs.get(what) ?? 0) + 1)
afterAll(() => process.stdout.write(`faults at exchanges: ${JSON.stringify(Object.fromEntries(runs))}\n`))

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

/** Answers that settle nothing, after the order was accepted and before it was seen. */
const ANSWERS: [row: string, fault: (when: 'before' | 'after') => Fault][] = [
  ['3 the connection breaks', (when) => ({ kind: 'drop', when })],
  ...[500, 502, 503, 504, 520, 524].flatMap((status): [string, (when: 'before' | 'after') => Fault][] => [
    [`9 ${status} as a page`, (when) => reply(when, status, html, 'text/html')],
    [`9 ${status} with a word`, (when) => reply(when, status, '{"code":-1006,"msg":"unknown"}')],
  ]),
  ...BODIES.map((body): [string, (when: 'before' | 'after') => Fault] => [
    `14 ${JSON.stringify(body.slice(0, 20))}`,
    (when) => reply(when, 200, body),
  ]),
  ...[301, 302, 307].map((status): [string, (when: 'before' | 'after') => Fault] => [
    `18 ${status}`,
    (when) => reply(when, status, '{}'),
  ]),
  ['12 403 as a page', (when) => reply(when, 403, html, 'text/html')],
  ['11 429 without a word', (when) => reply(when, 429, '')],
]

const atEach = (name: string, row: (fake: Fake) => Promise<void>) =>
  test.each(FAKES)(`${name}: $venue`, async (fake) => {
    await row(fake)
    count(fake.venue)
  })

describe('an answer that settles nothing, after the order was accepted', () => {
  for (const [name, fault] of ANSWERS) {
    atEach(name, async (fake) => {
      const desk = await startVenueDesk(fake)
      desk.venue.faults.push(fault('after'))
      const order = await submitted(desk)
      expect(order.status).toBe('unknown')
      const settled = await desk.settle(order)
      expect(settled).toMatchObject({ status: 'filled', filled: '25', averagePrice: '2' })
      checkTruth(desk, settled)
    })
  }
})

describe('the same answers before anything was placed', () => {
  for (const [name, fault] of ANSWERS) {
    atEach(name, async (fake) => {
      const desk = await startVenueDesk(fake)
      desk.venue.faults.push(fault('before'))
      const order = await submitted(desk)
      expect(order.status).toBe('unknown')
      const settled = await desk.settle(order)
      // Where a repeat answers with the first order it is sent again, else it is proven that there is none.
      expect(settled.status).toBe(lostEnd(fake))
      expect(desk.venue.sent.length).toBe(fake.record.resend === 'replay' ? 2 : 1)
      checkTruth(desk, settled)
    })
  }
})

describe('an answer that never comes', () => {
  for (const kind of ['hang', 'stall'] as const) {
    atEach(`16 ${kind} after the order was accepted`, async (fake) => {
      const desk = await startVenueDesk(fake)
      desk.venue.faults.push(kind === 'hang' ? { kind, when: 'after' } : { kind, when: 'after' })
      const order = await lost(desk)
      expect(order).toMatchObject({ status: 'unknown', attempts: [{ outcome: 'unknown' }] })
      const settled = await desk.settle(order)
      expect(settled.status).toBe('filled')
      checkTruth(desk, settled)
    })
  }

  atEach('1 black hole', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'hang', when: 'before' })
    const settled = await desk.settle(await lost(desk))
    expect(settled.status).toBe(lostEnd(fake))
    checkTruth(desk, settled)
  })

  atEach('15 cut off within the answer', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'cut', when: 'after' })
    const settled = await desk.settle(await submitted(desk))
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })
})

describe('an order that arrives later than its answer was waited for', () => {
  atEach('6 within the limit of the venue', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'late', when: 'before' })
    const order = await lost(desk)
    desk.venue.deliver()
    const settled = await desk.settle(order)
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })

  atEach('7 beyond it', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'late', when: 'before' })
    const order = await lost(desk)
    desk.clock.advance(2_000)
    desk.venue.deliver()
    const settled = await desk.settle(order)
    // Where nothing limits how late it may come, it is placed and found.
    expect(settled.status).toBe(fake.record.validity === null ? 'filled' : lostEnd(fake))
    checkTruth(desk, settled)
  })
})

describe('look-ups that lie for a while', () => {
  atEach('36 by id after 10 s, open orders after 3 s, history after 12 s', async (fake) => {
    const lag = { id: 10_000, open: 3_000, history: 12_000, trades: 12_000 }
    const desk = await startVenueDesk(fake, { lag })
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const settled = await desk.settle(await submitted(desk))
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })

  atEach('41 filled in part, then cancelled, with the answer lost', async (fake) => {
    const desk = await startVenueDesk(fake, { fills: 0.4 })
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const settled = await desk.settle(await submitted(desk))
    expect(settled).toMatchObject({ status: 'canceled', filled: '10' })
    checkTruth(desk, settled)
  })
})

describe('what the venue refuses', () => {
  atEach('46 too little money', async (fake) => {
    const desk = await startVenueDesk(fake)
    await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    await desk.ok('portfolio.get', { environment: 'test' })
    desk.engine.balances.set('USDT', 1)
    const order = await submitted(desk)
    if (fake.record.refusals.length === 0) {
      // No word of this venue is known to mean a refusal.
      expect((await desk.settle(order)).status).toBe('stuck')
      return
    }
    expect(order).toMatchObject({ status: 'rejected', attempts: [{ outcome: 'refused' }] })
    checkTruth(desk, order)
  })

  atEach('2 nobody listens', async (fake) => {
    const desk = await startVenueDesk(fake)
    await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    await desk.ok('portfolio.get', { environment: 'test' })
    await desk.venue.close()
    const order = await submitted(desk)
    expect(order).toMatchObject({ status: 'not-sent', attempts: [{ outcome: 'not-sent' }] })
    expect(desk.venue.sent).toEqual([])
  })

  atEach('29 another clock, half a minute off', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.skew.ms = 30_000
    const settled = await desk.settle(await submitted(desk))
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })
})

describe('a clock that is wrong', () => {
  for (const [name, ms] of [
    ['an hour behind', 3_600_000],
    ['an hour ahead', -3_600_000],
  ] as const) {
    atEach(`28 ${name}, with the answer lost and only the lists to look at`, async (fake) => {
      const never = Number.POSITIVE_INFINITY
      const desk = await startVenueDesk(fake, { lag: { id: never, open: 0, history: 0, trades: 0 } })
      desk.skew.ms = ms
      desk.venue.faults.push({ kind: 'drop', when: 'after' })
      const settled = await desk.settle(await submitted(desk))
      expect(settled.status).toBe('filled')
      checkTruth(desk, settled)
    })
  }

  atEach('28 an hour behind, and put right while the order is unknown', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.skew.ms = 3_600_000
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    // This machine's clock jumps an hour; the venue's stays where it is. To the vault that looks like sleep.
    desk.skew.ms = 0
    desk.clock.advance(3_600_000)
    await desk.ok('vault.lock')
    await desk.ok('vault.unlock')
    const settled = await desk.settle(order)
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })
})

describe('one ticket', () => {
  atEach('32 fifty calls at once make one request [R41]', async (fake) => {
    const desk = await startVenueDesk(fake)
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    const input = { intentId, type: 'market', size: { unit: 'quote', value: '50' } }
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.backend.call('orders.submit', input)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([1, 1])
  })

  atEach('30 and 31 the same key with other terms, and again with the same [R41]', async (fake) => {
    const desk = await startVenueDesk(fake)
    const order = await desk.settle(await submitted(desk))
    const { intentId } = order
    const input = { intentId, type: 'market', size: { unit: 'quote', value: '50' } }
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
    const input = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const
    const order = await desk.submit(input)
    if (typeof order === 'string') throw new Error(order)
    await desk.ok('orders.reconcile')
    expect(await desk.ok('orders.get', { intentId: order.intentId })).toMatchObject({ status: 'open', filled: '0' })
    await desk.ok('orders.cancel', { intentId: order.intentId })
    const settled = await desk.settle(order)
    expect(settled).toMatchObject({ status: 'canceled', filled: '0' })
    expect(desk.engine.orders[0]?.status).toBe('canceled')
  })

  atEach('sell what was bought, and the balances are the venue’s', async (fake) => {
    const desk = await startVenueDesk(fake)
    await desk.settle(await submitted(desk))
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'sell' })
    const sold = await desk.ok('orders.submit', { intentId, type: 'market', size: { unit: 'base', value: '25' } })
    expect((await desk.settle(sold)).status).toBe('filled')
    expect(await desk.ok('portfolio.get', { environment: 'test' })).toMatchObject({ total: '10000', holdings: [] })
  })

  atEach('a leaked key cancels what it has placed, and places nothing more', async (fake) => {
    const desk = await startVenueDesk(fake)
    const { accountId } = desk
    const order = await desk.submit({ type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } })
    if (typeof order === 'string') throw new Error(order)
    await desk.ok('orders.reconcile')
    await desk.ok('accounts.reportLeak', { accountId })
    expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'sell' })).toBe('NOT_ALLOWED')
    await desk.ok('accounts.leakStep', { accountId, step: 'cancel-orders' })
    expect((await desk.settle(order)).status).toBe('canceled')
    expect([desk.engine.orders[0]?.status, desk.venue.sent.length]).toEqual(['canceled', 1])
  })

  atEach('13 a vault that is locked for an hour concludes nothing', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    await desk.ok('vault.lock')
    for (let at = 0; at < 40; at += 1) {
      await desk.ok('orders.reconcile')
      desk.clock.advance(90_000)
    }
    expect((await desk.ok('orders.get', { intentId: order.intentId })).status).toBe('unknown')
    expect(
      await desk.code('orders.submit', {
        intentId: order.intentId,
        type: 'market',
        size: { unit: 'quote', value: '50' },
      }),
    ).toMatch(/^ok/)
    await desk.ok('vault.unlock')
    expect((await desk.settle(order)).status).toBe('filled')
    expect(desk.engine.orders).toHaveLength(1)
  })

  atEach('a restart while it is unknown asks again, and makes no second one', async (fake) => {
    const desk = await startVenueDesk(fake)
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk)
    await desk.restart()
    await desk.ok('orders.reconcile')
    // Without the key nobody can be asked, and nothing is concluded from that.
    expect(['unknown', 'stuck']).toContain((await desk.ok('orders.get', { intentId: order.intentId })).status)
    await desk.ok('vault.unlock')
    const settled = await desk.settle(order)
    expect(settled.status).toBe('filled')
    checkTruth(desk, settled)
  })
})
