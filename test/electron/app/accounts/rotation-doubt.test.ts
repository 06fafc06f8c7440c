// A new key while an order is in doubt: looked for with the key of another account the order would not be found, and would count
// as not placed. Only a key that is proven to be of the same account takes the old one's place then.

import { expect, test } from 'vitest'
import type { KeyProbe } from '../../../../electron/ports/vault.ts'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import type { KeyCheck } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { startDesk } from '../../../support/start-backend.ts'

const SECOND = { apiKey: 'canary-key-second-77', apiSecret: 'canary-secret-second-88' }
const fakeOf = (venue: string) => FAKES.find((fake) => fake.venue === venue) as Fake

/** An account at an exchange that says of keys what the test decides; its orders leave no trace. */
async function deskAt(fake: Fake, environment: 'test' | 'live', account: string | null) {
  const told: KeyCheck = {
    ...{
      state: 'accepted',
      permissions: ['read', 'trade'],
      ipBound: null,
      expiresAt: null,
      detail: reason('KEY_TAKEN'),
    },
    ...{ at: '2026-11-23T12:00:00.000Z', account },
  }
  let now = () => Date.now()
  const never = Number.POSITIVE_INFINITY
  const lag = { id: never, open: never, history: never, trades: never }
  const venue = await startVenue(fake.dialect, new Engine(() => now(), { keyRule: fake.record.keyRule, lag }))
  const keyProbe: KeyProbe = { check: async () => ({ ...told }) }
  const host = environment === 'test' ? `${fake.venue}:test` : fake.venue
  const venueHosts = { [host]: venue.url, practice: 'http://127.0.0.1:9' }
  const desk = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR, keyProbe, venueHosts })
  now = () => desk.clock.now()
  await desk.ok('vault.create')
  const { accountId } = await desk.ok('accounts.add', { venue: fake.venue, environment, label: 'Mine', ...fake.key })
  const accountNow = async () => (await desk.ok('accounts.list')).find((one) => one.accountId === accountId)
  /** An order that the exchange took, without an answer. */
  const doubt = async () => {
    const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
    venue.faults.push({ kind: 'drop', when: 'after' })
    const size = { unit: 'quote', value: '50' }
    const order = await desk.ok('orders.submit', { intentId, type: 'limit', size, price: '1' })
    expect(order.status).toBe('unknown')
  }
  return { desk, told, accountId, accountNow, doubt, oldEnd: fake.key.apiKey.slice(-4) }
}

test('is not taken where nothing proves whose it is', async () => {
  const { desk, accountId, accountNow, doubt, oldEnd } = await deskAt(fakeOf('mexc'), 'test', null)
  await doubt()
  expect(await desk.code('accounts.rotateKey', { accountId, ...SECOND })).toBe('OTHER_ACCOUNT')
  expect(await accountNow()).toMatchObject({ keyEnd: oldEnd, rotation: null })
})

test('that waited when the order was sent is not taken either, whatever the trader says of it', async () => {
  const { desk, accountId, accountNow, doubt, oldEnd } = await deskAt(fakeOf('mexc'), 'live', null)
  await desk.ok('accounts.rotateKey', { accountId, ...SECOND })
  await doubt()
  expect(await desk.code('accounts.finishRotation', { accountId })).toBe('OTHER_ACCOUNT')
  expect(await accountNow()).toMatchObject({ keyEnd: oldEnd, rotation: { stage: 'unverified' } })
})

test.each(['test', 'live'] as const)('that waited and is proven by its name is taken (%s)', async (environment) => {
  const { desk, told, accountId, accountNow, doubt } = await deskAt(fakeOf('binance'), environment, '77')
  const sure = { ...told }
  Object.assign(told, { state: 'unreachable', permissions: null, account: undefined })
  await desk.ok('accounts.rotateKey', { accountId, ...SECOND })
  await doubt()
  Object.assign(told, sure)
  await desk.ok('accounts.finishRotation', { accountId })
  expect(await accountNow()).toMatchObject({ keyEnd: 'd-77', rotation: null })
})
