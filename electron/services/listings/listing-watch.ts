// The listing watch: each exchange's list is read again and again, and what has changed of the trader's coins is written down and
// then told, each change once. A list that does not come, or that cannot be true, changes nothing.

import type { ListingEvent, ListingMatch } from '../../../shared/markets/listing.ts'
import type { ListingStore } from '../../ports/listings.ts'
import type { MarketList, MarketLists } from '../../ports/market-lists.ts'
import type { Clock, Logger } from '../../ports/system.ts'
import type { Loop, Scheduler } from '../common/scheduler.ts'
import { compareList, type ListDiff } from './list-diff.ts'
import type { ListingView } from './listing-view.ts'
import { EVERY_MS, nextReadMs } from './read-times.ts'
import type { VenueClocks } from './venue-clock.ts'

/** So many copies in a row that are older than the last list are left out: then it is the exchange's clock that was set. */
const MAX_OLDER = 2

export interface ListingWatch {
  /** Reads the list of each exchange that is switched on, and goes on reading. */
  start(): void
  /** Something of what is waited for has changed: the next reads are reckoned anew. */
  wake(): void
  stop(): Promise<void>
}

export interface ListingWatchParts {
  lists: MarketLists
  store: ListingStore
  clock: Clock
  scheduler: Scheduler
  logger: Logger
  venueClocks: VenueClocks
  /** The bases that may be a coin of the trader's at an exchange. */
  wantedBases: (venue: string) => ReadonlySet<string>
  coinsOf: ListingView['coinsOf']
  /** Openings that the trader has planned there, milliseconds since 1970. */
  plannedOpenings: (venue: string) => readonly number[]
  /** Part of the transaction that writes the changes: what it writes is kept with them, or not at all. */
  alongside: (events: readonly ListingEvent[], moved: Pick<ListDiff, 'moved' | 'closing'>, seenAt: string) => void
  /** Told after rows were written, and with them these. */
  changed: (events: readonly ListingEvent[]) => void
  /** A list that cannot be true, or `null` once one is. */
  fault: (venue: string, fault: ListDiff['fault']) => void
}

interface VenueState {
  names: ReadonlySet<string> | null
  missing: ReadonlyMap<string, number>
  lastAt: string | null
  older: number
  savedMs: number
  hasFault: boolean
}

