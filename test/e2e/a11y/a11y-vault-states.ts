// The screens and states of accounts, vault, backups and activity, for the table of states.

import type { Account, AccountKey, KeyAge, Leak } from '../../../shared/accounts.ts'
import type { AuditEntry } from '../../../shared/audit.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { VaultStatus } from '../../../shared/vault.ts'
import { FAILED, field, press, rows, visible, withValues } from './a11y-stage.ts'
import type { State } from './a11y-states.ts'

const AT = '2026-11-01T10:00:00.000Z'

const OPEN: VaultStatus = {
  state: 'unlocked',
  keychain: 'ok',
  slots: { keychain: true, passphrase: true, recovery: true },
  createdAt: AT,
  wrappingKeyAt: AT,
  dataKeyAt: AT,
  recordsBehind: 2,
  lockedBy: null,
  retryAt: null,
}

const keyOf = (ageDays: number, age: KeyAge): AccountKey => ({
  source: 'vault',
  isConfirmed: true,
  addedAt: AT,
  ageDays,
  age,
  lastUsedAt: AT,
  check: {
    state: 'accepted',
    permissions: ['read', 'trade'],
    ipBound: false,
    expiresAt: AT,
    detail: reason('KEY_TAKEN'),
    at: AT,
  },
})

const accountOf = (label: string, change: Partial<Account>): Account => ({
  accountId: `kraken-${label.toLowerCase()}`,
  venue: 'kraken',
  environment: 'live',
  label,
  venueAccountId: null,
  keyEnd: 'a1b2',
  key: keyOf(3, 'fresh'),
  rotation: null,
  leak: null,
  oneClick: null,
  ...change,
})

const LEAK: Leak = {
  reportedAt: AT,
  revokeAt: 'https://pro.kraken.com/app/settings/api',
  steps: [
    { step: 'stop-sending', state: 'done', at: AT },
    { step: 'cancel-orders', state: 'skipped', at: AT },
    { step: 'revoke-at-venue', state: 'waiting', at: null },
    { step: 'drop-local-copy', state: 'waiting', at: null },
    { step: 'review-uses', state: 'waiting', at: null },
  ],
}

const ACCOUNTS: Account[] = [
  accountOf('Mine', {}),
  accountOf('Old', { environment: 'test', key: keyOf(82, 'warn') }),
  accountOf('Older', {
    key: keyOf(95, 'due'),
    rotation: { stage: 'unverified', keyEnd: 'c3d4', startedAt: AT, check: null },
  }),
  accountOf('Lost', { keyEnd: null, leak: LEAK }),
  accountOf('Elsewhere', { keyEnd: null, key: { ...keyOf(86, 'alert'), source: 'command', check: null } }),
]

const ENTRIES: AuditEntry[] = [
  { seq: 5, at: AT, kind: 'alert', event: 'key-too-old', subject: 'kraken-older', detail: { days: 95 } },
  { seq: 4, at: AT, kind: 'secret', event: 'key-used', subject: 'kraken-mine', detail: { purpose: 'check' } },
  { seq: 3, at: AT, kind: 'app', event: 'word-of-a-later-version', subject: null, detail: {} },
]

const answered = (value: unknown) => async () => ({ ok: true, value })
const reachVault =
  (word: string): State['reach'] =>
  ({ page }) =>
    visible(page.getByText(word, { exact: true }))

const vaultState = (name: string, change: Partial<VaultStatus>, reach: State['reach']): State => ({
  name,
  at: 'accounts',
  before: (stage) => stage.answer('vault.status', withValues({ ...OPEN, ...change })),
  reach,
})
const panelOf = (label: string, reach: State['reach'] = async () => {}): State => ({
  name: `account ${label}`,
  at: 'accounts',
  before: (stage) => {
    stage.answer('accounts.list', answered(ACCOUNTS))
    stage.answer('vault.status', withValues(OPEN))
  },
  reach: async (stage) => {
    await press(stage.page, `Open ${label}`)
    await visible(stage.page.getByRole('heading', { level: 2, name: label, exact: true }))
    await reach(stage)
  },
})
const log = (name: string, change: Partial<State> = {}): State => ({
  name,
  at: 'activity',
  before: (stage) => stage.answer('audit.list', answered(ENTRIES)),
  reach: async ({ page }) => {
    await page.getByRole('tab', { name: 'Full log' }).click()
    await rows(page)
  },
  ...change,
})

