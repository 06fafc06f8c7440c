// The life of an exchange key through the door: added, checked, replaced, grown old, leaked and given up.

import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { LEAK_STEPS } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { SECRETS, startKeyDesk } from './keys-kit.ts'

const DAY_MS = 86_400_000
const NEW_KEY = { apiKey: 'canary-key-new-77', apiSecret: 'canary-secret-new-88' }

test('an account shows the last four characters of its key, and no answer shows more of it [R18]', async () => {
  const desk = await startKeyDesk()
  const { accountId } = desk
  const [, account] = await desk.ok('accounts.list')
  expect(account).toMatchObject({ venue: 'binance', environment: 'test', keyEnd: SECRETS.apiKey.slice(-4) })
  const answers = [
    await desk.ok('accounts.check', { accountId }),
    await desk.backend.call('accounts.add', { venue: 'binance', environment: 'live', label: 'Twice', ...SECRETS }),
    await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY }),
    await desk.ok('accounts.list'),
    await desk.ok('audit.list'),
    await desk.ok('app.status'),
  ]
  expect(desk.asked.map(({ apiKey }) => apiKey)).toEqual([SECRETS.apiKey, SECRETS.apiKey, NEW_KEY.apiKey])
  for (const shown of [JSON.stringify(answers), inspect(answers, { depth: null })]) {
    expect(shown).not.toContain('canary')
    expect(shown).toContain('binance')
  }
})

test('a locked vault takes no key, and one that is here already, or a label, is not taken twice', async () => {
  const desk = await startKeyDesk()
  const another = { venue: 'kraken', environment: 'test', label: 'Other', apiKey: 'k', apiSecret: 's' }
  expect(await desk.code('accounts.add', { ...another, label: 'Mine' })).toBe('IN_USE')
  expect(await desk.code('accounts.add', { ...another, venue: 'binance', apiKey: SECRETS.apiKey })).toBe('IN_USE')
  expect(await desk.code('accounts.add', { ...another, venue: 'nowhere' })).toBe('NOT_FOUND')
  expect(await desk.code('accounts.rename', { accountId: 'practice', label: 'x' })).toBe('NOT_ALLOWED')
  await desk.ok('vault.lock')
  expect(await desk.code('accounts.add', another)).toBe('VAULT_LOCKED')
  expect(await desk.code('accounts.check', { accountId: desk.accountId })).toBe('VAULT_LOCKED')
  expect(await desk.ok('accounts.list')).toHaveLength(2)
})

describe('a key that may withdraw [R39]', () => {
  test('is refused when it is checked, and from then on for orders', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    desk.says({ permissions: ['read', 'trade', 'withdraw'] })
    expect(await desk.code('accounts.check', { accountId })).toBe('KEY_TOO_POWERFUL')
    expect(await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' })).toBe('KEY_TOO_POWERFUL')
  })

  test('never takes the place of one that may not', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    desk.says({ permissions: ['enableWithdrawals'] })
    expect(await desk.code('accounts.rotateKey', { accountId, ...NEW_KEY })).toBe('KEY_TOO_POWERFUL')
    const [, account] = await desk.ok('accounts.list')
    expect(account).toMatchObject({ keyEnd: SECRETS.apiKey.slice(-4), rotation: null })
  })
})

describe('replacing a key', () => {
  test('switches once the exchange has accepted the new one, and drops the old one', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    expect(await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })).toMatchObject({
      keyEnd: NEW_KEY.apiKey.slice(-4),
      rotation: null,
    })
    const events = (await desk.ok('audit.list', { subject: accountId })).map(({ event }) => event)
    expect(events.slice(0, 5)).toEqual([
      'rotation-finished',
      'rotation-switched',
      'rotation-checked',
      'key-checked',
      'key-stored',
    ])
    // Asked about before anything of it was stored.
    expect(events.indexOf('key-used')).toBeGreaterThan(events.indexOf('key-stored'))
  })

  test('keeps the old one when the exchange refuses the new one', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    desk.says({ state: 'refused' })
    expect(await desk.code('accounts.rotateKey', { accountId, ...NEW_KEY })).toBe('KEY_REFUSED')
    desk.says({})
    await desk.ok('accounts.check', { accountId })
    expect(desk.asked.at(-1)?.apiKey).toBe(SECRETS.apiKey)
  })

  test.each(['accounts.finishRotation', 'accounts.cancelRotation'] as const)(
    'waits for the trader where nobody could be asked, also over a restart: %s',
    async (decision) => {
      const desk = await startKeyDesk()
      const { accountId } = desk
      desk.says({ state: 'not-checked' })
      expect((await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })).rotation?.stage).toBe('unverified')
      expect(await desk.code('accounts.rotateKey', { accountId, apiKey: 'x', apiSecret: 'y' })).toBe('NOT_ALLOWED')
      await desk.restart()
      // The new one is asked about once more before it is used, which needs an open vault.
      if (decision === 'accounts.finishRotation') await desk.ok('vault.unlock')
      const decided = await desk.ok(decision, { accountId })
      const kept = decision === 'accounts.finishRotation' ? NEW_KEY : SECRETS
      expect(decided).toMatchObject({ rotation: null, keyEnd: kept.apiKey.slice(-4) })
      expect(await desk.code(decision, { accountId })).toBe('NOT_ALLOWED')
    },
  )
})