/** Builds it; nothing is read before `start`. */
export function createListingWatch(parts: ListingWatchParts): ListingWatch {
  const { lists, store, clock, scheduler, logger, venueClocks } = parts
  const states = new Map<string, VenueState>()
  const loops = new Map<string, Loop>()
  let isStarted = false

  const stateOf = (venue: string): VenueState => {
    const known = states.get(venue)
    if (known !== undefined) return known
    const lastAt = store.reads().get(venue)?.venueAt ?? null
    const state: VenueState = {
      ...{ names: store.names(venue), missing: new Map(), lastAt, older: 0, hasFault: false },
      savedMs: Number.NEGATIVE_INFINITY,
    }
    states.set(venue, state)
    return state
  }
  const eventOf = (list: MarketList, { row, from }: ListDiff['changes'][number]) => {
    const coins = parts.coinsOf(row).filter(({ match }) => match !== 'refused')
    const owner = coins.find(({ match }) => match !== 'ticker')
    const meant = owner === undefined ? coins : [owner]
    const match: ListingMatch = owner?.match ?? 'ticker'
    const { venue, market, stage, opensAt, closesAt } = row
    const coinIds = meant.map(({ coinId }) => coinId)
    const seen = { at: list.at, seenAt: list.receivedAt, opensAt, closesAt }
    const event = { venue, market, coinIds, match, from, to: stage, ...seen }
    // What the trader has said is another coin is kept, so that his word can be taken back, and told to nobody.
    return meant.length === 0 ? [] : [event]
  }
  /** A copy that is older than the last list is none of now; of several in a row it is the exchange's clock that was set. */
  const isOldCopy = (state: VenueState, { at }: MarketList): boolean => {
    const isOlder = at !== null && state.lastAt !== null && at < state.lastAt
    state.older = isOlder ? state.older + 1 : 0
    return isOlder && state.older <= MAX_OLDER
  }
  const write = (venue: string, state: VenueState, list: MarketList, diff: ListDiff): void => {
    const { rows, dropped } = diff
    const names = state.names !== null && isSameSet(state.names, diff.names) ? null : diff.names
    if (rows.length === 0 && dropped.length === 0 && names === null) {
      if (clock.monotonic() - state.savedMs < EVERY_MS) return
      // Each write waits for the disk, and a fast read mostly tells what is there already.
      store.saveRead(venue, list.at, list.receivedAt)
      state.savedMs = clock.monotonic()
      return
    }
    const events = () => diff.changes.flatMap((change) => eventOf(list, change))
    const change = { venue, rows, dropped, events, names, venueAt: list.at, readAt: list.receivedAt }
    const written = store.save(change, (told) => parts.alongside(told, diff, list.receivedAt))
    // Before anybody is told: a listener that throws must not bring the same change again.
    Object.assign(state, { names: diff.names, missing: diff.missing, savedMs: clock.monotonic() })
    if (rows.length > 0 || dropped.length > 0) parts.changed(written)
  }
  const take = (venue: string, state: VenueState, list: MarketList): void => {
    const isOld = isOldCopy(state, list)
    venueClocks.heard(venue, isOld ? null : list.at)
    if (isOld) return
    state.lastAt = list.at
    // An empty first list says nothing, and would make every market of the next one news.
    if (state.names === null && list.markets.length === 0) return
    const wanted = parts.wantedBases(venue)
    const diff = compareList(
      { names: state.names, missing: state.missing, rows: store.rows(venue) },
      {
        ...{ markets: list.markets, seenAt: list.receivedAt, now: clock.monotonic() },
        isWanted: (base) => wanted.has(base),
      },
    )
    write(venue, state, list, diff)
    state.missing = diff.missing
    if (diff.fault !== null || state.hasFault) parts.fault(venue, diff.fault)
    state.hasFault = diff.fault !== null
  }
  const failures = new Map<string, number>()
  const readOnce = async (venue: string): Promise<void> => {
    try {
      const list = await lists.read(venue)
      take(venue, stateOf(venue), list)
      failures.set(venue, 0)
    } catch (error) {
      failures.set(venue, (failures.get(venue) ?? 0) + 1)
      logger.warn('market-list-not-read', { venue, error })
    }
  }
  const openingsAt = (venue: string): number[] => [
    ...store.rows(venue).flatMap(({ stage, opensAt }) => {
      const isOpen = stage === 'trading' || stage === 'delisted' || opensAt === null
      return isOpen ? [] : [Date.parse(opensAt)]
    }),
    ...parts.plannedOpenings(venue),
  ]
  const everyMs = (venue: string): number => {
    const state = { now: venueClocks.now(venue), failures: failures.get(venue) ?? 0 }
    try {
      const isConfirming = stateOf(venue).missing.size > 0
      return nextReadMs({ ...state, openings: openingsAt(venue), isConfirming })
    } catch (error) {
      // A profile that gives no rows now may give them later.
      logger.error('openings-not-read', { venue, error })
      return EVERY_MS
    }
  }
  const isOn = (venue: string) => lists.venues().includes(venue)
  const loopOf = (venue: string): Loop =>
    scheduler.loop(
      `listings-${venue}`,
      async ({ delay, isStopped }) => {
        // What it did not say while it was off is no silence.
        venueClocks.asking(venue)
        let readAt = Number.NEGATIVE_INFINITY
        while (isOn(venue) && !isStopped()) {
          const wait = readAt + everyMs(venue) - clock.monotonic()
          if (wait > 0) await delay(wait)
          // A wake may come early: the next read is reckoned anew, and not simply done.
          if (clock.monotonic() - readAt < everyMs(venue)) continue
          // It may have been switched off meanwhile.
          if (isStopped() || !isOn(venue)) return
          readAt = clock.monotonic()
          await readOnce(venue)
        }
      },
      () => isOn(venue),
    )
  const wake = () => {
    if (!isStarted) return
    for (const venue of lists.venues()) {
      const loop = loops.get(venue) ?? loopOf(venue)
      loops.set(venue, loop)
      loop.wake()
    }
  }
  return {
    start: () => {
      isStarted = true
      wake()
    },
    wake,
    stop: async () => {
      isStarted = false
      await Promise.all([...loops.values()].map((loop) => loop.stop()))
    },
  }
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each))
}
