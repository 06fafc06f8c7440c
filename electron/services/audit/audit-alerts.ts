// Tells the trader of anomalies: as an entry of the log, and as a notice in the app's header.

import type { AlertName } from '../../../shared/audit.ts'
import type { AuditStore } from '../../ports/stores.ts'
import type { Notices } from '../common/notices.ts'
import { toEntry } from './audit-entry.ts'
import { type Anomaly, createAnomalyRules, type Observed } from './audit-rules.ts'
import type { Verification } from './audit-verify.ts'

/** Older entries that the rules recall at a start: enough for failed unlocks and the last moment of the clock. */
const RECALLED = 500

const TOLD: Readonly<Record<AlertName, string>> = {
  'many-secret-uses': 'A key was used unusually often. The Activity screen shows for what.',
  'secret-used-while-locked':
    'A key was used while the vault was locked. Lock the vault and look at the Activity screen.',
  'unlock-failed-often': 'Unlocking the vault failed five times. If that was not you, somebody else is trying.',
  'unknown-sender': 'Something that is not the page of Prelist tried to call it, and was refused.',
  'input-refused-often': 'Prelist refused many malformed calls in a short time.',
  'clock-turned-back': 'The clock of this machine was turned back. Times in the log before and after may not compare.',
  'key-too-old': 'A key is older than 85 days. Replace it on the Accounts screen.',
  'log-broken': 'The audit log was changed from outside. The Activity screen shows where.',
  'log-cut': 'The end of the audit log is missing, or an older profile was put in place of this one.',
  'keychain-not-ours': 'The keychain holds another key than the one that this vault was made with.',
  'order-not-journaled':
    'A key was used for an order that the journal does not hold. Halt sending and check at the exchange.',
}

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
    notices.raise(codeOf(anomaly.event), TOLD[anomaly.event])
  }
  return {
    observe: (entry) => {
      const ended = ENDED_BY[entry.event]
      if (ended !== undefined) notices.clear(codeOf(ended))
      for (const anomaly of rules.observe(entry)) raise(anomaly)
    },
    anchorLost: (expected, found) => raise({ event: 'log-cut', subject: null, detail: { expected, found } }),
    unsound: ({ alert, report }) => {
      if (alert === null || notices.list().some(({ code }) => code === codeOf(alert))) return
      raise({ event: alert, subject: null, detail: { entry: report.firstBroken, found: report.detail } })
    },
  }
}

const codeOf = (alert: AlertName) => `ALERT_${alert.toUpperCase().replaceAll('-', '_')}`
