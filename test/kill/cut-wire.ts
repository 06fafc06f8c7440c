// A wire between app and exchange that can be cut: it passes bytes, and interferes with an order's request or answer.

import { connect, createServer, type Socket } from 'node:net'

export type WireMode = 'pass' | 'cut-request' | 'hold-answer'

export interface CutWire {
  url: string
  /** What to do with the next order; `pass` again once it has happened. */
  set(mode: WireMode): void
  /** Resolves when the cut has happened: half a request passed on, or an answer held back. */
  happened(): Promise<void>
  /** Orders whose first byte has come by. */
  orders(): number
  close(): Promise<void>
}

const ORDER = Buffer.from('POST /v1/orders HTTP/1.1')

/** Starts the wire on a free port in front of the exchange on `port`. */
export async function startCutWire(port: number): Promise<CutWire> {
  let mode: WireMode = 'pass'
  let event = Promise.withResolvers<void>()
  let orders = 0
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((app) => {
    const venue = connect(port, '127.0.0.1')
    keep(app)
    keep(venue)
    let held = false
    app.on('data', (chunk) => {
      const isOrder = chunk.subarray(0, ORDER.length).equals(ORDER)
      if (isOrder) orders += 1
      if (mode === 'cut-request' && isOrder) {
        // Half of the bytes reach the exchange; the app is killed before the rest.
        venue.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => event.resolve())
        app.pause()
        return
      }
      if (mode === 'hold-answer' && isOrder) held = true
      venue.write(chunk)
    })
    venue.on('data', (chunk) => {
      if (held) event.resolve()
      else app.write(chunk)
    })
    app.on('close', () => venue.destroy())
    venue.on('end', () => {
      if (!held) app.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the wire has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    set: (next) => {
      mode = next
      event = Promise.withResolvers()
    },
    happened: () => event.promise,
    orders: () => orders,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
