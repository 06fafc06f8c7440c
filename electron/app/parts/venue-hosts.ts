// Which addresses a venue may have. Plain http reaches this machine only; anything else must be https.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

/** The address as given, or null when none was given. @throws AppError `BAD_INPUT` for an address that is not allowed */
export function checkedHost(address: string | undefined): string | null {
  if (address === undefined) return null
  const url = URL.parse(address)
  const allowed =
    url !== null &&
    url.username === '' &&
    url.password === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1'))
  if (!allowed) throw new AppError('BAD_INPUT', reason('HOST_NOT_ENCRYPTED'))
  return url.origin
}
