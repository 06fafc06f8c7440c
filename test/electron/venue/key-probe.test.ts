// What the exchanges tell of a key, and what becomes of it: taken, refused, or not known.

import { expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts.ts'
import { FAKES, type Fake } from '../../venues/all.ts'
import { RIGHTS, telling, withRights } from '../../venues/key-rights.ts'
import { startVenueDesk } from '../../venues/venue-desk.ts'

const checkOf = (account: Account) => account.key?.check

test.each(withRights)('$venue tells what a key may do', async (fake) => {
  const desk = await startVenueDesk(telling(fake, false))
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)).toMatchObject({ state: 'accepted', permissions: RIGHTS[fake.venue]?.rights })
  if (fake.venue === 'bybit') {
    expect(checkOf(account)).toMatchObject({ ipBound: true, expiresAt: '2027-01-01T00:00:00.000Z' })
  }
})

test.each(withRights)('$venue: a key that may withdraw is refused for orders [R39]', async (fake) => {
  const desk = await startVenueDesk(telling(fake, true))
  expect(await desk.code('accounts.check', { accountId: desk.accountId })).toBe('KEY_TOO_POWERFUL')
  expect(await desk.code('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })).toBe(
    'KEY_TOO_POWERFUL',
  )
  expect(desk.venue.sent).toEqual([])
})

test('where nothing is told, the balances show that the key is taken', async () => {
  const [binance] = FAKES
  if (binance === undefined) throw new Error('no fake')
  const desk = await startVenueDesk(binance)
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)).toMatchObject({ state: 'accepted', permissions: null, ipBound: null })
})

test.each(FAKES)('$venue: a key that it does not take is refused, also for orders', async (fake) => {
  const apiSecret =
    fake.venue === 'coinbase' ? fake.key.apiSecret.replace(/[A-Za-z]/, 'Q') : Buffer.from('another').toString('base64')
  const desk = await startVenueDesk({ ...fake, key: { ...fake.key, apiSecret } } as Fake)
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(['refused', 'unreachable']).toContain(checkOf(account)?.state)
  if (fake.record.keyRefusals.length > 0 && fake.venue !== 'coinbase') expect(checkOf(account)?.state).toBe('refused')
  expect(JSON.stringify(account)).not.toContain(apiSecret)
})

test('an exchange that is silent says nothing about the key', async () => {
  const [binance] = FAKES
  if (binance === undefined) throw new Error('no fake')
  const desk = await startVenueDesk(binance)
  await desk.venue.close()
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)?.state).toBe('unreachable')
})
