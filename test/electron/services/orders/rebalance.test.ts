// Targets and the way to them at the practice exchange: prepared orders within limits, and what is left out with its reason.

import { expect, it } from 'vitest'
import { compare } from '../../../../shared/decimal.ts'
import type { Target } from '../../../../shared/ledger/targets.ts'
import { buy } from '../../../support/order-inputs.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

const environment = 'practice'
async function planned(desk: Desk, items: Target[], band = '0.001') {
  await desk.ok('targets.save', { environment, items, band })
  const plan = await desk.ok('rebalance.plan', { environment })
  return { ...plan, gaps: plan.left.map(({ coinId, narrative, why }) => `${coinId ?? narrative} ${why}`) }
}

it('keeps the targets of each environment, and refuses what cannot be', async () => {
  const desk = await startDesk()
  expect(await desk.ok('targets.get', {})).toEqual({ environment: 'live', items: [], band: '0.01', updatedAt: null })
  const items = [
    { coinId: 'peaq', share: '0.4' },
    { narrative: 'DePIN', share: '0.6' },
  ]
  const saved = await desk.ok('targets.save', { environment: 'test', items, band: '0.02' })
  expect(saved).toMatchObject({ environment: 'test', items, band: '0.02' })
  await desk.restart()
  expect(await desk.ok('targets.get', { environment: 'test' })).toEqual(saved)
  expect((await desk.ok('targets.get', { environment: 'live' })).items).toEqual([])
  // What is not said of the band stays.
  expect(await desk.ok('targets.save', { environment: 'test', items: [] })).toMatchObject({ items: [], band: '0.02' })
  const code = (of: unknown) => desk.code('targets.save', { items: of })
  expect(await code([{ coinId: 'nothing', share: '0.1' }])).toBe('NOT_FOUND')
  expect(await code([...items, { coinId: 'nillion', share: '0.01' }])).toBe('BAD_INPUT')
  expect(await code([items[0], items[0]])).toBe('BAD_INPUT')
  expect(await code([{ coinId: 'peaq', narrative: 'DePIN', share: '0.1' }])).toBe('BAD_INPUT')
})

it('buys up to the target, to the limit, and names each gap; nothing of it is placed', async () => {
  const desk = await startDesk()
  const { total, items, tickets, gaps } = await planned(desk, [
    { coinId: 'peaq', share: '0.03' },
    { coinId: 'nillion', share: '0.2' },
    { coinId: 'lurk', share: '0.01' },
    { narrative: 'Nothing of it', share: '0.1' },
    { coinId: 'dolomite', share: '0.0005' },
  ])
  expect(total).toBe('10000')
  expect(items[0]).toMatchObject({ coinId: 'peaq', share: '0', drift: '-0.03', value: '0', wanted: '300' })
  expect(tickets).toMatchObject([
    { coinId: 'peaq', side: 'buy', market: 'PEAQ/USDT', size: { unit: 'quote', value: '300' }, breaches: [] },
    // The hard limit of a project is 5%.
    { coinId: 'nillion', side: 'buy', size: { unit: 'quote', value: '500' }, breaches: [] },
  ])
  for (const { shareAfter, fee } of tickets) {
    expect(compare(shareAfter ?? '1', '0.05')).toBeLessThanOrEqual(0)
    expect(compare(fee ?? '0', '0')).toBe(1)
  }
  // A drift within the band is none.
  expect(gaps).toEqual(['Nothing of it coin', 'nillion limit', 'lurk market'])
  expect(desk.placed()).toBe(0)
})

it('reckons with no price of the trader’s own', async () => {
  const desk = await startDesk()
  const { id } = await desk.ok('coins.save', { name: 'Presale' })
  await desk.ok('holdings.save', { environment, coinId: id, amount: '1000000' })
  await desk.ok('coinFacts.save', { coinId: id, value: { kind: 'price', price: '5', currency: 'USD' } })
  expect(await desk.ok('portfolio.get', { environment })).toMatchObject({ total: '5010000', limitTotal: '10000' })
  const { total, items, tickets, gaps } = await planned(desk, [
    { coinId: id, share: '0.1' },
    { coinId: 'peaq', share: '0.03' },
  ])
  expect(total).toBe('10000')
  expect(items).toMatchObject([{ value: null }, { wanted: '300' }])
  expect(tickets).toMatchObject([{ coinId: 'peaq', size: { unit: 'quote', value: '300' } }])
  expect(gaps).toEqual([`${id} price`])
})

it('sells what is over, no more than is free, and says what it cannot reckon with', async () => {
  const desk = await startDesk()
  const order = await buy(desk)
  const { holdings } = await desk.ok('portfolio.get', { environment })
  const held = holdings.find(({ coinId }) => coinId === order.coinId)
  const placed = desk.placed()
  const target = [{ coinId: order.coinId, share: '0.0001' }]
  const sale = await planned(desk, target, '0.0001')
  expect(sale.tickets).toMatchObject([
    { coinId: order.coinId, side: 'sell', size: { unit: 'base' }, accountId: 'practice' },
  ])
  expect(sale.gaps).toEqual([])
  // What lies elsewhere is a part of the share, and cannot be sold at the exchange.
  await desk.ok('holdings.save', { environment, coinId: order.coinId, amount: '1000' })
  const locked = await planned(desk, target, '0.0001')
  expect(locked.gaps).toEqual([`${order.coinId} locked`])
  expect(locked.tickets[0]?.amount).toBe(held?.amount)
  // Of its narrative, as long as it has no target of its own.
  const [narrative = ''] = (await desk.ok('coins.get', { coinId: order.coinId })).narratives
  const group = await planned(desk, [{ narrative, share: '0.0001' }], '0.0001')
  expect(group.tickets).toMatchObject([{ coinId: order.coinId, side: 'sell' }])
  const both = await planned(desk, [...target, { narrative, share: '0.01' }], '0.0001')
  expect(both.items[1]).toMatchObject({ narrative, value: '0' })
  // Of a coin without a price nobody knows how far it is off.
  await desk.ok('holdings.save', { environment, coinId: 'lurk', amount: '5' })
  expect((await planned(desk, [{ coinId: 'lurk', share: '0.01' }])).gaps).toEqual(['lurk price'])
  expect(desk.placed()).toBe(placed)
})

it('spends the money of an account once', async () => {
  const desk = await startDesk()
  await desk.ok('rules.save', {
    project: { limit: '1', level: 'warn' },
    earlyStage: { limit: '1', level: 'warn', basis: 'each' },
  })
  const { tickets, gaps } = await planned(desk, [
    { coinId: 'peaq', share: '0.7' },
    { coinId: 'nillion', share: '0.3' },
  ])
  const spent = tickets.reduce((sum, { value, fee }) => sum + Number(value) + Number(fee), 0)
  expect(tickets).toHaveLength(2)
  expect(spent).toBeLessThanOrEqual(10_000)
  expect(gaps).toEqual(['nillion cash'])
})
