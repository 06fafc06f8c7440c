// What the trader is told of things that are no operation's answer: an exchange that does not start, a gateway with another
// key, a profile that is damaged.

import type { AppStatus } from '../../../shared/app.ts'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { TrustEvent } from '../../adapters/gateway/gateway-trust.ts'
import type { Audit } from '../../ports/operations.ts'
import type { BadRow } from '../../ports/stores.ts'
import type { Notices } from '../../services/common/notices.ts'

const PRACTICE_NOT_STARTED = 'PRACTICE_NOT_STARTED'
const GATEWAY_KEY_CHANGED = 'GATEWAY_KEY_CHANGED'

/** Without the reason the header would only say that the exchange does not answer, and a new try would not help. */
export function tellPractice(notices: Notices, failure: string | null): void {
  if (failure === null) notices.clear(PRACTICE_NOT_STARTED)
  else notices.raise(reason(PRACTICE_NOT_STARTED, { why: failure }))
}

/** Notes what a gateway's identity turned out to be. */
export function tellTrust(event: TrustEvent, note: Audit, notices: Notices): void {
  const detail = { how: event.kind, fingerprint: event.fingerprint, serial: event.serial }
  if (event.kind === 'refused') {
    note({ kind: 'refusal', event: 'gateway-key-refused', subject: 'practice', detail })
    notices.raise(reason(GATEWAY_KEY_CHANGED, { why: event.why }))
  } else {
    note({ kind: 'key', event: 'gateway-key-accepted', subject: 'practice', detail })
    notices.clear(GATEWAY_KEY_CHANGED)
  }
}

/** Rows that could not be what Prelist wrote. They are left alone in the file, and count for nothing. */
export function badRowsNotice(rows: readonly BadRow[]): AppStatus['notices'] {
  const [first] = rows
  if (first === undefined) return []
  const { table, row, column } = first
  return [reason('ROW_NOT_READABLE', { table, row, column, others: rows.length - 1 })]
}

/** Why no order is taken: what is left is kept for cancels. */
export const diskFull = (): AppError => new AppError('STORAGE_FAILED', reason('DISK_FULL'))

/** What stands on every screen meanwhile. */
export function fullDiskNotice(isFull: boolean): AppStatus['notices'] {
  return isFull ? [reason('DISK_FULL')] : []
}

/** A profile that can be read in part only. */
export function damageNotice(damage: AppError | null): AppStatus['notices'] {
  return damage === null ? [] : [reason('PROFILE_DAMAGED', { why: damage.reason })]
}
