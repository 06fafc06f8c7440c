// What is Gate's own: rows of its lists and its stream, fees in three assets, lists that tell of thirty days at most, its exact
// request, a key that may not be asked about, and when a market can be traded.

import { describe, expect, test } from 'vitest'
import { sentCheck } from '../../../electron/adapters/ccxt/requests/sent-check.ts'
import { orderOfRow } from '../../../electron/exchanges/common/order-rows.ts'
import { gateStage } from '../../../electron/exchanges/gate/markets.ts'
import { GATE_ROWS } from '../../../electron/exchanges/gate/order-rows.ts'
import { GATE } from '../../../electron/exchanges/gate.ts'
import type { OutgoingOrder } from '../../../electron/ports/system.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import { gateRow } from '../../exchanges/gate/words.ts'
import { RESTING, stored, submitted } from '../../faults/fault-kit.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

const DAY_MS = 86_400_000
const gate = FAKES.find(({ venue }) => venue === 'gate') as Fake
const exchange = { markets: {}, safeCurrencyCode: (id: string) => id } as never
const read = (more: object) =>
  orderOfRow(exchange, GATE_ROWS.row(gateRow({ text: 't-ours', amount: '20', ...more })), null)

describe('rows', () => {
  test.each([
    [{ status: 'open' }, 'open', '0'],
    [{ status: 'open', filled_amount: '5', left: '15' }, 'partially-filled', '5'],
    [{ status: 'closed', filled_amount: '20', left: '0' }, 'filled', '20'],
    [{ status: 'closed', filled_amount: '5', left: '15', finish_as: 'ioc' }, 'canceled', '5'],
    [{ status: 'cancelled', filled_amount: '5', left: '15', finish_as: 'cancelled' }, 'canceled', '5'],
    // Rows of the stream have an event, and older ones say only what is left.
    [{ status: undefined, event: 'put' }, 'open', '0'],
    [{ status: undefined, event: 'update', filled_amount: undefined, left: '12' }, 'partially-filled', '8'],
    [{ status: undefined, event: 'finish', filled_amount: undefined, left: '0' }, 'filled', '20'],
    [{ status: undefined, event: 'finish', left: '20' }, 'canceled', '0'],
  ])('%j', (more, status, filled) => {
    expect(read(more)).toMatchObject({ status, filled, key: 't-ours', market: 'PEAQ_USDT' })
  })

  test.each([
    { status: 'tomorrow' },
    { status: '' },
    { status: undefined, event: 'tomorrow' },
    { status: undefined },
    { filled_amount: null },
    { filled_amount: undefined, left: '' },
    { amount: 'twenty' },
    { type: 'limit_borrow' },
    { price: null },
    { side: '' },
    { id: '' },
  ])('%j is not guessed at', (more) => {
    expect(read(more)).toBeNull()
  })

  test('a market buy is one for so much money, of which the amount of the coin is not told', () => {
    expect(GATE_ROWS.row(gateRow({ type: 'market', side: 'buy', amount: '50' })).amount).toBeNull()
    expect(GATE_ROWS.row(gateRow({ type: 'market', side: 'sell', amount: '50' })).amount).toBe('50')
  })

  test('open orders of all markets come in groups, and what names no list is none', () => {
    const rows = [gateRow({ id: '1' }), gateRow({ id: '2' }), gateRow({ id: '3' })]
    const groups = [{ orders: rows.slice(0, 2), total: 2 }, { orders: rows.slice(2) }]
    expect(GATE_ROWS.rows(groups, 'open')).toEqual(rows)
    expect(GATE_ROWS.rows(rows[0], 'one')).toEqual([rows[0]])
    for (const body of [{ label: 'SERVER_ERROR' }, {}, null, 'x']) expect(GATE_ROWS.rows(body, 'open')).toBeNull()
  })

  test.each([
    [
      { fee: '0.02', fee_currency: 'PEAQ' },
      { asset: 'PEAQ', amount: '0.02' },
    ],
    [
      { fee: '0', gt_fee: '0.01', point_fee: '0' },
      { asset: 'GT', amount: '0.01' },
    ],
    [
      { fee: '0', gt_fee: '0', point_fee: '0.04' },
      { asset: 'GATEPOINT', amount: '0.04' },
    ],
    [
      { fee: '0.00', gt_fee: '0', point_fee: '0' },
      { asset: 'USDT', amount: '0' },
    ],
    [{ fee: '0.02', gt_fee: '0.01' }, null],
    [{ fee: '0.02', rebated_fee: '0.01', rebated_fee_currency: 'USDT' }, null],
    [
      { fee: '0.02', rebated_fee: '0' },
      { asset: 'USDT', amount: '0.02' },
    ],
    [{ fee: undefined }, null],
  ])('the fee of %j', (more, fee) => {
    expect(read({ status: 'closed', filled_amount: '20', ...more })?.fee).toEqual(fee)
  })

  test.each([
    ['poc', { code: 'EXCHANGE_ENDED_AS', params: { code: 'poc', as: 'post-only-would-trade' } }],
    ['stp', { code: 'EXCHANGE_ENDED_AS', params: { code: 'stp', as: 'self-trade' } }],
    ['liquidate_cancelled', { code: 'EXCHANGE_ENDED', params: { code: 'liquidate_cancelled', words: null } }],
    ['unknown', null],
    ['-', null],
  ])('why it ended: %s', (finish_as, reason) => {
    expect(read({ status: 'cancelled', finish_as })?.reason).toEqual(reason)
  })
})

