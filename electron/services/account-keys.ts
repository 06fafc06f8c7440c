// The trader's accounts and the life of their keys: added, named, checked, replaced, given up. What comes back from here
// shows the last four characters of a key and no more.

import { createHash } from 'node:crypto'
import type { Account, KeyReference } from '../../shared/accounts.ts'
import type { Input } from '../../shared/contract.ts'
import { AppError } from '../../shared/result.ts'
import { VENUES } from '../../shared/venues/list.ts'
import type { AccountRow, AccountStore, ConfirmCommand, KeyRole } from '../account-ports.ts'
import type { Clock, NewId } from '../ports.ts'
import type { Keeper, RecordContext, VaultStore } from '../vault-ports.ts'
import { roleOf, toAccount } from './account-shape.ts'
import { PRACTICE_ACCOUNT } from './accounts.ts'
import { ageOf, daysSince, reminderOwed } from './key-age.ts'
import { createKeyLeaks } from './key-leak.ts'
import { createKeyRotation } from './key-rotation.ts'
import { createKeyUses, type KeyUses, maySendMoneyAway, tooPowerful } from './key-use.ts'
import type { Notices } from './notices.ts'
import type { AccountKeys, Audit } from './vault-services.ts'

export interface AccountKeysParts {
  store: AccountStore
  records: Pick<VaultStore, 'record' | 'saveRecord' | 'removeRecord'>
  keeper: Pick<Keeper, 'seal' | 'probe'>
  isUnlocked: () => boolean
  audit: Audit
  clock: Clock
  newId: NewId
  /** `null` where the shell cannot ask the trader outside the page. */
  confirm: ConfirmCommand | null
  hostOf: (venue: string, environment: AccountRow['environment']) => string | null
  halt: (accountId: string) => void
  cancelAll: (accountId: string) => Promise<void>
  /** True while an order of the account is not final. */
  hasOrders: (accountId: string) => boolean
  /** How far one-click orders of an account may go now. */
  oneClick: (accountId: string) => Account['oneClick']
  told: (accounts: Account[]) => void
  notices: Notices
}

export interface AccountKeysService extends AccountKeys {
  uses: KeyUses
  /** Shows on every screen which keys are due, or takes the notice away. */
  remind(): void
  /** Finishes what a crash cut off, and reminds of keys that have grown old. To be called at start and from time to time. */
  sweep(): void
}

