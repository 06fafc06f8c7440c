// What exchanges that are on announce, where it names the ticker of a coin. Titles are text of others: they are shown, with their
// time and where they stand, and nothing is ever done because of one.

import type { Announcement } from '../../../shared/sources/announcements.ts'
import { PUBLIC_VENUES } from '../../../shared/sources/sources.ts'
import type { KnownExchange } from '../../../shared/venues/known.ts'
import type { SourceStore } from '../../ports/sources.ts'
import type { Clock } from '../../ports/system.ts'
import type { CoinService } from '../research/coin-service.ts'
import { announcementsIn, KEPT, type KeptAnnouncement } from './kept-values.ts'
import type { SourceClient } from './source-client.ts'

const EVERY_MS = 15 * 60_000
/** Titles that are kept of one exchange, and that are shown at once. */
const MOST_KEPT = 200
const MOST_SHOWN = 300
/** A clock may be a little ahead of this one. */
const AHEAD_MS = 5 * 60_000

export interface Announcements {
  /** Asks the exchange for its newest, where that is due. @throws never for what it does */
  refresh(venue: KnownExchange): Promise<void>
  /** Those that name a ticker of the trader's, of exchanges that are on, the newest first. */
  list(input: { coinId?: string | undefined }): Announcement[]
}

export interface AnnouncementParts {
  client: Pick<SourceClient, 'ask'>
  store: Pick<SourceStore, 'row' | 'value' | 'saveValues'>
  coins: Pick<CoinService, 'byTicker' | 'tickers' | 'changed'>
  clock: Pick<Clock, 'now' | 'monotonic'>
  announces: (venue: KnownExchange) => boolean
}

/** Builds it; nothing is asked yet. */
export function createAnnouncements({ client, store, coins, clock, announces }: AnnouncementParts): Announcements {
  const askedAt = new Map<KnownExchange, number>()
  const kept = (venue: KnownExchange) => store.value(KEPT.announcements, venue, venue)
  let known: { at: number; tickers: ReadonlySet<string> } | null = null
  const tickers = (): ReadonlySet<string> => {
    const at = coins.changed()
    if (known?.at !== at) known = { at, tickers: new Set(coins.tickers()) }
    return known.tickers
  }
  const isDue = (venue: KnownExchange): boolean => {
    const before = askedAt.get(venue)
    if (before !== undefined) return clock.monotonic() - before >= EVERY_MS
    // The first time in this run: what an earlier one has asked counts.
    const last = kept(venue)
    const age = last === null ? Number.POSITIVE_INFINITY : clock.now() - Date.parse(last.receivedAt)
    return age < 0 || age >= EVERY_MS
  }
  return {
    refresh: async (venue) => {
      if (!announces(venue) || !isDue(venue)) return
      askedAt.set(venue, clock.monotonic())
      const answer = await client.ask(venue, 'announcements', {})
      if (!answer.ok) return
      const { receivedAt } = answer
      const before = announcementsIn(kept(venue)?.value)
      const seenAt = new Map(before.map((one) => [keyOf(one), one.seenAt]))
      const latest = new Date(Date.parse(receivedAt) + AHEAD_MS).toISOString()
      const came = answer.rows.map((one): KeptAnnouncement => {
        // One that is dated ahead would stand first until then.
        const at = one.at !== null && one.at <= latest ? one.at : null
        return { ...one, at, seenAt: seenAt.get(keyOf(one)) ?? receivedAt }
      })
      const all = new Map([...before, ...came].map((one) => [keyOf(one), one]))
      const value = [...all.values()].toSorted(newestFirst).slice(0, MOST_KEPT)
      store.saveValues([{ source: venue, kind: KEPT.announcements, subject: venue, at: null, receivedAt, value }])
    },
    list: ({ coinId }) => {
      const on = PUBLIC_VENUES.filter((venue) => announces(venue) && store.row(venue).enabled)
      const all = on.flatMap((source) => announcementsIn(kept(source)?.value).map((one) => ({ source, ...one })))
      const ours = tickers()
      const named = all.map((one) => ({ ...one, tickers: tickersIn(one.title).filter((ticker) => ours.has(ticker)) }))
      const coinsOf = coins.byTicker([...new Set(named.flatMap(({ tickers }) => tickers))])
      return named
        .flatMap(({ tickers: names, ...one }): Announcement[] => {
          const meant = names.flatMap((ticker) => coinsOf.get(ticker) ?? []).map(({ id }) => id)
          const coinIds = [...new Set(meant)]
          return coinIds.length === 0 || (coinId !== undefined && !coinIds.includes(coinId))
            ? []
            : [{ ...one, coinIds }]
        })
        .toSorted(newestFirst)
        .slice(0, MOST_SHOWN)
    },
  }
}

/** The same page is one announcement, whatever its title becomes. */
const keyOf = ({ url, title }: Pick<Announcement, 'url' | 'title'>): string => url ?? title

function newestFirst(one: Pick<Announcement, 'at' | 'seenAt'>, other: Pick<Announcement, 'at' | 'seenAt'>): number {
  const [a, b] = [one.at ?? one.seenAt, other.at ?? other.seenAt]
  return a === b ? 0 : a > b ? -1 : 1
}

/** What a coin is quoted in, where the name of a market has no mark in the middle. */
const QUOTED = /^([A-Z0-9]{2,15})(?:USDT|USDC|USD|EUR|BTC)$/

/**
 * The words of a title that are written as tickers are: capitals and digits, two at least; a single letter only in brackets, since
 * "A" and "I" are words.
 */
export function tickersIn(title: string): string[] {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => /^(?=.*[A-Z])[A-Z0-9]{2,20}$/.test(word))
  const single = [...title.matchAll(/\(([A-Z])\)/g)].map(([, letter = '']) => letter)
  const markets = words.flatMap((word) => QUOTED.exec(word)?.[1] ?? [])
  return [...new Set([...words, ...markets, ...single])]
}