test('an order that rested for a hundred days is found with its trade, span after span', async () => {
  const desk = await startVenueDesk(gate)
  const order = await submitted(desk, RESTING)
  await desk.ok('settings.save', { autoLockMinutes: null })
  await desk.pass(60_000)
  desk.clock.advance(100 * DAY_MS)
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
  const spans = desk.venue.asked.filter((call) => call.endsWith('/spot/my_trades'))
  expect(spans.length).toBeGreaterThanOrEqual(4)
})

test('a key that may not read account information is taken all the same, and its rights are not told', async () => {
  const forbidding = {
    ...gate,
    dialect: {
      ...gate.dialect,
      handle: (...[request, engine]: Parameters<Fake['dialect']['handle']>) =>
        request.path === '/api/v4/account/detail'
          ? { status: 403, body: { label: 'FORBIDDEN', message: 'Request API key does not have account permission' } }
          : gate.dialect.handle(request, engine),
    },
  }
  const desk = await startVenueDesk(forbidding)
  const { key } = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(key?.check).toMatchObject({ state: 'accepted', permissions: null })
  expect(await desk.submit()).toMatchObject({ side: 'buy' })
})

describe('the last look at the bytes', () => {
  const UNTIL = 1_795_435_205_000
  const order: OutgoingOrder = {
    ...{ key: `t-${'a'.repeat(26)}`, market: 'PEAQ/USDT', side: 'buy', type: 'limit', timeInForce: 'gtc' },
    ...{ amount: '25', price: '2.1', stopPrice: null, validUntil: UNTIL },
  }
  const fields = {
    ...{ text: order.key, currency_pair: 'PEAQ_USDT', type: 'limit', account: 'spot', side: 'buy', amount: '25' },
    ...{ price: '2.1', time_in_force: 'gtc' },
  }
  const headers = {
    ...{ 'User-Agent': 'Prelist', 'Content-Type': 'application/json', KEY: 'k', SIGN: 's', Timestamp: '1795435200' },
    'x-gate-exptime': String(UNTIL),
  }
  const look = (body: object = {}, head: object = {}, sent: Partial<OutgoingOrder> = {}) =>
    sentCheck('gate', { order: { ...order, ...sent }, marketId: 'PEAQ_USDT', environment: 'live', windowMs: 5_000 })({
      url: 'https://api.gateio.ws/api/v4/spot/orders',
      method: 'POST',
      body: JSON.stringify({ ...fields, ...body }),
      headers: { ...headers, ...head } as Record<string, string>,
    } as Parameters<ReturnType<typeof sentCheck>>[0])

  test('lets exactly this order through, in each time in force', () => {
    expect(look()).toBeNull()
    expect(look({ time_in_force: 'ioc' }, {}, { timeInForce: 'ioc' })).toBeNull()
    expect(look({ time_in_force: 'poc' }, {}, { timeInForce: 'post-only' })).toBeNull()
  })

  test.each([
    [{ text: 't-another' }, {}],
    [{ amount: '25.1' }, {}],
    [{ price: '2.2' }, {}],
    [{ side: 'sell' }, {}],
    [{ account: 'margin' }, {}],
    [{ type: 'market' }, {}],
    [{ time_in_force: 'ioc' }, {}],
    [{ currency_pair: 'MOVE_USDT' }, {}],
    [{ auto_borrow: true }, {}],
    [{ action_mode: 'ACK' }, {}],
    [{}, { 'x-gate-exptime': String(UNTIL + 1) }],
    [{}, { 'x-gate-exptime': undefined }],
    [{}, { 'X-Gate-Channel-Id': 'ccxt' }],
  ])('stops %j %j', (body, head) => {
    expect(look(body, head)).not.toBeNull()
  })

  test('sends no market order: of a buy the amount would be money', () => {
    expect(look({ type: 'market', price: undefined }, {}, { type: 'market', price: null })).toEqual({
      code: 'NO_SUCH_REQUEST',
      params: {},
    })
    expect(recordOf('gate').orderTypes).toEqual(['limit'])
  })
})

