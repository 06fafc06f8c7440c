// The ledger behind the door: what is entered counts as held, own fills are in it once, and the file is written for its owner.

import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buy } from '../../../support/order-inputs.ts'
import { startDesk } from '../../../support/start-backend.ts'

it('counts movements at own places as holdings, and what holdings say as a movement', async () => {
  const desk = await startDesk()
  const cold = { accountId: 'cold', coinId: 'peaq', environment: 'test' } as const
  await desk.ok('ledger.save', { ...cold, at: '2026-01-01', kind: 'buy', amount: '10', price: '2' })
  await desk.ok('ledger.save', { ...cold, at: '2026-01-02', kind: 'sell', amount: '4', price: '3' })
  const held = async () =>
    (await desk.ok('portfolio.get', { environment: 'test' })).holdings.map(({ amount }) => amount)
  expect(await held()).toEqual(['6'])
  await desk.ok('holdings.save', { environment: 'test', coinId: 'peaq', amount: '8' })
  const [opening, ...others] = await desk.ok('ledger.list', { environment: 'test' })
  expect(opening).toMatchObject({ source: 'opening', kind: 'adjustment', amount: '2', accountId: 'manual' })
  expect(others).toHaveLength(2)
  await desk.ok('holdings.remove', { environment: 'test', coinId: 'peaq' })
  expect(await held()).toEqual([])
  expect(await desk.ok('results.get', { environment: 'test', method: 'fifo' })).toMatchObject({
    ...{ realised: '4', currency: 'USDT', method: 'fifo' },
    coins: [{ coinId: 'peaq', held: '0', realised: '4' }],
  })
  const { items } = await desk.ok('results.page', { environment: 'test', method: 'fifo', coinId: 'peaq' })
  expect(items.find(({ outcome }) => outcome === 'sold')).toMatchObject({ amount: '4', cost: '8', result: '4' })
  expect(await desk.code('coins.remove', { coinId: 'peaq' })).not.toBe('ok')
})

it('has each own fill once, over a restart too, and no fill can be taken away', async () => {
  const desk = await startDesk()
  const order = await buy(desk)
  const fills = async () => (await desk.ok('ledger.page', { accountId: 'practice' })).items
  const before = await fills()
  expect(before.length).toBeGreaterThan(0)
  expect(before.every(({ source, groupId }) => source === 'fill' && groupId === `order:${order.intentId}`)).toBe(true)
  await desk.ok('orders.reconcile', {})
  await desk.restart()
  expect(await fills()).toEqual(before)
  expect(await desk.code('ledger.remove', { entryId: before[0]?.entryId })).toBe('NOT_EDITABLE')
  const { coins, missingCount } = await desk.ok('results.get', { environment: 'practice', method: 'average' })
  expect([coins.find(({ coinId }) => coinId === order.coinId)?.held, missingCount]).toEqual([order.filled, 0])
})

it('takes what a trade by hand is paid with, and its fee, for coins by their tickers', async () => {
  const desk = await startDesk()
  const cold = { accountId: 'cold', environment: 'test' } as const
  await desk.ok('ledger.save', { ...cold, coinId: 'peaq', at: '2026-01-01', kind: 'deposit', amount: '50' })
  const trade = { ...cold, at: '2026-01-02', kind: 'buy', asset: 'BTC', amount: '1', total: '20', currency: 'PEAQ' }
  const saved = await desk.ok('ledger.save', { ...trade, fee: { asset: 'PEAQ', amount: '2' } } as const)
  expect(saved).toMatchObject({ coinId: null, currencyCoinId: 'peaq', fee: { coinId: 'peaq' } })
  const { holdings } = await desk.ok('portfolio.get', { environment: 'test' })
  expect(holdings).toMatchObject([{ coinId: 'peaq', amount: '28' }])
})

it('takes a rebate, which is a fee below zero', async () => {
  const desk = await startDesk()
  const deposit = { accountId: 'cold', coinId: 'peaq', at: '2026-01-01', kind: 'deposit', amount: '50' } as const
  const { fee } = await desk.ok('ledger.save', { ...deposit, fee: { asset: 'BNB', amount: '-0.1' } })
  expect(fee).toMatchObject({ asset: 'BNB', amount: '-0.1' })
})

it('lets the trader price what a file brought, and change nothing else of it', async () => {
  const desk = await startDesk()
  const text = 'Time,Kind,Asset,Amount\n2026-01-01,deposit,PEAQ,5'
  await desk.ok('import.commit', await desk.ok('import.preview', { text }).then(({ previewId }) => ({ previewId })))
  const [row] = await desk.ok('ledger.list', {})
  const input = {
    ...{ entryId: row?.entryId, accountId: 'generic', kind: 'deposit', coinId: 'peaq' },
    at: '2026-01-01',
  }
  const priced = { ...input, amount: '5', price: '2', currency: 'USDT', note: 'bought' } as const
  expect(await desk.ok('ledger.save', priced)).toMatchObject({ price: '2', note: 'bought', source: row?.source })
  expect(await desk.code('ledger.save', { ...priced, amount: '6' })).toBe('NOT_EDITABLE')
})

it('writes the file for its owner alone, with the method in it, and never over another', async () => {
  const desk = await startDesk()
  const movement = { accountId: 'cold', coinId: 'peaq', kind: 'buy', amount: '10', price: '2' }
  await desk.ok('ledger.save', { ...movement, at: '2026-01-01' })
  const to = path.join(desk.dataDir, 'ledger.csv')
  expect(await desk.ok('ledger.export', { path: to, year: 2026 })).toEqual({ path: to, movements: 1 })
  expect(statSync(to).mode & 0o777).toBe(0o600)
  expect(readFileSync(to, 'utf8')).toMatch(/\r\nmovement,.*\r\nlot,.*,average,zero\r\n$/s)
  expect(await desk.code('ledger.export', { path: to })).toBe('FILE_EXISTS')
  expect(await desk.code('ledger.export', { path: 'ledger.csv' })).toBe('FILE_NOT_USABLE')
})
