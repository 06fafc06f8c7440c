// Stop-limit orders at the exchanges that have them: waiting, triggered, cancelled, lost and found, and the half hour for
// which one may be out of sight without being dead.

import { describe, expect, it, test } from 'vitest'
import type { Order, OrderInput } from '../../../../shared/order.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { lost, submitted } from '../../../faults/fault-kit.ts'
import { startVenueDesk, type VenueDesk } from '../../../faults/venue-desk.ts'

const AT = FAKES.filter(({ record }) => record.orderTypes.includes('stop-limit'))
const NOT_AT = FAKES.filter((fake) => !AT.includes(fake))

/** The market is at 2. */
const STOP = {
  type: 'stop-limit',
  stopPrice: '2.2',
  price: '2.3',
  size: { unit: 'base', value: '20' },
} as const satisfies Partial<OrderInput>
const TERMS = { market: 'PEAQ/USDT', side: 'buy', timeInForce: 'gtc', amount: 20, price: 2.3 } as const

const stored = (desk: VenueDesk, { intentId }: Order) => desk.ok('orders.get', { intentId })

async function looked(desk: VenueDesk, order: Order): Promise<Order> {
  await desk.ok('orders.reconcile')
  return stored(desk, order)
}

/** What the one request for an order said, by its names. */
function sentFields(desk: VenueDesk): Record<string, unknown> {
  const [{ raw, body } = { raw: '', body: '' }] = desk.venue.sent
  const isJson = body.startsWith('{')
  return isJson ? (JSON.parse(body) as Record<string, unknown>) : Object.fromEntries(new URLSearchParams(raw))
}

it('is offered by three exchanges of five', () => {
  expect(AT.map(({ venue }) => venue)).toEqual(['binance', 'kraken', 'coinbase'])
})

