// Overrides over SQLite: those of single orders as the journal keeps them, and those for a time, in one list with what came of them.

import type { Environment, OrderStatus, Side } from '../../../../shared/order.ts'
import { type Breach, overrideEnd, type RuleName, type RuleOverride } from '../../../../shared/portfolio.ts'
import type { OverrideStore, TimedOverride } from '../../../ports/overrides.ts'
import { textOf } from '../columns.ts'
import type { Database, Row } from '../database.ts'
import { soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

const MOST_ORDERS = 20

const ALL = `SELECT 'order:' || intent_id AS override_id, intent_id, NULL AS environment, NULL AS rule, NULL AS subject, reason, at,
    until, NULL AS ended_at FROM overrides
  UNION ALL SELECT override_id, NULL, environment, rule, subject, reason, at, until, ended_at FROM timed_overrides
  ORDER BY at DESC, override_id LIMIT ? OFFSET ?`

/** Builds the store. */
export function createOverrideStore(db: Database): OverrideStore {
  const timed = whileUnchanged(db, ['timed_overrides'], () =>
    soundRows(db, 'timed_overrides', db.all('SELECT * FROM timed_overrides WHERE ended_at IS NULL')).map(toTimed),
  )
  const ordersOf = (overrideId: string): RuleOverride['orders'] =>
    soundRows(
      db,
      'override_uses',
      db.all(
        `SELECT u.override_id, u.intent_id, u.breaches, o.market, o.side, o.status, o.filled
           FROM override_uses u JOIN orders o ON o.intent_id = u.intent_id
           WHERE u.override_id = ? ORDER BY u.at DESC LIMIT ${MOST_ORDERS}`,
        overrideId,
      ),
    ).map((row) => ({
      ...{ intentId: String(row['intent_id']), market: String(row['market']), side: row['side'] as Side },
      ...{ status: row['status'] as OrderStatus, filled: String(row['filled']) },
      breaches: JSON.parse(String(row['breaches'])) as Breach[],
    }))
  const environmentOf = (intentId: string): Environment | null => {
    const found =
      db.get('SELECT environment FROM orders WHERE intent_id = ?', intentId) ??
      db.get(
        `SELECT coalesce(a.environment, 'practice') AS environment FROM drafts d
           LEFT JOIN accounts a ON a.account_id = d.account_id WHERE d.intent_id = ?`,
        intentId,
      )
    return found === undefined ? null : (found['environment'] as Environment)
  }
  const toOverride = (row: Row, now: string): RuleOverride => {
    const overrideId = String(row['override_id'])
    const intentId = textOf(row['intent_id'])
    const [at, endedAt] = [String(row['at']), textOf(row['ended_at'])]
    const until = textOf(row['until']) ?? overrideEnd(at)
    const orders = ordersOf(overrideId)
    const isOver = endedAt !== null || now >= until || now < at
    const isUsed = orders.length > 0 && (intentId !== null || isOver)
    const state = isUsed ? 'used' : endedAt !== null ? 'ended' : isOver ? 'expired' : 'open'
    return {
      ...{ overrideId, intentId, at, until, endedAt, state, orders, reason: String(row['reason']) },
      environment: intentId === null ? (row['environment'] as Environment) : environmentOf(intentId),
      rule: textOf(row['rule']) as RuleName | null,
      subject: textOf(row['subject']),
    }
  }
  return {
    atomically: db.transaction,
    timed,
    saveTimed: ({ overrideId, environment, rule, subject, reason, at, until, endedAt }) =>
      db.run(
        `INSERT INTO timed_overrides (override_id, environment, rule, subject, reason, at, until, ended_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[overrideId, environment, rule, subject, reason, at, until, endedAt],
      ),
    end: (overrideId, at) => {
      const isOpen = timed().some((each) => each.overrideId === overrideId)
      if (isOpen) db.run('UPDATE timed_overrides SET ended_at = ? WHERE override_id = ?', at, overrideId)
      return isOpen
    },
    page: (before = 0, limit, now) => {
      const rows = db.all(ALL, limit + 1, before)
      return {
        items: rows.slice(0, limit).map((row) => toOverride(row, now)),
        next: rows.length > limit ? before + limit : null,
      }
    },
  }
}

const toTimed = (row: Row): TimedOverride => ({
  overrideId: String(row['override_id']),
  environment: row['environment'] as Environment,
  rule: row['rule'] as RuleName,
  subject: textOf(row['subject']),
  ...{ reason: String(row['reason']), at: String(row['at']), until: String(row['until']) },
  endedAt: textOf(row['ended_at']),
})
