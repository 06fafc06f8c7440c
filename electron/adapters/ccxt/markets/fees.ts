// What an account pays for its trades, by the exchange's own word. A tier, a discount or a tax belongs to the account, so the
// rates that everybody can read are no more than a guess.

import { member, textOf } from '../../../../shared/venues/json.ts'
import type { FeeSource, Fees, FeesBySymbol } from '../../../exchanges/common/fees.ts'
import { call, type Venue } from '../../../exchanges/common/library.ts'
import { signedOf } from '../../../exchanges/common/numbers.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Clock } from '../../../ports/system.ts'
import type { CallRules, Transport } from '../transport.ts'

/** Tiers are reckoned once a day. */
const FEES_FOR_MS = 3_600_000
/** A key that may not ask is not asked about it with every look. */
const RETRY_MS = 60_000
interface Known {
  /** Which markets were asked about. */
  asked: string
  at: number
  fees: FeesBySymbol
  /** Whether every question was answered. */
  isWhole: boolean
}

const known = new WeakMap<Venue, Known>()

/** The rates of the account for these markets; those of which nothing is told are left out. Never rejects. */
export async function readFees(
  exchange: Venue,
  transport: Transport,
  rules: CallRules,
  clock: Pick<Clock, 'monotonic'>,
  symbols: readonly string[],
): Promise<FeesBySymbol> {
  const asked = JSON.stringify(symbols)
  const [before, now] = [known.get(exchange), clock.monotonic()]
  const lasts = before?.isWhole === true && before.fees.size > 0 ? FEES_FOR_MS : RETRY_MS
  if (before !== undefined && before.asked === asked && now - before.at < lasts) return before.fees
  let isWhole = true
  const source: FeeSource = {
    exchange,
    ask: async (method, params) => {
      const { result } = await transport.watch(rules, () => call(exchange, method, params))
      isWhole &&= result.ok
      return result.ok ? result.value : null
    },
    number: (value) => signedOf(exchange, value),
    idOf: (symbol) => textOf(member(exchange.markets, symbol, 'id')) ?? '',
  }
  const read = adapterOf(exchange.id).fees
  const told = symbols.length === 0 || read === null ? new Map<string, Fees>() : await read(source, symbols)
  // One that is silent for once, or for one market, still charges what it charged.
  const fees = isWhole && told.size > 0 ? told : new Map([...(before?.fees ?? []), ...told])
  known.set(exchange, { asked, at: now, fees, isWhole })
  return fees
}
