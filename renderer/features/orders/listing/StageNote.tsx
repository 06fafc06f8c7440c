// What stage the market is in, where that changes what can be ordered, and when it opens or ends.

import type { Draft } from '../../../../shared/order.ts'
import { formatZonedMoment } from '../../../format.ts'
import { text } from '../../../messages/en.ts'
import { Icon } from '../../../ui/pictures/Icon.tsx'

/** Why nothing of this side can be ordered, beside the stage; `null` where something can. */
function closedWords({ orderTypes, sides, stage }: Draft): string | null {
  if (orderTypes.length > 0) return null
  const [other] = sides
  if (other !== undefined) return text.stages.onlySide[other]
  // The market trades, and takes nothing of this account.
  return text.stages.ticket[stage] === null ? text.stages.notForAccount : text.stages.nothing
}

/** The moment that the trader waits for, or since which it is so. */
function momentWords({ stage, opensAt, closesAt, stageSince }: Draft): string | null {
  if (closesAt !== null) return text.stages[stage === 'delisted' ? 'ended' : 'closes'](formatZonedMoment(closesAt))
  if (opensAt !== null && stage !== 'trading') return text.stages.opens(formatZonedMoment(opensAt))
  return stageSince === null ? null : text.stages.since(formatZonedMoment(stageSince))
}

/** A line above the fields of a ticket; nothing while the market simply trades. */
export function StageNote({ draft }: { draft: Draft }) {
  const parts = [text.stages.ticket[draft.stage], closedWords(draft)].filter((part) => part !== null)
  if (parts.length === 0) return null
  const moment = momentWords(draft)
  return (
    <div className="notice warn" role="note">
      <Icon name="warn" />
      <p>{[...parts.slice(0, 1), ...(moment === null ? [] : [moment]), ...parts.slice(1)].join(' ')}</p>
    </div>
  )
}
