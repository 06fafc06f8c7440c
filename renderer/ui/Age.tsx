// How old a value is, ticking; past its freshness the age is emphasised with a word as well as a colour.

import { ageOf, formatMoment } from '../format.ts'
import { text } from '../messages/en.ts'
import { useClock } from '../state/clock-store.ts'

interface Props {
  at: string
  /**
   * As of when the value is true, on the backend's monotonic clock; `null` where nobody can say. Without it the age is that of
   * `at`, by the time of day.
   */
  asOfMs?: number | null
  /** Milliseconds after which the value no longer counts as fresh; without it the age is never emphasised. */
  freshFor?: number
  /** Where `at` comes from, in words, for who asks. */
  source?: (moment: string) => string
}

type Clocks = ReturnType<typeof useClock.getState>

/** Milliseconds; `null` where it is not known. */
function millisOld({ at, asOfMs }: Props, { now, monotonicMs }: Clocks): number | null {
  if (asOfMs === null) return null
  return asOfMs === undefined || monotonicMs === null ? now - Date.parse(at) : monotonicMs - asOfMs
}

/** "12 s ago", with the exact moment on hover. */
export function Age(props: Props) {
  const { at, freshFor, source } = props
  // Selecting the text instead of the clock redraws an old value once a minute, not each second.
  const age = useClock((clocks) => {
    const old = millisOld(props, clocks)
    if (old === null) return text.common.ageUnknown
    const { count, unit } = ageOf(old)
    return text.common.age(count, unit)
  })
  const stale = useClock((clocks) => {
    const old = millisOld(props, clocks)
    return freshFor !== undefined && (old === null || old > freshFor)
  })
  const moment = formatMoment(at)
  return (
    <time className={stale ? 'age stale' : 'age'} dateTime={at} title={source === undefined ? moment : source(moment)}>
      {stale ? text.common.ageStale(age) : age}
    </time>
  )
}
