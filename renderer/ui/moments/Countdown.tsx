// How long until a moment, ticking: to the second within the last hour, and coarser before. It is no live region: a number that
// changes each second must not be read out each second.

import { text } from '../../messages/en.ts'
import { useClock } from '../../state/clock-store.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `2 d 4 h`, `3 h 12 min`, `12 min 05 s`; `null` for what is over. */
export function countdownOf(leftMs: number): string | null {
  if (!(leftMs > 0)) return null
  const { duration } = text.common
  const seconds = Math.ceil(leftMs / SECOND)
  const days = Math.floor((seconds * SECOND) / DAY)
  const hours = Math.floor((seconds * SECOND) / HOUR) % 24
  const minutes = Math.floor((seconds * SECOND) / MINUTE) % 60
  if (days > 0) return `${duration(days, 'day')} ${duration(hours, 'hour')}`
  if (hours > 0) return `${duration(hours, 'hour')} ${duration(minutes, 'minute')}`
  const rest = seconds % 60
  return minutes > 0 ? `${duration(minutes, 'minute')} ${duration(rest, 'second')}` : duration(rest, 'second')
}

interface Props {
  at: string
  /** What to add to this machine's clock for the one that `at` goes by, milliseconds. */
  offsetMs?: number | null
  /** Stands in its place when the moment has come. */
  over: string
}

/** The countdown. */
export function Countdown({ at, offsetMs = null, over }: Props) {
  // Selecting the words and not the clock draws it only when they are others.
  const words = useClock(({ now }) => countdownOf(Date.parse(at) - now - (offsetMs ?? 0)))
  return (
    <span role="timer" aria-live="off" className="countdown">
      {words ?? over}
    </span>
  )
}
