// One stream of a venue: the own orders of a key, or the book of a market. It is opened once and ends at the first thing
// that goes wrong; whoever wants it again opens another one.

import { compare } from '../../../../shared/decimal.ts'
import { member } from '../../../../shared/venues/json.ts'
import type { Venue } from '../../../exchanges/common/library.ts'
import { adapterOf } from '../../../exchanges/registry.ts'
import type { Clock, OnStreamEvent, Subscription } from '../../../ports/system.ts'
import type { Client } from '../client.ts'
import { levels } from '../venue-reads.ts'
import { createStreamNews } from './stream-news.ts'
import { wireStreams } from './stream-socket.ts'

/** Until the venue has taken the login and the wish, or has told the first book, milliseconds. */
const OPEN_WITHIN_MS = 10_000
/** Each request that ccxt makes on the way: a token, a first book. */
const REQUEST_DEADLINE_MS = 5_000
const DEPTH = 20
/** A side of a book with more levels is none of a market. */
const MAX_LEVELS = 50_000
/** What the requests to this venue know, and a stream needs. */
const KNOWN = ['markets', 'markets_by_id', 'symbols', 'ids', 'currencies', 'currencies_by_id', 'codes'] as const

export interface StreamParts {
  venue: string
  subscription: Subscription
  clock: Clock
  trusted: readonly string[] | undefined
  /** Where requests are made of this venue: its markets are known, and its time. */
  session: Venue
  /** Opens the class for streams; for a book without the key. */
  open: () => Promise<Client>
  tell: OnStreamEvent
}

/** Opens the stream and answers with its end. Never rejects, and tells `down` once. */
export function openStream(parts: StreamParts): () => void {
  const { clock, subscription } = parts
  const { orderStream, bookLimit } = adapterOf(parts.venue)
  const news = createStreamNews(clock, parts.tell)
  const over = new AbortController()
  const end = () => {
    if (over.signal.aborted) return
    over.abort()
    news.down()
  }
  const isUp = () => {
    opened.abort()
    news.up()
  }
  const opened = new AbortController()
  const untilUp = AbortSignal.any([opened.signal, over.signal])
  clock.sleep(OPEN_WITHIN_MS, untilUp).then(end, () => {})

  const run = async () => {
    const { exchange, transport, isOwn } = await parts.open()
    if (over.signal.aborted) return
    const { session, trusted } = parts
    Object.assign(exchange, Object.fromEntries(KNOWN.map((name) => [name, session[name]])))
    exchange.milliseconds = session.milliseconds
    exchange.seconds = session.seconds
    // One count for both: a number that is not above the last one is refused.
    exchange.nonce = session.nonce
    const reader = subscription.kind === 'orders' ? orderStream : null
    Object.assign(exchange.options, reader?.options, bookLimit !== null && { watchOrderBookLimit: bookLimit })

    const heard = (message: unknown) => {
      const said = reader?.read(exchange, message) ?? null
      if (said?.kind === 'refused') end()
      if (said?.kind === 'orders') for (const order of said.orders) news.order(order)
      if (said?.kind !== 'up' || opened.signal.aborted) return
      isUp()
      if (reader !== null && reader.keepAwake !== null) wire.send(reader.keepAwake)
    }
    const wire = wireStreams(exchange, { isOwn, trusted, monotonic: clock.monotonic, heard, over: end })
    over.signal.addEventListener('abort', () => wire.end())

    // What a stream of orders tells is heard above; ccxt is only asked so that it opens one.
    const watching = () =>
      subscription.kind === 'orders' ? exchange.watchOrders() : tellBook(exchange, subscription.market)
    const { result } = await transport.watch<unknown>({ deadlineMs: REQUEST_DEADLINE_MS }, watching)
    if (!result.ok) end()
  }

  const tellBook = async (exchange: Venue, market: string) => {
    while (!over.signal.aborted) {
      const book: unknown = await exchange.watchOrderBook(market, bookLimit ?? undefined)
      const [bids, asks] = [sideOf(exchange, book, 'bids'), sideOf(exchange, book, 'asks')]
      const [bid, ask] = [bids[0]?.[0], asks[0]?.[0]]
      // Changes that were missed leave levels behind that are gone.
      if (bid !== undefined && ask !== undefined && compare(bid, ask) > 0) throw new Error('a book that crosses itself')
      if (over.signal.aborted) return
      isUp()
      news.depth(market, { at: new Date(clock.now()).toISOString(), bids, asks })
    }
  }

  run().catch(end)
  return end
}

function sideOf(exchange: Venue, book: unknown, side: 'bids' | 'asks') {
  const rows = member(book, side)
  if (!Array.isArray(rows) || rows.length > MAX_LEVELS) throw new Error('no book')
  return levels(exchange, rows.slice(0, DEPTH))
}