test.each([
  [79, 'fresh', []],
  [80, 'warn', [80]],
  [85, 'alert', [85]],
  [90, 'due', [90]],
  [400, 'due', [90]],
])('a key of %i days is %s, and its trader is reminded once [R35]', async (days, age, reminded) => {
  const desk = await startKeyDesk()
  desk.clock.advance(days * DAY_MS)
  await desk.restart()
  await desk.restart()
  const [, account] = await desk.ok('accounts.list')
  expect(account?.key).toMatchObject({ ageDays: days, age })
  const told = (await desk.ok('audit.list', { kind: 'key' })).filter(({ event }) => event === 'key-age-reached')
  expect(told.map(({ detail }) => detail['days'])).toEqual(reminded)
})

test('an app that stays open reminds as well, on every screen, until the key is replaced [R35]', async () => {
  const desk = await startKeyDesk()
  const { accountId } = desk
  const old = async () => (await desk.ok('app.status')).notices.filter(({ code }) => code === 'KEY_OLD')
  desk.clock.advance(85 * DAY_MS)
  await expect.poll(async () => (await old()).length).toBe(1)
  const keys = [reason('KEY_AGE', { account: 'Mine', days: 85 })]
  expect(await old()).toEqual([reason('KEY_OLD', { keys })])
  await desk.ok('vault.unlock')
  await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })
  expect(await old()).toEqual([])
})

describe('a leaked key [R37]', () => {
  test('does nothing any more from the report on, without a connection, and after a restart', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    const used = desk.asked.length
    await desk.ok('accounts.reportLeak', { accountId })
    const refusals = async () => [
      await desk.code('accounts.check', { accountId }),
      await desk.code('accounts.rotateKey', { accountId, ...NEW_KEY }),
      await desk.code('orders.draft', { accountId, coinId: 'peaq', side: 'buy' }),
      await desk.code('accounts.endLeak', { accountId }),
    ]
    const refused = ['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']
    expect(await refusals()).toEqual(refused)
    await desk.restart()
    expect(await refusals()).toEqual(refused)
    await desk.ok('vault.unlock')
    expect(await refusals()).toEqual(refused)
    expect((await desk.ok('app.status')).halted.accounts).toEqual([accountId])
    expect(desk.asked).toHaveLength(used)
  })

  test('goes its steps in any order that the connection allows, and is only then over', async () => {
    const desk = await startKeyDesk()
    const { accountId } = desk
    const { leak } = await desk.ok('accounts.reportLeak', { accountId })
    expect(leak?.steps.map(({ step, state }) => [step, state])).toEqual(
      LEAK_STEPS.map((step) => [step, step === 'stop-sending' ? 'done' : 'waiting']),
    )
    expect(leak?.revokeAt).toMatch(/^https:\/\/www\.binance\.com\//)
    const dropped = await desk.ok('accounts.leakStep', { accountId, step: 'drop-local-copy' })
    expect(dropped).toMatchObject({ key: null, keyEnd: null })
    expect(dropped.leak?.steps.map(({ state }) => state)).toEqual(['done', 'skipped', 'waiting', 'done', 'waiting'])
    await desk.ok('accounts.leakStep', { accountId, step: 'revoke-at-venue' })
    await desk.ok('accounts.leakStep', { accountId, step: 'review-uses', skip: true })
    expect((await desk.ok('accounts.endLeak', { accountId })).leak).toBeNull()
    expect(await desk.code('accounts.check', { accountId })).toBe('KEY_UNAVAILABLE')
    expect(await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })).toMatchObject({ keyEnd: 'w-77' })
  })
})

test('a use is on the disk before the exchange is asked [R46]', async () => {
  const desk = await startKeyDesk()
  const { accountId } = desk
  const seen: unknown[] = []
  desk.whileAsked(async () => {
    const [last] = await desk.ok('audit.list', { kind: 'secret', subject: accountId })
    const [, account] = await desk.ok('accounts.list')
    seen.push(last?.event, last?.detail['purpose'], account?.key?.lastUsedAt !== null)
  })
  await desk.ok('accounts.check', { accountId })
  expect(seen).toEqual(['key-used', 'check', true])
})
