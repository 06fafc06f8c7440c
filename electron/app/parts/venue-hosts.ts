// Which addresses a venue may have. Plain http reaches this machine only; anything else must be https.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { isPublicVenue } from '../../../shared/sources/source-facts.ts'
import { SOURCE_IDS, type SourceId } from '../../../shared/sources/sources.ts'

interface Hosts {
  dataHosts?: Record<string, string>
  venueHosts?: Record<string, string>
}

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

/**
 * Where each source of market data is asked: at its own entry, an exchange else at its entry for orders; `null` for its own.
 * @throws AppError `BAD_INPUT` for an address that is not allowed
 */
export function dataHosts({ dataHosts: own, venueHosts }: Hosts): (source: SourceId) => string | null {
  const hosts = new Map(
    SOURCE_IDS.map((source) => [
      source,
      checkedHost(own?.[source] ?? (isPublicVenue(source) ? venueHosts?.[source] : undefined)),
    ]),
  )
  return (source) => hosts.get(source) ?? null
}
