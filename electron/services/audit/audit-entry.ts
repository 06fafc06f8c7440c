// One entry of the audit log as bytes: its canonical form, its hash, and what may be part of it.

import { hash } from 'node:crypto'
import type { AuditDetail, AuditEntry } from '../../../shared/audit.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { AuditRow } from '../../ports/stores.ts'

const MAX_TEXT = 200
const MAX_FACTS = 16
const FACT_NAME = /^[a-z][A-Za-z0-9]{0,31}$/
/** What stands before the bytes of an entry, so that no other hashed thing can be taken for one. */
const ENTRY = Buffer.of(0)

/** The hash before the first entry. */
export const NO_HASH: Uint8Array = new Uint8Array(32)

/** Takes out what looks like a secret; whatever it leaves is written down for good. */
export type Redact = (detail: AuditDetail) => Record<string, unknown>

/**
 * The detail in its canonical form (RFC 8785): names sorted, no spaces. Texts are cut to 200 characters rather than
 * refused, since a venue's long answer must never keep an order's outcome from being written down.
 * @throws AppError `INTERNAL` for anything but short words, finite numbers, booleans and null
 */
export function canonicalDetail(detail: AuditDetail, redact: Redact): string {
  const names = Object.keys(detail).sort()
  if (names.length > MAX_FACTS || names.some((name) => !FACT_NAME.test(name) || !isFact(detail[name]))) throw unfit()
  const clean = redact(detail)
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, short(clean[name])])))
}

/** Whom an entry is about, cleaned and cut as the facts are. */
export function cleanSubject(subject: string | null, redact: Redact): string | null {
  return subject === null ? null : shortText(String(redact({ subject })['subject']))
}

const short = (value: unknown) => (typeof value === 'string' ? shortText(value) : value)

function shortText(text: string): string {
  const whole = text.toWellFormed()
  return whole.length > MAX_TEXT ? `${whole.slice(0, MAX_TEXT - 1).toWellFormed()}…` : whole
}

function isFact(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

function unfit(): AppError {
  return new AppError('INTERNAL', reason('ENTRY_UNFIT'))
}

/** The bytes that stand for an event. The stored text of the detail is taken as it is, so that no edit of it passes. */
function canonicalEvent(row: Pick<AuditRow, 'at' | 'kind' | 'event' | 'subject' | 'detail'>): string {
  const { at, kind, event, subject, detail } = row
  return `{"at":${JSON.stringify(at)},"detail":${detail},"event":${JSON.stringify(event)},"kind":${JSON.stringify(kind)},"subject":${JSON.stringify(subject)}}`
}

/**
 * SHA-256 of 0x00, the number as 8 bytes big-endian, the canonical event, and the hash of the entry before. In one call: a walk
 * that makes an object of the system's for each entry is stopped for 20 ms and more whenever a million of them are swept.
 */
export function entryHash(row: Omit<AuditRow, 'hash' | 'previous'>, previous: Uint8Array): Uint8Array {
  const seq = Buffer.alloc(8)
  seq.writeBigUInt64BE(BigInt(row.seq))
  return hash('sha256', Buffer.concat([ENTRY, seq, Buffer.from(canonicalEvent(row), 'utf8'), previous]), 'buffer')
}

/** The entry as it is shown. A detail that somebody spoilt is shown as empty: that it is not sound, the hash tells. */
export function toEntry({ seq, at, kind, event, subject, detail }: Omit<AuditRow, 'hash' | 'previous'>): AuditEntry {
  return { seq, at, kind: kind as AuditEntry['kind'], event, subject, detail: factsOf(detail) }
}

function factsOf(text: string): AuditDetail {
  try {
    const facts: unknown = JSON.parse(text)
    const isSound = typeof facts === 'object' && facts !== null && Object.values(facts).every(isFact)
    return isSound && !Array.isArray(facts) ? (facts as AuditDetail) : {}
  } catch {
    return {}
  }
}
