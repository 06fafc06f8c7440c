// An account's key in words, and the actions on it: one at a time, with the list read anew whatever becomes of them.

import { beforeEach, describe, expect, test } from 'vitest'
import { ageWords, keyWords, rightsWords } from '../../../../renderer/features/accounts/account-words.ts'
import {
  addAccount,
  checkKey,
  leakStep,
  removeAccount,
  reportLeak,
} from '../../../../renderer/features/accounts/accounts-actions.ts'
import { useAccounts } from '../../../../renderer/features/accounts/accounts-store.ts'
import { text } from '../../../../renderer/messages/late/en.ts'
import { venueName } from '../../../../renderer/state/session/names.ts'
import { useSession } from '../../../../renderer/state/session/session-store.ts'
import { useStatus } from '../../../../renderer/state/status-store.ts'
import type { AccountKey, KeyCheck } from '../../../../shared/accounts.ts'
import { reason } from '../../../../shared/reasons/reason.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const KEY: AccountKey = {
  source: 'vault',
  isConfirmed: true,
  addedAt: '',
  ageDays: 3,
  age: 'fresh',
  lastUsedAt: null,
  check: null,
}
const CHECK: KeyCheck = {
  state: 'accepted',
  permissions: null,
  ipBound: null,
  expiresAt: null,
  detail: reason('KEY_TAKEN'),
  at: '',
}

describe('words', () => {
  test('which key it is', () => {
    expect(keyWords({ venue: 'practice', keyEnd: null, key: null })).toBe('no key needed')
    expect(keyWords({ venue: 'kraken', keyEnd: null, key: null })).toBe('no key')
    expect(keyWords({ venue: 'kraken', keyEnd: 'a1b2', key: KEY })).toBe('…a1b2')
    expect(keyWords({ venue: 'kraken', keyEnd: null, key: { ...KEY, source: 'command' } })).toBe('command')
  })

  test('how old it is, with a word once it should be replaced', () => {
    expect(ageWords({ ageDays: 1, age: 'fresh' })).toBe('1 day')
    expect(ageWords({ ageDays: 80, age: 'warn' })).toBe('80 days, replace soon')
    expect(ageWords({ ageDays: 85, age: 'alert' })).toBe('85 days, replace now')
    expect(ageWords({ ageDays: 90, age: 'due' })).toBe('90 days, overdue')
  })

  test('rights that the exchange does not tell are not made up', () => {
    expect(rightsWords(null)).toBeNull()
    expect(rightsWords(CHECK)).toBeNull()
    expect(rightsWords({ ...CHECK, permissions: ['read', 'trade'] })).toBe('read, trade')
  })

  test('an exchange that is not known keeps its own word', () => {
    expect([venueName('kraken'), venueName('elsewhere')]).toEqual(['Kraken', 'elsewhere'])
  })
})

describe('actions', () => {
  let desktop: FakeDesktop
  const asked = () => desktop.calls.map(({ name }) => name)
  const input = { venue: 'kraken', environment: 'test', label: 'Mine', apiKey: 'k-a1b2', apiSecret: 's' } as const
  const listed = () => useSession.getState().accounts.value?.map(({ label, keyEnd }) => [label, keyEnd])

  beforeEach(() => {
    desktop = setUpPage()
  })

  test('a refused key says why, and the list is read anew', async () => {
    expect(await addAccount(input)).toBe(false)
    expect(asked()).toEqual(['accounts.add', 'accounts.list'])
    expect(useStatus.getState().message?.title).toBe('The vault is locked.')
    expect(useAccounts.getState().busy).toBe(false)
  })

  test('a second press meanwhile adds nothing', async () => {
    desktop.state.vault.status.state = 'unlocked'
    expect(await Promise.all([addAccount(input), addAccount(input)])).toEqual([true, false])
    expect(listed()).toEqual([
      ['Practice', null],
      ['Mine', 'a1b2'],
    ])
  })

  test('no store of the page keeps a key that was sent', async () => {
    desktop.state.vault.status.state = 'unlocked'
    await addAccount({ ...input, apiKey: 'canary-1a2b', apiSecret: 'canary-secret', passphrase: 'canary-words' })
    for (const store of [useAccounts, useSession, useStatus]) {
      expect(JSON.stringify(store.getState())).not.toContain('canary')
    }
  })

  test('a leak step that is done carries no skip, and one that is skipped does', async () => {
    desktop.state.vault.status.state = 'unlocked'
    await addAccount(input)
    await reportLeak('kraken-1')
    await leakStep({ accountId: 'kraken-1', step: 'cancel-orders', skip: true })
    await leakStep({ accountId: 'kraken-1', step: 'drop-local-copy' })
    const steps = useSession.getState().accounts.value?.at(-1)?.leak?.steps
    expect(steps?.map(({ state }) => state)).toEqual(['done', 'skipped', 'waiting', 'done', 'waiting'])
  })

  test.each([
    [null, 'warn', text.accounts.notVerified],
    [
      { ...CHECK, state: 'refused', detail: reason('KEY_NOT_TAKEN', { words: 'no' }) } as const,
      'bad',
      text.accounts.notVerified,
    ],
    [CHECK, 'good', text.accounts.verified],
  ])('a key is called verified only where the exchange accepts it: %j', async (check, tone, title) => {
    desktop.state.vault.status.state = 'unlocked'
    await addAccount(input)
    const [, account] = useSession.getState().accounts.value ?? []
    if (account === undefined) throw new Error('no account')
    desktop.answer('accounts.check', () => Promise.resolve({ ...account, key: { ...KEY, check } }))
    await checkKey('kraken-1')
    expect(useStatus.getState().message).toMatchObject({ tone, title })
  })

  test('a removed account is closed', async () => {
    desktop.state.vault.status.state = 'unlocked'
    await addAccount(input)
    useAccounts.getState().open('kraken-1')
    await removeAccount('kraken-1')
    expect([useAccounts.getState().openId, listed()?.length]).toEqual([null, 1])
  })
})
