// What stage the market is in, where that changes what can be ordered, and when it opens or ends.

import type { Draft } from '../../../shared/order.ts'
import { formatZonedMoment } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { Icon } from '../../ui/Icon.tsx'

/** A line above the fields of a ticket; nothing while the market simply trades. */
export function StageNote({ stage, opensAt, closesAt, orderTypes }: Draft) {
  const words = text.stages.ticket[stage]
  if (words === null) return null
  return (
    <div className="notice warn" role="note">
      <Icon name="warn" />
      <p>
        {words} {opensAt === null || stage === 'trading' ? null : text.stages.opens(formatZonedMoment(opensAt))}
        {closesAt === null ? null : text.stages.closes(formatZonedMoment(closesAt))}{' '}
        {orderTypes.length === 0 ? text.stages.nothing : null}
      </p>
    </div>
  )
}
