// What the trader is told of things that are no operation's answer: an exchange that does not start, a gateway with another
// key, a profile that is damaged.

import type { AppStatus } from '../../../shared/app.ts'
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
  else
    notices.raise(
      PRACTICE_NOT_STARTED,
      `The practice exchange cannot start: ${failure}. Nothing of it was changed, and the rest of Prelist works.`,
    )
}

/** Notes what a gateway's identity turned out to be. */
export function tellTrust(event: TrustEvent, note: Audit, notices: Notices): void {
  const detail = { how: event.kind, fingerprint: event.fingerprint, serial: event.serial }
  if (event.kind === 'refused') {
    note({ kind: 'refusal', event: 'gateway-key-refused', subject: 'practice', detail })
    notices.raise(GATEWAY_KEY_CHANGED, event.message)
  } else {
    note({ kind: 'key', event: 'gateway-key-accepted', subject: 'practice', detail })
    notices.clear(GATEWAY_KEY_CHANGED)
  }
}

/** Rows that could not be what Prelist wrote. They are left alone in the file, and count for nothing. */
export function badRowsNotice(rows: readonly BadRow[]): AppStatus['notices'] {
  const [first] = rows
  if (first === undefined) return []
  const what = `table "${first.table}", row "${first.row}", field "${first.column}"`
  const others = rows.length === 1 ? '' : ` and ${rows.length - 1} more`
  const message = `A part of your profile can't be read and is left out: ${what}${others}. Restore a backup to get it back.`
  return [{ code: 'ROW_NOT_READABLE', message }]
}

const NO_ROOM =
  'The disk is full: no new orders are placed. Orders can be canceled and everything can be read. Free some space.'

/** Why no order is taken: what is left is kept for cancels. */
export const diskFull = (): AppError => new AppError('STORAGE_FAILED', NO_ROOM)

/** What stands on every screen meanwhile. */
export function fullDiskNotice(isFull: boolean): AppStatus['notices'] {
  if (!isFull) return []
  return [{ code: 'DISK_FULL', message: NO_ROOM }]
}

/** The newest part of the profile is gone, or is that of another one. */
export const LOST_CHANGES = {
  code: 'CHANGES_LOST',
  message:
    'Prelist was cut off last time, and its latest changes are missing from this profile. Orders placed last may not be listed, so new orders are paused. Check your open orders on each exchange, then resume.',
} as const

/** A profile that can be read in part only. */
export function damageNotice(damage: AppError | null): AppStatus['notices'] {
  return damage === null ? [] : [{ code: damage.code, message: damage.message }]
}
