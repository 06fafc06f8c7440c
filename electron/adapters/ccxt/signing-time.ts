// The time and the numbers that requests are signed with.

import type { VenueRecord } from '../../../shared/venues/record.ts'
import type { Venue } from '../../exchanges/common/library.ts'

/** The numbers of one session, where they rise. */
export interface Numbers {
  last(): number
  /** Nothing up to `floor` is used any more. */
  raise(floor: number): void
}

/**
 * Has each request carry the time that `now` tells, milliseconds since 1970. Where numbers must rise two calls can fall into
 * one millisecond. Elsewhere the same number is the time of the request: after a jump of this machine's clock it must be able
 * to go back.
 */
export function signAt(exchange: Venue, record: Pick<VenueRecord, 'strictNonce'>, now: () => number): Numbers {
  const time = () => Math.round(now())
  let last = 0
  const above = () => {
    last = Math.max(last + 1, time())
    return last
  }
  exchange.milliseconds = time
  exchange.seconds = () => Math.floor(now() / 1_000)
  exchange.nonce = record.strictNonce ? above : time
  return {
    last: () => last,
    raise: (floor) => {
      last = Math.max(last, floor)
    },
  }
}
