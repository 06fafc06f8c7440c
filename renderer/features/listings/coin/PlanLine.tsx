// One planned listing: where, when in both zones, the countdown, and whose word it is.

import type { ListingPlan } from '../../../../shared/markets/listing.ts'
import { text } from '../../../messages/late/en.ts'
import { momentInWords } from '../../../messages/reasons/en-figures.ts'
import { savePlan } from '../../../state/listings/listings-actions.ts'
import { reportDone } from '../../../state/report.ts'
import { venueName } from '../../../state/session/names.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Countdown } from '../../../ui/moments/Countdown.tsx'
import { OpeningTime } from '../../../ui/moments/OpeningTime.tsx'

const words = text.listings

/** To a tenth of a second. */
const secondsOf = (ms: number) => (ms / 1_000).toFixed(1)

/** The line. */
export function PlanLine({ plan, coinName }: { plan: ListingPlan; coinName: string }) {
  const { coinId, venue, market, opensAt, setBy, plannedOpensAt, clockOffsetMs } = plan
  const remove = async () => {
    if (await savePlan({ coinId, venue, market, opensAt: null }))
      reportDone(words.planRemoved(coinName, venueName(venue)))
  }
  return (
    <li className="plan-line">
      <p>
        <strong>{words.target(market, venueName(venue))}</strong>{' '}
        <Badge tone="accent" icon="clock">
          {words.setBy[setBy]}
        </Badge>
      </p>
      {/* No paragraph: a large one above smaller ones would be taken for a heading. */}
      <span className="mid-number">
        <Countdown at={opensAt} offsetMs={clockOffsetMs} over={words.opened} />
      </span>
      <p>
        <OpeningTime at={opensAt} />
      </p>
      <p className="hint">
        {clockOffsetMs === null ? words.clockUnknown : words.clock(secondsOf(clockOffsetMs))}
        {plannedOpensAt === opensAt ? null : ` ${words.byYou(momentInWords(plannedOpensAt))}`}
      </p>
      <button type="button" className="button quiet" onClick={() => void remove()}>
        {words.removePlan}
      </button>
    </li>
  )
}
