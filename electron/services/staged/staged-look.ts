// What is known of the market of a staged order at this moment, and when it is looked at next. What an account of the trader's is told
// counts for what sends itself; for a word or a ticket the exchange's public list is enough.

import type { Listing, ListingMatch } from '../../../shared/markets/listing.ts'
import { isBeforeOpening, type MarketStage, offerFor } from '../../../shared/markets/market-stages.ts'
import { offerAt } from '../../../shared/markets/venue-offers.ts'
import type { Market } from '../../../shared/order.ts'
import type { StagedRow } from '../../ports/staged.ts'
import type { AccountContext } from '../accounts/accounts.ts'
import type { StagedParts } from './staged-parts.ts'
import { forceNow } from './staged-terms.ts'

/** What an account was told of its markets is of now for so long, milliseconds: polls ask more often. */
const TOLD_HOLDS_MS = 5_000
/** From so long before an opening until so long after it its account is kept fresh, as the public lists are read. */
const BEFORE_MS = 2 * 60_000
const AFTER_MS = 10 * 60_000
/** A window that is not longer is watched closely all of it, where nobody tells when the market opens. */
const CLOSE_WINDOW_MS = 6 * 3_600_000

/** How often the listings are asked, milliseconds. */
const LIST_EVERY_MS = 1_000
/** How often is looked: at what was told, close to an opening; by asking, within the window; and before it. Milliseconds. */
const CLOSE_EVERY_MS = 250
const WINDOW_EVERY_MS = 5_000
const FAR_EVERY_MS = 60_000

export interface StagedSight {
  /** Of the account's own list; `null` where it lists none for this coin. */
  market: Market | null
  /** The account was told of its markets just now. */
  isTold: boolean
  /** Whether orders of this side are taken, by the account's list or by the public one; `null` where neither says. */
  isOpen: boolean | null
  isBeforeOpening: boolean
  isWithdrawn: boolean
  match: ListingMatch | null
  opensAt: number | null
  /** The exchange's own time, milliseconds since 1970, as far as it is known. */
  now: number
}

export interface StagedLook {
  at(row: StagedRow, context: AccountContext): StagedSight
  /** Its account is kept fresh, since its market may open soon. */
  isClose(row: StagedRow, context: AccountContext): boolean
  /** The machine slept, or a clock was set: what the lists said is of before that. */
  forget(): void
  /** Milliseconds until it is looked at again. */
  everyMs(row: StagedRow, context: AccountContext): number
}

/** Builds it. */
export function createStagedLook({ matches, listings, venueClocks, clock }: StagedParts): StagedLook {
  const lists = new Map<string, { at: number; listed: Listing | null }>()
  const nowAt = ({ account, view }: AccountContext): number =>
    clock.now() + (venueClocks.offsetMs(account.venue) ?? view.lastClockOffset()?.offsetMs ?? 0)

  /** All markets of all accounts are gone through for it, and it is asked for many times a second. */
  const listedAs = (row: StagedRow): Listing | null => {
    const name = JSON.stringify([row.coinId, row.venue, row.market])
    const now = clock.monotonic()
    const kept = lists.get(name)
    if (kept !== undefined && now - kept.at < LIST_EVERY_MS) return kept.listed
    const listed = listings.find(row.coinId, row.venue, row.market)
    lists.set(name, { at: now, listed })
    return listed
  }
  const toldIn = (row: StagedRow, { view, exchange, account }: AccountContext) => {
    const here = matches.at(row.accountId)
    const isThis = (each: Market) => each.market === row.market && each.coinId === row.coinId
    const named = view.lastMarkets().filter((each) => each.market === row.market)
    const market = here.markets(named).find(isThis) ?? null
    const [base = ''] = row.market.split('/')
    const match = here.of(base).coins.find(({ coin }) => coin.id === row.coinId)?.match ?? null
    const askedMs = view.marketsAsOfMs()
    const isTold = askedMs !== null && clock.monotonic() - askedMs <= TOLD_HOLDS_MS
    const takes = { venue: account.venue, record: exchange.record }
    const isOpen = market !== null && forceNow({ market, ...takes }, row.side) !== null
    return { market, isTold, isOpen, match: market?.match ?? match }
  }
  const at: StagedLook['at'] = (row, context) => {
    const { market, isTold, isOpen, match } = toldIn(row, context)
    const listed = listedAs(row)
    const public_ = listed?.source === 'plan' ? null : listed
    const byList = public_ === null ? null : offerFor(offerAt(public_.stage, row.venue), row.side).orderTypes.length > 0
    const told = isTold ? market : null
    const stage: MarketStage | null = told?.stage ?? public_?.stage ?? null
    const opening = told?.opensAt ?? listed?.opensAt ?? null
    return {
      ...{ market, isTold, match, now: nowAt(context), isOpen: isTold ? isOpen : byList },
      isBeforeOpening: stage !== null && isBeforeOpening(stage),
      isWithdrawn: stage === 'delisted',
      opensAt: opening === null ? null : Date.parse(opening),
    }
  }
  /** When it can begin at the earliest, and whether that is a guess. */
  const dueOf = (row: StagedRow, sight: StagedSight) => {
    const from = Date.parse(row.from)
    return { from, due: Math.max(from, sight.opensAt ?? from), isKnown: sight.opensAt !== null }
  }
  const isClose: StagedLook['isClose'] = (row, context) => {
    const sight = at(row, context)
    const { from, due, isKnown } = dueOf(row, sight)
    const until = Date.parse(row.until)
    if (sight.now >= until || sight.now < from - BEFORE_MS) return false
    if (row.state === 'armed') return true
    if (isKnown && sight.now <= due + AFTER_MS) return sight.now >= due - BEFORE_MS
    return until - from <= CLOSE_WINDOW_MS
  }
  return {
    ...{ at, isClose },
    forget: lists.clear.bind(lists),
    everyMs: (row, context) => {
      const { now } = at(row, context)
      const [from, until] = [Date.parse(row.from), Date.parse(row.until)]
      if (row.state === 'asking' || (row.trigger === 'tell' && row.state === 'armed')) {
        return Math.min(FAR_EVERY_MS, Math.max(CLOSE_EVERY_MS, until - now))
      }
      if (row.trigger !== 'tell' && isClose(row, context)) return CLOSE_EVERY_MS
      const every = now >= from - BEFORE_MS ? WINDOW_EVERY_MS : Math.min(FAR_EVERY_MS, from - BEFORE_MS - now)
      return Math.max(CLOSE_EVERY_MS, Math.min(every, until - now))
    },
  }
}
