// What stage the market is in, where that changes what can be ordered, and when it opens or ends.

import type { Draft } from '../../../../shared/order.ts'
import { untilOf } from '../../../format.ts'
import { text } from '../../../messages/late/en.ts'
import { momentInWords } from '../../../messages/reasons/en-figures.ts'
import { useClock } from '../../../state/clock-store.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'

/** Why nothing of this side can be ordered, beside the stage; `null` where something can. */
function closedWords({ orderTypes, sides, stage }: Draft): string | null {
  if (orderTypes.length > 0) return null
  const [other] = sides
  if (other !== undefined) return text.stages.onlySide[other]
  // The market trades, and takes nothing of this account.
  return text.stages.ticket[stage] === null ? text.stages.notForAccount : text.stages.nothing
}

/** A moment with its zone, and how long until then while it is to come. */
function comingMoment(at: string, now: number): string {
  const parts = untilOf(at, now)
  if (parts === null) return momentInWords(at)
  const time = parts.map(({ count, unit }) => text.common.duration(count, unit)).join(' ')
  return text.common.until(momentInWords(at), time)
}

/** The moment that the trader waits for, or since which it is so. */
function momentWords({ stage, opensAt, closesAt, stageSince }: Draft, now: number): string | null {
  if (closesAt !== null) return text.stages[stage === 'delisted' ? 'ended' : 'closes'](comingMoment(closesAt, now))
  if (opensAt !== null && stage !== 'trading') return text.stages.opens(comingMoment(opensAt, now))
  return stageSince === null ? null : text.stages.since(momentInWords(stageSince))
}

/** A line above the fields of a ticket; nothing while the market simply trades. */
export function StageNote({ draft }: { draft: Draft }) {
  // To the minute: a note that changes each second draws the eye from the ticket.
  const minute = useClock(({ now }) => Math.floor(now / 60_000) * 60_000)
  const parts = [text.stages.ticket[draft.stage], closedWords(draft)].filter((part) => part !== null)
  if (parts.length === 0) return null
  const moment = momentWords(draft, minute)
  return (
    <div className="notice warn" role="note">
      <Icon name="warn" />
      <p>{[...parts.slice(0, 1), ...(moment === null ? [] : [moment]), ...parts.slice(1)].join(' ')}</p>
    </div>
  )
}