describe.each(AT)('$venue', (fake) => {
  const start = () => startVenueDesk(fake)

  it('waits there under our key with both prices', async () => {
    const desk = await start()
    const draft = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
    expect(draft.orderTypes).toEqual(['market', 'limit', 'stop-limit'])
    const order = await looked(desk, await submitted(desk, STOP))
    expect(order).toMatchObject({ type: 'stop-limit', status: 'open', price: '2.3', stopPrice: '2.2', filled: '0' })
    const { key, stopPrice, price, isWorking } = desk.engine.orders[0] ?? {}
    expect({ key, stopPrice, price, isWorking }).toEqual({
      key: order.venueClientId,
      stopPrice: 2.2,
      price: 2.3,
      isWorking: false,
    })
  })

  it('triggers and fills', async () => {
    const desk = await start()
    const order = await looked(desk, await submitted(desk, STOP))
    desk.engine.move(2.1)
    expect((await looked(desk, order)).status).toBe('open')
    desk.engine.move(2.25)
    expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
  })

  it('triggers, and waits as a limit order when the price has jumped past it', async () => {
    const desk = await start()
    const order = await looked(desk, await submitted(desk, STOP))
    desk.engine.move(2.5)
    expect(desk.engine.orders).toMatchObject([{ isWorking: true, status: 'open' }])
    expect(await looked(desk, order)).toMatchObject({ type: 'stop-limit', status: 'open', stopPrice: '2.2' })
    desk.engine.move(2.3)
    expect(await desk.settle(order)).toMatchObject({ status: 'filled', filled: '20' })
  })

  it('sells when the price falls', async () => {
    const desk = await start()
    desk.engine.balances.set('PEAQ', 50)
    const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'sell' })
    // A price so far from the market is asked about, which is another test's.
    const far = { stopPrice: '1.8', price: '1.7', acceptFarPrice: true }
    const order = await desk.ok('orders.submit', { ...STOP, ...far, intentId })
    expect((await looked(desk, order)).status).toBe('open')
    desk.engine.move(1.75)
    expect(await desk.settle(order)).toMatchObject({ side: 'sell', status: 'filled' })
  })

  it.each([1.9, 2.5])('can be canceled, also when it has triggered (price %s)', async (price) => {
    const desk = await start()
    const order = await looked(desk, await submitted(desk, STOP))
    desk.engine.move(price)
    await desk.ok('orders.cancel', { intentId: order.intentId })
    expect(await desk.settle(order)).toMatchObject({ status: 'canceled', filled: '0' })
    expect(desk.engine.orders).toMatchObject([{ status: 'canceled' }])
  })

  it('is found when its answer was lost, waiting or filled', async () => {
    const desk = await start()
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk, STOP)
    expect(order.status).toBe('unknown')
    expect(await looked(desk, order)).toMatchObject({ status: 'open', stopPrice: '2.2' })
    expect([desk.engine.orders.length, desk.venue.sent.length]).toEqual([1, 1])
    desk.engine.move(2.2)
    expect((await desk.settle(order)).status).toBe('filled')
  })

  it('is a conflict when our key has another stop price, or an order without one', async () => {
    for (const [terms, fields] of [
      [{ ...TERMS, type: 'stop-limit', stopPrice: 2.15 }, ['stop-price']],
      [{ ...TERMS, type: 'limit', price: 1.5 }, ['type', 'price', 'stop-price']],
    ] as const) {
      const desk = await start()
      const { intentId } = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
      desk.engine.place({ ...terms, key: fake.record.toClientOrderId(intentId) })
      const settled = await desk.settle(await desk.ok('orders.submit', { ...STOP, intentId }))
      expect(settled).toMatchObject({ status: 'conflict', reason: { code: 'OTHER_TERMS', params: { fields } } })
    }
  })

  it('is one order a key: another stop price is another order, the same in another spelling is not', async () => {
    const desk = await start()
    const order = await submitted(desk, STOP)
    const again = await desk.ok('orders.submit', { ...STOP, intentId: order.intentId, stopPrice: '2.20' })
    expect(again.payloadHash).toBe(order.payloadHash)
    const other = await desk.backend.call('orders.submit', { ...STOP, intentId: order.intentId, stopPrice: '2.21' })
    expect(other).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } })
    expect(desk.venue.sent).toHaveLength(1)
  })

  it('counts in full for the limits while it waits', async () => {
    const desk = await start()
    await looked(desk, await submitted(desk, { ...STOP, size: { unit: 'quote', value: '460' } }))
    expect(await desk.submit({ size: { unit: 'quote', value: '60' } })).toBe('RULE_BREACH')
  })

  it('is not sent when it would trigger at once, or buy nothing when it does', async () => {
    const desk = await start()
    expect(await desk.submit({ ...STOP, stopPrice: '2' })).toBe('STOP_PRICE')
    expect(await desk.submit({ ...STOP, price: '2.1' })).toBe('STOP_PRICE')
    expect(await desk.submit({ ...STOP, stopPrice: '2.20001' })).toBe('STEP')
    expect(desk.venue.sent).toEqual([])
  })
})

test.each([
  ['binance', 400, '{"code":-2010,"msg":"Stop price would trigger immediately."}'],
  [
    'coinbase',
    200,
    '{"success":false,"error_response":{"error":"UNKNOWN_FAILURE_REASON","preview_failure_reason":"PREVIEW_STOP_PRICE_BELOW_LAST_TRADE_PRICE"}}',
  ],
] as const)('%s refuses what would trigger at once by then', async (venue, status, body) => {
  const desk = await startVenueDesk(AT.find((fake) => fake.venue === venue) as Fake)
  desk.venue.faults.push({ kind: 'reply', when: 'before', status, body })
  expect((await submitted(desk, STOP)).status).toBe('rejected')
})

test('goes out in the words of each exchange', async () => {
  const sent = await Promise.all(
    AT.map(async (fake) => {
      const desk = await startVenueDesk(fake)
      await submitted(desk, STOP)
      return sentFields(desk)
    }),
  )
  expect(sent).toMatchObject([
    { type: 'STOP_LOSS_LIMIT', stopPrice: '2.2', price: '2.3', quantity: '20', timeInForce: 'GTC' },
    { ordertype: 'stop-loss-limit', price: '2.2', price2: '2.3', volume: '20' },
    {
      order_configuration: {
        stop_limit_stop_limit_gtc: {
          base_size: '20',
          limit_price: '2.3',
          stop_price: '2.2',
          stop_direction: 'STOP_DIRECTION_STOP_UP',
        },
      },
    },
  ])
})

