// Nobody is asked for anything before the trader has switched him on, whatever the app does, and nobody once he is off again.

import { expect, it } from 'vitest'
import { SOURCE_IDS } from '../../../../shared/sources/sources.ts'
import { ADDRESS } from '../../../sources/others.ts'
import { startSourceDesk } from './source-desk.ts'

it('on a new profile every source is off, and nothing is asked by a day of use', async () => {
  const desk = await startSourceDesk()
  expect((await desk.ok('settings.get', {})).sourcesAsked).toBe(false)
  expect((await desk.ok('sources.list', {})).filter(({ enabled }) => enabled)).toEqual([])
  desk.backend.on('quotes.changed', () => {})
  desk.backend.on('listings.changed', () => {})
  await desk.ok('coins.save', { coinId: 'dolomite', contracts: [{ chain: 'ethereum', address: ADDRESS }] })
  for (const coinId of ['peaq', 'dolomite']) {
    await desk.ok('quotes.get', { coinId })
    const { problem } = await desk.ok('history.get', { coinId, range: 'max' })
    expect(problem?.code).toBe('HISTORY_SOURCES_OFF')
  }
  await desk.ok('quotes.list', {})
  await desk.ok('listings.list', {})
  for (const source of SOURCE_IDS) expect(await desk.code('sources.refresh', { source })).toBe('NOT_ALLOWED')
  for (let hour = 0; hour < 24; hour++) desk.clock.advance(3_600_000)
  expect(desk.asked()).toEqual({})
})

it('one that is on is asked and no other, and none once it is off', async () => {
  const desk = await startSourceDesk()
  await desk.on('okx')
  expect(Object.keys(desk.asked())).toEqual(['okx'])
  await desk.ok('sources.save', { source: 'okx', enabled: false })
  // What was under way when it was switched off is over.
  await desk.restart()
  const before = desk.asked()
  await desk.ok('history.get', { coinId: 'peaq', range: '1y' })
  for (let minute = 0; minute < 90; minute++) desk.clock.advance(60_000)
  expect(await desk.code('sources.refresh', { source: 'okx' })).toBe('NOT_ALLOWED')
  expect(desk.asked()).toEqual(before)
  // What it said last is still shown.
  expect(await desk.ok('quotes.list', { coinIds: ['peaq'] })).toMatchObject([{ source: 'okx', price: '0.2005' }])
})

it('an exchange without an entry of its own is read at the one for its orders, and plain http nowhere else', async () => {
  const desk = await startSourceDesk()
  const { url } = desk.servers.gate
  await desk.restart({ dataHosts: {}, venueHosts: { practice: desk.exchange.exchange.url, gate: url } })
  await desk.on('gate')
  // Its list of markets, that of its currencies, and prices.
  expect(desk.asked()).toEqual({ gate: 3 })
  await expect(desk.restart({ dataHosts: { defillama: 'http://prices.example' } })).rejects.toThrow()
})
