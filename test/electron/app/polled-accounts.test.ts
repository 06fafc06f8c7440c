// Which accounts are asked in the background: none whose key a command fetches, none that is not confirmed, none that leaked.

import { expect, test } from 'vitest'
import { mayBePolled } from '../../../electron/app/open-polls.ts'
import { PRACTICE_ACCOUNT } from '../../../electron/services/accounts/accounts.ts'
import type { AccountKey, Leak } from '../../../shared/accounts.ts'

const key: AccountKey = {
  ...{ source: 'vault', isConfirmed: true, addedAt: '2026-11-29T12:00:00.000Z', ageDays: 0, age: 'fresh' },
  ...{ lastUsedAt: null, check: null },
}

test('only accounts with a key that asks nobody for anything', () => {
  expect(
    (['vault', 'environment', 'file'] as const).every((source) => mayBePolled({ key: { ...key, source }, leak: null })),
  ).toBe(true)
  expect(mayBePolled({ key: { ...key, source: 'command' }, leak: null })).toBe(false)
  expect(mayBePolled({ key: { ...key, isConfirmed: false }, leak: null })).toBe(false)
  expect(mayBePolled({ key, leak: {} as Leak })).toBe(false)
  expect(mayBePolled(PRACTICE_ACCOUNT)).toBe(false)
})
