// Whose a key is: one account at the exchange is one account here, whatever keys of it there are, and a key takes the place of
// another only where it is of the same account.

import { describe, expect, test } from 'vitest'
import { DOCUMENTED, FAKES, type Fake } from '../../../exchanges/all.ts'
import { telling } from '../../../exchanges/key-rights.ts'
import { pricedAtOnce } from '../../../faults/fault-kit.ts'
import { startVenueDesk } from '../../../faults/venue-desk.ts'
import { SECRETS, startKeyDesk } from './keys-kit.ts'

const MEXC = FAKES.find(({ venue }) => venue === 'mexc') as Fake
const WORDS_VARIABLE = 'PRELIST_T_WORDS'
const SECOND = { apiKey: 'canary-key-second-77', apiSecret: 'canary-secret-second-88' }
const another = { venue: 'binance', environment: 'test', label: 'Other', ...SECOND }

/** Variables that hold the key of an account at this exchange. */
function variablesOf(fake: Fake): object {
  const { apiKey, apiSecret } = fake.key
  const passphrase = 'passphrase' in fake.key ? String(fake.key.passphrase) : undefined
  process.env['PRELIST_T_KEY'] = `${apiKey}\n`
  process.env['PRELIST_T_SECRET'] = `\ufeff${apiSecret}`
  if (passphrase !== undefined) process.env[WORDS_VARIABLE] = passphrase
  const names = { apiKey: 'PRELIST_T_KEY', apiSecret: 'PRELIST_T_SECRET' }
  const reference = {
    kind: 'environment',
    ...names,
    ...(passphrase !== undefined && { passphrase: WORDS_VARIABLE }),
  }
  return { venue: fake.venue, environment: 'test', label: 'Elsewhere', reference }
}

describe('a second key of one account', () => {
  test('is refused, and the account named', async () => {
    const desk = await startKeyDesk({ account: '77' })
    const answer = await desk.backend.call('accounts.add', another)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'IN_USE', reason: { code: 'KEY_OF_ACCOUNT_HERE', params: { label: 'Mine' } } },
    })
    desk.says({ account: '78' })
    expect(await desk.ok('accounts.add', another)).toMatchObject({ venueAccountId: '78' })
  })

  test.each([' ', '\u200b', '\n', '\u00a0'])('and so is the same key with %j behind it', async (behind) => {
    const desk = await startKeyDesk({})
    const same = { ...another, ...SECRETS, apiKey: SECRETS.apiKey + behind }
    expect(await desk.code('accounts.add', same)).toBe('IN_USE')
    expect(await desk.code('accounts.add', { ...same, apiKey: `"${SECRETS.apiKey}"` })).toBe('IN_USE')
  })

  test.each(DOCUMENTED)('$venue: also where it is a reference to a key', async (fake) => {
    const desk = await startVenueDesk(fake)
    expect(await desk.code('accounts.addReference', variablesOf(fake))).toBe('IN_USE')
    expect(await desk.ok('accounts.list')).toHaveLength(2)
  })

  test.each(DOCUMENTED)('$venue: one that came while nobody could be asked is counted once', async (fake) => {
    const desk = await startVenueDesk(fake)
    await desk.ok('vault.lock')
    const { accountId } = await desk.ok('accounts.addReference', variablesOf(fake))
    await desk.ok('vault.unlock')
    desk.clock.advance(3_000)
    // The first look at its balances asks whose they are.
    await desk.ok('portfolio.get', { environment: 'test' })
    const told = async () => (await desk.ok('accounts.list')).find((one) => one.accountId === accountId)?.venueAccountId
    await expect.poll(told).toContain('1001')
    desk.clock.advance(3_000)
    const { total, cash } = await desk.ok('portfolio.get', { environment: 'test' })
    expect({ total, cash }).toEqual({ total: '10000', cash: [{ asset: 'USDT', amount: '10000' }] })
    const size = { unit: 'quote', value: '600' }
    const ticket = { accountId, coinId: 'peaq', side: 'buy', size, ...pricedAtOnce(desk) }
    expect((await desk.ok('portfolio.preview', ticket)).problems).toMatchObject([{ code: 'RULE_BREACH' }])
    const notices = (await desk.ok('app.status')).notices.filter(({ code }) => code === 'SAME_ACCOUNT')
    // By their ids, which are drawn at random.
    const named = notices.map((one) => one.code === 'SAME_ACCOUNT' && one.params.accounts.toSorted())
    expect(named).toEqual([['Elsewhere', 'Mine']])
  })

  test('where the exchange tells no name, what looks the same is asked about', async () => {
    const desk = await startVenueDesk(MEXC)
    const answer = await desk.backend.call('accounts.addReference', variablesOf(MEXC))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'IN_USE', reason: { code: 'LOOKS_LIKE_ACCOUNT', params: { label: 'Mine' } } },
    })
    const added = await desk.ok('accounts.addReference', { ...variablesOf(MEXC), sameAccount: false })
    expect(added).toMatchObject({ label: 'Elsewhere', venueAccountId: null })
  })

  test.each(DOCUMENTED)('$venue: and so is one that tells none this time', async (fake) => {
    const desk = await startVenueDesk(telling(fake, false, { account: null }))
    const answer = await desk.backend.call('accounts.addReference', variablesOf(fake))
    expect(answer).toMatchObject({ ok: false, error: { reason: { code: 'LOOKS_LIKE_ACCOUNT' } } })
  })
})

