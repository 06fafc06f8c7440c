// What the exchanges tell of a key, and what becomes of it: taken and kept, refused with their words and not kept, or kept as
// not checked where nobody answers, without a live order until somebody has.

import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import type { Account } from '../../../../shared/accounts.ts'
import type { Result } from '../../../../shared/result.ts'
import { DOCUMENTED, FAKES, type Fake } from '../../../exchanges/all.ts'
import { Engine } from '../../../exchanges/engine.ts'
import { RIGHTS, TELLING_RIGHTS, telling, withRights } from '../../../exchanges/key-rights.ts'
import { okxLive } from '../../../exchanges/okx/api.ts'
import type { FakeVenue } from '../../../exchanges/server.ts'
import { startVenue } from '../../../exchanges/start-venue.ts'
import { atOnce, startVenueDesk } from '../../../faults/venue-desk.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { type Desk, startDesk } from '../../../support/start-backend.ts'

const checkOf = (account: Account) => account.key?.check
const OTHER_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'sec1', format: 'pem' })
  .toString()

/** An open vault and an exchange for live accounts, and no account yet. */
async function startLive(
  fake: Fake,
): Promise<{ desk: Desk; venue: FakeVenue; add: (change?: object) => Promise<Result<unknown>> }> {
  let now = () => Date.now()
  const dialect = fake.venue === 'okx' ? okxLive(fake.dialect) : fake.dialect
  const venue = await startVenue(dialect, new Engine(() => now(), { keyRule: fake.record.keyRule }))
  const venueHosts = { [fake.venue]: venue.url, practice: 'http://127.0.0.1:9' }
  const desk = await startDesk([], { secretStore: memoryStore(), kdf: KDF_FLOOR, venueHosts })
  now = () => desk.clock.now()
  await desk.ok('vault.create')
  const account = { venue: fake.venue, environment: 'live', label: 'Mine', ...fake.key }
  return { desk, venue, add: (change = {}) => desk.backend.call('accounts.add', { ...account, ...change }) }
}

test.each(withRights)('$venue tells what a key may do, and whose it is', async (fake) => {
  const desk = await startVenueDesk(telling(fake, false))
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)).toMatchObject({ state: 'accepted', permissions: RIGHTS[fake.venue]?.rights })
  expect(account.venueAccountId).toContain('1001')
  if (fake.venue === 'bybit' || fake.venue === 'kraken') {
    expect(checkOf(account)).toMatchObject({ ipBound: true, expiresAt: '2027-01-01T00:00:00.000Z' })
  }
})

test('Binance tells it of live keys', async () => {
  const { add } = await startLive(telling(FAKES[0] as Fake, false))
  expect(await add()).toMatchObject({
    ok: true,
    value: { venueAccountId: '1001', key: { check: { permissions: ['read', 'spot trading'], ipBound: false } } },
  })
})

test.each(TELLING_RIGHTS)('$venue: a key that may withdraw is asked about and not kept [R39]', async (fake) => {
  const { desk, venue, add } = await startLive(telling(fake, true))
  expect(await add()).toMatchObject({ ok: false, error: { code: 'KEY_TOO_POWERFUL' } })
  expect(await desk.ok('accounts.list')).toHaveLength(1)
  expect(venue.asked.some((asked) => asked.includes(RIGHTS[fake.venue]?.path ?? 'nowhere'))).toBe(true)
  const events = (await desk.ok('audit.list', {})).map(({ event }) => event)
  expect(events).toContain('key-refused')
  expect(events).not.toContain('key-stored')
})

test.each(TELLING_RIGHTS)('$venue: a key that gets the right later is refused for orders', async (fake) => {
  const now = { withdraw: false }
  const turning = {
    ...fake,
    dialect: {
      ...fake.dialect,
      handle: (...call: Parameters<Fake['dialect']['handle']>) => telling(fake, now.withdraw).dialect.handle(...call),
    },
  } as Fake
  const { desk, add } = await startLive(turning)
  const added = await add()
  const { accountId } = (added as { value: Account }).value
  now.withdraw = true
  expect(await desk.code('accounts.check', { accountId })).toBe('KEY_TOO_POWERFUL')
  expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_TOO_POWERFUL')
})

