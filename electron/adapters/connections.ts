// Connections to an exchange that stay open between requests, so that an order needs no handshake. One that the other side has
// closed, or that nobody has heard an answer on of late, carries nothing any more.

import type { Socket } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { Clock } from '../ports/system.ts'
import { openSocket, openTls } from './open-socket.ts'

/**
 * An answer so old says nothing of the connection by now, milliseconds: what stands between closes one that is silent without
 * telling both ends. An exchange that names a shorter time is believed.
 */
const SOUND_FOR_MS = 15_000
/** So much before the time that the other side names, milliseconds: its close and a request may be on their way at once. */
const MARGIN_MS = 1_000
/** One for an order, and two for what is read at the same time. */
const MAX_IDLE = 3

export interface Connections {
  /**
   * One that stood a moment ago and is nobody else's; `null` where there is none. Reads leave one for orders. To be looked at
   * once more by `isSound` right before the first byte.
   */
  take(url: URL, isOrder: boolean): Socket | null
  /** Begins a new one. */
  open(url: URL): Socket
  /** A whole answer came on it and nothing is under way. `timeout`: of its header `Keep-Alive`, seconds. */
  giveBack(url: URL, socket: Socket, timeout: number | null): void
}

interface Idle {
  socket: Socket
  since: number
  forMs: number
  /** Takes off what watches it while nobody uses it. */
  leave(): void
}

/** Whether both directions are open, as far as this end has heard. */
export const isSound = (socket: Socket): boolean =>
  !socket.destroyed && socket.readable && socket.writable && !socket.readableEnded

/** Builds them without any. `trusted` as in `sendHttp`. */
export function createConnections(
  clock: Pick<Clock, 'monotonic'>,
  trusted: readonly string[] = rootCertificates,
): Connections {
  const idle = new Map<string, Idle[]>()
  const sessions = new Map<string, Buffer>()
  const idleAt = ({ origin }: URL) => idle.get(origin) ?? []

  const forget = (url: URL, socket: Socket) => {
    idle.set(
      url.origin,
      idleAt(url).filter((one) => one.socket !== socket),
    )
  }
  const drop = (url: URL, { socket, leave }: Idle) => {
    leave()
    forget(url, socket)
    socket.destroy()
  }

  return {
    take: (url, isOrder) => {
      const now = clock.monotonic()
      for (const one of idleAt(url)) {
        if (now - one.since >= one.forMs || !isSound(one.socket)) drop(url, one)
      }
      const left = idleAt(url)
      // The one that answered last is the surest. Reads take turns on the others, so that each is heard of again and again.
      const taken = isOrder ? left.at(-1) : left.length > 1 ? left[0] : undefined
      if (taken === undefined) return null
      taken.leave()
      forget(url, taken.socket)
      taken.socket.ref()
      return taken.socket
    },
    open: (url) => {
      if (url.protocol !== 'https:') return openSocket(url, trusted)
      const socket = openTls(url, trusted, sessions.get(url.origin))
      socket.on('session', (session: Buffer) => {
        // The certificate was checked when the session was made; one that was not is never kept.
        if (socket.authorized) sessions.set(url.origin, session)
      })
      return socket
    },
    giveBack: (url, socket, timeout) => {
      const forMs = Math.min(SOUND_FOR_MS, timeout === null ? SOUND_FOR_MS : timeout * 1_000 - MARGIN_MS)
      if (forMs <= 0 || !isSound(socket) || idleAt(url).length >= MAX_IDLE) {
        socket.destroy()
        return
      }
      // Whatever comes unasked answers nothing: the next request must not be taken for its question.
      const end = () => drop(url, one)
      const one: Idle = {
        socket,
        since: clock.monotonic(),
        forMs,
        leave: () => {
          for (const event of ['data', 'end', 'close', 'error'] as const) socket.off(event, end)
        },
      }
      for (const event of ['data', 'end', 'close', 'error'] as const) socket.on(event, end)
      idle.set(url.origin, [...idleAt(url), one])
      // It must not keep a process from ending.
      socket.unref()
    },
  }
}
