// An account whose balances were never read stops every buy of its mode. The ticket, the refusal and the portfolio name it,
// with the exchange's own words where it refuses the key, and what helps; nothing of it is left once it is read.

import { expect, test } from 'vitest'
import { namingUnread } from '../../../electron/services/orders/unread-balances.ts'
import { sayReason } from '../../../renderer/messages/reasons/en.ts'
import type { Account } from '../../../shared/accounts.ts'
import type { Refusal } from '../../../shared/order.ts'
import { reason } from '../../../shared/reasons/reason.ts'
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
  const unread = (why: UnreadReason, words: string | null) => {
    const account = reason('BALANCES_UNREAD', { accountId: added.accountId, label: 'Second', why, words })
    return { code: 'SHARE_UNKNOWN', reason: reason('LIMITS_UNCHECKED', { accounts: [account] }) }
  }
  expect(await look()).toMatchObject({
    total: null,
    second: { asOf: null, unread: { state: 'unreachable' } },
    problems: [unread('not-read', null)],
  })

  other.closed = null
  other.revoked = { status: 401, body: { code: '50110', msg: WORDS, data: [] } }
  const message = `Your limits can’t be checked. No balances for “Second”: the exchange rejects its key (${WORDS}). Replace the key under Accounts, or remove the account.`
  const refused = unread('refused', WORDS)
  expect(await look()).toMatchObject({
    total: null,
    second: { asOf: null, unread: { state: 'refused', words: WORDS } },
    problems: [refused],
  })
  const { intentId } = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
  const order = { intentId, type: 'market', size: { unit: 'quote', value: '50' } } as const
  expect(await desk.backend.call('orders.submit', order)).toEqual({
    ok: false,
    error: { ...refused, message },
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
  ['no-key', { environment: 'live', key: null }, { state: 'unreachable' }, /it has no API key\. Add one/],
  [
    'not-confirmed',
    { environment: 'live', key: { ...KEY, isConfirmed: false } as Account['key'] },
    { state: 'refused', words: 'x' },
    /came with a backup\. Confirm it/,
  ],
  ['refused', { environment: 'test', key: KEY }, { state: 'refused', words: '' }, /rejects its key\. Replace/],
  [
    'no-test-environment',
    { environment: 'test', key: KEY, venue: 'kraken' },
    { state: 'unreachable' },
    /has no test environment\. Remove the account/,
  ],
  ['refused', { environment: 'test', key: KEY, venue: 'kraken' }, { state: 'refused', words: 'x' }, /\(x\)\. Replace/],
  ['not-read', { environment: 'live', key: KEY, venue: 'kraken' }, { state: 'unreachable' }, /Unlock the vault/],
  ['not-read', { environment: 'live', key: KEY }, { state: 'not-started' }, /Unlock the vault, or wait/],
  [
    'practice-not-read',
    { environment: 'practice', key: null },
    { state: 'unreachable' },
    /loaded yet\. Wait for the practice exchange/,
  ],
]

test.each(REASONS)('%s is told of %j at %j', (why, asked, state, words) => {
  const account = { venue: 'binance', ...asked }
  expect(unreadReason(account, state)).toBe(why)
  const desk = { account: { ...account, accountId: 'a-1', label: 'Mine' }, view: { status: () => state } }
  const unknown: Refusal = { code: 'SHARE_UNKNOWN', reason: reason('SHARE_NOT_COMPUTABLE') }
  const step: Refusal = { code: 'STEP', reason: reason('AMOUNT_STEP', { step: '1', asset: 'PEAQ' }) }
  const [named, other] = namingUnread([unknown, step], [desk, desk] as unknown as Parameters<typeof namingUnread>[1])
  const one = reason('BALANCES_UNREAD', { accountId: 'a-1', label: 'Mine', why, words: state.words ?? null })
  expect(named).toEqual({ code: 'SHARE_UNKNOWN', reason: reason('LIMITS_UNCHECKED', { accounts: [one, one] }) })
  expect(sayReason(one)).toMatch(words)
  expect(other).toBe(step)
  expect(namingUnread([unknown], [])).toEqual([unknown])
})
