// A click on a one-click button, as it would be drawn now.

import { placeOneClick } from '../../../renderer/state/orders/one-click-actions.ts'
import { destinationOf, useSession } from '../../../renderer/state/session/session-store.ts'
import type { Side } from '../../../shared/order.ts'

export function click(coinId: string, side: Side): Promise<void> {
  const session = useSession.getState()
  const { presetSize } = session.settings
  return placeOneClick({ ...destinationOf(session, session.accountId), coinId, side, presetSize })
}
