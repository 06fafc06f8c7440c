// Tells the trader of anomalies: as an entry of the log, and as a notice in the app's header.

import type { AlertName } from '../../../shared/audit.ts'
import { describeReason, type ReasonCode, reason } from '../../../shared/reasons/reason.ts'
import type { AuditStore } from '../../ports/stores.ts'
import type { Notices } from '../common/notices.ts'
import { toEntry } from './audit-entry.ts'
import { type Anomaly, createAnomalyRules, type Observed } from './audit-rules.ts'
import type { Verification } from './audit-verify.ts'

/** Older entries that the rules recall at a start: enough for failed unlocks and the last moment of the clock. */
const RECALLED = 500

const NOTICES = {
  'many-secret-uses': 'ALERT_MANY_SECRET_USES',
  'secret-used-while-locked': 'ALERT_SECRET_USED_WHILE_LOCKED',
  'unlock-failed-often': 'ALERT_UNLOCK_FAILED_OFTEN',
  'unknown-sender': 'ALERT_UNKNOWN_SENDER',
  'input-refused-often': 'ALERT_INPUT_REFUSED_OFTEN',
  'clock-turned-back': 'ALERT_CLOCK_TURNED_BACK',
  'key-too-old': 'ALERT_KEY_TOO_OLD',
  'log-broken': 'ALERT_LOG_BROKEN',
  'log-cut': 'ALERT_LOG_CUT',
  'keychain-not-ours': 'ALERT_KEYCHAIN_NOT_OURS',
  'order-not-journaled': 'ALERT_ORDER_NOT_JOURNALED',
} as const satisfies Record<AlertName, ReasonCode>

/** What ends an alert's notice; every other one stays until the next start. */
const ENDED_BY: Readonly<Record<string, AlertName>> = {
  'vault-unlocked': 'unlock-failed-often',
  'rotation-finished': 'key-too-old',
  'account-removed': 'key-too-old',
}

export interface AuditAlerts {
  observe(entry: Observed): void
  /** The keychain remembers an end that the log does not have. */
  anchorLost(expected: number, found: number): void
  /** What a walk over the log has found. Told once a start, however often it is walked. */
  unsound(verification: Verification): void
}

/** Builds the alerts. `write` appends an anomaly to the log. */
export function createAuditAlerts(
  store: AuditStore,
  notices: Notices,
  isUnlocked: () => boolean,
  write: (anomaly: Anomaly) => void,
): AuditAlerts {
  const rules = createAnomalyRules({ isUnlocked, isJournaled: (intentId) => store.has(intentId, 'order-attempted') })
  for (const entry of store.find({ limit: RECALLED }).reverse()) rules.recall(toEntry(entry))
  const raise = (anomaly: Anomaly) => {
    write(anomaly)
    notices.raise(reason(NOTICES[anomaly.event]))
  }
  return {
    observe: (entry) => {
      const ended = ENDED_BY[entry.event]
      if (ended !== undefined) notices.clear(NOTICES[ended])
      for (const anomaly of rules.observe(entry)) raise(anomaly)
    },
    anchorLost: (expected, found) => raise({ event: 'log-cut', subject: null, detail: { expected, found } }),
    unsound: ({ alert, report }) => {
      if (alert === null || notices.list().some(({ code }) => code === NOTICES[alert])) return
      raise({
        event: alert,
        subject: null,
        detail: { entry: report.firstBroken, found: describeReason(report.detail) },
      })
    },
  }
}
