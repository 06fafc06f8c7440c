// The sources of market data: which are on, with which key, how often each was asked, and its last good values.

import type { KeyReference, KeySource } from '../../../../shared/accounts.ts'
import type { Reason } from '../../../../shared/reasons/reason.ts'
import type { SourceId, SourcePlan } from '../../../../shared/sources/sources.ts'
import type { SourceRow, SourceStore, SourceValue } from '../../../ports/sources.ts'
import type { Database, Row } from '../database.ts'
import { soundRow, soundRows } from '../row-check.ts'
import { whileUnchanged } from '../table-changes.ts'

/** Builds the store; each write is one durable statement, or part of the caller's transaction. */
export function createSourceStore(db: Database): SourceStore {
  const rows = whileUnchanged(
    db,
    ['data_sources'],
    () =>
      new Map(
        soundRows(db, 'data_sources', db.all('SELECT * FROM data_sources')).map((row) => [
          String(row.source),
          toRow(row),
        ]),
      ),
  )
  return {
    transaction: db.transaction,
    row: (source) => rows().get(source) ?? neverSaved(source),
    save: (row) =>
      db.run(
        `INSERT OR REPLACE INTO data_sources (source, enabled, plan, per_minute, per_month, key_source, key_end, record_id,
           reference, last_asked_at, last_answer_at, last_error, rests_until)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[row.source, Number(row.enabled), row.plan, row.perMinute, row.perMonth],
        ...[row.key?.source ?? null, row.key?.keyEnd ?? null, row.key?.recordId ?? null],
        ...[asJson(row.key?.reference), row.lastAskedAt, row.lastAnswerAt, asJson(row.lastError), row.restsUntil],
      ),
    usedSince: (source, since) =>
      soundRows(
        db,
        'source_usage',
        db.all('SELECT * FROM source_usage WHERE source = ? AND day >= ? ORDER BY day', source, since),
      ).map((row) => ({ day: String(row.day), used: Number(row.used) })),
    countRequest: (source, day, keepFrom) => {
      db.run(
        `INSERT INTO source_usage (source, day, used) VALUES (?, ?, 1)
         ON CONFLICT (source, day) DO UPDATE SET used = used + 1`,
        source,
        day,
      )
      db.run('DELETE FROM source_usage WHERE source = ? AND day < ?', source, keepFrom)
    },
    values: (kind) =>
      soundRows(db, 'source_values', db.all('SELECT * FROM source_values WHERE kind = ?', kind)).map(toValue),
    valuesOn: (kind, subject) =>
      soundRows(
        db,
        'source_values',
        db.all('SELECT * FROM source_values WHERE kind = ? AND subject = ?', kind, subject),
      ).map(toValue),
    value: (kind, source, subject) => {
      const found = db.get(
        'SELECT * FROM source_values WHERE kind = ? AND source = ? AND subject = ?',
        ...[kind, source, subject],
      )
      const row = soundRow(db, 'source_values', found)
      return row === undefined ? null : toValue(row)
    },
    saveValues: (values) =>
      db.transaction(() => {
        for (const { source, kind, subject, at, receivedAt, value } of values) {
          db.run(
            `INSERT OR REPLACE INTO source_values (source, kind, subject, at, received_at, value) VALUES (?, ?, ?, ?, ?, ?)`,
            ...[source, kind, subject, at, receivedAt, JSON.stringify(value)],
          )
        }
      }),
    forgetValues: (kind, before) =>
      db.run('DELETE FROM source_values WHERE kind = ? AND received_at < ?', kind, before),
    remoteIds: (source) =>
      new Map(
        soundRows(db, 'source_coins', db.all('SELECT * FROM source_coins WHERE source = ?', source)).map((row) => [
          String(row.coin_id),
          String(row.remote_id),
        ]),
      ),
    saveRemoteId: (source, coinId, remoteId, basis, at) =>
      db.run(
        'INSERT OR REPLACE INTO source_coins (source, coin_id, remote_id, basis, at) VALUES (?, ?, ?, ?, ?)',
        ...[source, coinId, remoteId, basis, at],
      ),
    dropRemoteId: (source, coinId) =>
      db.transaction(() => {
        db.run('DELETE FROM source_coins WHERE source = ? AND coin_id = ?', source, coinId)
        db.run('DELETE FROM source_values WHERE source = ? AND subject = ?', source, coinId)
      }),
  }
}

const neverSaved = (source: SourceId): SourceRow => ({
  ...{ source, enabled: false, plan: null, perMinute: null, perMonth: null, key: null },
  ...{ lastAskedAt: null, lastAnswerAt: null, lastError: null, restsUntil: null },
})

const asJson = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))
const textOr = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
const numberOr = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const parsed = <T>(value: unknown): T | null => (value === null ? null : (JSON.parse(String(value)) as T))

function toRow(row: Row): SourceRow {
  const keySource = textOr(row.key_source) as KeySource | null
  return {
    source: String(row.source) as SourceId,
    enabled: row.enabled === 1,
    plan: textOr(row.plan) as SourcePlan | null,
    perMinute: numberOr(row.per_minute),
    perMonth: numberOr(row.per_month),
    key:
      keySource === null
        ? null
        : {
            source: keySource,
            keyEnd: textOr(row.key_end),
            recordId: textOr(row.record_id),
            reference: parsed<KeyReference>(row.reference),
          },
    lastAskedAt: textOr(row.last_asked_at),
    lastAnswerAt: textOr(row.last_answer_at),
    lastError: parsed<Reason>(row.last_error),
    restsUntil: textOr(row.rests_until),
  }
}

function toValue(row: Row): SourceValue {
  return {
    source: String(row.source) as SourceId,
    kind: String(row.kind),
    subject: String(row.subject),
    at: textOr(row.at),
    receivedAt: String(row.received_at),
    value: JSON.parse(String(row.value)),
  }
}