const KEY_END = 4
const KEY_OLD = 'KEY_OLD'
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Builds the service. */
export function createAccountKeys(parts: AccountKeysParts): AccountKeysService {
  const { store, records, keeper, audit, clock, newId, hostOf, told } = parts
  const now = () => new Date(clock.now()).toISOString()
  const uses = createKeyUses({ store, records, keeper, audit, hostOf, now, monotonic: clock.monotonic })
  const shown = (row: AccountRow) =>
    toAccount(row, store.keys(row.accountId), clock.now(), parts.oneClick(row.accountId), store.isConfirmed)
  const list = () => [PRACTICE_ACCOUNT, ...store.accounts().map(shown)]
  const changed = (accountId: string): Account => {
    told(list())
    return shown(uses.account(accountId))
  }
  const remind = () => {
    const old = store.accounts().flatMap(({ accountId, label }) => {
      const key = roleOf(store.keys(accountId), 'current')
      const days = key === null ? 0 : daysSince(key.addedAt, clock.now())
      return ageOf(days) === 'alert' || ageOf(days) === 'due' ? [`${label} (${days} days)`] : []
    })
    // Cleared first: a notice that is repeated keeps its old words and is not told again.
    parts.notices.clear(KEY_OLD)
    if (old.length === 0) return
    parts.notices.raise(KEY_OLD, `Keys should be replaced after 90 days: ${old.join(', ')}. See Accounts.`)
  }
  const own = (accountId: string): string => {
    if (accountId === PRACTICE_ACCOUNT.accountId) {
      throw new AppError('NOT_ALLOWED', 'The practice account needs no key and cannot be changed.')
    }
    uses.account(accountId)
    return accountId
  }
  const assertNew = ({ venue, label }: { venue: string; label: string }, except?: string) => {
    if (!VENUES.some(({ id }) => id === venue)) throw new AppError('NOT_FOUND', 'Prelist does not know this exchange.')
    const sameLabel = store.accounts().some((row) => row.label === label && row.accountId !== except)
    if (sameLabel || label === PRACTICE_ACCOUNT.label) {
      throw new AppError('IN_USE', 'Another account has this label. Give each key a label of its own.')
    }
  }
  const assertUnlocked = () => {
    if (!parts.isUnlocked()) throw new AppError('VAULT_LOCKED', 'The vault is locked. Unlock it and try again.')
  }
  /** Seals first, since only that can fail for long; then the record and its rows become durable together. */
  const keep = async (
    row: Pick<AccountRow, 'accountId' | 'venue' | 'environment'>,
    role: KeyRole,
    input: Pick<Input<'accounts.add'>, 'apiKey' | 'apiSecret' | 'passphrase'>,
    also: () => void,
  ) => {
    assertUnlocked()
    const { apiKey, apiSecret, passphrase = null } = input
    const fingerprint = createHash('sha256').update(`prelist/key/v1\n${row.venue}\n${apiKey}`).digest('hex')
    if (store.hasFingerprint(fingerprint)) {
      throw new AppError('IN_USE', 'This key is here already. Make a key of its own for each person and installation.')
    }
    const recordId = newId()
    const context: RecordContext = { recordId, type: 'exchange-key', version: 1, environment: row.environment }
    const bytes = await keeper.seal(context, { apiKey, apiSecret, passphrase })
    store.transaction(() => {
      also()
      records.saveRecord({ ...context, bytes })
      const keyEnd = apiKey.slice(-KEY_END)
      const key = { keyId: newId(), accountId: row.accountId, role, keyEnd, fingerprint, recordId, addedAt: now() }
      store.addKey({ ...key, source: 'vault', reference: null })
      audit({ kind: 'secret', event: 'key-stored', subject: row.accountId, detail: { keyEnd } })
    })
  }
  const newRow = ({ venue, environment, label }: Input<'accounts.add'> | Input<'accounts.addReference'>) => ({
    accountId: `${venue}-${newId().slice(0, 8)}`,
    ...{ venue, environment, label, createdAt: now() },
  })
  const addRow = (row: ReturnType<typeof newRow>) => {
    store.addAccount(row)
    const { accountId: subject, venue, environment } = row
    audit({ kind: 'key', event: 'account-added', subject, detail: { venue, environment } })
  }
  const rotation = createKeyRotation({
    ...{ store, records, uses, audit, changed },
    storeNext: (row, input) =>
      keep(row, 'next', input, () => audit({ kind: 'key', event: 'rotation-started', subject: row.accountId })),
  })
  const leaks = createKeyLeaks({
    ...{ store, records, uses, audit, changed, now },
    halt: parts.halt,
    cancelAll: parts.cancelAll,
  })

  return {
    uses,
    list,
    add: async (input) => {
      assertUnlocked()
      assertNew(input)
      const row = newRow(input)
      await keep(row, 'current', input, () => {
        assertNew(input)
        addRow(row)
      })
      return changed(row.accountId)
    },
    addReference: async (input) => {
      assertNew(input)
      await assertReference(input.reference, parts.confirm)
      const row = newRow(input)
      store.transaction(() => {
        assertNew(input)
        addRow(row)
        const { kind: source } = input.reference
        const key = { keyId: newId(), accountId: row.accountId, addedAt: now(), source, reference: input.reference }
        store.confirmReference(input.reference)
        store.addKey({ ...key, role: 'current', keyEnd: null, fingerprint: null, recordId: null })
        if (source === 'command') audit({ kind: 'key', event: 'command-confirmed', subject: row.accountId })
      })
      return changed(row.accountId)
    },
    confirmReference: async ({ accountId }) => {
      const { reference } = uses.current(own(accountId))
      if (reference === null) throw new AppError('NOT_ALLOWED', 'This account has no key that is kept elsewhere.')
      await assertReference(reference, parts.confirm)
      store.transaction(() => {
        store.confirmReference(reference)
        audit({ kind: 'key', event: 'reference-confirmed', subject: accountId, detail: { kind: reference.kind } })
      })
      return changed(accountId)
    },
    rename: ({ accountId, label }) => {
      const row = uses.account(own(accountId))
      assertNew({ ...row, label }, accountId)
      store.transaction(() => {
        store.rename(accountId, label)
        audit({ kind: 'key', event: 'account-renamed', subject: accountId })
      })
      return changed(accountId)
    },
    check: async ({ accountId }) => {
      const key = uses.current(own(accountId))
      assertUnlocked()
      const check = await uses.probe(uses.account(accountId), key)
      const account = changed(accountId)
      if (maySendMoneyAway(check)) throw tooPowerful()
      return account
    },
    rotateKey: async (input) => {
      own(input.accountId)
      return rotation.start(input)
    },
    finishRotation: async ({ accountId }) => rotation.finish(own(accountId)),
    cancelRotation: async ({ accountId }) => rotation.cancel(own(accountId)),
    reportLeak: async ({ accountId }) => leaks.report(own(accountId)),
    leakStep: async ({ accountId, step, skip = false }) => leaks.step(own(accountId), step, skip),
    endLeak: async ({ accountId }) => leaks.end(own(accountId)),
    remove: async ({ accountId }) => {
      own(accountId)
      if (parts.hasOrders(accountId)) {
        throw new AppError('IN_USE', 'Orders of this account are not final yet. Wait for them, or cancel them first.')
      }
      store.transaction(() => {
        for (const { keyId, recordId } of store.keys(accountId)) {
          store.removeKey(keyId)
          if (recordId !== null) records.removeRecord(recordId)
        }
        store.removeAccount(accountId)
        audit({ kind: 'key', event: 'account-removed', subject: accountId })
      })
      told(list())
      return null
    },
    remind,
    sweep: () => {
      rotation.recover()
      for (const { accountId } of store.accounts()) {
        for (const key of store.keys(accountId)) {
          const days = daysSince(key.addedAt, clock.now())
          const owed = key.role === 'current' ? reminderOwed(days, key.toldDays) : null
          if (owed === null) continue
          store.transaction(() => {
            store.setTold(key.keyId, owed)
            audit({ kind: 'key', event: 'key-age-reached', subject: accountId, detail: { days: owed } })
          })
        }
      }
      remind()
    },
  }
}

async function assertReference(reference: KeyReference, confirm: ConfirmCommand | null): Promise<void> {
  const { kind, apiKey, apiSecret, passphrase } = reference
  const parts = [apiKey, apiSecret, ...(passphrase === undefined ? [] : [passphrase])]
  if (kind === 'environment' && !parts.every((name) => VARIABLE.test(name))) {
    throw new AppError('BAD_INPUT', 'This is not the name of an environment variable.')
  }
  if (kind !== 'command') return
  if (confirm === null) {
    const message = 'A command can be added only where Prelist can ask you outside its own page: in the installed app.'
    throw new AppError('NOT_ALLOWED', message)
  }
  for (const command of parts) {
    if (!(await confirm(command))) throw new AppError('NOT_ALLOWED', 'The command was not confirmed. Nothing was kept.')
  }
}
