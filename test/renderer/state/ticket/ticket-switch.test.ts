// Every switch of a ticket by every number that may stand in it: kept where it means the same, else converted or cleared, and said.

import { describe, expect, test } from 'vitest'
import { partOfFree } from '../../../../renderer/features/orders/ticket/free-share.ts'
import type { TicketForm } from '../../../../renderer/state/ticket/ticket-form.ts'
import {
  type Switched,
  switchMarket,
  switchSide,
  switchType,
  switchUnit,
} from '../../../../renderer/state/ticket/ticket-switch.ts'

const EMPTY: TicketForm = { type: 'market', unit: 'quote', size: '', price: '', stopPrice: '', timeInForce: 'gtc' }
const MARKET: TicketForm = { ...EMPTY, size: '100' }
const COINS: TicketForm = { ...MARKET, unit: 'base', size: '66.6' }
const LIMIT: TicketForm = { ...MARKET, type: 'limit', price: '1.5', timeInForce: 'post-only' }
const STOP: TicketForm = { ...LIMIT, type: 'stop-limit', stopPrice: '1.4' }
const NO_PRICES = { price: '', stopPrice: '' }
const CLEARED = { ...NO_PRICES, size: '' }
const QUOTE = { bid: '1.9', ask: '2' }
const priced = { side: 'buy', quote: QUOTE, rules: { step: '0.1' } } as const

const toSale = (form: TicketForm) => switchSide(form, 'sell')
const toEuro = (form: TicketForm) => switchMarket(form, 'PEAQ/USDT', 'PEAQ/EUR')
const toLimit = (form: TicketForm) => switchType(form, 'limit')
const toMarket = (form: TicketForm) => switchType(form, 'market')
const toStop = (form: TicketForm) => switchType(form, 'stop-limit')
const toCoin = (form: TicketForm) => switchUnit(form, 'base', priced)
const toMoney = (form: TicketForm) => switchUnit(form, 'quote', priced)

test.each<[string, (form: TicketForm) => Switched, TicketForm, Partial<TicketForm>, RegExp | null]>([
  ['side, nothing typed', toSale, EMPTY, {}, null],
  ['side, a size', toSale, MARKET, CLEARED, /for a buy/],
  ['side, a size in the coin', toSale, COINS, CLEARED, /for a buy/],
  ['side, a limit', toSale, LIMIT, CLEARED, /for a buy/],
  ['side, a stop', toSale, STOP, CLEARED, /for a buy/],
  ['back to a buy', (form) => switchSide(form, 'buy'), LIMIT, CLEARED, /for a sell/],
  ['market, nothing typed', toEuro, EMPTY, {}, null],
  ['market, money of another currency', toEuro, MARKET, { size: '' }, /PEAQ\/EUR/],
  ['market, an amount of the coin', toEuro, COINS, {}, null],
  ['market, a limit', toEuro, LIMIT, CLEARED, /PEAQ\/EUR/],
  ['market, a limit of an amount', toEuro, { ...LIMIT, unit: 'base' }, NO_PRICES, /PEAQ\/EUR/],
  ['market, a stop', toEuro, STOP, CLEARED, /PEAQ\/EUR/],
  ['market, the same money', (form) => switchMarket(form, 'A/USDT', 'B/USDT'), MARKET, {}, null],
  ['market to limit', toLimit, MARKET, { type: 'limit' }, null],
  ['limit to market', toMarket, LIMIT, { ...NO_PRICES, type: 'market' }, /price cleared/i],
  ['limit to stop-limit', toStop, LIMIT, { ...NO_PRICES, type: 'stop-limit' }, /price cleared/i],
  ['stop-limit to limit', toLimit, STOP, { ...NO_PRICES, type: 'limit' }, /price cleared/i],
  ['stop-limit to market', toMarket, STOP, { ...NO_PRICES, type: 'market' }, /price cleared/i],
  ['limit to limit', toLimit, LIMIT, {}, null],
  ['unit, nothing typed', toCoin, EMPTY, { unit: 'base' }, null],
  ['unit, money at the market', toCoin, MARKET, { unit: 'base', size: '50' }, /at 2\./],
  ['unit, money at the limit, cut to the step', toCoin, LIMIT, { unit: 'base', size: '66.6' }, /at 1\.5\./],
  ['unit, money for a stop', toCoin, STOP, { unit: 'base', size: '66.6' }, /at 1\.5\./],
  ['unit, a limit without its price', toCoin, { ...LIMIT, price: '' }, { unit: 'base', size: '50' }, /at 2\./],
  ['unit, a limit whose price is none', toCoin, { ...LIMIT, price: '1,500' }, { unit: 'base', size: '' }, /cleared/],
  ['unit, a price of 0', toCoin, { ...LIMIT, price: '0' }, { unit: 'base', size: '' }, /cleared/],
  ['unit, a size that is none', toCoin, { ...MARKET, size: 'much' }, { unit: 'base', size: '' }, /cleared/],
  ['unit, less than a step', toCoin, { ...MARKET, size: '0.1' }, { unit: 'base', size: '' }, /cleared/],
  ['unit, coins at the market', toMoney, COINS, { unit: 'quote', size: '133.2' }, /at 2\./],
  ['unit, coins, cut to the cent', toMoney, { ...COINS, size: '0.777' }, { unit: 'quote', size: '1.55' }, /at 2\./],
  ['unit, next to nothing', toMoney, { ...COINS, size: '0.001' }, { unit: 'quote', size: '0.002' }, /at 2\./],
  ['unit, the same', toMoney, MARKET, {}, null],
])('%s', (_name, turn, form, changes, words) => {
  const { form: turned, note } = turn(form)
  expect(turned).toEqual({ ...form, ...changes })
  if (words === null) expect(note).toBeNull()
  else expect(note).toMatch(words)
})

test('a sale is converted at the bid, and without a price nothing is', () => {
  const sale = { ...priced, side: 'sell' } as const
  expect(switchUnit(MARKET, 'base', sale).form.size).toBe('52.6')
  expect(switchUnit(MARKET, 'base', { ...sale, quote: null })).toMatchObject({ form: { unit: 'base', size: '' } })
})

describe('a part of what is free', () => {
  const rules = { ...{ tick: '0.0001', step: '0.1', minAmount: '0.1', maxAmount: '1000', minNotional: '5' } }
  const draft = (side: 'buy' | 'sell') => ({ side, rules: { ...rules, takerFee: '0.001', makerFee: '0' } })
  const free = { base: '66.66', quote: '1000' }

  test.each([
    ['sell', '1', { unit: 'base', value: '66.6' }],
    ['sell', '0.5', { unit: 'base', value: '33.3' }],
    ['sell', '0.25', { unit: 'base', value: '16.6' }],
    ['buy', '1', { unit: 'quote', value: '999' }],
    ['buy', '0.75', { unit: 'quote', value: '749.25' }],
    ['buy', '0.25', { unit: 'quote', value: '249.75' }],
  ] as const)('of a %s: %s', (side, part, size) => {
    expect(partOfFree(draft(side), free, part)).toEqual(size)
  })

  test('is none where nothing is, or nobody knows', () => {
    expect(partOfFree(draft('sell'), { base: '0.09', quote: '1' }, '1')).toBeNull()
    expect(partOfFree(draft('sell'), { base: null, quote: '1' }, '1')).toBeNull()
    expect(partOfFree(draft('buy'), { base: '1', quote: '0' }, '1')).toBeNull()
    expect(partOfFree(draft('buy'), { base: '1', quote: '0.005' }, '1')).toEqual({ unit: 'quote', value: '0.004995' })
  })
})