describe('when a market can be traded', () => {
  const NOW = 1_795_435_200_000
  const [soon, past] = [NOW / 1_000 + 60, NOW / 1_000 - 60]
  const stage = (info: object) => gateStage({ buy_start: past, sell_start: past, type: 'normal', ...info }, NOW)
  const iso = (seconds: number) => new Date(seconds * 1_000).toISOString()

  test.each([
    [{ trade_status: 'tradable' }, { stage: 'trading' }],
    [
      { trade_status: 'tradable', buy_start: soon, sell_start: soon },
      { stage: 'announced', opensAt: iso(soon) },
    ],
    [
      { trade_status: 'tradable', sell_start: soon },
      { stage: 'trading', takes: { sides: ['buy'] } },
    ],
    [
      { trade_status: 'tradable', buy_start: soon },
      { stage: 'trading', takes: { sides: ['sell'] } },
    ],
    [
      { trade_status: 'buyable', buy_start: soon },
      { stage: 'announced', opensAt: iso(soon) },
    ],
    [
      { trade_status: 'tradable', delisting_time: soon },
      { stage: 'delisting', closesAt: iso(soon) },
    ],
    [{ trade_status: 'tradable', type: 'premarket' }, { stage: 'unknown' }],
    [{ trade_status: 'tradable', type: 'tomorrow' }, { stage: 'unknown' }],
  ])('%j', (info, told) => {
    expect(stage(info)).toEqual(told)
  })
})

test('its stream of orders is one at its test net as well', () => {
  expect(GATE.testUrls).toEqual({ spot: 'wss://ws-testnet.gate.com/v4/ws/spot' })
  const heard = (message: object) => GATE.orderStream?.read(exchange, message)
  expect(heard({ channel: 'spot.orders', event: 'subscribe', error: null, result: { status: 'success' } })).toEqual({
    kind: 'up',
  })
  expect(heard({ channel: 'spot.orders', event: 'subscribe', error: { code: 4, message: 'm' }, result: null })).toEqual(
    {
      kind: 'refused',
    },
  )
  expect(heard({ type: 'upgrade', msg: 'The connection will soon be closed' })).toEqual({ kind: 'refused' })
  for (const other of [
    { channel: 'spot.pong', event: '' },
    { channel: 'spot.orders', event: 'update', result: [] },
    7,
  ]) {
    expect(heard(other as object)).toBeNull()
  }
})
