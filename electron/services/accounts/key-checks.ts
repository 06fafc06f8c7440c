// Keys that wait to be checked: when the exchange was away as they were added, and when what a reference finds may have
// changed. They are asked about when the vault is opened and before the first live order, and what the exchange says of a key
// while it is read from is taken in.

import type { Account } from '../../../shared/accounts.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { recordOf } from '../../../shared/venues/records.ts'
import type { AccountRow, AccountStore, KeyRow } from '../../ports/accounts.ts'
import type { Clock } from '../../ports/system.ts'
import { roleOf } from './account-shape.ts'
import { PRACTICE_ACCOUNT } from './accounts.ts'
import { type KeyUses, knownAfter, mustBeChecked, wasAccepted } from './key-use.ts'

/** After a check without an answer the next order does not wait for another one so soon. */
const RETRY_MS = 5_000

export interface KeyChecksParts {
  store: Pick<AccountStore, 'accounts' | 'keys' | 'saveCheck'>
  uses: KeyUses
  clock: Clock
  changed(accountId: string): Account
  isUnlocked: () => boolean
}

export interface KeyChecks {
  assertReady(accountId: string): Promise<void>
  checkWaiting(): Promise<void>
  heard(accountId: string, refusal: string | null): void
}

/** Builds them. */
export function createKeyChecks({ store, uses, clock, changed, isUnlocked }: KeyChecksParts): KeyChecks {
  const running = new Map<string, Promise<void>>()
  const triedAt = new Map<string, number>()
  /** Keys that were checked since the vault was opened. */
  const seen = new Set<string>()

  const check = (row: AccountRow, key: KeyRow): Promise<void> => {
    const now = clock.monotonic()
    const last = triedAt.get(key.keyId)
    const started = running.get(key.keyId)
    if (started !== undefined) return started
    if (last !== undefined && now - last < RETRY_MS) return Promise.resolve()
    const work = uses
      .probe(row, key)
      .then(({ state }) => {
        if (state === 'accepted') seen.add(key.keyId)
        changed(row.accountId)
      })
      .catch(() => {})
      .finally(() => {
        triedAt.set(key.keyId, clock.monotonic())
        running.delete(key.keyId)
      })
    running.set(key.keyId, work)
    return work
  }
  const currentOf = (accountId: string) => roleOf(store.keys(accountId), 'current')
  /** Asks whose the key is, once while the vault is open: until that is known two keys of one account count as two. */
  const identify = async (row: AccountRow, key: KeyRow | null): Promise<void> => {
    const isWorthIt = row.venueAccount === null && recordOf(row.venue).reportsAccount && row.leak === null
    if (isWorthIt && key !== null && !seen.has(key.keyId) && isUnlocked()) await check(row, key)
  }
  /** Asks what has to be known before an order: of this key, and whether another one is of the same account. */
  const askFirst = async (row: AccountRow, key: KeyRow): Promise<void> => {
    const isDoubtful = key.source !== 'vault' && !seen.has(key.keyId) && mustBeChecked(row, { check: null })
    const wasTurnedAway = key.check?.state === 'refused' && (key.check.words ?? null) !== null
    if (isDoubtful || wasTurnedAway || mustBeChecked(row, key)) await check(row, key)
    const beside = store.accounts().filter((one) => one.venue === row.venue && one.environment === row.environment)
    if (beside.length > 1) await Promise.all(beside.map((one) => identify(one, currentOf(one.accountId))))
  }

  return {
    assertReady: async (accountId) => {
      if (accountId === PRACTICE_ACCOUNT.accountId) return
      const row = uses.account(accountId)
      const key = currentOf(accountId)
      if (key !== null && row.leak === null && isUnlocked()) await askFirst(row, key)
      try {
        uses.usable(accountId)
      } catch (error) {
        // What only an open vault could have found out is no reason yet.
        const isUnasked = error instanceof AppError && error.code === 'KEY_NOT_CHECKED' && !isUnlocked()
        if (!isUnasked) throw error
      }
      if (!isUnlocked()) throw new AppError('VAULT_LOCKED', reason('VAULT_LOCKED_FOR_ORDERS'))
    },
    checkWaiting: async () => {
      seen.clear()
      triedAt.clear()
      for (const row of store.accounts()) {
        const asked = currentOf(row.accountId)?.keyId ?? ''
        // What the lock has cut off says nothing of the key.
        await running.get(asked)
        triedAt.delete(asked)
        const key = currentOf(row.accountId)
        // A command may ask for the trader's fingerprint: it waits for its first use.
        if (key === null || row.leak !== null || key.source === 'command') continue
        // An exchange that did not have the call for rights may have it by now.
        const isUntold = wasAccepted(key) && key.check?.permissions === null && mustBeChecked(row, { check: null })
        if (!isUntold && !mustBeChecked(row, key)) continue
        if (key.check?.state !== 'refused' && isUnlocked()) await check(row, key)
      }
    },
    heard: (accountId, refusal) => {
      const key = currentOf(accountId)
      const before = key?.check ?? null
      if (key === null) return
      const at = new Date(clock.now()).toISOString()
      if (refusal !== null) {
        if (before?.state === 'refused' && before.words === refusal) return
        const nothing = { permissions: null, ipBound: null, expiresAt: null }
        const detail = reason('KEY_REFUSED_BY_EXCHANGE', { words: refusal })
        store.saveCheck(key.keyId, knownAfter(before, { ...nothing, state: 'refused', detail, words: refusal, at }))
      } else {
        // Taken again, at another address maybe. What it was refused for by a look at its rights only another look lifts.
        if (before?.state !== 'refused' || (before.words ?? null) === null) {
          void identify(uses.account(accountId), key)
          return
        }
        const isKnown = (before.acceptedAt ?? null) !== null
        const detail = reason('KEY_TAKEN_AGAIN')
        store.saveCheck(key.keyId, { ...before, state: isKnown ? 'accepted' : 'not-checked', detail, words: null, at })
      }
      changed(accountId)
    },
  }
}
