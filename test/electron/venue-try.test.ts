import { expect, test } from 'vitest'
import { KDF_FLOOR } from '../../electron/vault/primitives.ts'
import { memoryStore } from '../support/memory-store.ts'
import { startDesk } from '../support/start-backend.ts'
import { BINANCE_DIALECT, BINANCE_KEY } from '../venues/binance.ts'
import { Engine } from '../venues/engine.ts'
import { startVenue } from '../venues/server.ts'

test('x', async () => {
  let clock = { now: () => Date.now() }
  const engine = new Engine(() => clock.now())
  const venue = await startVenue(BINANCE_DIALECT, engine)
  const desk = await startDesk([], {
    secretStore: memoryStore(),
    kdf: KDF_FLOOR,
    venueHosts: { 'binance:test': venue.url },
  })
  clock = desk.clock
  await desk.ok('vault.create')
  const { accountId } = await desk.ok('accounts.add', {
    venue: 'binance',
    environment: 'test',
    label: 'Mine',
    ...BINANCE_KEY,
  })
  console.log(await desk.backend.call('markets.list', { accountId }))
  console.log(venue.asked)
  console.log(JSON.stringify(await desk.backend.call('portfolio.get', { environment: 'test' })))
  const draft = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  const order = await desk.backend.call('orders.submit', {
    intentId: draft.intentId,
    type: 'market',
    size: { unit: 'quote', value: '50' },
  })
  console.log(
    order,
    venue.sent.map((s) => s.raw),
  )
  console.log(await desk.ok('orders.reconcile'))
  console.log(venue.asked)
  expect(1).toBe(1)
})
