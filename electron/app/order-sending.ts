// Puts together what sends orders, and what must still be true of one when it leaves.

import type { Clock } from '../ports/system.ts'
import { createPreTrade, type PreTrade } from '../services/orders/checks/pre-trade.ts'
import { createOrderSettler, type OrderSettler, type SettlerParts } from '../services/orders/order-settler.ts'
import { createStreamCover, type StreamCover } from '../services/orders/stream-cover.ts'

type Parts = Omit<SettlerParts, 'preTrade' | 'cover' | 'keyRefused'> & {
  clock: Clock
  /** For how long a look at the price holds, seconds. */
  sendWithinSeconds: () => number
  /** As of `Keeper`. */
  withdraw: (keys: readonly string[]) => Promise<void>
  /** Stops the sending of an account. */
  halt: (accountId: string) => Promise<unknown>
}

/** Builds it. */
export function openOrderSending(parts: Parts): { preTrade: PreTrade; cover: StreamCover; settler: OrderSettler } {
  const { journal, clock, withdraw, logger } = parts
  const holdsMs = () => parts.sendWithinSeconds() * 1_000
  const preTrade = createPreTrade({ journal, clock, holdsMs, withdraw })
  const cover = createStreamCover(clock)
  const keyRefused = (accountId: string) =>
    void parts.halt(accountId).catch((error: unknown) => logger.error('account-not-halted', { accountId, error }))
  return { preTrade, cover, settler: createOrderSettler({ ...parts, preTrade, cover, keyRefused }) }
}
