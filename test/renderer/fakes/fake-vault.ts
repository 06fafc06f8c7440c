// The vault, its keys, backups and log in the fake backend: enough of their states for the page, with none of the secrets.

import { type Account, type AccountKey, LEAK_STEPS } from '../../../shared/accounts.ts'
import type { AuditEntry, AuditQuery } from '../../../shared/audit.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import type { BackupReport, VaultStatus } from '../../../shared/vault.ts'
import { type Emit, type FakeOperations, refuse } from './fake-contract.ts'

export interface FakeVault {
  status: VaultStatus
  accounts: Account[]
  /** Newest first, as the log is read. */
  log: AuditEntry[]
}

const PRACTICE: Account = {
  accountId: 'practice',
  venue: 'practice',
  environment: 'practice',
  label: 'Practice',
  venueAccountId: null,
  keyEnd: null,
  key: null,
  rotation: null,
  leak: null,
  oneClick: null,
}

/** No vault yet, and the practice account alone. */
export function noVault(): FakeVault {
  const status: VaultStatus = {
    state: 'none',
    keychain: null,
    slots: { keychain: false, passphrase: false, recovery: false },
    createdAt: null,
    wrappingKeyAt: null,
    dataKeyAt: null,
    recordsBehind: 0,
    lockedBy: null,
    retryAt: null,
  }
  return { status, accounts: [PRACTICE], log: [] }
}

type Prefix = 'accounts' | 'vault' | 'backup' | 'audit' | 'files'
type VaultOperations = Pick<FakeOperations, Extract<keyof FakeOperations, `${Prefix}.${string}`>>

const AT = '2026-11-24T10:00:00.000Z'

const keyOf = (source: AccountKey['source']): AccountKey => ({
  source,
  isConfirmed: true,
  addedAt: AT,
  ageDays: 0,
  age: 'fresh',
  lastUsedAt: null,
  check: null,
})

/** An account with a key in the vault. */
export function anAccount(patch: Partial<Account>): Account {
  return { ...PRACTICE, keyEnd: '9f3c', key: keyOf('vault'), ...patch }
}

/** A vault that the keychain opens. */
export function aVault(patch: Partial<VaultStatus>): VaultStatus {
  const slots = { keychain: true, passphrase: false, recovery: false }
  return { ...noVault().status, slots, createdAt: AT, wrappingKeyAt: AT, dataKeyAt: AT, ...patch }
}