describe('lost on its way', () => {
  /** Looks once a minute for so long; every state that it was in. */
  async function minutes(desk: VenueDesk, order: Order, count: number): Promise<Set<string>> {
    const seen = new Set<string>()
    for (let at = 0; at < count; at += 1) {
      seen.add((await looked(desk, order)).status)
      desk.clock.advance(60_000)
    }
    return seen
  }
  const start = async (fake: Fake) => {
    const desk = await startVenueDesk(fake)
    await desk.ok('settings.save', { autoLockMinutes: null })
    return desk
  }
  const provable = AT.filter(({ record }) => record.validity !== null)

  it.each(provable)('is called dead after half an hour of silence, and no sooner: $venue', async (fake) => {
    const desk = await start(fake)
    desk.venue.faults.push({ kind: 'hang', when: 'before' })
    const order = await lost(desk, STOP)
    expect([...(await minutes(desk, order, 31))].sort()).toEqual(['stuck', 'unknown'])
    expect(await minutes(desk, order, 4)).toContain('not-placed')
    expect(desk.engine.orders).toEqual([])
  })

  it.each(provable)('does not take a look long after it for half an hour of silence: $venue', async (fake) => {
    const desk = await start(fake)
    desk.venue.faults.push({ kind: 'hang', when: 'before' })
    const order = await lost(desk, STOP)
    desk.clock.advance(3_600_000)
    expect([...(await minutes(desk, order, 20))]).not.toContain('not-placed')
  })

  it.each(provable)('is found when the exchange denied it for half an hour: $venue', async (fake) => {
    const lagMs = 29.5 * 60_000
    const desk = await start(fake)
    desk.engine.manners.lag = { id: lagMs, open: lagMs, history: lagMs, trades: lagMs }
    desk.venue.faults.push({ kind: 'drop', when: 'after' })
    const order = await submitted(desk, STOP)
    const seen = await minutes(desk, order, 33)
    expect(seen).not.toContain('not-placed')
    expect(await looked(desk, order)).toMatchObject({ status: 'open', stopPrice: '2.2' })
  })

  it.each(AT.filter(({ record }) => record.resend === 'replay'))('is asked for again: $venue', async (fake) => {
    const desk = await start(fake)
    desk.venue.faults.push({ kind: 'hang', when: 'before' })
    const order = await lost(desk, STOP)
    await looked(desk, order)
    expect(await looked(desk, order)).toMatchObject({ status: 'open', stopPrice: '2.2' })
    const [first, second] = desk.venue.sent
    expect([desk.venue.sent.length, desk.engine.orders.length]).toEqual([2, 1])
    expect(second?.body).toBe(first?.body)
  })
})

test.each(NOT_AT)('is neither offered nor sent at $venue', async (fake) => {
  const desk = await startVenueDesk(fake)
  const draft = await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  expect([draft.orderTypes, draft.timesInForce]).toEqual([fake.record.orderTypes, fake.record.timesInForce])
  expect(await desk.submit(STOP)).toBe('NOT_ALLOWED')
  expect(desk.venue.sent).toEqual([])
})

test('a time in force that is not known to hold there is not sent either', async () => {
  const [general] = FAKES.filter(({ record }) => !record.timesInForce.includes('ioc'))
  const desk = await startVenueDesk(general as Fake)
  const limit = { type: 'limit', price: '1.5', size: { unit: 'base', value: '20' } } as const
  expect(await desk.submit({ ...limit, timeInForce: 'ioc' })).toBe('NOT_ALLOWED')
  expect(desk.venue.sent).toEqual([])
})

test('those of others are listed with their stop price', async () => {
  const desk = await startVenueDesk(AT[0] as Fake)
  desk.engine.place({ ...TERMS, type: 'stop-limit', stopPrice: 2.2, key: 'byhand1' })
  await desk.ok('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })
  const foreign = await desk.ok('orders.foreign', { accountId: desk.accountId })
  expect(foreign).toMatchObject([{ type: 'stop-limit', price: '2.3', stopPrice: '2.2', hasOwnKey: false }])
})
