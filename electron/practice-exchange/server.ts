// The practice exchange as an HTTP server on the loopback address.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from './clock.ts'
import { type Exchange, openExchange } from './exchange.ts'
import { deliver, htmlPage, send } from './fault-answers.ts'
import { type Fault, type FaultEntry, type FaultScript, parseFaultScript } from './faults.ts'
import { handle } from './handle.ts'
import { followPrices } from './trading/matching.ts'
import { realPricesMessage } from './trading/real-prices.ts'
import { refusal, toRaw } from './wire/answer.ts'
import { ExchangeError } from './wire/errors.ts'
import type { Rotation } from './wire/published-keys.ts'
import { readBody, toRequest } from './wire/receive.ts'

export interface PracticeExchangeOptions {
  dataDir: string
  /** 0 picks a free port. */
  port: number
  /** Whole 32-bit number; see `openExchange`. */
  seed?: number
  faults?: readonly FaultEntry[]
  clock?: Clock
  /** Replaces the keys or the identity before the start, as a gateway does from time to time. */
  rotate?: Rotation
  /** Without it in their registration no account and no key is taken. */
  registration?: string
  /** What it follows from the start, as for `follow`; without it whatever it followed before. */
  realPrices?: unknown
}

export interface PracticeExchange {
  port: number
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  /** The identity that vouches for the exchange's keys: Ed25519, base64url. */
  identity: string
  /** Follows these prices of real exchanges and no others from now on. @throws Error for what is none; nothing is changed then */
  follow(prices: unknown): void
  /** Drops all connections, lets what is being decided finish, and closes the ledger. May be called again. */
  close(): Promise<void>
}

// Idle connections are kept for longer than a client polls, so that a request seldom meets a closing connection.
const LIMITS = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }

/** Starts the exchange. Rejects when the data folder, the fault script or the port cannot be used. */
export async function startPracticeExchange(options: PracticeExchangeOptions): Promise<PracticeExchange> {
  const script = parseFaultScript(options.faults ?? [])
  const exchange = await openExchange(
    options.dataDir,
    options.clock ?? systemClock,
    options.seed,
    options.rotate,
    options.registration,
  )
  const stop = new AbortController()
  const pending = new Set<Promise<void>>()
  const server = createServer(LIMITS, (message, response) => {
    const work = serve(exchange, script, stop.signal, message, response).finally(() => pending.delete(work))
    pending.add(work)
  })
  // Bytes that are no HTTP end here; the socket may be gone already.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
  const follow = (prices: unknown) => {
    followPrices(exchange, realPricesMessage.parse(prices), exchange.clock.now())
  }
  try {
    // Before the first request: none is to see the prices of another day.
    if (options.realPrices !== undefined) follow(options.realPrices)
    const port = await listen(server, options.port)
    const shutDown = async () => {
      stop.abort()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await Promise.all(pending)
      exchange.db.close()
    }
    let closing: Promise<void> | null = null
    const close = () => {
      closing ??= shutDown()
      return closing
    }
    return { port, url: `http://127.0.0.1:${port}`, identity: exchange.sealing.identity, follow, close }
  } catch (error) {
    exchange.db.close()
    throw error
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Serves one request. Never rejects: whatever goes wrong ends as an answer or as a closed socket. */
async function serve(
  exchange: Exchange,
  script: FaultScript,
  stopped: AbortSignal,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A client that leaves while it is being written to must not take the process down.
  response.on('error', () => {})
  try {
    const fault = script.next(message.method ?? '', (message.url ?? '').split('?')[0] ?? '')
    if (fault?.fault === 'refuse-connection') {
      response.destroy()
      return
    }
    const request = toRequest(message, await readBody(message))
    if (stopsBefore(fault, response)) return
    const pause = async () => {
      if (fault?.fault === 'delay') await exchange.clock.sleep(fault.ms, stopped)
    }
    const answer = await handle(exchange, request, pause)
    deliver(response, fault?.fault === 'duplicate' ? await handle(exchange, request, pause) : answer, fault)
  } catch (error) {
    giveUp(response, error)
  }
}

/** Carries out faults that leave nothing done; true when that was it. */
function stopsBefore(fault: Fault | null, response: ServerResponse): boolean {
  switch (fault?.fault) {
    case 'drop-before':
      response.destroy()
      return true
    case 'hang-before':
      return true
    case 'status-before':
      send(response, htmlPage(fault.status))
      return true
    default:
      return false
  }
}

function giveUp(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) {
    response.destroy()
    return
  }
  const known = error instanceof ExchangeError ? error : new ExchangeError('INTERNAL', 'the exchange failed')
  const raw = toRaw(refusal(known))
  // The rest of an oversized body would be read as the next request.
  send(response, { ...raw, headers: { ...raw.headers, connection: 'close' } })
}
