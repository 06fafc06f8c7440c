// What the buttons of the list do. Its code comes right after the first screen, in one file with what reads the ledger: until that
// has been read a one-click button is disarmed, so no click for an order waits here. A ticket opens as soon as its code is here.

import { reportNotLoaded } from '../../state/report.ts'
import { latePart, withPart } from '../../ui/late/late-view.ts'

async function fetchOrdering() {
  const [{ placeOneClick }, { openTicket }] = await Promise.all([
    import('../../state/orders/one-click-actions.ts'),
    import('../../state/ticket/ticket-actions.ts'),
  ])
  return { placeOneClick, openTicket }
}

export const ORDERING = latePart(fetchOrdering)

/** Does what was pressed, now or as soon as its code is here; says so where it cannot be had, and another press tries again. */
export function whenOrdering(act: (ordering: Awaited<ReturnType<typeof fetchOrdering>>) => void): void {
  withPart(ORDERING, act, reportNotLoaded)
}