describe('a key in the place of another', () => {
  test('is of the same account, or is not taken', async () => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    desk.says({ account: '78' })
    expect(await desk.code('accounts.rotateKey', { accountId, ...SECOND })).toBe('OTHER_ACCOUNT')
    expect((await desk.ok('accounts.list'))[1]).toMatchObject({ keyEnd: SECRETS.apiKey.slice(-4), rotation: null })
    desk.says({ account: '77' })
    expect(await desk.ok('accounts.rotateKey', { accountId, ...SECOND })).toMatchObject({
      keyEnd: 'd-77',
      rotation: null,
    })
  })

  test('also after the old one was dropped', async () => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    await desk.ok('accounts.reportLeak', { accountId })
    for (const step of ['drop-local-copy', 'revoke-at-venue', 'review-uses'] as const) {
      await desk.ok('accounts.leakStep', { accountId, step, skip: step !== 'drop-local-copy' })
    }
    await desk.ok('accounts.endLeak', { accountId })
    desk.says({ account: '78' })
    expect(await desk.code('accounts.rotateKey', { accountId, ...SECOND })).toBe('OTHER_ACCOUNT')
    desk.says({ account: '77' })
    expect(await desk.ok('accounts.rotateKey', { accountId, ...SECOND })).toMatchObject({ keyEnd: 'd-77' })
  })

  test('waits for the trader where nothing proves it and the money is real', async () => {
    const desk = await startKeyDesk({ account: null }, 'live')
    const { accountId } = desk
    expect(await desk.ok('accounts.rotateKey', { accountId, ...SECOND })).toMatchObject({
      keyEnd: SECRETS.apiKey.slice(-4),
      rotation: { stage: 'unverified' },
    })
    expect(await desk.ok('accounts.finishRotation', { accountId })).toMatchObject({ keyEnd: 'd-77', rotation: null })
  })

  test('a reference that finds a key of another account now is refused', async () => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    desk.says({ account: '78' })
    const checked = await desk.ok('accounts.check', { accountId })
    expect(checked.key?.check).toMatchObject({ state: 'refused', detail: { code: 'KEY_OF_OTHER_ACCOUNT' } })
    expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_REFUSED')
    desk.says({ account: '77' })
    expect((await desk.ok('accounts.check', { accountId })).key?.check?.state).toBe('accepted')
  })
})
