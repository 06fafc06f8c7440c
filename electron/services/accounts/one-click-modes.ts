// For which accounts one-click orders are on in this run, and how far each may go.

import type { OneClickMode } from '../../../shared/accounts.ts'
import type { Audit } from '../../ports/operations.ts'

export interface OneClickModes {
  modeOf(accountId: string): OneClickMode | null
  allow(accountId: string, mode: OneClickMode): void
  end(accountId: string): void
  /** Ends it for every account. */
  endAll(): void
}

/**
 * Builds the modes, all of them off. `changed` is told when one is turned on or off. `audit` must not throw: what could not be
 * written down must not keep a mode from ending, nor the orders under way from being called back.
 */
export function createOneClickModes(audit: Audit, changed: () => void): OneClickModes {
  // In memory on purpose: it must not outlive the run.
  const modes = new Map<string, OneClickMode>()
  const end = (accountId: string) => {
    if (!modes.delete(accountId)) return
    audit({ kind: 'rule', event: 'one-click-ended', subject: accountId })
    changed()
  }
  return {
    modeOf: (accountId) => modes.get(accountId) ?? null,
    allow: (accountId, mode) => {
      modes.set(accountId, mode)
      audit({ kind: 'rule', event: 'one-click-allowed', subject: accountId, detail: { ...mode } })
      changed()
    },
    end,
    endAll: () => {
      for (const accountId of [...modes.keys()]) end(accountId)
    },
  }
}
