// What counts as an anomaly in the audit log: rules over its entries, without a clock, a database or a screen.

import type { AlertName, AuditDetail, AuditEntry } from '../../../shared/audit.ts'

/** Uses of one key in a minute: far above what one-click trading and its look-ups need. */
const MAX_USES = 120
const USES_WITHIN_MS = 60_000
const MAX_FAILED_UNLOCKS = 5
/** What a clock may go back by itself, when the system sets it. */
const CLOCK_SLACK_MS = 5_000
const MAX_KEY_DAYS = 85

export type Observed = Omit<AuditEntry, 'seq'>

export interface Anomaly {
  event: AlertName
  subject: string | null
  detail: AuditDetail
}

/** What the rules ask of the world at the moment of an entry. */
export interface Surroundings {
  isUnlocked(): boolean
  /** Whether an attempt at this order was written down. */
  isJournaled(intentId: string): boolean
}

export interface AnomalyRules {
  /** The anomalies that this entry makes visible; entries come in the order of the log. */
  observe(entry: Observed): Anomaly[]
  /** Takes an older entry into account without judging it. */
  recall(entry: Observed): void
}

/** Builds the rules with nothing observed yet. */
export function createAnomalyRules(world: Surroundings): AnomalyRules {
  const rules = [manySecretUses(), usesWhileLocked(world), failedUnlocks(), clockTurnedBack(), notJournaled(world)]
  return {
    observe: (entry) => [...rules, ofItself].flatMap((rule) => rule(entry)),
    recall: (entry) => {
      for (const rule of rules) rule(entry)
    },
  }
}

type Rule = (entry: Observed) => Anomaly[]

const isUse = ({ kind, event }: Observed) => kind === 'secret' && event === 'key-used'

function manySecretUses(): Rule {
  const bySubject = new Map<string | null, number[]>()
  return (entry) => {
    if (!isUse(entry)) return []
    const now = Date.parse(entry.at)
    const recent = (bySubject.get(entry.subject) ?? []).filter((at) => Math.abs(now - at) < USES_WITHIN_MS)
    recent.push(now)
    // Told once for a minute's uses, and counted anew from there.
    const isMany = recent.length > MAX_USES
    bySubject.set(entry.subject, isMany ? [] : recent)
    return isMany ? [{ event: 'many-secret-uses', subject: entry.subject, detail: { uses: recent.length } }] : []
  }
}

function usesWhileLocked({ isUnlocked }: Surroundings): Rule {
  return (entry) => {
    if (!isUse(entry) || isUnlocked()) return []
    return [{ event: 'secret-used-while-locked', subject: entry.subject, detail: {} }]
  }
}

function failedUnlocks(): Rule {
  let failed = 0
  return ({ event }) => {
    if (event === 'vault-unlocked') failed = 0
    if (event !== 'unlock-failed') return []
    failed += 1
    return failed % MAX_FAILED_UNLOCKS === 0
      ? [{ event: 'unlock-failed-often', subject: null, detail: { failed } }]
      : []
  }
}

function clockTurnedBack(): Rule {
  let last = Number.NEGATIVE_INFINITY
  return ({ at }) => {
    const now = Date.parse(at)
    const backMs = last - now
    last = now
    return backMs > CLOCK_SLACK_MS
      ? [{ event: 'clock-turned-back', subject: null, detail: { seconds: Math.round(backMs / 1000) } }]
      : []
  }
}

function notJournaled({ isJournaled }: Surroundings): Rule {
  return (entry) => {
    const intentId = entry.detail['order']
    if (!isUse(entry) || entry.detail['purpose'] !== 'order') return []
    if (typeof intentId === 'string' && isJournaled(intentId)) return []
    return [{ event: 'order-not-journaled', subject: entry.subject, detail: { order: intentId ?? null } }]
  }
}

/** Entries that are an anomaly by themselves. */
function ofItself({ event, subject, detail }: Observed): Anomaly[] {
  switch (event) {
    case 'sender-refused':
      return [{ event: 'unknown-sender', subject: null, detail: {} }]
    case 'input-refused':
      return [{ event: 'input-refused-often', subject: null, detail: { refused: detail['refused'] ?? null } }]
    case 'keychain-mismatch':
      return [{ event: 'keychain-not-ours', subject: null, detail: { found: 'mismatch' } }]
    case 'keychain-changed':
      // A locked or stopped keychain is everyday life; one that works and has lost the key was replaced.
      return detail['state'] === 'absent'
        ? [{ event: 'keychain-not-ours', subject: null, detail: { found: 'absent' } }]
        : []
    case 'key-age-reached': {
      const days = detail['days']
      return typeof days === 'number' && days >= MAX_KEY_DAYS
        ? [{ event: 'key-too-old', subject, detail: { days } }]
        : []
    }
    default:
      return []
  }
}
