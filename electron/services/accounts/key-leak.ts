// What is done about a leaked key, in the order that costs the least: stop sending, cancel while the key still works,
// revoke it where only the exchange can, drop the copy here, and look at what it was used for.

import { type Account, LEAK_STEPS, type Leak, type LeakStep } from '../../../shared/accounts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { keyPageOf } from '../../../shared/venues/list.ts'
import type { AccountStore } from '../../ports/accounts.ts'
import type { Audit } from '../../ports/operations.ts'
import type { VaultStore } from '../../ports/vault.ts'
import type { KeyUses } from './key-use.ts'

export interface LeakParts {
  store: AccountStore
  records: Pick<VaultStore, 'removeRecord'>
  uses: KeyUses
  audit: Audit
  /** Blocks the account's orders; on the disk, and final, when it resolves. */
  halt(accountId: string): Promise<void>
  /** @throws AppError `VENUE_UNREACHABLE`, `VAULT_LOCKED` */
  cancelAll(accountId: string): Promise<void>
  changed(accountId: string): Account
  now(): string
}

export interface KeyLeaks {
  report(accountId: string): Promise<Account>
  step(accountId: string, step: LeakStep, skip: boolean): Promise<Account>
  end(accountId: string): Account
}

/** Builds the path. Everything but canceling works without a connection. */
export function createKeyLeaks(parts: LeakParts): KeyLeaks {
  const { store, records, uses, audit, halt, cancelAll, changed, now } = parts
  const leakOf = (accountId: string): Leak => {
    const { leak } = uses.account(accountId)
    if (leak === null) throw new AppError('NOT_ALLOWED', reason('NO_LEAK'))
    return leak
  }
  const mark = (accountId: string, step: LeakStep, state: 'done' | 'skipped', also: () => void = () => {}) =>
    store.transaction(() => {
      const leak = leakOf(accountId)
      const steps = leak.steps.map((one) => (one.step === step ? { step, state, at: now() } : one))
      store.saveLeak(accountId, { ...leak, steps })
      also()
      audit({ kind: 'key', event: 'leak-step', subject: accountId, detail: { step, state } })
    })
  const dropCopies = (accountId: string) => {
    for (const key of store.keys(accountId)) {
      store.removeKey(key.keyId)
      if (key.recordId !== null) records.removeRecord(key.recordId)
      audit({ kind: 'key', event: 'key-dropped', subject: accountId })
    }
  }
  const isWaiting = (accountId: string, step: LeakStep) =>
    leakOf(accountId).steps.some((one) => one.step === step && one.state === 'waiting')

  return {
    report: async (accountId) => {
      const { leak, venue } = uses.account(accountId)
      if (leak === null) {
        // First, and by itself: whatever comes after, nothing is sent any more.
        await halt(accountId)
        store.transaction(() => {
          const at = now()
          store.saveLeak(accountId, {
            reportedAt: at,
            revokeAt: keyPageOf(venue),
            steps: LEAK_STEPS.map((step) =>
              step === 'stop-sending' ? { step, state: 'done', at } : { step, state: 'waiting', at: null },
            ),
          })
          audit({ kind: 'key', event: 'leak-reported', subject: accountId })
        })
      }
      return changed(accountId)
    },
    step: async (accountId, step, skip) => {
      if (isWaiting(accountId, step)) {
        if (step === 'cancel-orders' && !skip) await cancelAll(accountId)
        const isDrop = step === 'drop-local-copy' && !skip
        mark(accountId, step, skip ? 'skipped' : 'done', isDrop ? () => dropCopies(accountId) : undefined)
        // Without the key nothing can be canceled with it any more.
        if (isDrop && isWaiting(accountId, 'cancel-orders')) mark(accountId, 'cancel-orders', 'skipped')
      }
      return changed(accountId)
    },
    end: (accountId) => {
      const open = leakOf(accountId).steps.find(({ state }) => state === 'waiting')
      if (open !== undefined) {
        throw new AppError('NOT_ALLOWED', reason('LEAK_STEPS_LEFT'))
      }
      store.transaction(() => {
        store.saveLeak(accountId, null)
        audit({ kind: 'key', event: 'leak-ended', subject: accountId })
      })
      return changed(accountId)
    },
  }
}
