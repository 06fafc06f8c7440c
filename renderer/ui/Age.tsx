// How old a value is, ticking; past its freshness the age is emphasised with a word as well as a colour.

import { ageOf, formatMoment } from '../format.ts'
import { text } from '../messages/en.ts'
import { useClock } from './clock-store.ts'

interface Props {
  at: string
  /** Milliseconds after which the value no longer counts as fresh; without it the age is never emphasised. */
  freshFor?: number
}

/** "12 s ago", with the exact moment on hover. */
export function Age({ at, freshFor }: Props) {
  // Selecting the text instead of the clock redraws an old value once a minute, not each second.
  const age = useClock(({ now }) => {
    const { count, unit } = ageOf(at, now)
    return text.common.age(count, unit)
  })
  const stale = useClock(({ now }) => freshFor !== undefined && now - Date.parse(at) > freshFor)
  return (
    <time className={stale ? 'age stale' : 'age'} dateTime={at} title={formatMoment(at)}>
      {stale ? text.common.ageStale(age) : age}
    </time>
  )
}
