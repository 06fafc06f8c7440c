// The streams of a fake exchange: who listens, what is told by itself, and what a test has it tell out of turn.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Engine, FakeOrder } from '../engine.ts'
import { accept, type Peer } from './web-socket.ts'

/** A venue's words for its streams. */
export interface StreamDialect {
  /** Answers what a client says; what it is granted goes into `peer.wants`: `orders`, or the name of a market. */
  hear(message: unknown, peer: Peer, engine: Engine): void
  /** What it says to a login, or a wish, that it does not take. */
  refusal: object
  order(order: FakeOrder): unknown
  /** A book with these best prices; the first one of a connection holds everything. */
  book(market: string, bid: string, ask: string, first: boolean, engine: Engine): unknown
}

export interface Streams {
  /** Whether there are any; while there are none, who asks is hung up on. */
  isOn: boolean
  /** Whether each change of an order is told as it happens. */
  isTelling: boolean
  /** Logins and wishes are not answered while it is set. */
  isMute: boolean
  /** Who is connected now. */
  peers: Set<Peer>
  /** Everything that was heard from clients. */
  heard: unknown[]
  /** How many connections there have been. */
  dials: number
  /** Those who were granted the own orders. */
  listeners(): Peer[]
  /** Those who were granted the book of this market. */
  readers(market: string): Peer[]
  /** Tells of an order, as it is or as it is said to be. */
  tell(order: FakeOrder): void
  book(market: string, bid: string, ask: string): void
}

/** Builds the streams over an engine; the caller hands over upgrades. */
export function makeStreams(dialect: StreamDialect | null, engine: Engine) {
  const begun = new WeakMap<Peer, Set<string>>()
  const streams: Streams = {
    isOn: false,
    isTelling: true,
    isMute: false,
    peers: new Set(),
    heard: [],
    dials: 0,
    listeners: () => [...streams.peers].filter(({ wants }) => wants.has('orders')),
    readers: (market) => [...streams.peers].filter(({ wants }) => wants.has(market)),
    tell: (order) => {
      for (const peer of streams.listeners()) peer.say(dialect?.order(order))
    },
    book: (market, bid, ask) => {
      for (const peer of streams.readers(market)) {
        const known = begun.get(peer) ?? new Set()
        peer.say(dialect?.book(market, bid, ask, !known.has(market), engine))
        begun.set(peer, known.add(market))
      }
    },
  }
  engine.changed = (order) => {
    if (streams.isTelling) streams.tell({ ...order })
  }
  const upgrade = (request: IncomingMessage, socket: Duplex) => {
    streams.dials += 1
    if (!streams.isOn || dialect === null) return void socket.destroy()
    const peer = accept(
      request,
      socket,
      (message, from) => {
        streams.heard.push(message)
        if (!streams.isMute) dialect.hear(message, from, engine)
      },
      (gone) => streams.peers.delete(gone),
    )
    streams.peers.add(peer)
  }
  return { streams, upgrade }
}
