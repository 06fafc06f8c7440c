// An account whose balances were never read stops every buy of its mode. The ticket, the refusal and the portfolio name it,
// with the exchange's own words where it refuses the key, and what helps; nothing of it is left once it is read.

import { expect, test } from 'vitest'
import { namingUnread } from '../../../electron/services/orders/unread-balances.ts'
import type { Account } from '../../../shared/accounts.ts'
import { type UnreadReason, type UnreadState, unreadReason } from '../../../shared/unread.ts'
import { FAKES, type Fake } from '../../exchanges/all.ts'
import { Engine } from '../../exchanges/engine.ts'
import { startVenue } from '../../exchanges/start-venue.ts'
import { startVenueDesk } from '../../faults/venue-desk.ts'

const fakeOf = (venue: string): Fake => FAKES.find((fake) => fake.venue === venue) as Fake
const WORDS = 'Your IP 203.0.113.9 is not included in your API key’s whitelist.'
const AWAY = { status: 503, body: 'away' }

test('a key that its exchange refuses is named where it stops the buys of another account', async () => {
  let now = () => Date.now()
  const okx = fakeOf('okx')
  const other = await startVenue(okx.dialect, new Engine(() => now(), { keyRule: okx.record.keyRule }))
  const desk = await startVenueDesk(fakeOf('binance'), {}, { 'okx:test': other.url })
  now = () => desk.clock.monotonic()
  const { accountId } = desk
  other.closed = AWAY
  const added = await desk.ok('accounts.add', { venue: 'okx', environment: 'test', label: 'Second', ...okx.key })
  const look = async () => {
    desk.clock.advance(6_000)
    const { total, accounts } = await desk.ok('portfolio.get', { environment: 'test' })
    const ticket = { accountId, coinId: 'peaq', side: 'buy', size: { unit: 'quote', value: '50' } } as const
    const { problems } = await desk.ok('portfolio.preview', ticket)
    return { total, problems, second: accounts.find((one) => one.accountId === added.accountId) }
  }
  const about = { accountId: added.accountId, label: 'Second', accounts: 1 }
  expect(await look()).toMatchObject({
    total: null,
    second: { asOf: null, unread: { state: 'unreachable' } },
    problems: [{ code: 'SHARE_UNKNOWN', params: { ...about, reason: 'not-read', words: null } }],
  })

  other.closed = null
  other.revoked = { status: 401, body: { code: '50110', msg: WORDS, data: [] } }
  const message = `The limits cannot be checked. The balances of “Second” are not known: the exchange refuses its key (${WORDS}). Replace the key in Accounts, or remove the account.`
  const refused = { code: 'SHARE_UNKNOWN', message, params: { ...about, reason: 'refused', words: WORDS } }
  expect(await look()).toMatchObject({
    total: null,
    second: { asOf: null, unread: { state: 'refused', words: WORDS } },
    problems: [refused],
  })
  const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  const order = { intentId, type: 'market', size: { unit: 'quote', value: '50' } } as const
  expect(await desk.backend.call('orders.submit', order)).toEqual({
    ok: false,
    error: { ...refused, message: expect.stringContaining(message) },
  })
  expect(desk.venue.sent).toEqual([])

  other.revoked = null
  const { total, second, problems } = await look()
  expect({ total: total !== null, unread: second?.unread, problems }).toEqual({
    ...{ total: true, unread: undefined, problems: [] },
  })
})

const KEY = { isConfirmed: true } as Account['key']
type Asked = Pick<Account, 'environment' | 'key'> & Partial<Pick<Account, 'venue'>>
const REASONS: [UnreadReason, Asked, UnreadState, words: RegExp][] = [
  ['no-key', { environment: 'live', key: null }, { state: 'unreachable' }, /it has no key\. Give it one/],
  [
    'not-confirmed',
    { environment: 'live', key: { ...KEY, isConfirmed: false } as Account['key'] },
    { state: 'refused', words: 'x' },
    /came with a backup\. Confirm it/,
  ],
  ['refused', { environment: 'test', key: KEY }, { state: 'refused', words: '' }, /refuses its key\. Replace/],
  [
    'no-test-environment',
    { environment: 'test', key: KEY, venue: 'kraken' },
    { state: 'unreachable' },
    /has no test environment\. Remove the account/,
  ],
  ['refused', { environment: 'test', key: KEY, venue: 'kraken' }, { state: 'refused', words: 'x' }, /\(x\)\. Replace/],
  ['not-read', { environment: 'live', key: KEY, venue: 'kraken' }, { state: 'unreachable' }, /Unlock the vault/],
  ['not-read', { environment: 'live', key: KEY }, { state: 'not-started' }, /Unlock the vault, or wait/],
  ['not-read', { environment: 'practice', key: null }, { state: 'unreachable' }, /wait until the exchange answers/],
]

test.each(REASONS)('%s is told of %j at %j', (reason, asked, state, words) => {
  const account = { venue: 'binance', ...asked }
  expect(unreadReason(account, state)).toBe(reason)
  const desk = { account: { ...account, accountId: 'a-1', label: 'Mine' }, view: { status: () => state } }
  const unknown = { code: 'SHARE_UNKNOWN', message: 'unknown' }
  const step = { code: 'STEP', message: 'step' }
  const [named, other] = namingUnread([unknown, step], [desk, desk] as unknown as Parameters<typeof namingUnread>[1])
  expect(named?.message).toMatch(words)
  expect(named).toMatchObject({ params: { accountId: 'a-1', label: 'Mine', reason, accounts: 2 } })
  expect(other).toBe(step)
  expect(namingUnread([unknown], [])).toEqual([unknown])
})
