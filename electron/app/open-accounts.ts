// Opens the trader's accounts: which there are, the context of each, and whether its key may be used. What is done with keys,
// adding, replacing and giving them up, stands in open-keys.ts: it needs the orders, and those need the accounts.

import type { Account } from '../../shared/accounts.ts'
import { createAccountStore } from '../adapters/sqlite/stores/account-store.ts'
import type { AccountStore } from '../ports/accounts.ts'
import type { OrderJournal } from '../ports/stores.ts'
import type { KeyPurpose } from '../ports/vault.ts'
import { type AccountList, createAccountList } from '../services/accounts/account-list.ts'
import { type AccountContext, type Accounts, createAccounts } from '../services/accounts/accounts.ts'
import { createKeyChecks, type KeyChecks } from '../services/accounts/key-checks.ts'
import { createKeyNotices } from '../services/accounts/key-notices.ts'
import { createKeyUses, type KeyUses } from '../services/accounts/key-use.ts'
import { createOneClickModes, type OneClickModes } from '../services/accounts/one-click-modes.ts'
import { createSameAccount, type SameAccount } from '../services/accounts/same-account.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import type { AssetMatches } from '../services/markets/asset-matches.ts'
import type { Core } from './open-core.ts'
import type { VaultArea } from './open-vault.ts'
import { accountContexts } from './parts/account-contexts.ts'

export interface AccountsArea {
  accounts: Accounts
  store: AccountStore
  shown: AccountList['shown']
  modes: OneClickModes
  uses: KeyUses
  same: SameAccount
  checks: KeyChecks
  /** Shows on every screen which keys are due, or takes the notice away. */
  remind(): void
  /** Tells that an account or its key is another one; answers with the account as it is now. */
  changed(accountId: string): Account
  /** As `changed`, where the account is gone. */
  told(): void
}

export interface AccountsAreaParts {
  core: Core
  audit: AuditLog
  vault: VaultArea
  practice: AccountContext
  journal: Pick<OrderJournal, 'findByKey'>
  assets: AssetMatches
}

/** Opens it; the context of an account is opened when it is asked for the first time. */
export function openAccounts({ core, audit, vault, practice, journal, assets }: AccountsAreaParts): AccountsArea {
  const { clock, notices, page, internal, hostOf, now } = core
  const { keyService, store: records } = vault
  const store = createAccountStore(core.db)
  const modes = createOneClickModes(audit.note, () => internal.emit('accounts.changed', null))
  const list = createAccountList(store, clock, modes.modeOf)
  const uses = createKeyUses({
    ...{ store, records, keyService, hostOf, now },
    audit: audit.append,
    monotonic: clock.monotonic,
  })
  const same = createSameAccount({ store, keyService, uses, hostOf })
  const remind = createKeyNotices({ store, same, notices, clock })
  const take = (accountId: string, purpose: KeyPurpose, key: string, together?: boolean) =>
    uses.take(accountId, purpose, journal.findByKey(accountId, key)?.intentId, together)
  const open = accountContexts({ core, vault, take, assets })
  const accounts = createAccounts({ practice, stored: list, open })
  const told = () => {
    internal.emit('accounts.changed', null)
    // A key that was replaced or removed is spoken of no longer, and one that is refused is.
    remind()
  }
  const changed = (accountId: string) => {
    told()
    return list.shown(uses.account(accountId))
  }
  const checks = createKeyChecks({ store, uses, clock, changed, isUnlocked: vault.vault.isOpen })

  internal.on('accounts.changed', () => page.emit('accounts.changed', accounts.list()))
  internal.on('key.heard', ({ accountId, refusal }) => checks.heard(accountId, refusal))
  internal.on('tickers.changed', () => {
    for (const { accountId } of accounts.list()) accounts.context(accountId).view.touchMarkets()
  })
  return { accounts, store, shown: list.shown, modes, uses, same, checks, remind, changed, told }
}
