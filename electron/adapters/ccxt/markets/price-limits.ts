// Between which prices an exchange takes a limit order at this moment, by its own numbers: those that its list of markets gives
// multiples of, or the limits themselves.

import { member, textOf } from '../../../../shared/venues/json.ts'
import { call, type Venue } from '../../../exchanges/common/library.ts'
import type { LimitSource } from '../../../exchanges/common/price-limits.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Clock } from '../../../ports/system.ts'
import type { ToldPriceLimits } from '../../../ports/venue.ts'
import { bodyOf } from '../raw-body.ts'
import type { CallRules, Transport } from '../transport.ts'

interface Source {
  exchange: Venue
  transport: Transport
  /** The exchange's clock, milliseconds since 1970. */
  venueNow: () => number
}

/** A ticket does without them, with a warning: it waits for them no longer. */
const DEADLINE_MS = 3_000

/** The limits of one market; `null` where the exchange has none, or does not tell them now. Never rejects. */
export async function readPriceLimits(
  { exchange, transport, venueNow }: Source,
  rules: CallRules,
  clock: Pick<Clock, 'monotonic'>,
  market: string,
): Promise<ToldPriceLimits | null> {
  const ask: LimitSource['ask'] = async (method, params) => {
    const before = clock.monotonic()
    const { result, outcomes } = await transport.watch({ ...rules, deadlineMs: DEADLINE_MS }, () =>
      call(exchange, method, params),
    )
    const value: unknown = result.ok ? result.value : undefined
    return { value, body: bodyOf(outcomes.at(-1)), tookMs: clock.monotonic() - before }
  }
  const listed = member(exchange.markets, market)
  const id = textOf(member(listed, 'id'))
  const read = adapterOf(exchange.id).priceLimits
  return id === null || read === null ? null : read({ exchange, venueNow, ask }, member(listed, 'info'), id)
}
