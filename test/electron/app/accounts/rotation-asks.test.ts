// A new key in the place of another is asked about before anything of it is stored: what is not fit leaves no trace, and the
// old key works on. Where nobody can be asked it waits beside the old one, and is asked about again before it is used.

import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { KeyCheck } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import { type KeyDesk, SECRETS, startKeyDesk } from './keys-kit.ts'

const NEW_KEY = { apiKey: 'canary-key-new-77', apiSecret: 'canary-secret-new-88' }
const OLD_END = SECRETS.apiKey.slice(-4)
const AWAY: Partial<KeyCheck> = {
  ...{ state: 'unreachable', permissions: null, detail: reason('KEY_CHECK_UNREACHED') },
}
const accountOf = async (desk: KeyDesk) => (await desk.ok('accounts.list'))[1]
const eventsOf = async (desk: KeyDesk) =>
  (await desk.ok('audit.list', { subject: desk.accountId })).map(({ event }) => event)

const UNFIT: [code: string, told: Partial<KeyCheck>][] = [
  [
    'KEY_REFUSED',
    { state: 'refused', words: 'Invalid key', detail: reason('KEY_REFUSED_BY_EXCHANGE', { words: 'Invalid key' }) },
  ],
  ['KEY_TOO_POWERFUL', { permissions: ['read', 'withdraw'] }],
  ['OTHER_ACCOUNT', { account: '78' }],
]

describe('an unfit key', () => {
  test.each(UNFIT)('is refused with %s, nothing of it is stored, and the old one works on', async (code, told) => {
    const desk = await startKeyDesk({ account: '77' }, 'live')
    const { accountId } = desk
    const before = await accountOf(desk)
    const stored: unknown[] = []
    desk.says(told)
    desk.whileAsked(async () => void stored.push((await accountOf(desk))?.rotation, await eventsOf(desk)))
    const answer = await desk.backend.call('accounts.rotateKey', { accountId, ...NEW_KEY })
    expect(answer).toMatchObject({ ok: false, error: { code } })
    expect(stored[0]).toBeNull()
    desk.whileAsked(async () => {})

    const events = await eventsOf(desk)
    expect(events[0]).toBe('key-refused')
    expect(events).not.toContain('rotation-started')
    expect(events.filter((event) => event === 'key-stored')).toHaveLength(1)
    const { lastUsedAt: _, ...key } = before?.key ?? { lastUsedAt: null }
    expect(await accountOf(desk)).toMatchObject({ keyEnd: OLD_END, rotation: null, venueAccountId: '77', key })
    // The same key is no stranger later: nothing remembers it as one that is here.
    desk.says({ account: '77' })
    await desk.restart()
    await desk.ok('vault.unlock')
    await desk.ok('accounts.check', { accountId })
    expect(desk.asked.at(-1)?.apiKey).toBe(SECRETS.apiKey)
    expect(await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })).toMatchObject({ keyEnd: 'w-77' })
  })

  test('of a form that the exchange does not give out asks nobody', async () => {
    const desk = await startKeyDesk()
    const asked = desk.asked.length
    const input = { accountId: desk.accountId, apiKey: 'a\u00e9b', apiSecret: 'x' }
    expect(await desk.code('accounts.rotateKey', input)).toBe('BAD_KEY_FORM')
    expect(desk.asked).toHaveLength(asked)
  })
})

describe('while nobody can be asked', () => {
  async function waitingDesk() {
    const desk = await startKeyDesk({ account: '77' }, 'live')
    desk.says(AWAY)
    const { accountId } = desk
    const shown = await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })
    return { desk, accountId, shown }
  }

  test('the new key waits as not checked, shown so, and the old one stays in use', async () => {
    const { desk, accountId, shown } = await waitingDesk()
    const detail = reason('KEY_CHECKED_LATER', { why: reason('KEY_CHECK_UNREACHED') })
    expect(shown).toMatchObject({
      keyEnd: OLD_END,
      key: { check: { state: 'accepted' } },
      rotation: { stage: 'unverified', keyEnd: 'w-77', check: { state: 'not-checked', detail } },
    })
    await desk.ok('accounts.check', { accountId })
    expect(desk.asked.at(-1)?.apiKey).toBe(SECRETS.apiKey)
  })

  test('what the trader decides to use sends no live order until it is checked', async () => {
    const { desk, accountId } = await waitingDesk()
    const finished = await desk.ok('accounts.finishRotation', { accountId })
    expect(finished).toMatchObject({ keyEnd: 'w-77', rotation: null, key: { check: { state: 'not-checked' } } })
    const draft = { accountId, coinId: 'peaq', side: 'buy' } as const
    expect(await desk.code('orders.draft', draft)).toBe('KEY_NOT_CHECKED')
    desk.says({ account: '77' })
    await desk.ok('accounts.check', { accountId })
    expect(await desk.code('orders.draft', draft)).not.toBe('KEY_NOT_CHECKED')
  })

  test.each(UNFIT)('and one that proves to be unfit later (%s) is dropped instead of used', async (code, told) => {
    const { desk, accountId } = await waitingDesk()
    await desk.restart()
    expect(await desk.code('accounts.finishRotation', { accountId })).toBe('VAULT_LOCKED')
    await desk.ok('vault.unlock')
    desk.says(told)
    expect(await desk.code('accounts.finishRotation', { accountId })).toBe(code)
    expect(await accountOf(desk)).toMatchObject({ keyEnd: OLD_END, rotation: null, venueAccountId: '77' })
    desk.says({ account: '77' })
    await desk.ok('accounts.check', { accountId })
    expect(desk.asked.at(-1)?.apiKey).toBe(SECRETS.apiKey)
  })
})

