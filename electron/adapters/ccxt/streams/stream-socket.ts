// The wire under ccxt's streams. ccxt dials by itself, writes to the console, dials again and leaves failures to nobody; here
// each of its connections is opened by our own code, once, with the rules of every other connection, and says nothing.

import { connect as connectTcp, type Socket } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { Venue } from '../../../exchanges/common/library.ts'
import { openTls } from '../../open-socket.ts'

/** A longer message ends the stream. The whole book of a large market is the longest that is sent. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024
/** What one stream may bring in its life, bytes: ccxt keeps what it is told, and lets go of it when the stream is opened anew. */
const MAX_STREAM_BYTES = 256 * 1024 * 1024
/** More messages in one second are a flood. */
const MAX_MESSAGES_A_SECOND = 2_000
const SECOND_MS = 1_000

/** What ccxt's client of one address holds, as far as it is touched here. */
interface WireClient {
  url: string
  options: Record<string, unknown>
  connection?: { terminate(): void }
  connected: Promise<unknown>
  connectionTimeout: number | false
  pingInterval: unknown
  log: () => void
  future(hash: string): Promise<unknown>
  send(message: unknown): Promise<unknown>
  onError(error: unknown): void
  clearPingInterval(): void
}

/** ccxt's class for streams, as far as its types do not tell of it. */
interface Wired {
  clients: Record<string, WireClient>
  client(url: string): WireClient
  handleMessage(client: WireClient, message: unknown): void
  getHttpAgentIfNeeded(url: string): undefined
  spawn(method: (...args: unknown[]) => Promise<unknown>, ...args: unknown[]): Promise<unknown>
  onError(client: WireClient, error: unknown): void
  onClose(client: WireClient, error: unknown): void
}

export interface Wire {
  /** Sends one more message over the connection that is open. */
  send(message: unknown): void
  /** Cuts every connection. Nothing is dialled, sent or told after it. */
  end(): void
}

export interface WireRules {
  isOwn: (url: URL) => boolean
  /** Authorities whose certificates count, PEM. */
  trusted: readonly string[] | undefined
  monotonic: () => number
  /** Told of each message before ccxt is. */
  heard: (message: unknown) => void
  /** Told once, when a connection is over, however it came to that. */
  over: () => void
}

/** Puts the wire under an exchange that has not dialled yet. */
export function wireStreams(exchange: Venue, rules: WireRules): Wire {
  const wired = exchange as unknown as Wired
  const sockets = new Set<Socket>()
  const fenced = new Set<WireClient>()
  let isOver = false
  let second = { at: Number.NEGATIVE_INFINITY, messages: 0 }

  const end = () => {
    const first = !isOver
    isOver = true
    for (const client of fenced) {
      client.clearPingInterval()
      client.connection?.terminate()
    }
    for (const socket of sockets) socket.destroy()
    if (first) rules.over()
  }

  /** The other side is known to be the right one before the request that opens the stream exists. */
  const open = (address: URL) => (_options: unknown, done: (error: Error | null, socket?: Socket) => void) => {
    const secure = address.protocol === 'wss:'
    const socket = secure
      ? openTls(address, rules.trusted ?? rootCertificates)
      : connectTcp(Number(address.port) || 80, address.hostname)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.once('error', (error) => done(error))
    socket.once(secure ? 'secureConnect' : 'connect', () => done(null, socket))
  }

  const fence = (client: WireClient, address: URL) => {
    fenced.add(client)
    client.log = () => {}
    // Whoever opens the stream has a deadline of his own.
    client.connectionTimeout = false
    client.options = {
      createConnection: open(address),
      maxPayload: MAX_MESSAGE_BYTES,
      perMessageDeflate: false,
      followRedirects: false,
    }
    // A promise that ccxt rejects while nobody waits for it would end the process.
    client.connected.catch(() => {})
    const future = client.future.bind(client)
    client.future = (hash) => {
      const promise = future(hash)
      promise.catch(() => {})
      return promise
    }
    const send = client.send.bind(client)
    client.send = (message) => send(message).catch((error: unknown) => client.onError(error))
  }

  const dial = wired.client.bind(wired)
  wired.client = (url) => {
    const known = wired.clients[url]
    if (known !== undefined && !isOver) return known
    const address = URL.parse(url)
    const isLocal = address?.protocol === 'ws:' && address.hostname === '127.0.0.1'
    // ccxt keeps what it waits for under names that are no addresses, which it never dials.
    if (address !== null && !rules.isOwn(address)) throw new Error('another host')
    if (isOver || (address !== null && address.protocol !== 'wss:' && !isLocal)) throw new Error('no connection')
    const client = dial(url)
    if (address !== null) fence(client, address)
    return client
  }
  // It asks for a module that serves proxies, and none is ever used.
  wired.getHttpAgentIfNeeded = () => undefined

  const handle = wired.handleMessage.bind(wired)
  wired.handleMessage = (client, message) => {
    if (isOver) return
    const now = rules.monotonic()
    if (now - second.at >= SECOND_MS) second = { at: now, messages: 0 }
    second.messages += 1
    const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0)
    if (second.messages > MAX_MESSAGES_A_SECOND || bytes > MAX_STREAM_BYTES) return end()
    rules.heard(message)
    if (!isOver) handle(client, message)
  }
  const failed = wired.onError.bind(wired)
  wired.onError = (client, error) => {
    failed(client, error)
    end()
  }
  const closed = wired.onClose.bind(wired)
  wired.onClose = (client, error) => {
    closed(client, error)
    end()
  }

  return {
    send: (message) => {
      for (const client of fenced) if (client.connection !== undefined && !isOver) void client.send(message)
    },
    end,
  }
}
