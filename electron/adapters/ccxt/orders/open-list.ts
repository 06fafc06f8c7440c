// Every order that stands open at a venue, in one market or in all: one list answers for any number of orders.

import type { Venue } from '../../../exchanges/common/library.ts'
import type { Page } from '../../../exchanges/common/lookups.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { VenueReply } from '../../../ports/vault.ts'
import type { VenueOrder } from '../../../ports/venue.ts'
import { failedRead } from '../key-words.ts'
import { bodyOf } from '../raw-body.ts'
import type { CallRules, Transport } from '../transport.ts'
import { readerOf } from './order-readers.ts'

/** A longer list is told in part: what is missing in it is asked for by itself. */
const MAX_PAGES = 20

/** Reads the list to its end. A row that cannot be read is not told, and hides no other. */
export async function readOpenOrders(
  exchange: Venue,
  transport: Transport,
  rules: CallRules,
  market: string | null,
): Promise<VenueReply> {
  const { openOrders } = adapterOf(exchange.id)
  // Of a market that is listed no more the library has no id; all of them are asked for.
  const symbol = market === null || exchange.markets?.[market] === undefined ? undefined : market
  const reader = readerOf(exchange, market)
  const orders: VenueOrder[] = []
  let page: Page = {}
  for (let at = 0; at < MAX_PAGES; at += 1) {
    const asked = page
    const { result, outcomes } = await transport.watch(rules, () => openOrders.read(exchange, symbol, asked))
    const body = bodyOf(outcomes.at(-1))
    const rows = reader.rows(result.ok ? result.value : undefined, body, 'open')
    if (rows === null) return failedRead(exchange.id, 'open-orders', outcomes.at(-1))
    orders.push(...rows.map((row) => reader.order(row)).filter((order) => order !== null))
    const next = openOrders.next(body, page, { from: 0, to: exchange.milliseconds() })
    if (next === null || next === 'too-long') break
    page = next
  }
  return { kind: 'orders', orders }
}