/** The answers over one memory. */
export function vaultOperations(vault: FakeVault, emit: Emit): VaultOperations {
  const note = (kind: AuditEntry['kind'], event: string, subject: string | null, detail: AuditEntry['detail'] = {}) => {
    vault.log.unshift({ seq: vault.log.length + 1, at: AT, kind, event, subject, detail })
    emit('audit.changed', null)
  }
  const become = (change: Partial<VaultStatus>) => {
    vault.status = { ...vault.status, ...change }
    emit('vault.changed', vault.status)
    return vault.status
  }
  const assertOpen = () => {
    if (vault.status.state !== 'unlocked') refuse('VAULT_LOCKED', 'The vault is locked.')
  }
  const change = (accountId: string, patch: Partial<Account>) => {
    const found = vault.accounts.find((one) => one.accountId === accountId) ?? refuse('NOT_FOUND', accountId)
    const account = { ...found, ...patch }
    vault.accounts = vault.accounts.map((one) => (one.accountId === accountId ? account : one))
    emit('accounts.changed', vault.accounts)
    return account
  }
  const add = (account: Pick<Account, 'venue' | 'environment' | 'label' | 'keyEnd' | 'key'>) => {
    const accountId = `${account.venue}-${vault.accounts.length}`
    vault.accounts = [...vault.accounts, { ...PRACTICE, ...account, accountId }]
    note('key', 'account-added', accountId)
    return change(accountId, {})
  }
  const leakOf = (accountId: string) =>
    vault.accounts.find((one) => one.accountId === accountId)?.leak ?? refuse('NOT_ALLOWED', 'There is no leak.')
  const report = (path: string): BackupReport => ({
    path,
    createdAt: AT,
    bytes: 12_345,
    counts: { orders: 1, accounts: 2, ownCoins: 3, holdings: 4, auditEntries: 5 },
    signedBy: 'this-vault',
    limitsChanged: null,
  })

  const entriesOf = ({ kind, subject, search = '', before = Number.POSITIVE_INFINITY }: Omit<AuditQuery, 'limit'>) =>
    vault.log
      .filter((entry) => entry.seq < before && (kind === undefined || entry.kind === kind))
      .filter((entry) => (subject === undefined || entry.subject === subject) && entry.event.includes(search))

  return {
    'accounts.list': () => vault.accounts,
    'accounts.add': ({ venue, environment, label, apiKey }) => {
      assertOpen()
      return { ...add({ venue, environment, label, keyEnd: apiKey.slice(-4), key: keyOf('vault') }), mended: [] }
    },
    'accounts.addReference': ({ venue, environment, label, reference }) =>
      add({ venue, environment, label, keyEnd: null, key: keyOf(reference.kind) }),
    'accounts.confirmReference': ({ accountId }) => change(accountId, {}),
    'accounts.rename': ({ accountId, label }) => change(accountId, { label }),
    'accounts.check': ({ accountId }) => {
      assertOpen()
      note('secret', 'key-used', accountId, { purpose: 'check', keyEnd: 'a1b2' })
      return change(accountId, {})
    },
    'accounts.rotateKey': ({ accountId, apiKey }) => {
      assertOpen()
      const rotation = { stage: 'unverified', keyEnd: apiKey.slice(-4), startedAt: AT, check: null } as const
      return { ...change(accountId, { rotation }), mended: [] }
    },
    'accounts.finishRotation': ({ accountId }) => change(accountId, { rotation: null }),
    'accounts.cancelRotation': ({ accountId }) => change(accountId, { rotation: null }),
    'accounts.reportLeak': ({ accountId }) => {
      const steps = LEAK_STEPS.map(
        (step, index) => ({ step, state: index === 0 ? 'done' : 'waiting', at: null }) as const,
      )
      return change(accountId, { leak: { reportedAt: AT, revokeAt: null, steps } })
    },
    'accounts.leakStep': ({ accountId, step, skip }) => {
      const leak = leakOf(accountId)
      const state = skip === true ? 'skipped' : 'done'
      return change(accountId, {
        leak: { ...leak, steps: leak.steps.map((one) => (one.step === step ? { step, state, at: AT } : one)) },
      })
    },
    'accounts.endLeak': ({ accountId }) => change(accountId, { leak: null }),
    'accounts.allowOneClick': ({ accountId, ...oneClick }) => change(accountId, { oneClick }),
    'accounts.endOneClick': ({ accountId }) => change(accountId, { oneClick: null }),
    'accounts.remove': ({ accountId }) => {
      vault.accounts = vault.accounts.filter((one) => one.accountId !== accountId)
      return null
    },
    'vault.status': () => vault.status,
    'vault.create': ({ passphrase }) =>
      become({
        state: 'unlocked',
        slots: { keychain: passphrase === undefined, passphrase: passphrase !== undefined, recovery: false },
        createdAt: AT,
      }),
    'vault.unlock': () => become({ state: 'unlocked', lockedBy: null }),
    'vault.lock': () => become({ state: 'locked', lockedBy: 'trader' }),
    'vault.setPassphrase': ({ passphrase }) =>
      become({ slots: { ...vault.status.slots, passphrase: passphrase !== null } }),
    'vault.rotate': () => become({ wrappingKeyAt: AT }),
    'vault.writeRecoveryKit': () => become({ slots: { ...vault.status.slots, recovery: true } }),
    'backup.export': ({ path }) => report(path),
    'backup.import': ({ path }) => report(path),
    'audit.list': ({ limit = 100, ...query }) => entriesOf(query).slice(0, limit),
    'audit.page': ({ limit = 100, ...query }) => {
      const all = entriesOf(query)
      return { items: all.slice(0, limit), next: all.length > limit ? (all[limit - 1]?.seq ?? null) : null }
    },
    'audit.verify': () => ({
      ok: true,
      entries: vault.log.length,
      checkpoints: 0,
      firstBroken: null,
      detail: reason('LOG_VERIFIED'),
      anchored: null,
    }),
    'audit.export': ({ path }) => ({ path, entries: vault.log.length }),
    'files.chooseSave': ({ purpose }) => ({ path: `/home/trader/Downloads/${purpose}` }),
    'files.chooseOpen': () => ({ path: '/home/trader/Downloads/prelist-backup.age' }),
  }
}
