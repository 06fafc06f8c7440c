// What the trader enters by hand and limits are reckoned from: holdings and rules. A stricter rule also counts for an order
// that is on its way.

import type { Services } from '../ipc/handlers/handlers.ts'
import type { TraderStore } from '../ports/stores.ts'
import type { AuditLog } from '../services/audit/audit-log.ts'
import type { PreTrade } from '../services/orders/checks/pre-trade.ts'
import { ruleFacts } from '../services/portfolio/risk.ts'

/** The operations' way to them. `now` is an ISO timestamp. */
export function ownEntries(
  store: TraderStore,
  audit: Pick<AuditLog, 'append'>,
  preTrade: Pick<PreTrade, 'recheck'>,
  now: () => string,
): Pick<Services, 'holdings' | 'saveRules'> {
  return {
    holdings: {
      save: (row) => store.saveHolding(row, now()),
      remove: ({ environment, coinId }) => store.removeHolding(environment, coinId),
    },
    saveRules: async (rules) => {
      store.atomically(() => {
        store.saveRules(rules)
        audit.append({ kind: 'rule', event: 'rules-saved', detail: ruleFacts(rules) })
      })
      await preTrade.recheck()
      return rules
    },
  }
}
