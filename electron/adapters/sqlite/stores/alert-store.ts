// The trader's alerts, the prices of their spans, and what he was told.

import type { AlertCondition, Notification, NotificationKind } from '../../../../shared/alerts.ts'
import type { Reason } from '../../../../shared/reasons/reason.ts'
import type { AlertStore, KeptAlert } from '../../../ports/listings.ts'
import { textOf } from '../columns.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** No more than these are kept, so that a profile does not grow for ever. */
const MAX_NOTIFICATIONS = 5_000

/** Builds the store; each write is one durable statement, or part of the caller's transaction. */
export function createAlertStore(db: Database): AlertStore {
  const one = (sql: string, ...values: (string | number | null)[]): Notification | null => {
    const row = soundRow(db, 'notifications', db.get(sql, ...values))
    return row === undefined ? null : toNotification(row)
  }
  return {
    alerts: whileUnchanged(db, ['alerts'], () =>
      soundRows(db, 'alerts', db.all('SELECT * FROM alerts ORDER BY created_at, rowid')).map(toAlert),
    ),
    saveAlert: ({ alertId, isOn, repeat, sound, note, createdAt, toldAt, checked, isArmed, ...condition }) =>
      db.run(
        `INSERT OR REPLACE INTO alerts (alert_id, condition, is_on, repeats, sound, note, created_at, told_at, checked, armed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[alertId, JSON.stringify(condition), Number(isOn), Number(repeat), Number(sound), note, createdAt, toldAt],
        ...[checked === null ? null : JSON.stringify(checked), Number(isArmed)],
      ),
    removeAlert: (alertId) =>
      db.transaction(() => {
        db.run('DELETE FROM alert_samples WHERE alert_id = ?', alertId)
        db.run('DELETE FROM alerts WHERE alert_id = ?', alertId)
      }),
    samples: (alertId) =>
      soundRows(db, 'alert_samples', db.all('SELECT * FROM alert_samples WHERE alert_id = ? ORDER BY at', alertId)).map(
        (row) => ({ at: Number(row['at']), price: String(row['price']) }),
      ),
    addSample: (alertId, at, price, since) =>
      db.transaction(() => {
        db.run('DELETE FROM alert_samples WHERE alert_id = ? AND (at < ? OR at > ?)', alertId, since, at)
        db.run('INSERT OR REPLACE INTO alert_samples (alert_id, at, price) VALUES (?, ?, ?)', alertId, at, price)
      }),
    clearSamples: (alertId) => db.run('DELETE FROM alert_samples WHERE alert_id = ?', alertId),
    addNotification: ({ key, kind, at, reason, coinId, venue, market, alertId, sound }) => {
      const added = one(
        `INSERT INTO notifications (key, kind, at, reason, coin_id, venue, market, alert_id, sound, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'new') ON CONFLICT (key) DO NOTHING RETURNING *`,
        ...[key, kind, at, JSON.stringify(reason), coinId, venue, market, alertId, Number(sound)],
      )
      if (added !== null) {
        const last = added.notificationId - MAX_NOTIFICATIONS
        db.run('DELETE FROM notifications WHERE notification_id <= ?', last)
      }
      return added
    },
    findNotification: (id) => one('SELECT * FROM notifications WHERE notification_id = ?', id),
    saveNotification: ({ notificationId, state, snoozedUntil, shownAt }) =>
      db.run(
        'UPDATE notifications SET state = ?, snoozed_until = ?, shown_at = ? WHERE notification_id = ?',
        ...[state, snoozedUntil, shownAt, notificationId],
      ),
    notifications: ({ before, limit }) => {
      const at = before ?? Number.MAX_SAFE_INTEGER
      const sql = 'SELECT * FROM notifications WHERE notification_id < ? ORDER BY notification_id DESC LIMIT ?'
      const found = db.all(sql, at, limit + 1)
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const next = found.length > limit && last !== undefined ? Number(last['notification_id']) : null
      return { items: soundRows(db, 'notifications', page).map(toNotification), next }
    },
    due: (now) =>
      soundRows(
        db,
        'notifications',
        db.all(
          `SELECT * FROM notifications WHERE (state = 'new' AND shown_at IS NULL)
           OR (state = 'snoozed' AND snoozed_until <= ?) ORDER BY notification_id`,
          now,
        ),
      ).map((row) => ({ key: String(row['key']), notification: toNotification(row) })),
    isAnyWaiting: () =>
      db.get("SELECT 1 FROM notifications WHERE state = 'snoozed' OR (state = 'new' AND shown_at IS NULL) LIMIT 1") !==
      undefined,
    atomically: db.transaction,
  }
}

function toAlert(row: Row): KeptAlert {
  const checked = textOf(row['checked'])
  return {
    ...(JSON.parse(String(row['condition'])) as AlertCondition),
    alertId: String(row['alert_id']),
    isOn: row['is_on'] === 1,
    repeat: row['repeats'] === 1,
    sound: row['sound'] === 1,
    note: String(row['note']),
    createdAt: String(row['created_at']),
    toldAt: textOf(row['told_at']),
    checked: checked === null ? null : (JSON.parse(checked) as KeptAlert['checked']),
    isArmed: row['armed'] === 1,
  }
}

const toNotification = (row: Row): Notification => ({
  notificationId: Number(row['notification_id']),
  kind: row['kind'] as NotificationKind,
  at: String(row['at']),
  reason: JSON.parse(String(row['reason'])) as Reason,
  coinId: textOf(row['coin_id']),
  venue: textOf(row['venue']),
  market: textOf(row['market']),
  alertId: textOf(row['alert_id']),
  state: row['state'] as Notification['state'],
  snoozedUntil: textOf(row['snoozed_until']),
  shownAt: textOf(row['shown_at']),
  sound: row['sound'] === 1,
})