export const VAULT_STATES: readonly State[] = [
  { name: 'accounts, no vault', at: 'accounts', reach: reachVault('No vault') },
  {
    name: 'accounts, faults in the forms',
    at: 'accounts',
    before: (stage) => stage.answer('vault.status', withValues(OPEN)),
    reach: async ({ page }) => {
      await page.getByText('Use a key from an environment variable, file or command').click()
      await press(page, 'Save account')
      await page.getByRole('button', { name: 'Save account' }).last().click()
      await press(page, 'Create backup')
      await visible(page.getByText('Enter the key.'))
    },
  },
  {
    name: 'accounts, failed',
    at: 'accounts',
    before: (stage) => {
      stage.answer('accounts.list', FAILED)
      stage.answer('vault.status', FAILED)
    },
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  },
  vaultState('vault locked', { state: 'locked', lockedBy: 'idle' }, reachVault('Locked')),
  vaultState('vault, too many tries', { state: 'locked', retryAt: '2999-01-01T00:00:00.000Z' }, reachVault('Locked')),
  vaultState(
    'vault, keychain silent',
    { state: 'unreachable', keychain: 'unreachable' },
    reachVault('Keychain not responding'),
  ),
  vaultState('vault, another key', { state: 'mismatch', keychain: 'mismatch' }, reachVault('Vault key missing')),
  vaultState('vault open', {}, async ({ page }) => {
    await page.getByText('Passphrase, keys and recovery').click()
    await press(page, 'Remove passphrase')
    await visible(page.getByText(/^You’ll unlock with the keychain only/))
  }),
  {
    name: 'a backup to be restored',
    at: 'accounts',
    before: (stage) => stage.answer('files.chooseOpen', answered({ path: '/home/trader/prelist-backup.age' })),
    reach: async ({ page }) => {
      await press(page, 'Restore backup')
      await visible(page.getByText(/^This replaces your notes/))
    },
  },
  {
    name: 'accounts, many',
    at: 'accounts',
    before: (stage) => stage.answer('accounts.list', answered(ACCOUNTS)),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Open Mine' })),
  },
  panelOf('Mine'),
  panelOf('Older', ({ page }) => press(page, 'Remove account')),
  panelOf('Lost'),
  { name: 'activity, empty', at: 'activity', reach: ({ page }) => visible(page.getByText('No key uses yet')) },
  log('activity, in sentences', { reach: ({ page }) => visible(page.getByText(/was verified/)) }),
  log('activity, the log'),
  log('activity, nothing found', {
    before: () => {},
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Full log' }).click()
      await page.getByRole('searchbox', { name: 'Search the log' }).fill('nothing like this')
      await visible(page.getByText('Nothing found'))
    },
  }),
  log('activity, broken', {
    before: (stage) =>
      stage.answer(
        'audit.verify',
        answered({
          ok: false,
          entries: 9,
          checkpoints: 1,
          firstBroken: 4,
          detail: reason('ENTRY_ALTERED', { entry: 4 }),
          anchored: false,
        }),
      ),
    reach: async ({ page }) => {
      await press(page, 'Verify log')
      await visible(page.getByText('The log has been altered.'))
    },
  }),
  log('activity, failed', {
    before: (stage) => stage.answer('audit.list', FAILED),
    reach: ({ page }) => visible(page.getByRole('button', { name: 'Try again' })),
  }),
  {
    name: 'a label that is being changed',
    at: 'accounts',
    before: (stage) => stage.answer('accounts.list', answered(ACCOUNTS)),
    reach: async ({ page }) => {
      await press(page, 'Open Elsewhere')
      await field(page, 'Label').last().fill('Another')
    },
  },
]
