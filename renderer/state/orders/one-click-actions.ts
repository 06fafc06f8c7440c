// One click, one order. The first click disarms the button before anything else happens; all others find it disarmed.

import type { Decimal } from '../../../shared/decimal.ts'
import type { Destination, Market, Side } from '../../../shared/order.ts'
import { isInDoubt } from '../../../shared/order-states.ts'
import { AppError, type ErrorCode } from '../../../shared/result.ts'
import { asAppError, call } from '../../api.ts'
import { text } from '../../messages/actions/en.ts'
import { coinName, useCoins } from '../coins/coins-store.ts'
import { CASH, marketFor, useMarkets } from '../markets/markets-store.ts'
import { reportFailure } from '../report.ts'
import { accountWords } from '../session/names.ts'
import { useSession } from '../session/session-store.ts'
import { useStatus } from '../status-store.ts'
import { openTicket } from '../ticket/ticket-actions.ts'
import type { Target } from './in-flight-guard.ts'
import { announceOrder, loadOrders } from './orders-actions.ts'
import { useOrders } from './orders-store.ts'

/**
 * A practice order can fill faster than the second half of a double click arrives, so the button stays disarmed for at
 * least this long: longer than any system's double-click time.
 */
export const COOL_DOWN_MS = 1000

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The price that stands on the screen. @throws AppError `PRICE_UNKNOWN` */
function seenPrice(market: Market | null | undefined, side: Side): Decimal {
  const price = market?.price
  if (price === null || price === undefined) throw new AppError('PRICE_UNKNOWN', text.coins.unknown.price)
  return side === 'buy' ? price.ask : price.bid
}

/** What the trader has to look at before it is sent: the ticket shows it. */
const LOOK_AGAIN: readonly ErrorCode[] = [
  'PRICE_FAR',
  'PRICE_MOVED',
  'PRICE_UNKNOWN',
  'RULE_BREACH',
  'SHARE_UNKNOWN',
  'SIZE_LIMIT',
]

/** What a button said when it was drawn: which order, how large, and where it goes. */
export interface ClickedButton extends Target, Destination {
  presetSize: Decimal
}

async function draftAndSubmit({ accountId, environment, coinId, side, presetSize }: ClickedButton): Promise<void> {
  // The coin may have others; which one a click means is settled here, and said.
  const market = marketFor(useMarkets.getState(), accountId, coinId)
  const draft = await call('orders.draft', { accountId, coinId, side, ...(market && { market: market.market }) })
  if (draft.order !== null && isInDoubt(draft.order)) {
    // An earlier click, perhaps before a reload, is still under way: show it, and send nothing.
    useOrders.getState().noteOrder(draft.order)
    announceOrder(draft.order)
    return
  }
  const size = { unit: 'quote', value: presetSize } as const
  const { intentId } = draft
  const to = { accountId, environment }
  const order =
    environment === 'practice'
      ? await call('orders.submit', { intentId, ...to, type: 'market', size })
      : await call('orders.oneClick', { intentId, ...to, size, seen: seenPrice(market, side) })
  useOrders.getState().noteOrder(order)
  announceOrder(order)
}

/**
 * Drafts and submits the order that stood on the button, whatever the window has gone to since. Does nothing when the
 * target is disarmed.
 */
export async function placeOneClick(clicked: ClickedButton): Promise<void> {
  const { accountId, environment, coinId, side, presetSize } = clicked
  const known = marketFor(useMarkets.getState(), accountId, coinId)
  // The preset is one in USDT: of what is paid with another currency the trader sees a ticket first.
  if (known && known.quote !== CASH) return openTicket(coinId, side, null, accountId)
  const target = { accountId, coinId, side }
  if (!useOrders.getState().disarm(target)) return
  const coolDown = pause(COOL_DOWN_MS)
  const name = coinName(useCoins.getState(), coinId)
  const account = accountWords(useSession.getState(), accountId)
  const title = text.orders.placing(side, presetSize, name, account)
  useStatus.getState().say({ tone: 'plain', title, detail: null })
  try {
    await draftAndSubmit(clicked)
  } catch (thrown) {
    // A failure may hide an order that was written down: only the ledger can arm the button again.
    useOrders.getState().doubt(target)
    reportFailure(thrown)
    await loadOrders()
    // Who has gone to another account meanwhile gets no ticket of the one that was left.
    const isHere = useSession.getState().accountId === accountId
    if (isHere && environment !== 'practice' && LOOK_AGAIN.includes(asAppError(thrown).code)) {
      await openTicket(coinId, side, null, accountId)
    }
  }
  await coolDown
  useOrders.getState().release(target)
}
