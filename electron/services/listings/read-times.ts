// When an exchange's list is read next. Pure.

/** How often a list is read: a change is seen within this and the time of one read, milliseconds. */
export const EVERY_MS = 60_000
/** The same around an opening that is known, and while something has to be confirmed by a second read. */
const NEAR_MS = 5_000
/** An opening is near from so long before it: exchanges open early by some seconds. */
export const BEFORE_MS = 2 * 60_000
/** And until so long after it, where the market has not opened: most late openings are late by minutes. */
export const AFTER_MS = 10 * 60_000
/** What does not answer is asked more seldom, at most this many times. */
const MAX_SLOWDOWN = 5

export interface ReadState {
  /** The exchange's own time, milliseconds since 1970. */
  now: number
  /** Openings of markets that have not opened, by the same clock. */
  openings: readonly number[]
  /** Something of the last list is believed only when the next one says so too. */
  isConfirming: boolean
  /** Reads in a row that brought nothing. */
  failures: number
}

const slowdown = (failures: number) => Math.min(2 ** Math.max(0, failures), MAX_SLOWDOWN)

/** A change at the very end of the window is seen by a read behind it. */
const isNear = (now: number, opening: number) => opening - now <= BEFORE_MS && now - opening <= AFTER_MS + 2 * NEAR_MS

/**
 * The rule: each minute; each 5 s from two minutes before a known opening until ten minutes after it, or while a second read has to
 * confirm the last. Never more than 12 reads a minute and exchange, so the fast reads of one opening are at most 146: at Binance, where
 * a list weighs 20, they take 240 of 6,000 a minute; no other list here costs a larger part of its exchange's budget. Milliseconds
 * from the start of one read to the start of the next.
 */
export function nextReadMs({ now, openings, isConfirming, failures }: ReadState): number {
  // A window that is short bears no long rest: at most each 25 s.
  if (openings.some((opening) => isNear(now, opening))) return NEAR_MS * slowdown(failures - 1)
  // One read that fails is tried again at once, so that a change is late by no more than that.
  const isSoon = failures === 1 || (failures === 0 && isConfirming)
  const usual = isSoon ? NEAR_MS : EVERY_MS * slowdown(failures - 2)
  // The next opening's window is not slept through.
  const windows = openings.flatMap((opening) => (opening > now ? [opening - BEFORE_MS - now] : []))
  return Math.max(NEAR_MS, Math.min(usual, ...windows))
}
