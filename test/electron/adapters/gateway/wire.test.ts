// The shapes of a gateway's answers: what does not fit exactly is no answer.

import { expect, it } from 'vitest'
import { readAnswer, readMarkets, readPrices } from '../../../../electron/adapters/gateway/wire.ts'
import { AT, newOrder, venueOrder } from '../../../support/profile/journal.ts'

const order = { ...venueOrder(newOrder()), timeInForce: 'gtc', createdAt: AT, updatedAt: AT }
const NOTHING = { order: null, buried: false, code: null, message: '' }

it('reads an order, with fields of its own left aside', () => {
  const read = readAnswer(200, order)
  expect(read).toEqual({ ...NOTHING, order: venueOrder({ venueClientId: order.key }) })
  expect(readAnswer(200, { outcome: 'order', order })).toEqual(read)
})

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'filled'],
  ['an empty object', {}],
  ['a list of it', [order]],
  ['no id', { ...order, orderId: '' }],
  ['a number for an amount', { ...order, amount: 100 }],
  ['an exponent', { ...order, filled: '1e2' }],
  ['a negative amount', { ...order, amount: '-1' }],
  ['another status', { ...order, status: 'done' }],
  ['no fills', { ...order, fills: undefined }],
  ['a fill without id', { ...order, fills: [{ ...order.fills[0], fillId: undefined }] }],
  ['another side', { ...order, side: 'BUY' }],
  ['a void of something else', { outcome: 'maybe' }],
  ['a void without its order', { outcome: 'order' }],
])('reads nothing from %s', (_name, body) => {
  expect(readAnswer(200, body)).toEqual(NOTHING)
})

it('takes an order only from an answer that went well, and a refusal only from one that did not', () => {
  expect(readAnswer(422, order)).toEqual(NOTHING)
  expect(readAnswer(500, { ...order, error: { code: 'STEP', message: 'm' } })).toMatchObject({
    order: null,
    code: 'STEP',
  })
  expect(readAnswer(200, { error: { code: 'STEP', message: 'm' } })).toEqual(NOTHING)
})

it('calls a key buried only by the two answers that say so', () => {
  expect(readAnswer(200, { outcome: 'buried' }).buried).toBe(true)
  expect(readAnswer(410, { error: { code: 'KEY_BURIED', message: '' } }).buried).toBe(true)
  expect(readAnswer(410, { error: { code: 'GONE', message: '' } }).buried).toBe(false)
  expect(readAnswer(404, { error: { code: 'KEY_BURIED', message: '' } }).buried).toBe(false)
  expect(readAnswer(410, {}).buried).toBe(false)
})

const market = {
  market: 'PEAQ/USDT',
  coinId: 'peaq',
  base: 'PEAQ',
  quote: 'USDT',
  stage: 'trading',
  opensAt: null,
  tick: '0.1',
  step: '1',
  minAmount: '1',
  maxAmount: '10',
  minNotional: '5',
  takerFee: '0.001',
  makerFee: '0',
}
const price = { market: 'PEAQ/USDT', bid: '1', ask: '2', last: '1', at: AT }

it('reads markets and prices, and gathers the rules', () => {
  const [listing] = readMarkets({ asOf: AT, markets: [market] })
  expect(listing?.rules).toEqual({
    tick: '0.1',
    step: '1',
    minAmount: '1',
    maxAmount: '10',
    minNotional: '5',
    takerFee: '0.001',
    makerFee: '0',
  })
  expect(Object.keys(listing ?? {}).sort()).toEqual([
    'base',
    'closesAt',
    'coinId',
    'market',
    'opensAt',
    'quote',
    'rules',
    'stage',
  ])
  expect(readPrices({ asOf: AT, prices: [price] })).toEqual([
    { market: 'PEAQ/USDT', quote: { bid: '1', ask: '2', last: '1', at: AT, ageMs: 0 } },
  ])
})

it.each([{ step: '0' }, { tick: '0.0' }, { stage: 'open' }, { opensAt: 'soon' }, { takerFee: 0.001 }])(
  'throws at a market with %j',
  (change) => {
    expect(() => readMarkets({ asOf: AT, markets: [{ ...market, ...change }] })).toThrow()
  },
)

it.each([{ bid: '0' }, { ask: '0' }, { last: '0' }, { ask: '-1' }, { ask: 'NaN' }, { at: 'now' }])(
  'throws at a price with %j',
  (change) => {
    expect(() => readPrices({ asOf: AT, prices: [{ ...price, ...change }] })).toThrow()
  },
)
