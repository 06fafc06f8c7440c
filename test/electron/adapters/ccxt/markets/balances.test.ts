// What an account holds, as each exchange writes it: its own names and suffixes, debts, pages, and what lies elsewhere.

import { expect, test } from 'vitest'
import { createBudget } from '../../../../../electron/adapters/ccxt/budget.ts'
import { openClient } from '../../../../../electron/adapters/ccxt/client.ts'
import { balancesOf } from '../../../../../electron/adapters/ccxt/markets/balances.ts'
import type { Venue } from '../../../../../electron/exchanges/common/library.ts'
import { venueReply } from '../../../../../electron/vault/rpc/venue-shapes.ts'
import { recordOf } from '../../../../../shared/venues/records.ts'
import { FAKES } from '../../../../exchanges/all.ts'
import { startVenueDesk } from '../../../../faults/venue-desk.ts'
import { makeAppClock } from '../../../../support/app-clock.ts'

const fakeOf = (venue: string) => {
  const fake = FAKES.find((each) => each.venue === venue)
  if (fake === undefined) throw new Error(venue)
  return fake
}

/** The library's own exchange, with markets of these coins in USDT. */
async function exchangeOf(venue: string, ...bases: string[]): Promise<Venue> {
  const clock = makeAppClock()
  const place = { venue, environment: 'live', host: null } as const
  const { exchange } = await openClient(place, null, clock, createBudget(clock, recordOf(venue)))
  Object.assign(exchange, { markets: Object.fromEntries(bases.map((base) => [base, { base, quote: 'USDT' }])) })
  return exchange
}

test('Binance: an asset in Simple Earn is its base, held and not free, and LDO stays LDO', async () => {
  const exchange = await exchangeOf('binance', 'LDO', 'MOVE', 'BTC', 'SHIB', 'C98')
  const row = (asset: string, free: string, locked = '0.00000000') => ({ asset, free, locked })
  const rows = [
    row('LDUSDT', '9000.5'),
    row('LDMOVE', '3'),
    row('LDO', '2', '1'),
    row('LDLDO', '5'),
    row('LDGONE', '4'),
    row('LDSHIB2', '6'),
    row('LDC98', '7'),
  ]
  expect(balancesOf(exchange, [{ balances: rows }])).toEqual([
    { asset: 'USDT', total: '9000.5', free: '0' },
    { asset: 'MOVE', total: '3', free: '0' },
    { asset: 'LDO', total: '3', free: '2' },
    { asset: 'LDO', total: '5', free: '0' },
    { asset: 'GONE', total: '4', free: '0' },
    { asset: 'SHIB', total: '6', free: '0' },
    { asset: 'C98', total: '7', free: '0' },
  ])
})

test('Kraken: suffixes and names of before are the asset that they stand for, and .F alone is spendable', async () => {
  const exchange = await exchangeOf('kraken', 'BTC', 'ETH', 'DOT', 'C98', 'MOVE', 'DOGE')
  const told = {
    'USDT.F': { balance: '900', hold_trade: '0' },
    USDT: { balance: '100', hold_trade: '30' },
    'MOVE.F': { balance: '7', hold_trade: '0' },
    XXBT: { balance: '1', hold_trade: '0.4' },
    'XBT.M': { balance: '0.5' },
    XXDG: { balance: '11' },
    ZUSD: { balance: '50', credit: '10', credit_used: '4', hold_trade: '1' },
    'USD.HOLD': { balance: '20' },
    'ETH2.S': { balance: '2' },
    'DOT28.S': { balance: '8' },
    'C98.B': { balance: '6' },
  }
  expect(balancesOf(exchange, [{ result: told }])).toEqual([
    { asset: 'USDT', total: '900', free: '900' },
    { asset: 'USDT', total: '100', free: '70' },
    { asset: 'MOVE', total: '7', free: '7' },
    { asset: 'BTC', total: '1', free: '0.6' },
    { asset: 'BTC', total: '0.5', free: '0' },
    { asset: 'DOGE', total: '11', free: '11' },
    { asset: 'USD', total: '46', free: '45' },
    { asset: 'USD', total: '20', free: '0' },
    { asset: 'ETH', total: '2', free: '0' },
    { asset: 'DOT', total: '8', free: '0' },
    { asset: 'C98', total: '6', free: '0' },
  ])
})

