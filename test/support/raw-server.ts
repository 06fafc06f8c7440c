// A server on 127.0.0.1 that answers bytes, not HTTP: it can do everything that a real one should not.

import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawServer {
  url: string
  /** What each connection sent so far. */
  received: string[]
  /** Connections that stand. */
  open(): number
  /** Resolves when no connection stands any more. */
  closed(): Promise<void>
}

/** Calls `answer` once a connection has sent the end of a request's headers. Closed after the test. */
export async function startRawServer(answer: (socket: Socket) => void): Promise<RawServer> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const at = received.push('') - 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      const before = received[at] ?? ''
      received[at] = before + chunk.toString()
      if (!before.includes('\r\n\r\n') && received[at].includes('\r\n\r\n')) answer(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    open: () => sockets.size,
    closed: async () => {
      await Promise.all([...sockets].map((socket) => new Promise((gone) => void socket.once('close', gone))))
    },
  }
}
