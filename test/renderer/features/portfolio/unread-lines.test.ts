// The portfolio says which accounts keep its total unknown, why, and what helps.

import { expect, test } from 'vitest'
import { unreadLines } from '../../../../renderer/features/portfolio/unread-lines.ts'
import type { Account } from '../../../../shared/accounts.ts'

const account = (accountId: string, label: string, isConfirmed = true) =>
  ({ accountId, label, environment: 'live', key: { isConfirmed } }) as Account
const KNOWN = [account('a', 'Mine'), account('b', 'Second'), account('c', 'Third', false)]

test('names each account with its reason, and none that was read', () => {
  const never = { asOf: null, asOfMs: null, cash: null }
  const accounts = [
    { accountId: 'a', asOf: '2026-11-23T12:00:00.000Z', asOfMs: 1, cash: '0' },
    { accountId: 'b', ...never, unread: { state: 'refused', words: 'IP not allowed' } },
    { accountId: 'c', ...never, unread: { state: 'unreachable' } },
    { accountId: 'gone', ...never, unread: { state: 'unreachable' } },
  ] as const
  expect(unreadLines({ accounts: [...accounts] }, KNOWN)).toEqual([
    {
      accountId: 'b',
      line: 'Second: the exchange rejects its key (IP not allowed). Replace the key under Accounts, or remove the account.',
    },
    { accountId: 'c', line: 'Third: its key came with a backup. Confirm it under Accounts.' },
  ])
})
