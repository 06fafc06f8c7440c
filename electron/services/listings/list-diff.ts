// What one list of markets changes in what is known. Pure. A list can be cut off, empty, or a copy that is older: that a market is
// gone is believed only where a second list says so, and a hole that is too large to be a delisting is not believed at all.

import type { MarketStage } from '../../../shared/markets/market-stages.ts'
import type { ListedRow } from '../../ports/listings.ts'
import type { ListedMarket } from '../../ports/market-lists.ts'

/** So many markets may go at once, or this part of them, whichever is more: beyond that the list is at fault. */
const PLAUSIBLE_GONE = 10
const PLAUSIBLE_PART = 0.05
/** A list without so many of its markets is believed never. */
const NEVER_PART = 0.5
/** For so long every list has to say the same of an implausible hole, milliseconds. */
const IMPLAUSIBLE_FOR_MS = 10 * 60_000

export interface ListBefore {
  /** `null` before the first list: then it is a baseline, and no news. */
  names: ReadonlySet<string> | null
  rows: readonly ListedRow[]
  /** Since when each name was on no list, on the monotonic clock. */
  missing: ReadonlyMap<string, number>
}

export interface StageChange {
  row: ListedRow
  /** `null`: it was not on the list before. */
  from: MarketStage | null
}

export interface ListDiff {
  /** Rows that are new or others now. */
  rows: ListedRow[]
  /** Markets whose base is no coin of the trader's any more. */
  dropped: string[]
  changes: StageChange[]
  /** Markets that have not opened, and open at another time than was told before. */
  moved: ListedRow[]
  /** Markets that end at another time than was told before, or of which an end is told now, beside no other news. */
  closing: ListedRow[]
  names: ReadonlySet<string>
  missing: ReadonlyMap<string, number>
  /** What is wrong with the list; `null` where nothing is. */
  fault: { before: number; now: number } | null
}

export interface ListNow {
  markets: readonly ListedMarket[]
  /** Whether a base is one of the trader's coins. */
  isWanted: (base: string) => boolean
  /** Of the list by this machine's clock, ISO 8601. */
  seenAt: string
  /** On the monotonic clock. */
  now: number
}

/** Compares a list with what is known. */
export function compareList(before: ListBefore, list: ListNow): ListDiff {
  const { names, rows } = before
  const listed = new Map(list.markets.map((market) => [market.market, market]))
  const known = new Map(rows.map((row) => [row.market, row]))
  const judged = [...listed].flatMap(([name, market]) =>
    list.isWanted(market.base) ? [judge(market, known.get(name), names !== null && !names.has(name), list.seenAt)] : [],
  )
  const changed = judged.flatMap(({ row, isOther }) => (isOther ? [row] : []))
  const changes = judged.flatMap(({ row, from, isNews }): StageChange[] => (isNews ? [{ row, from }] : []))
  const moved = judged.flatMap(({ row, isMoved }) => (isMoved ? [row] : []))
  const closing = judged.flatMap(({ row, isClosing }) => (isClosing ? [row] : []))
  const { gone, missing, fault } = goneFrom(before, listed, list.now)
  for (const name of gone) {
    const was = known.get(name)
    if (was === undefined || was.stage === 'delisted' || !list.isWanted(was.base)) continue
    const row: ListedRow = { ...was, stage: 'delisted', since: list.seenAt }
    changed.push(row)
    changes.push({ row, from: was.stage })
  }
  const kept = [...(names ?? [])].filter((name) => !gone.has(name))
  const dropped = rows.flatMap(({ market, base }) => (list.isWanted(base) ? [] : [market]))
  return {
    rows: changed,
    dropped,
    changes,
    moved,
    closing,
    names: new Set([...kept, ...listed.keys()]),
    missing,
    fault,
  }
}

/** What a market on the list changes; `isNew`: its name was on no list before. */
function judge(market: ListedMarket, was: ListedRow | undefined, isNew: boolean, seenAt: string) {
  const isNews = was === undefined ? isNew : was.stage !== market.stage
  const contracts = market.contracts ?? was?.contracts ?? []
  const row = rowOf({ ...market, contracts }, isNews ? seenAt : (was?.since ?? null))
  const isOther = was === undefined || !isSame(was, row)
  const isMoved = was !== undefined && !isNews && row.opensAt !== null && row.opensAt !== was.opensAt
  // What goes over to its end says when that is; a time that has passed is news to nobody.
  const isClosing =
    was !== undefined &&
    row.closesAt !== null &&
    row.closesAt !== was.closesAt &&
    row.closesAt > seenAt &&
    !(isNews && row.stage === 'delisting')
  return { row, from: was?.stage ?? null, isNews, isOther, isMoved, isClosing }
}

/** Which names are believed to be gone, and which may be. */
function goneFrom(
  { names, missing: before }: ListBefore,
  listed: ReadonlyMap<string, ListedMarket>,
  now: number,
): Pick<ListDiff, 'missing' | 'fault'> & { gone: ReadonlySet<string> } {
  const absent = [...(names ?? [])].filter((name) => !listed.has(name))
  const count = names?.size ?? 0
  const isImplausible = absent.length > Math.max(PLAUSIBLE_GONE, count * PLAUSIBLE_PART)
  // Of a short list ten may be all that there is.
  const isNever = count > 0 && (listed.size === 0 || absent.length > count * NEVER_PART)
  const isBelieved = (since: number | undefined) =>
    since !== undefined && !isNever && (!isImplausible || now - since >= IMPLAUSIBLE_FOR_MS)
  const gone = new Set(absent.filter((name) => isBelieved(before.get(name))))
  const missing = new Map(absent.flatMap((name) => (gone.has(name) ? [] : [[name, before.get(name) ?? now] as const])))
  const fault = isNever || isImplausible ? { before: count, now: listed.size } : null
  return { gone, missing, fault }
}

const rowOf = (
  { venue, market, base, quote, stage, opensAt, closesAt, contracts }: Omit<ListedRow, 'since'>,
  since: string | null,
): ListedRow => ({ venue, market, base, quote, stage, opensAt, closesAt, contracts, since })

const isSame = (one: ListedRow, other: ListedRow): boolean =>
  one.stage === other.stage &&
  one.opensAt === other.opensAt &&
  one.closesAt === other.closesAt &&
  isSameList(one.contracts, other.contracts) &&
  one.base === other.base &&
  one.quote === other.quote

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index])