test('OKX and Bybit: what is owed is negative, and what is held by orders or positions is not free', async () => {
  const okx = await exchangeOf('okx', 'BTC')
  const details = [
    { ccy: 'USDT', eq: '10000', cashBal: '10000', availBal: '9000', availEq: '', frozenBal: '1000' },
    { ccy: 'BTC', eq: '-0.6', cashBal: '-0.6', availBal: '0', availEq: '0', liab: '0.6' },
  ]
  expect(balancesOf(okx, [{ data: [{ details }] }])).toEqual([
    { asset: 'USDT', total: '10000', free: '9000' },
    { asset: 'BTC', total: '-0.6', free: '0' },
  ])
  const bybit = await exchangeOf('bybit', 'BTC')
  const coin = [
    { coin: 'USDT', equity: '10000', walletBalance: '10000', locked: '400', totalOrderIM: '', availableToWithdraw: '' },
    { coin: 'BTC', equity: '-0.6', walletBalance: '0.4', spotBorrow: '1', borrowAmount: '1', locked: '0' },
    { coin: 'ETH', walletBalance: '1', spotBorrow: '3', locked: '0' },
  ]
  expect(balancesOf(bybit, [{ result: { list: [{ accountType: 'UNIFIED', coin }] } }])).toEqual([
    { asset: 'USDT', total: '10000', free: '9600' },
    { asset: 'BTC', total: '-0.6', free: '0' },
    { asset: 'ETH', total: '-2', free: '0' },
  ])
})

test('a debt crosses from the process that asks, and an amount that is free is never below nothing', () => {
  const reply = (total: string, free: string) =>
    venueReply.safeParse({ kind: 'balances', balances: [{ asset: 'BTC', total, free }] }).success
  expect([reply('-0.6', '0'), reply('-0.6', '-0.6'), reply('--1', '0')]).toEqual([true, false, false])
})

test('an answer without the documented list is none, not an empty account', async () => {
  for (const venue of ['binance', 'kraken', 'coinbase', 'mexc']) {
    expect(balancesOf(await exchangeOf(venue), [{ error: 'later' }]), venue).toBeNull()
  }
})

test('Coinbase: all pages are read, and a vault is held and not free', async () => {
  const desk = await startVenueDesk(fakeOf('coinbase'))
  desk.engine.balances.clear()
  for (let at = 0; at < 250; at += 1) desk.engine.balances.set(`C${at}`, 1)
  desk.engine.balances.set('USDT', 400)
  desk.engine.balances.set('USDT VAULT', 600)
  const { total, cash } = await desk.ok('portfolio.get', { environment: 'test' })
  expect({ total, cash }).toEqual({ total: '1000', cash: [{ asset: 'USDT', amount: '1000' }] })
  desk.engine.balances.set('USDT', 20)
  desk.engine.balances.set('USDT VAULT', 980)
  desk.clock.advance(3_000)
  expect(await desk.submit({ size: { unit: 'quote', value: '40' } })).toBe('INSUFFICIENT_FUNDS')
  expect(await desk.submit({ size: { unit: 'quote', value: '10' } })).toMatchObject({ amount: '5' })
})

test.each(['okx', 'bybit'])('%s: what lies in the funding account counts and cannot be spent', async (venue) => {
  const desk = await startVenueDesk(fakeOf(venue))
  desk.engine.balances.set('USDT', 20)
  desk.engine.elsewhere.set('USDT', 980)
  expect(await desk.ok('portfolio.get', { environment: 'test' })).toMatchObject({ total: '1000' })
  expect(await desk.submit({ size: { unit: 'quote', value: '40' } })).toBe('INSUFFICIENT_FUNDS')
})