test.each(FAKES)('$venue: a key that it does not take is not kept, and its words are told', async (fake) => {
  const apiSecret =
    fake.venue === 'coinbase'
      ? OTHER_KEY
      : Buffer.from('another secret of mine').toString('base64').replaceAll('=', 'A')
  const { desk, add } = await startLive(fake)
  const answer = await add({ apiSecret })
  // Of an exchange without a record no answer is known to be a refusal.
  if (fake.record.keyRefusals.length === 0) {
    expect(['KEY_REFUSED', undefined]).toContain(answer.ok ? undefined : answer.error.code)
    return
  }
  expect(answer).toMatchObject({ ok: false, error: { code: 'KEY_REFUSED' } })
  expect(JSON.stringify(answer)).toMatch(/ignature|Sign|sign|Unauthorized|401/)
  expect(JSON.stringify(answer)).not.toContain(apiSecret)
  expect(await desk.ok('accounts.list')).toHaveLength(1)
})

test.each(TELLING_RIGHTS)(
  '$venue: offline the key is kept as not checked, and no live order leaves until it is',
  async (fake) => {
    const { desk, venue, add } = await startLive(telling(fake, false))
    venue.closed = { status: 503, body: 'away' }
    const { accountId, key } = ((await add()) as { value: Account }).value
    expect(key?.check).toMatchObject({ state: 'not-checked', permissions: null })
    const draft = { accountId, coinId: 'peaq', side: 'buy' }
    expect(await desk.code('orders.draft', draft)).toBe('KEY_NOT_CHECKED')
    await desk.ok('vault.lock')
    expect(await desk.code('orders.draft', draft)).toBe('VAULT_LOCKED')
    await desk.restart()
    expect(await desk.code('orders.draft', draft)).toBe('VAULT_LOCKED')
    await desk.ok('vault.unlock')
    expect(await desk.code('orders.draft', draft)).toBe('KEY_NOT_CHECKED')
    expect(venue.sent).toEqual([])
    // It is asked about by itself at the next order.
    venue.closed = null
    desk.clock.advance(6_000)
    expect(await desk.ok('orders.draft', draft)).toMatchObject({ accountId })
    const [, account] = await desk.ok('accounts.list')
    expect(account?.key?.check?.state).toBe('accepted')
  },
)

test.each(TELLING_RIGHTS)(
  '$venue: a key that was added offline is asked about when the vault is opened',
  async (fake) => {
    const { desk, venue, add } = await startLive(telling(fake, true))
    venue.closed = { status: 503, body: 'away' }
    const { accountId } = ((await add()) as { value: Account }).value
    await desk.ok('vault.lock')
    venue.closed = null
    await desk.ok('vault.unlock')
    const stateNow = async () => (await desk.ok('accounts.list'))[1]?.key?.check?.state
    await expect.poll(stateNow).toBe('accepted')
    expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_TOO_POWERFUL')
    expect(venue.sent).toEqual([])
  },
)

test.each(TELLING_RIGHTS)('$venue: an answer about the key in another form tells nothing', async (fake) => {
  const odd = {
    ...fake,
    dialect: {
      ...fake.dialect,
      handle: (...call: Parameters<Fake['dialect']['handle']>) => {
        const [request] = call
        if (request.path !== RIGHTS[fake.venue]?.path) return telling(fake, false).dialect.handle(...call)
        return { status: 200, body: { code: '0', retCode: 0, error: [], data: [{}], result: {} } }
      },
    },
  } as Fake
  const { desk, add } = await startLive(odd)
  const { accountId, key } = ((await add()) as { value: Account }).value
  expect(key?.check?.state).toBe('not-checked')
  expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_NOT_CHECKED')
})

