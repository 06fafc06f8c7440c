// Asks the venues about keys. No venue has a probe yet: theirs come with the order desk, which talks to them.

import type { KeyCheck } from '../../shared/accounts.ts'
import type { KeyProbe } from '../vault-ports.ts'

/** @param now timestamp of the check, ISO 8601 */
export function createProbes(now: () => string): KeyProbe {
  return {
    check: async (): Promise<KeyCheck> => ({
      state: 'not-checked',
      permissions: null,
      ipBound: null,
      expiresAt: null,
      detail: 'Prelist cannot ask this exchange about a key yet. Check its permissions on the exchange’s own page.',
      at: now(),
    }),
  }
}
