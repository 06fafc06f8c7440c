// A moment that everybody tells in another zone: in UTC, as exchanges announce it, and in the trader's own.

import { formatZonedMoment } from '../../format.ts'
import { momentInWords } from '../../messages/reasons/en-figures.ts'

/** Both, the second one in brackets; one where they are the same. */
export function OpeningTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className="opening-time">
      {momentInWords(at)}
      {new Date(at).getTimezoneOffset() === 0 ? null : <span className="muted"> ({formatZonedMoment(at)})</span>}
    </time>
  )
}
