// The list of a venue's markets: when it is read again. A market that opens, halts or is taken off is known within a minute,
// around a time that the venue tells within seconds, and at once when the venue refuses something or knows a market no more.

import { type Reason, reason } from '../../../../shared/reasons/reason.ts'
import { member } from '../../../../shared/venues/json.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import type { Staged } from '../../../exchanges/common/stages.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Clock } from '../../../ports/system.ts'
import { watchRows } from '../sound-rows.ts'
import type { CallRules, Transport } from '../transport.ts'
import { stageOf } from './listing-stage.ts'

/** One request for all markets costs at most 20 of Binance's 6,000 a minute. */
const EVERY_MS = 60_000
/** Around an opening or an end that is told. */
const NEAR_MS = 120_000
const NEAR_EVERY_MS = 5_000
/** After a refusal, and after a list that did not come; not more often than the prices are asked for. */
const DOUBT_EVERY_MS = 2_000
/** A list that cannot be had is worth this much longer: prices and orders do not wait for it. */
const GOOD_FOR_MS = 600_000
/** A market that the venue does not know is not asked about for so long. */
const DEAD_FOR_MS = EVERY_MS

export interface MarketList {
  /** Makes sure that some list is there: for an order, which must not wait for a newer one. Says why not. */
  loaded(): Promise<Reason | null>
  /** Reads the list where it is due. Says why there is none that could be used. */
  current(): Promise<Reason | null>
  /** Whether the venue lists the market now, by a list that is read for it; `null` where it does not tell. */
  listsNow(market: string): Promise<boolean | null>
  /** Something was refused, or not found: the next look reads the list. */
  doubt(): void
  /** The venue has just not known these. */
  dead(markets: readonly string[]): void
  /** Those that are listed, and were not unknown to the venue a moment ago. */
  living(markets: readonly string[]): string[]
}

interface Parts {
  exchange: Venue
  transport: Transport
  clock: Clock
  /** The venue's clock, milliseconds since 1970. */
  venueNow: () => number
}

/** Builds the list of one session, with nothing read yet. */
export function createMarketList({ exchange, transport, clock, venueNow }: Parts): MarketList {
  let readAt: number | null = null
  /** When the list that is known was asked for: what it says is as old as that. */
  let askedFor: number | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  /** Doubts so far, and how many of them the list that is known has answered. */
  const doubts = { raised: 0, answered: 0 }
  let reading: Promise<void> | null = null
  const deadSince = new Map<string, number>()

  const read = async () => {
    triedAt = clock.monotonic()
    const [asked, raised] = [triedAt, doubts.raised]
    const rules: CallRules = { deadlineMs: 10_000 }
    const { result } = await watchRows(transport, exchange, rules, () => exchange.loadMarkets(true))
    if (!result.ok) return
    dropTwins(exchange)
    await readUnlaunched(exchange, transport, rules)
    askForAll(exchange, venueNow())
    readAt = clock.monotonic()
    askedFor = asked
    // One that came while it was read is about something newer.
    doubts.answered = raised
  }
  const shared = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = null
    })
    return reading
  }
  const isDue = (): boolean => {
    const now = clock.monotonic()
    if (readAt === null) return true
    if (now - triedAt < DOUBT_EVERY_MS) return false
    // A list that did not come is asked for as soon as one that is in doubt.
    if (doubts.raised > doubts.answered || triedAt > readAt) return true
    return now - readAt >= (isNear(exchange, venueNow()) ? NEAR_EVERY_MS : EVERY_MS)
  }
  const missing = () => (readAt === null || clock.monotonic() - readAt > GOOD_FOR_MS ? reason('MARKETS_UNTOLD') : null)

  return {
    loaded: async () => {
      if (readAt === null) await shared()
      return readAt === null ? missing() : null
    },
    current: async () => {
      // The one that is on its way was due as well.
      if (reading !== null || isDue()) await shared()
      return missing()
    },
    listsNow: async (market) => {
      doubts.raised += 1
      const now = clock.monotonic()
      // One that is on its way may be new enough, and keeps another from being asked for.
      if (reading !== null || isDue()) await shared()
      const isNew = askedFor !== null && askedFor >= now
      return isNew ? exchange.markets?.[market] !== undefined : null
    },
    doubt: () => {
      doubts.raised += 1
    },
    dead: (markets) => {
      for (const market of markets) deadSince.set(market, clock.monotonic())
    },
    living: (markets) =>
      markets.filter((market) => {
        const since = deadSince.get(market)
        const isDead = since !== undefined && clock.monotonic() - since < DEAD_FOR_MS
        return !isDead && exchange.markets?.[market] !== undefined
      }),
  }
}

const stagesOf = (exchange: Venue, now: number): [object, Staged][] =>
  Object.values(exchange.markets ?? {}).flatMap((market): [object, Staged][] =>
    market?.spot === true ? [[market, stageOf(exchange.id, market, now)]] : [],
  )

/** Whether a market opens or ends about now. What has opened long ago tells no opening any more. */
function isNear(exchange: Venue, now: number): boolean {
  const isAbout = (at: string | null) => at !== null && Math.abs(Date.parse(at) - now) < NEAR_MS
  return stagesOf(exchange, now).some(
    ([, { stage, opensAt, closesAt }]) =>
      (stage !== 'trading' && isAbout(opensAt)) || (stage !== 'delisted' && isAbout(closesAt)),
  )
}

/** A market that is listed twice counts once: of two with one id the library can read no price, nor those of all others. */
function dropTwins(exchange: Venue): void {
  const byId: Record<string, unknown> = exchange.markets_by_id ?? {}
  for (const [id, listed] of Object.entries(byId)) {
    if (!Array.isArray(listed)) continue
    const [first, ...twins]: unknown[] = listed.filter((market) => member(market, 'spot') === true)
    if (first !== undefined && twins.length > 0) byId[id] = listed.filter((market) => !twins.includes(market))
  }
}

/** Markets that are told only to who asks for them. One that does not answer costs only these. */
async function readUnlaunched(exchange: Venue, transport: Transport, rules: CallRules): Promise<void> {
  const { unlaunchedMarkets } = adapterOf(exchange.id)
  if (unlaunchedMarkets === null) return
  const { result } = await watchRows(transport, exchange, rules, () => unlaunchedMarkets(exchange))
  if (!result.ok) return
  const known = Object.values(exchange.markets ?? {})
  const listed = new Set(known.map((market) => market?.symbol))
  exchange.setMarkets([...known, ...result.value.filter((market) => !listed.has(market.symbol))])
}

const WITHOUT_PRICE: readonly Staged['stage'][] = ['announced', 'pre-launch', 'delisted', 'unknown']

/** ccxt asks for no price of a market that it takes for inactive; at some exchanges a restricted one has a price all the same. */
function askForAll(exchange: Venue, now: number): void {
  if (!adapterOf(exchange.id).pricesInactive) return
  for (const [market, { stage }] of stagesOf(exchange, now)) {
    Object.assign(market, { active: !WITHOUT_PRICE.includes(stage) })
  }
}
