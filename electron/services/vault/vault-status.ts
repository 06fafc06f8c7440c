// What the page is told of the vault, put together from its header, its session and what the keychain said last.

import type { KeychainState, LockReason, VaultState, VaultStatus } from '../../../shared/vault.ts'
import type { HeaderFacts } from '../../ports/vault.ts'

export interface StatusParts {
  /** Whether any header is there, readable or not. */
  exists: boolean
  facts: HeaderFacts | null
  isOpen: boolean
  keychain: KeychainState | null
  recordsBehind: number
  lockedBy: LockReason | null
  retryAt: number | null
}

const NOTHING_IN_IT: readonly (KeychainState | null)[] = ['absent', 'mismatch']
const NO_ANSWER: readonly (KeychainState | null)[] = ['locked', 'unreachable']

/** Builds the status. Times are milliseconds since 1970 on the way in, ISO timestamps on the way out. */
export function vaultStatus(parts: StatusParts): VaultStatus {
  const { facts, keychain, recordsBehind, lockedBy, retryAt } = parts
  return {
    state: stateOf(parts),
    keychain,
    slots: {
      keychain: (facts?.keychainSlots ?? 0) > 0,
      passphrase: facts?.passphrase ?? false,
      recovery: (facts?.recoveryAt ?? null) !== null,
    },
    createdAt: iso(facts?.createdAt),
    wrappingKeyAt: iso(facts?.wrappingKeyAt),
    dataKeyAt: iso(facts?.epochs.at(-1)?.createdAt),
    recordsBehind,
    lockedBy,
    retryAt: iso(retryAt),
  }
}

// A vault without a slot in the keychain waits for its passphrase, whatever the keychain may say.
function stateOf({ exists, facts, isOpen, keychain }: StatusParts): VaultState {
  if (isOpen) return 'unlocked'
  if (!exists) return 'none'
  if ((facts?.keychainSlots ?? 0) === 0) return 'locked'
  if (NOTHING_IN_IT.includes(keychain)) return 'mismatch'
  return NO_ANSWER.includes(keychain) ? 'unreachable' : 'locked'
}

const iso = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())