describe('what happens while the exchange is asked', () => {
  test.each([
    ['accounts.reportLeak', 'NOT_ALLOWED'],
    ['accounts.remove', 'NOT_FOUND'],
  ] as const)('%s: nothing is stored', async (operation, code) => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    desk.whileAsked(async () => {
      await desk.ok(operation, { accountId })
    })
    expect(await desk.code('accounts.rotateKey', { accountId, ...NEW_KEY })).toBe(code)
    const events = await eventsOf(desk)
    expect(events).not.toContain('rotation-started')
    expect((await accountOf(desk))?.keyEnd ?? OLD_END).toBe(OLD_END)
  })

  test('a second new key does not come beside one that waits', async () => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    const second = { apiKey: 'canary-key-third-99', apiSecret: 'canary-secret-third-99' }
    desk.says(AWAY)
    let isFirst = true
    desk.whileAsked(async () => {
      if (!isFirst) return
      isFirst = false
      await desk.ok('accounts.rotateKey', { accountId, ...second })
    })
    expect(await desk.code('accounts.rotateKey', { accountId, ...NEW_KEY })).toBe('NOT_ALLOWED')
    expect((await accountOf(desk))?.rotation?.keyEnd).toBe('d-99')
  })

  test.each([
    ['accounts.finishRotation', 'w-77', {}],
    [
      'accounts.finishRotation',
      'w-77',
      { state: 'refused', words: 'Invalid key', detail: reason('KEY_NOT_TAKEN', { words: 'Invalid key' }) } as const,
    ],
    ['accounts.cancelRotation', OLD_END, {}],
    [
      'accounts.cancelRotation',
      OLD_END,
      { state: 'refused', words: 'Invalid key', detail: reason('KEY_NOT_TAKEN', { words: 'Invalid key' }) } as const,
    ],
  ] as const)(
    '%s: a finish under way drops nothing and switches to nothing then (%s)',
    async (operation, end, said) => {
      const desk = await startKeyDesk({ account: '77' }, 'live')
      const { accountId } = desk
      desk.says(AWAY)
      await desk.ok('accounts.rotateKey', { accountId, ...NEW_KEY })
      desk.says({ account: '77' })
      let isFirst = true
      desk.whileAsked(async () => {
        if (!isFirst) return
        isFirst = false
        await desk.ok(operation, { accountId })
        desk.says({ account: '77', ...said })
      })
      expect(await desk.code('accounts.finishRotation', { accountId })).toBe('NOT_ALLOWED')
      expect(await accountOf(desk)).toMatchObject({ keyEnd: end, rotation: null })
      expect(await eventsOf(desk)).not.toContain('key-refused')
    },
  )

  test.each([
    ['accounts.rotateKey', (accountId: string) => ({ accountId, ...NEW_KEY })],
    ['accounts.add', () => ({ venue: 'binance', environment: 'live', label: 'Second', ...NEW_KEY })],
  ] as const)('%s: a backup that is restored takes no bytes of the vault before', async (operation, inputFor) => {
    const desk = await startKeyDesk({ account: '77' })
    const { accountId } = desk
    const file = path.join(desk.dataDir, '..', 'copy.age')
    const passphrase = 'eight words for a backup that is made here'
    await desk.ok('backup.export', { path: file, passphrase })
    // The lock that comes with a restore cuts the question off, so nobody could be asked.
    desk.says(AWAY)
    let isFirst = true
    desk.whileAsked(async () => {
      if (!isFirst) return
      isFirst = false
      await desk.ok('backup.import', { path: file, passphrase })
    })
    expect(await desk.code(operation, inputFor(accountId))).toBe('TRY_LATER')
    const accounts = await desk.ok('accounts.list')
    expect(accounts.map(({ rotation }) => rotation ?? null)).toEqual(accounts.map(() => null))
    expect(accounts).toHaveLength(2)
  })
})
