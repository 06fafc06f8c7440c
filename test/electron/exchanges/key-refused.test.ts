// A key that the exchange stops taking: the account, the header's state and a notice say so with the exchange's own words, and
// no longer when it is taken again.

import { expect, test } from 'vitest'
import { sayReason } from '../../../renderer/messages/reasons/en.ts'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import type { VenueReply } from '../../exchanges/server.ts'
import { startVenueDesk, type VenueDesk } from '../../faults/venue-desk.ts'

const fakeOf = (venue: string): Fake => FAKES.find((fake) => fake.venue === venue) as Fake

/** As they document it: an address that is not allowed, a key that has ended, a right that is missing. */
const WORDS: [venue: string, VenueReply, words: string][] = [
  [
    'okx',
    {
      status: 401,
      body: { code: '50110', msg: 'Your IP 203.0.113.9 is not included in your API key’s whitelist.', data: [] },
    },
    '203.0.113.9',
  ],
  [
    'okx',
    { status: 401, body: { code: '50105', msg: 'Request header OK-ACCESS-PASSPHRASE incorrect.', data: [] } },
    'PASSPHRASE',
  ],
  [
    'binance',
    {
      status: 401,
      body: { code: -2015, msg: 'Invalid API-key, IP, or permissions for action, request ip: 203.0.113.9' },
    },
    '203.0.113.9',
  ],
  [
    'bybit',
    { status: 200, body: { retCode: 10010, retMsg: 'Unmatched IP, please check your API key’s bound IP addresses.' } },
    'Unmatched IP',
  ],
  ['bybit', { status: 200, body: { retCode: 33004, retMsg: 'Your api key has expired.' } }, 'expired'],
  ['kraken', { status: 200, body: { error: ['EAPI:Invalid key'] } }, 'EAPI:Invalid key'],
  ['kraken', { status: 200, body: { error: ['EGeneral:Permission denied'] } }, 'Permission denied'],
  ['coinbase', { status: 401, body: 'Unauthorized' }, '401'],
]

async function look(desk: VenueDesk) {
  desk.clock.advance(6_000)
  await desk.ok('portfolio.get', { environment: 'test' })
  const { accounts, notices } = await desk.ok('app.status')
  const [, account] = await desk.ok('accounts.list')
  return {
    state: accounts.find(({ accountId }) => accountId === desk.accountId),
    notices: notices.filter(({ code }) => code === 'KEY_REFUSED').map(sayReason),
    check: account?.key?.check,
  }
}

test.each(WORDS)('%s: %j', async (venue, reply, words) => {
  const desk = await startVenueDesk(fakeOf(venue))
  expect(await look(desk)).toMatchObject({ state: { state: 'reachable' }, notices: [] })

  desk.venue.revoked = reply
  const { state, notices, check } = await look(desk)
  expect(state).toMatchObject({ state: 'refused', words: expect.stringContaining(words) })
  expect(notices).toEqual([expect.stringMatching(new RegExp(`^Mine: The exchange rejects the key: .*${words}`))])
  expect(check).toMatchObject({ state: 'refused', words: expect.stringContaining(words) })
  expect(await desk.code('orders.draft', { accountId: desk.accountId, coinId: 'peaq', side: 'buy' })).toBe(
    'KEY_REFUSED',
  )
  expect(desk.venue.sent).toEqual([])

  desk.venue.revoked = null
  expect(await look(desk)).toMatchObject({
    state: { state: 'reachable' },
    notices: [],
    check: { state: 'accepted', words: null },
  })
})

test('an order asks again whether the key is taken, and does not wait for a look at the balances', async () => {
  const desk = await startVenueDesk(fakeOf('okx'))
  desk.venue.revoked = { status: 401, body: { code: '50110', msg: 'Your IP is not allowed.', data: [] } }
  await look(desk)
  desk.venue.revoked = null
  desk.clock.advance(6_000)
  expect(await desk.submit()).toMatchObject({ status: expect.stringMatching(/open|filled/) })
})

test('an exchange that does not answer at all refuses nothing', async () => {
  const desk = await startVenueDesk(fakeOf('binance'))
  await look(desk)
  desk.venue.closed = { status: 503, body: 'away' }
  expect(await look(desk)).toMatchObject({ state: { state: 'unreachable' }, notices: [], check: { state: 'accepted' } })
})

test('words of the exchange are shown as one line without signs that turn text', async () => {
  const desk = await startVenueDesk(fakeOf('okx'))
  desk.venue.revoked = { status: 401, body: { code: '50110', msg: `Not\u202e from\nhere${'.'.repeat(900)}`, data: [] } }
  const { state } = await look(desk)
  expect(state?.words).toMatch(/^Not from here\.+$/)
  expect(state?.words?.length).toBeLessThanOrEqual(300)
})
