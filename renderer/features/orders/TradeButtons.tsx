// The one-click buttons of a coin. A disarmed button keeps the focus and says why it does nothing.

import type { KeyboardEvent, MouseEvent } from 'react'
import type { OneClickMode } from '../../../shared/accounts.ts'
import { add, multiply, subtract } from '../../../shared/decimal.ts'
import { common, offerFor, offerOfStage } from '../../../shared/markets/market-stages.ts'
import type { Environment, Market, Side } from '../../../shared/order.ts'
import { formatPrice } from '../../format.ts'
import { text } from '../../messages/en.ts'
import { CASH, marketFor, useMarkets } from '../../state/markets/markets-store.ts'
import { blockedBy } from '../../state/orders/in-flight-guard.ts'
import { ledgerOf, useOrders } from '../../state/orders/orders-store.ts'
import { accountWords, labelOf } from '../../state/session/names.ts'
import { isHalted, isNoAccount, modeOf, oneClickOf, useSession } from '../../state/session/session-store.ts'
import { explained } from '../../ui/overlay/Tip.tsx'
import { whenOrdering } from './ordering.ts'

interface Props {
  accountId: string
  coinId: string
  name: string
}

/**
 * Why this market takes no order that trades at once; null when it does, or when that is not known and the desk will say.
 * With a bound on the price it is a limit order, without one a market order.
 */
function marketObstacle(
  market: Market | null | undefined,
  side: Side,
  mode: OneClickMode | null,
  label: string,
): string | null {
  if (market === undefined) return null
  if (market === null) return text.coins.noMarket(label)
  const offer = offerFor(common(offerOfStage(market.stage), market.takes ?? {}), side)
  const isTaken = mode === null ? offer.orderTypes.includes('market') : offer.timesInForce.includes('ioc')
  return isTaken ? null : text.stages.closed(text.stages.name[market.stage])
}

/** Without leave a click is for money that is not real; elsewhere the ticket shows first what an order does. */
function ticketOnly(environment: Environment, mode: OneClickMode | null): string | null {
  return environment === 'practice' || mode !== null ? null : text.orders.disarmed.ticketOnly
}

/** The worst price that a click may cost or bring; null where no bound is set or no price is known. */
function worstPrice(market: Market | null | undefined, mode: OneClickMode | null, side: Side): string | null {
  if (mode === null || market?.price == null) return null
  const seen = side === 'buy' ? market.price.ask : market.price.bid
  const room = multiply(seen, mode.deviation)
  const worst = side === 'buy' ? add(seen, room) : subtract(seen, room)
  return text.orders.atWorst[side](formatPrice(worst, market.rules.tick))
}

/** A held key repeats itself; each repeat would be another click. */
function stopRepeat(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault()
}

/** Where nothing is traded in USDT the click opens the ticket; null where it orders. */
function otherQuote(market: Market | null | undefined): string | null {
  return market && market.quote !== CASH ? market.quote : null
}

function TradeButton({ accountId, coinId, name, side }: Props & { side: Side }) {
  const size = useSession((state) => state.settings.presetSize)
  const halted = useSession((state) => isHalted(state, accountId))
  const disarmed = useOrders((state) => blockedBy(ledgerOf(state), { accountId, coinId, side }))
  const environment = useSession((state) => modeOf(state, accountId))
  const account = useSession((state) => accountWords(state, accountId))
  const mode = useSession((state) => oneClickOf(state, accountId))
  const label = useSession((state) => labelOf(state, accountId))
  const closed = useMarkets((state) => marketObstacle(marketFor(state, accountId, coinId), side, mode, label))
  const other = useMarkets((state) => otherQuote(marketFor(state, accountId, coinId)))
  const worst = useMarkets((state) => worstPrice(marketFor(state, accountId, coinId), mode, side))
  const why =
    (isNoAccount(accountId) ? text.shell.noAccountHelp : null) ??
    ticketOnly(environment, mode) ??
    (disarmed !== null ? text.orders.disarmed[disarmed] : halted ? text.orders.disarmed.halted : closed)

  const onClick = (event: MouseEvent) => {
    // `detail` counts the clicks of a double click; a key press has 0.
    if (why !== null || event.detail > 1) return
    const clicked = { accountId, environment, coinId, side, presetSize: size }
    whenOrdering(({ placeOneClick }) => void placeOneClick(clicked))
  }

  return (
    <button
      type="button"
      className={`button trade ${side}`}
      aria-label={
        other === null ? text.orders.oneClick(side, size, name, account) : text.orders.openTicket(side, name, account)
      }
      aria-disabled={why !== null}
      aria-busy={disarmed === 'working'}
      {...explained(why ?? (other === null ? worst : text.orders.openTicketWhy(other)))}
      onClick={onClick}
      onKeyDown={stopRepeat}
    >
      {other === null ? text.orders.oneClickShort(side, size) : text.orders.openTicketShort(side)}
    </button>
  )
}

/** Buy and Sell, side by side. */
export function TradeButtons(props: Props) {
  return (
    <span className="trade-buttons">
      <TradeButton {...props} side="buy" />
      <TradeButton {...props} side="sell" />
    </span>
  )
}