test.each(TELLING_RIGHTS)(
  '$venue: without a call for rights a key that it takes is usable, and asked about again',
  async (fake) => {
    const has = { call: false }
    const plain = fake.standIn.dialect
    const turning = {
      ...fake,
      dialect: {
        ...fake.dialect,
        handle: (...[request, engine]: Parameters<Fake['dialect']['handle']>) => {
          if (has.call) return telling(fake, true).dialect.handle(request, engine)
          return plain.handle(request, engine)
        },
      },
    } as Fake
    const { desk, venue, add } = await startLive(turning)
    const { accountId, key } = ((await add()) as { value: Account }).value
    expect(key?.check).toMatchObject({ state: 'accepted', permissions: null })
    expect(key?.check?.detail.code).toBe('KEY_TAKEN_RIGHTS_UNTOLD')
    const draft = await desk.ok('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })
    const order = { intentId: draft.intentId, ...atOnce(fake, 2), size: { unit: 'quote', value: '50' } }
    expect(await desk.ok('orders.submit', order)).toMatchObject({ status: 'open' })
    expect(venue.sent).toHaveLength(1)
    has.call = true
    await desk.ok('vault.lock')
    await desk.ok('vault.unlock')
    // Not so often that it would be limited.
    const rightsNow = async () => (await desk.ok('accounts.list'))[1]?.key?.check?.permissions
    await expect.poll(rightsNow, { timeout: 15_000, interval: 250 }).toEqual(expect.any(Array))
    expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_TOO_POWERFUL')
  },
)

test.each(DOCUMENTED)(
  '$venue: without a call for rights a key that it does not take is refused all the same',
  async (fake) => {
    const { add } = await startLive({ ...fake, dialect: fake.standIn.dialect })
    expect(
      await add(fake.venue === 'coinbase' ? { apiSecret: OTHER_KEY } : { apiKey: 'another-key-of-mine' }),
    ).toMatchObject({ ok: false, error: { code: 'KEY_REFUSED' } })
  },
)

/** What the documents of Bybit show as its answer, with these rights. */
const bybitTells = (readOnly: number, permissions: object) => {
  const fake = FAKES.find(({ venue }) => venue === 'bybit') as Fake
  const handle = (...call: Parameters<Fake['dialect']['handle']>) => {
    const [request] = call
    if (request.path !== RIGHTS['bybit']?.path) return fake.dialect.handle(...call)
    const result = {
      ...{ id: '2208369', apiKey: 'XXXXXXXX', readOnly, secret: '', type: 1, deadlineDay: -2, userID: 1448939 },
      ...{ permissions: { Spot: ['SpotTrade'], Wallet: ['AccountTransfer', 'SubMemberTransfer'], ...permissions } },
      ...{ ips: ['18.181.170.164'], expiredAt: '1970-01-01T00:00:00Z', createdAt: '2025-10-13T03:20:45Z', uta: 1 },
    }
    return { status: 200, body: { retCode: 0, retMsg: '', result, retExtInfo: {}, time: 1 } }
  }
  return startLive({ ...fake, dialect: { ...fake.dialect, handle } } as Fake)
}

test.each([
  ['trade between persons', { FiatP2P: ['FiatP2POrder', 'Advertising'] }],
  ['advertisements there', { FiatP2P: ['Advertising'] }],
  ['payments, as they are called now', { FiatBitPay: ['FaitPayOrder'] }],
  ['payments, as they were called', { FiatBybitPay: ['FaitPayOrder'] }],
  ['payments abroad', { FiatGlobalPay: ['FiatGlobalPayOrder'] }],
])('Bybit: %s send money away', async (_, rights) => {
  const { desk, add } = await bybitTells(0, rights)
  expect(await add()).toMatchObject({ ok: false, error: { code: 'KEY_TOO_POWERFUL' } })
  expect(await desk.ok('accounts.list')).toHaveLength(1)
})

test('Bybit: a key that may only read sends nothing away, and an end in 1970 is none', async () => {
  const { add } = await bybitTells(1, { FiatP2P: ['FiatP2POrder', 'Advertising'], FiatBitPay: ['FaitPayOrder'] })
  const added = await add()
  expect(added).toMatchObject({ ok: true, value: { venueAccountId: '1448939', key: { check: { expiresAt: null } } } })
})

test('where nothing is told, the balances show that the key is taken', async () => {
  const [binance] = FAKES
  if (binance === undefined) throw new Error('no fake')
  const desk = await startVenueDesk(binance)
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)).toMatchObject({ state: 'accepted', permissions: null, ipBound: null })
})

test('an exchange that is silent says nothing new about the key', async () => {
  const [, kraken] = FAKES
  if (kraken === undefined) throw new Error('no fake')
  const desk = await startVenueDesk(telling(kraken, false))
  await desk.venue.close()
  const account = await desk.ok('accounts.check', { accountId: desk.accountId })
  expect(checkOf(account)).toMatchObject({ state: 'unreachable', permissions: RIGHTS['kraken']?.rights })
})
