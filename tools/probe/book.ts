// The orders that one probe has sent: which of them can stand at the exchange, and what each may still cost.

import type { OrderQuery, OutgoingOrder } from '../../electron/ports/system.ts'
import type { VenueOrder } from '../../electron/ports/venue.ts'
import type { LookupSource } from '../../shared/venues/record.ts'
import type { Taken } from './guard.ts'
import type { Pause } from './parts.ts'
import type { Reply, Session } from './session.ts'

export interface Sent {
  name: string
  order: OutgoingOrder
  reply: Reply
  /** The exchange's id, once it is known. */
  orderId: string | null
  /** When it was sent, on the exchange's clock. */
  since: number
  taken: Taken
  /** Nothing of it can trade any more, or it never came about. */
  isOver: boolean
}

export const isAccepted = ({ phase, code, orderId }: Reply): boolean =>
  phase === 'answered' && code === null && orderId !== null

export const queryOf = ({ order, orderId, since }: Sent): OrderQuery => ({ order, orderId, since })

export const isClosed = ({ status }: Pick<VenueOrder, 'status'>): boolean =>
  status !== 'open' && status !== 'partially-filled'

const AGAIN_MS = 4_000
const ROUNDS = 6

/**
 * Cancels what still stands, and looks until each order is known to be over or nobody tells. Never rejects.
 * @returns what may still stand there, in words
 */
export async function cleanUp(session: Session, sent: readonly Sent[], pause: Pause): Promise<string[]> {
  for (let round = 0; round < ROUNDS && sent.some(({ isOver }) => !isOver); round += 1) {
    if (round > 0) await pause(AGAIN_MS)
    for (const key of new Set(sent.filter(({ isOver }) => !isOver).map(({ order }) => order.key))) {
      await cleanKey(
        session,
        sent.filter(({ order }) => order.key === key),
      )
    }
  }
  return sent
    .filter(({ isOver }) => !isOver)
    .map(
      ({ name, order, reply }) =>
        `${name}: ${order.side} ${order.amount} ${order.market} at ${order.price} (${reply.phase})`,
    )
}

/** All orders of one client id: at some exchanges it can have several. */
async function cleanKey(session: Session, group: readonly Sent[]): Promise<void> {
  const [any] = group
  if (any === undefined) return
  for (const { orderId, isOver } of group) {
    if (orderId !== null && !isOver) await session.cancel(orderId, any.order.market)
  }
  const { found, isWhole } = await everywhere(session, any)
  for (const order of found) adopt(group, order.orderId)
  for (const order of found.filter((one) => !isClosed(one))) await session.cancel(order.orderId, any.order.market)
  for (const one of group) settle(one, found, isWhole)
}

async function everywhere(session: Session, one: Sent): Promise<{ found: VenueOrder[]; isWhole: boolean }> {
  const legs: LookupSource[] = session.record.legs.filter((leg) => leg !== 'trades')
  const found = new Map<string, VenueOrder>()
  let isWhole = true
  for (const leg of legs) {
    const { answer } = await session.look(leg, queryOf(one))
    if (answer.state === 'failed') isWhole = false
    else
      for (const order of answer.orders) {
        // One list can be newer than another: what is over stays over.
        if (order.key === one.order.key && !(found.has(order.orderId) && !isClosed(order)))
          found.set(order.orderId, order)
      }
  }
  return { found: [...found.values()], isWhole }
}

/** An order that is found under our client id and that no answer named is that of an answer that was lost. */
function adopt(group: readonly Sent[], orderId: string): void {
  if (group.some((one) => one.orderId === orderId)) return
  const nameless = group.find((one) => one.orderId === null && !one.isOver)
  if (nameless !== undefined) nameless.orderId = orderId
}

function settle(one: Sent, found: readonly VenueOrder[], isWhole: boolean): void {
  if (one.isOver) return
  const order = found.find(({ orderId }) => orderId === one.orderId)
  if (order !== undefined && isClosed(order)) {
    one.isOver = true
    one.taken.settle(order.filled)
  } else if (one.orderId !== null && isWhole && order === undefined) {
    // Its cancel was sent and no list shows it. It may have traded, so that its cost stays counted.
    one.isOver = true
  } else if (one.orderId === null && isWhole && one.reply.code !== null) {
    one.isOver = true
    one.taken.settle('0')
  }
}
